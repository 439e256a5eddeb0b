"""Directions, pledges and the self-evaluation: what stands, what is kept, what the figures contradict.

In: views of kpi.inspection. Out: Html; a contradiction is a warning in words.
"""

from collections.abc import Sequence
from itertools import groupby

from kpi.definitions.plan import Qualitative
from kpi.expectation import Answer
from kpi.inspection import DirectionView, PledgeView, StatementView
from kpi.ui import verdict
from kpi.ui.inspection_trace import lacking
from kpi.ui.inspection_words import LATER, MADE_UP
from kpi.ui.markup import NOTHING, Html, element, join, prose
from kpi.ui.parts import mark, shape
from kpi.ui.table import Column, Group, Line, Table, html, of_rows

EVIDENCE = {
    "practice_week": "Practice week",
    "voice_of_the_child": "Voice of the child",
    "case_audit": "Case audit",
    "other": "Other evidence",
}
NO_FIGURE = "No figure is named that would tell."
NO_EVIDENCE = "Neither a figure nor other evidence is named."
_PLEDGES = (
    Column("Pledge", class_="kpi-col-claim"),
    Column("Kept?", class_="kpi-col-kept"),
    Column("What the figures answer"),
)
_STATEMENTS = (
    Column("Statement", class_="kpi-col-claim"),
    Column("What the figures say now"),
    Column("Other evidence", class_="kpi-col-evidence"),
)


def directions(given: Sequence[DirectionView]) -> Html:
    """Say every statutory direction: since when it stands, and what it requires."""
    if not given:
        return element("p", "None is on record.", class_="kpi-quiet")
    return element("ul", *map(_direction, given), class_="kpi-answers")


def _direction(one: DirectionView) -> Html:
    marks = [mark(MADE_UP) if one.direction.illustrative else NOTHING, mark(LATER) if one.later else NOTHING]
    told = join([element("strong", prose(one.sentence)), *marks], " ")
    source = element("small", one.direction.source) if one.direction.source else None
    return element("li", element("p", told), element("p", one.direction.text), source)


def pledges(given: Sequence[PledgeView], period: str, as_at: int | None) -> Html:
    """Draw the pledges with whether they are kept, and every figure that says so."""
    rows = [(_pledge(one), _kept(one), _figures(one.answers, period, as_at, NO_FIGURE)) for one in given]
    return of_rows("Pledges", _PLEDGES, rows, caption_seen=False, class_="kpi-claims", empty="No pledge to show.")


def _pledge(one: PledgeView) -> Html:
    pledge = one.pledge
    marks = [mark(MADE_UP) if pledge.illustrative else None, mark(LATER) if one.later else None]
    made = element("small", prose(f"To {pledge.to}, {one.made}"))
    return join([element("strong", pledge.ref), f" {pledge.text} ", *marks, made])


def _kept(one: PledgeView) -> Html:
    return verdict.outcome(one.outcome, one.word) if one.answers else element("span", one.word, class_="kpi-quiet")


def _figures(answers: Sequence[Answer], period: str, as_at: int | None, none: str) -> Html:
    return verdict.all_told(answers, period, as_at) if answers else lacking(none)


def statements(given: Sequence[StatementView], year: str, period: str, as_at: int | None) -> Html:
    """Draw the self-evaluation by theme, each statement with its figures and evidence, and what contradicts it."""
    groups = tuple(
        Group(tuple(_line(one, period, as_at) for one in these), theme)
        for theme, these in groupby(given, key=lambda one: one.theme_title)
    )
    caption = f"Self-evaluation of {year}" if year else "Self-evaluation"
    none = "No statement of the self-evaluation matches this choice."
    return html(Table(caption, _STATEMENTS, groups, class_="kpi-claims", empty=none))


def _line(one: StatementView, period: str, as_at: int | None) -> Line:
    said = one.statement
    kind = element("small", one.kind.capitalize())
    marked = mark(MADE_UP) if said.illustrative else None
    source = element("small", said.source) if said.source else None
    statement = join([element("strong", one.ref), f" {said.text} ", marked, kind, source])
    none = NO_EVIDENCE if one.unsupported else NO_FIGURE
    figures = join([warning(one), _figures(one.answers, period, as_at, none)])
    return Line((statement, figures, _evidence(said.evidence)), "kpi-against" if one.contradicted else None)


def warning(one: StatementView) -> Html:
    """Say in words that the figures contradict a statement; nothing where they do not."""
    if not one.contradicted:
        return NOTHING
    gist = one.warning.split(". ", 1)[0] + "."
    return element("p", shape("triangle"), element("strong", prose(gist)), class_="kpi-warning")


def _evidence(given: Sequence[Qualitative]) -> Html:
    if not given:
        return element("span", "none", class_="kpi-quiet")
    return element("ul", *map(_seen, given), class_="kpi-answers")


def _seen(one: Qualitative) -> Html:
    head = element("strong", prose(f"{EVIDENCE[one.kind]}, {one.date}"))
    source = element("small", one.source) if one.source else None
    return element("li", head, ": ", prose(one.text), " ", mark(MADE_UP) if one.illustrative else None, source)
