"""The letters of papers and drawn charts: files that come with packages, never what a machine happens to have.

In: nothing. Out: a folder for typst, and families for Matplotlib under names of our own.
"""

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Final
from unicodedata import category, name

import matplotlib
from matplotlib.font_manager import FontEntry, FontProperties, fontManager, get_font

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


def _registered(family: str, regular: Path, bold: Path) -> str:
    """Give files a name of our own, so that a font of the machine never takes their place."""
    fontManager.ttflist.append(FontEntry(str(regular), name=family, weight=400))
    fontManager.ttflist.append(FontEntry(str(bold), name=family, weight=700))
    return family


FAMILIES: Final = [
    _registered("Papers Sans", FOLDER / "SourceSansPro-Regular.ttf", FOLDER / "SourceSansPro-Bold.ttf"),
    _registered("Papers Symbols", _OTHERS / "DejaVuSans.ttf", _OTHERS / "DejaVuSans-Bold.ttf"),
]


_JOINERS: Final = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff")
"""Characters that only say how those around them join; they take no room of their own."""


def letters(size: float, *, bold: bool = False) -> FontProperties:
    """Give the letters of a size in points."""
    return FontProperties(family=FAMILIES, size=size, weight="bold" if bold else "normal")


def showable(text: str) -> str:
    """Put a name in brackets in place of every character that no letter of ours shows."""
    return "".join(char if char in "\n\t" or ord(char) in _known() else _named(char) for char in text)


@lru_cache(maxsize=1)
def _known() -> frozenset[int]:
    """Give the code points that the fonts have, those aside that turn or hide what stands around them."""
    fonts = [get_font(str(FOLDER / "SourceSansPro-Regular.ttf")), get_font(str(_OTHERS / "DejaVuSans.ttf"))]
    points = {point for font in fonts for point in font.get_charmap()}
    return frozenset(point for point in points if _stands_alone(chr(point)))


def _stands_alone(char: str) -> bool:
    return char not in _JOINERS and category(char) not in ("Cc", "Cf", "Co", "Cs", "Cn")


def _named(char: str) -> str:
    """Name a character: an emoji by its name, a letter of another script by its code, a joiner by nothing."""
    if char in _JOINERS:
        return ""
    told = name(char, "").lower()
    return f"[{told}]" if told and category(char) == "So" else f"[U+{ord(char):04X}]"
