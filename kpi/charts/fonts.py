"""The letters of papers and drawn charts: files that come with packages, never what a machine happens to have.

In: nothing. Out: a folder for typst, and families for Matplotlib under names of our own.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Final

import matplotlib
from matplotlib.font_manager import FontEntry, FontProperties, fontManager

SANS: Final = "Source Sans Pro"
"""The family of papers, as typst finds it in the folder; the screens use the same."""
SYMBOLS: Final = "DejaVu Sans"
"""What stands in for letters that the family lacks."""


def _folder() -> Path:
    spec = find_spec("font_source_sans_pro")
    if spec is None or spec.origin is None:
        raise ImportError("font-source-sans-pro is not installed. Install what requirements.txt names.")
    return Path(spec.origin).parent / "files"


FOLDER: Final = _folder()
_OTHERS: Final = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
FOLDERS: Final = (FOLDER, _OTHERS)
"""Where the fonts of papers are."""


def _registered(name: str, regular: Path, bold: Path) -> str:
    """Give files a name of our own, so that a font of the machine never takes their place."""
    fontManager.ttflist.append(FontEntry(str(regular), name=name, weight=400))
    fontManager.ttflist.append(FontEntry(str(bold), name=name, weight=700))
    return name


FAMILIES: Final = [
    _registered("Papers Sans", FOLDER / "SourceSansPro-Regular.ttf", FOLDER / "SourceSansPro-Bold.ttf"),
    _registered("Papers Symbols", _OTHERS / "DejaVuSans.ttf", _OTHERS / "DejaVuSans-Bold.ttf"),
]


def letters(size: float, *, bold: bool = False) -> FontProperties:
    """Give the letters of a size in points."""
    return FontProperties(family=FAMILIES, size=size, weight="bold" if bold else "normal")
