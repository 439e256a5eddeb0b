"""A paper and a deck with every kind of block, for whoever writes them as Office documents."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from kpi.charts.model import Chart, Line, Point, Target
from kpi.reports.model import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Picture,
    Report,
    Section,
    Subheading,
    Table,
)
from kpi.reports.slides import Deck, Slide

HOSTILE = '<script>alert(1)</script> =HYPERLINK("http://x") {{ body }} #eval $x$ \u202eabc\u202c \x07 😀 &amp; ]]>'
SHOWN = HOSTILE.replace("\x07", "␇")
MADE = datetime(2019, 6, 5, 9, 30, tzinfo=UTC)
QUARTERS = tuple(f"Q{quarter} {year}" for year in ("2017-18", "2018-19") for quarter in (1, 2, 3, 4))


def point(value: float | None, status: str = "green", state: str = "final") -> Point:
    return Point(value, "no figure" if value is None else f"{value:g}%", status if value is not None else "", state)


def chart(**other: Any) -> Chart:
    """Files judged good: a gap in the third quarter, illustrative figures in the fifth and sixth."""
    values = (35, 36, None, 41, 44, 47, 50, 52)
    points = tuple(point(value, "amber", "illustrative" if n in (4, 5) else "final") for n, value in enumerate(values))
    target = Target("Target at least 60%", (60.0,) * 8, (None,) * 8)
    alt = "Line chart of files judged good or outstanding, Q1 2017-18 to Q4 2018-19, rising from 35% to 52%."
    drawn = Chart("Files judged good rose to 52%", alt, "Per cent", QUARTERS, (Line("", points),), (target,), chosen=7)
    return replace(drawn, **other)


def scorecard(rows: int = 6) -> Table:
    statuses = (("On target", "green"), ("Close", "amber"), ("Off target", "red"))
    statuses += (("No target", "unrated"), ("No figure", "no_data"), ("Complete", "complete"))
    cells = tuple(
        (Cell(f"Indicator {n + 1}"), Cell("52%"), Cell("at least 60%"), Cell(*statuses[n % 6])) for n in range(rows)
    )
    columns = (Column("Indicator", weight=3), Column("Figure", "right"), Column("Target", "right"), Column("Status"))
    return Table("Indicators at 31 March 2019", columns, cells, "Figures are as at revision 12.")


def figures() -> KeyFigures:
    return KeyFigures(
        (
            KeyFigure("Children in need", "821", "green", "On target", "Down from 1,037 in 2017-18."),
            KeyFigure("Files judged good or outstanding", "52%", "amber", "Close", "Up from 35%."),
            KeyFigure("Average caseload", "22.4", "red", "Off target", "4.4 over the target of 18."),
        )
    )


def section(number: str, title: str, *blocks: Block, **other: Any) -> Section:
    return Section(title.lower(), title, number, blocks, **other)


def report(*blocks: Block, **other: Any) -> Report:
    """A committee report; `blocks` take the place of those of its third section."""
    every = (
        Paragraph("Children in need fell from 1,037 (2017-18) to 821 (2018-19).", "3.1"),
        figures(),
        Subheading("The scorecard at a glance"),
        scorecard(),
        Picture(chart(), "Figure 1. Files judged good or outstanding, by quarter"),
        Bullets(("Turnover halved.", "Agency spend is down £140,000.")),
        Bullets(("Keep the workforce.", "Embed practice weeks."), ordered=True),
        Callout("The figures by quarter are illustrative."),
    )
    sections = (
        section("1", "Purpose", Paragraph("To tell the panel what has been achieved.", "1.1")),
        section("3", "Progress", *(blocks or every)),
        section("5", "Financial implications", Paragraph("Agency spend is down.", "5.1"), clearance="[MK/03062019/A]"),
        section("A", "Scorecard", scorecard(12), appendix=True, new_page=True),
    )
    said: dict[str, Any] = {
        "id": "committee",
        "title": "Children's services improvement plan: progress in 2018-19",
        "kind": "Committee report",
        "audience": "scrutiny",
        "council": "City of Wolverhampton Council",
        "service": "Children's services",
        "period": "Q4 2018-19 (January to March 2019)",
        "meeting": "Children, Young People and Families Scrutiny Panel",
        "meeting_day": date(2019, 6, 19),
        "deadline": date(2019, 6, 11),
        "revision": 12,
        "made": MADE,
        "seal": "3fa2" * 16,
        "fields": (("Wards affected", "All wards"), ("Accountable director", "Director of Children's Services")),
        "recommendations": ("Note the progress made.", "Comment on what comes next."),
        "sections": sections,
        "illustrative": "Figures by quarter are illustrative: they were made up for the demonstration.",
    }
    return Report(**(said | other))


def slide(title: str = "Files judged good rose to 52%, 8 points under the target", **other: Any) -> Slide:
    said: dict[str, Any] = {"id": "files", "why": "off_target", "notes": "Practice weeks show in the figures."}
    return Slide(title=title, **(said | other))


def deck(*slides: Slide, **other: Any) -> Deck:
    """A briefing; `slides` take the place of its own: an opening, a chart, figures, points and a table."""
    every = (
        slide("Children's services: progress in 2018-19", id="opening", why="opening", points=("Leadership meeting",)),
        slide(chart=chart(), gap="8 points under the target", who="Head of Safeguarding", mark="Illustrative"),
        slide("Three figures moved most", id="moved", why="changed", figures=figures().figures),
        slide("Two actions are overdue", id="overdue", why="overdue", points=("PMQA 2.1 is overdue.", "SSS 2.1 is.")),
        slide("Where every indicator stands", id="table", why="written", table=scorecard()),
    )
    said: dict[str, Any] = {
        "title": "Children's services improvement plan, Q4 2018-19",
        "audience": "leadership",
        "council": "City of Wolverhampton Council",
        "period": "Q4 2018-19 (January to March 2019)",
        "revision": 12,
        "made": MADE,
        "seal": "3fa2" * 16,
        "slides": slides or every,
        "illustrative": "Figures by quarter are illustrative.",
    }
    return Deck(**(said | other))
