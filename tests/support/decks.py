"""Briefings with every kind of slide, as a director would recognise them, and one with words that mean harm.

In: nothing. Out: Decks.
"""

from dataclasses import replace
from datetime import UTC, datetime

from kpi.charts.model import Band, Chart, Line, Point, Target
from kpi.reports.model import Cell, Column, KeyFigure, Table
from kpi.reports.slides import Deck, Slide

RECORDED = datetime(2019, 6, 18, 23, 30, tzinfo=UTC)
"""When the revision was recorded; in England it was the 19th already."""
HOSTILE = '<script>alert(1)</script></style> =HYPERLINK("x") {{ 7*7 }} #eval("1") $x^2$ \u202edesrever 😀 \x07 '
QUARTERS = tuple(f"Q{quarter} {year}" for year in ("2016-17", "2017-18", "2018-19") for quarter in range(1, 5))
SHARES = (89.0, 86.0, 82.0, 80.5, 76.0, 74.0, None, 72.0, 75.0, 72.5, 71.5, 72.0)
POINTS = tuple(Point(share, "no figure" if share is None else f"{share}%", "red") for share in SHARES)
CHART = Chart(
    title="Initial conferences in time fell.",
    alt="Initial conferences in time fell from 89.0% to 72.0%; the target is at least 85%.",
    axis="Per cent",
    periods=QUARTERS,
    lines=(Line("Initial conferences in time", POINTS),),
    targets=(Target("Target at least 85%", (85.0,) * 12, (None,) * 12),),
    bands=(Band("red", ((float("-inf"), 75.0),) * 12), Band("green", ((85.0, float("inf")),) * 12)),
    chosen=11,
)
TABLE = Table(
    "Actions that are overdue, the longest first",
    (Column("Action", weight=3), Column("Who", weight=2), Column("Due", "right"), Column("Status")),
    tuple(
        (
            Cell(f"{ref} Tell the health service within two days"),
            Cell("Head of Service"),
            Cell("28 February 2019"),
            told,
        )
        for ref, told in (("CIC 3.1", Cell("Off target", "red")), ("CSF 1.1", Cell("Complete", "complete")))
    ),
    note="One of the two is illustrative.",
)
LONG = (
    "Initial health assessments of children who came into care, completed within 20 working days and told to the "
    "independent reviewing officer, stand at 56.7%, 23.3 percentage points short of 80%."
)
WHO = "Answers for it: Head of Safeguarding. Acts: SAR 1.2 (Head of Safeguarding) and SAR 2.1 (Director) and 4 more."
IN_TIME = KeyFigure("Off target, Q4 2018-19", "72.0%", "red", "off target")
COUNTS = tuple(
    KeyFigure(word.capitalize(), number, status, word)
    for word, number, status in (
        ("on target", "21", "green"),
        ("close", "14", "amber"),
        ("off target", "9", "red"),
        ("no target", "29", "unrated"),
        ("no figure", "7", "no_data"),
    )
)
MONEY = (
    KeyFigure("Children in care", "612", "green", "on target", "6 fewer than a year ago."),
    KeyFigure("Spent on agency staff", "£2,140,000", "amber", "close", "£140,000 over the budget of £2,000,000."),
)
SLIDES = (
    Slide(
        "opening",
        "Of 80 figures 21 are on target, 14 are close and 9 are off target.",
        "opening",
        figures=COUNTS,
        notes="Thank the teams.\nSay which figures are late.",
    ),
    Slide(
        "off_target:icpc_15:all",
        "Initial conferences within 15 working days stand at 72.0%, 13.0 percentage points short of their target.",
        "off_target",
        chart=CHART,
        figures=(IN_TIME,),
        gap="13.0 percentage points short of target: at least 85%",
        who="Answers for it: Head of Safeguarding.",
        mark="Illustrative: Q3 2018-19.",
        notes="The delay is in strategy meetings.",
    ),
    Slide("long", LONG, "off_target", chart=CHART, figures=(IN_TIME,), gap="13.0 points short: 85%", who=WHO),
    Slide("chart", "A chart can say it all.", "changed", chart=CHART),
    Slide(
        "money", "Agency staff cost more than planned.", "written", figures=MONEY, gap="£140,000 over", who="Director"
    ),
    Slide("overdue:1", "2 actions are overdue.", "overdue", table=TABLE, who=WHO),
    Slide("written:1", "What we ask the panel", "written", points=("Agree the new target.", "Note the delay.", LONG)),
    Slide("written:2", "One thing is asked for.", "written", points=("Agree the new target of 85%.",)),
    Slide("written:3", "Half of what the plan promised has been done.", "written"),
)


def briefing(slides: tuple[Slide, ...] = SLIDES) -> Deck:
    """Give a briefing of these slides."""
    return Deck(
        title="Improvement plan 2018-19: Q4 2018-19",
        audience="scrutiny",
        council="City of Wolverhampton Council",
        period="Q4 2018-19 (January to March 2019)",
        revision=12,
        made=RECORDED,
        seal="ab" * 32,
        slides=slides,
        illustrative="25 of the 80 figures are illustrative: made up to demonstrate, and not to be quoted.",
    )


def hostile() -> Deck:
    """Give a briefing whose every word means harm or is far too long."""
    much, figure = HOSTILE * 12, KeyFigure(HOSTILE, HOSTILE * 9, "red", HOSTILE, HOSTILE * 3)
    cells = tuple(Cell(text, status) for text, status in ((HOSTILE, ""), ("x" * 5000, ""), (HOSTILE, "red")))
    table = Table(HOSTILE, tuple(Column(HOSTILE) for _ in cells), (cells, cells), note=HOSTILE * 5)
    chart = replace(CHART, alt=HOSTILE, axis=HOSTILE)
    slides = (
        Slide(HOSTILE, HOSTILE, HOSTILE, chart=chart, figures=(figure,), gap=HOSTILE, who=HOSTILE, mark=HOSTILE),
        Slide("table", much, "overdue", table=table, gap=much, who=much, mark=much, notes=much),
        Slide("points", "x" * 5000, "written", points=("😀" * 1000, "word " * 1000), notes="y" * 5000),
        Slide("figures", HOSTILE, "written", figures=(figure,) * 7),
        Slide("", "", ""),
        Slide("", "", ""),
    )
    return replace(briefing(slides), title=HOSTILE, council=HOSTILE, period=HOSTILE, illustrative=much)
