"""The documents of papers, slides and the public edition, in every form they go out in.

In: a report, a deck or an edition. Out: bytes. What lays them out takes half a second to load, and most answers never
need it, so that it is loaded when the first document is made.
"""

import re
from collections.abc import Callable
from typing import Final

from kpi.reports.model import Report
from kpi.reports.public.edition import PublicEdition
from kpi.reports.slides import Deck

Progress = Callable[[str, float], None]
"""Told what is being made, and the share that is done (0 to 1)."""

FORMS: Final = (".pdf", ".docx")
"""The forms that a report goes out in."""
SLIDES: Final = (".html", ".pptx")
"""The forms that slides go out in."""


def rendered(report: Report, form: str, template: bytes | None = None) -> bytes:
    """Lay a report out in one of FORMS; `template` is the council's own Word template."""
    if form == ".pdf":
        from kpi.reports.pdf import pdf

        return pdf(report)
    from kpi.reports.word import word

    return word(report, template)


def slides(deck: Deck, form: str) -> bytes:
    """Draw slides in one of SLIDES: one HTML file that needs no network, or PowerPoint."""
    if form == ".html":
        from kpi.reports.deck import offline

        return offline(deck)
    from kpi.reports.powerpoint import powerpoint

    return powerpoint(deck)


def public_site(edition: PublicEdition) -> dict[str, bytes]:
    """Make the web site of an edition, by path."""
    from kpi.charts.static import vector
    from kpi.reports.public.site import site

    return site(edition, vector)


def public_paper(edition: PublicEdition) -> bytes:
    """Lay an edition out as PDF."""
    from kpi.reports.public.report import report

    return rendered(report(edition), ".pdf")


def copies(report: Report, quarter: str) -> dict[str, tuple[Report, str]]:
    """Name the documents of a quarter's report, each with what is laid out and its form.

    With exempt sections there is a copy for the public of each, whose name does not tell what they lack.
    """
    kinds = {"": report, **({"-public": report.public_copy()} if report.has_exempt else {})}
    return {f"{stem(copy, quarter)}{kind}{form}": (copy, form) for kind, copy in kinds.items() for form in FORMS}


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
