"""The inspection record's first sentences, the grades over the years, and the visits that gave or asked for something.

In: an InspectionView. Out: Html and a spreadsheet; every sentence is that of kpi.inspection.
"""

from collections.abc import Sequence

from kpi.inspection import AreaHistory, Cell, InspectionView, JudgementHistory, Visit
from kpi.period import reader_date
from kpi.ui import address
from kpi.ui.download import csv_file
from kpi.ui.inspection_choice import ONLY
from kpi.ui.markup import NOTHING, Html, element, facts, join, link, listed, prose
from kpi.ui.parts import empty, mark, sentence
from kpi.ui.table import Column, of_rows

MADE_UP = "Illustrative"
LATER = "Known only later"


def lead(view: InspectionView) -> Html:
    """Say first which grades stand, then what has no action, what is promised and what the figures contradict."""
    first, *rest = view.headlines
    return join([sentence(first, lead=True), listed(map(prose, rest), class_="kpi-asides") if rest else None])


def nothing() -> Html:
    """Say that nothing was defined yet, and where to begin."""
    fix = "Add inspections, recommendations and the self-evaluation to inspections.yaml in the council's pack."
    return empty("There is no record of inspections yet.", fix)


def judgements(history: JudgementHistory) -> Html:
    """Draw the grades: areas down, inspections across, the oldest first; every change in words."""
    columns = [Column("Judgement area", class_="kpi-col-area"), *(Column(_head(one)) for one in _columns(history))]
    rows = [_area(one) for one in history.areas]
    none = "No grade is on record."
    return of_rows("Grades, the oldest inspection first", columns, rows, class_="kpi-grades", empty=none)


def _columns(history: JudgementHistory) -> Sequence[tuple[str, str, bool]]:
    return [(one.inspection.kind.replace("_", " ").capitalize(), one.when, one.later) for one in history.columns]


def _head(column: tuple[str, str, bool]) -> str:
    kind, when, later = column
    return f"{kind}, {when}{f' ({LATER.lower()})' if later else ''}"


def _area(one: AreaHistory) -> tuple[str | Html, ...]:
    note = element("small", prose(one.note)) if one.note else None
    return (join([one.title, note]), *(_cell(cell) for cell in one.cells))


def _cell(cell: Cell) -> Html:
    if cell.judgement is None:
        return element("span", cell.word, class_="kpi-quiet")
    arrow = {"improved": "↑", "declined": "↓"}.get(cell.change or "", "")
    moved = join([element("span", arrow, aria_hidden="true", class_="kpi-arrow") if arrow else None, cell.change_text])
    said = element("small", cell.judgement.text) if cell.judgement.text else None
    return join([element("strong", cell.word), element("small", moved), said])


def visits(view: InspectionView, chosen: str) -> Html:
    """Draw every visit, the newest first, each opened on demand; the one chosen is open."""
    if not view.visits:
        return element("p", "No visit is on record.", class_="kpi-quiet")
    return element("div", *(_visit(one, one.inspection.id == chosen) for one in view.visits), class_="kpi-glossary")


def _visit(visit: Visit, opened: bool) -> Html:
    one = visit.inspection
    asked = len(one.recommendations)
    counted = f"{asked:,} {'recommendation' if asked == 1 else 'recommendations'}" if asked else "no recommendation"
    about = f"{visit.kind.capitalize()} by {one.inspectorate}, {visit.when}: {counted}"
    marks = join([mark(MADE_UP) if one.illustrative else None, mark(LATER) if visit.later else None], " ")
    told = facts(
        {
            "Known from": reader_date(visit.known),
            "What it found": one.summary,
            "Source": one.source,
            "Recommendations": _trace(visit),
        }
    )
    summary = element("summary", element("strong", one.title), element("span", prose(about)))
    return element("details", summary, element("div", marks, told), class_="kpi-entry", open=opened)


def _trace(visit: Visit) -> Html | None:
    """Link to the trace of a visit's recommendations."""
    if not visit.inspection.recommendations:
        return None
    refs = ", ".join(one.ref for one in visit.inspection.recommendations)
    there = address.here("inspection", inspection=visit.inspection.id)
    return join([f"{refs}. ", link("Show only these", there)])


def counts(view: InspectionView, only: str) -> Html:
    """Count what has none before anything else; each count shows only that, and pressed again everything."""
    if not view.recommendations:
        return NOTHING
    told = [
        ("none", len(view.without_action), "without an action yet"),
        ("none", len(view.without_indicator), "with actions but no indicator"),
        ("", len(view.recommendations), "recommendations in all"),
    ]
    return element("ul", *(_count(*one, only) for one in told), class_="kpi-counts")


def _count(key: str, count: int, words: str, only: str) -> Html:
    there = address.here("inspection", only=key)
    pressed = key == only
    inside = join([element("strong", f"{count:,}"), element("span", words)], " ")
    return element("li", link(inside, there, aria_current="true" if pressed else None))


def shown(count: int, of: int, only: str) -> Html:
    """Say how many recommendations are shown; it is announced."""
    if count == of and not only:
        return NOTHING
    everything = link("Show everything", address.here("inspection", only=None, inspection=None))
    said = f"{count:,} of {of:,} recommendations. {ONLY[only]}. " if only else f"{count:,} of {of:,} recommendations. "
    return element("p", said, everything, role="status", class_="kpi-sentence")


def csv(view: InspectionView) -> bytes:
    """Write judgements, recommendations, directions, pledges and statements as a spreadsheet, one a row."""
    rows = view.as_rows()
    return csv_file(list(rows[0]) if rows else ["kind"], ([*row.values()] for row in rows))
