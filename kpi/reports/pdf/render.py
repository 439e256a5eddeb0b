"""Lay a report out with typst: PDF/UA-1 or pictures of its pages, the same bytes for the same report.

In: a Report. Out: bytes. Fonts are those that come with packages, and no clock is read.
"""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import typst

from kpi.charts.fonts import FOLDERS
from kpi.reports.model import Report
from kpi.reports.pdf.document import document
from kpi.reports.pdf.row_headings import with_row_headings

REMEMBERED: Final = 10
"""Documents for which typst keeps what it worked out."""
_PAPER: Final = Path(__file__).with_name("paper.typ")


def pdf(report: Report) -> bytes:
    """Give the report as a tagged PDF that meets PDF/UA-1; typst refuses what does not."""
    made = _laid_out(report, format="pdf", pdf_standards=["ua-1"], timestamp=int(report.made.timestamp()))
    return with_row_headings(made[0])


def pages(report: Report, scale: float = 1.0) -> tuple[bytes, ...]:
    """Give its pages as PNG, at 72 dots an inch times `scale`."""
    return _laid_out(report, format="png", ppi=72 * scale)


def _laid_out(report: Report, **options: Any) -> tuple[bytes, ...]:
    """Compile the paper with the report as data."""
    given = json.dumps(document(report), ensure_ascii=False)
    made = typst.compile(
        str(_PAPER),
        root=str(_PAPER.parent),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"paper": given},
        **options,
    )
    _forget()
    return tuple(made) if isinstance(made, list) else (bytes(made or b""),)


def _forget() -> None:
    """Let typst drop what it keeps of a paper: it does so after ten more, by when a server would hold 700 MiB."""
    for _ in range(REMEMBERED + 1):
        typst.compile(b"", font_paths=_fonts(), ignore_system_fonts=True, format="svg")


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    """Read the fonts once."""
    folders = [str(folder) for folder in FOLDERS]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
