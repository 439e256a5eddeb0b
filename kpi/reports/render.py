"""The documents of a report: every form it goes out in, and the copy for the public where something is exempt.

In: a report, the council's Word template. Out: bytes by file name.
"""

import re
from collections.abc import Callable
from typing import Final

from kpi.reports.model import Report
from kpi.reports.pdf import pdf
from kpi.reports.word import word

Progress = Callable[[str, float], None]
"""Told what is being made, and the share that is done (0 to 1)."""

FORMS: Final = (".pdf", ".docx")
"""The forms that a report goes out in."""


def rendered(report: Report, form: str, template: bytes | None = None) -> bytes:
    """Lay a report out in one of FORMS; `template` is the council's own Word template. Raises KeyError for another."""
    laid_out: dict[str, Callable[[], bytes]] = {".pdf": lambda: pdf(report), ".docx": lambda: word(report, template)}
    return laid_out[form]()


def copies(report: Report, quarter: str) -> dict[str, tuple[Report, str]]:
    """Name the documents of a quarter's report, each with what is laid out and its form.

    With exempt sections there is a copy for the public of each.
    """
    kinds = {"": report, **({"-public": report.public_copy()} if report.has_exempt else {})}
    return {f"{stem(report, quarter)}{kind}{form}": (copy, form) for kind, copy in kinds.items() for form in FORMS}


def documents(
    report: Report, quarter: str, template: bytes | None = None, progress: Progress | None = None
) -> dict[str, bytes]:
    """Lay a quarter's report out in every form, by file name."""
    wanted, made = copies(report, quarter), dict[str, bytes]()
    for place, (name, (copy, form)) in enumerate(wanted.items()):
        if progress:
            progress(name, place / len(wanted))
        made[name] = rendered(copy, form, template)
    return made


def stem(report: Report, quarter: str) -> str:
    """Name the files of a quarter's report: 'committee-2018-19-q4', with '-draft' while it is one."""
    words = re.sub(r"[^a-z0-9]+", "-", f"{report.id} {quarter}".lower()).strip("-")
    return f"{words}-draft" if report.is_draft else words
