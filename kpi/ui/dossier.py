"""All about one indicator as Html: every period as a table, its definition and rule in words, targets, corrections.

In: judged history, definitions, changes of one figure. Out: Html and a spreadsheet.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.definitions.target import Target
from kpi.ledger.trace import FigureChange
from kpi.number import text as figure_text
from kpi.period import Period
from kpi.scorecard import IndicatorHistory, Row
from kpi.story import periods_in_words, rule_in_words, target_text, value_text
from kpi.ui import address
from kpi.ui.board import movement
from kpi.ui.download import csv_file
from kpi.ui.markup import NOTHING, Html, element, facts, join, link, prose
from kpi.ui.parts import chip, mark
from kpi.ui.surround import moment
from kpi.ui.table import Column, Group, Line, Table, html, of_rows

NO_MARKS: Mapping[Period, str] = MappingProxyType({})
SET_BY = {"national": "Set nationally", "local": "Set locally", "statutory": "Set by law"}
CONTROL = {"full": "Fully", "partial": "In part", "none": "No"}
FREQUENCIES = {"month": "Every month", "quarter": "Every quarter", "year": "Every year", "date": "On dates"}
BASES = {
    "snapshot": "as at the last day",
    "in_period": "within the period",
    "year_to_date": "year to date",
    "rolling_12_months": "over the last 12 months",
}
_COLUMNS = (
    Column("Period"),
    Column("Value", number=True, class_="kpi-col-value"),
    Column("Target and gap", class_="kpi-col-target"),
    Column("Status", class_="kpi-col-status"),
    Column("Since the period before", class_="kpi-col-change"),
    Column("Since a year before", class_="kpi-col-change"),
    Column("State and notes", class_="kpi-col-notes"),
)


def reasons(row: Row) -> Html:
    """Say why it has its status, and by which rule its movements are called what they are."""
    status = element("p", chip(row.status.value), " ", prose(row.status_reason))
    return join(
        [status, element("p", prose(row.direction_reason), class_="kpi-quiet") if row.value is not None else None]
    )


def choose_areas(areas: Mapping[str, str], area: str, *, alone: bool = False) -> tuple[str, ...]:
    """Offer the areas of an indicator that has several; give those to be shown beside the one chosen.

    A chart that shows more than the status of one area has no room for another: `alone` offers none.
    """
    if len(areas) < 2:
        return ()
    address.choose("Area", "area", areas, next(iter(areas)))
    if alone:
        return ()
    others = {name: title for name, title in areas.items() if name != area}
    beside = address.choose("Show beside it", "beside", {"": "Nothing", "all": "The other areas"} | others)
    return tuple(name for name in others if beside in ("all", name))


def turn(rows: Sequence[Row], here: int, as_at: int | None) -> Html:
    """Link to the indicators before and after this one, in the order of the scorecard."""
    before = _neighbour("Previous", rows[here - 1], as_at) if here > 0 else NOTHING
    after = _neighbour("Next", rows[here + 1], as_at) if here + 1 < len(rows) else NOTHING
    return element("nav", before, after, class_="kpi-turn", aria_label="Other indicators")


def _neighbour(which: str, row: Row, as_at: int | None) -> Html:
    area = row.area if row.area != row.definition.areas[0] else None
    there = address.link("indicator", indicator=row.indicator, area=area, period=row.asked.text, as_at=as_at)
    return link(f"{which}: {row.full_title}", there, rel="prev" if which == "Previous" else "next")


def every_period(history: IndicatorHistory, chosen: Row | None, marks: Mapping[Period, str] = NO_MARKS) -> Html:
    """Draw the twin of the chart: every period, the newest first, gaps included; `marks` are what it marks."""
    lines = tuple(_line(row, chosen, marks.get(row.period, "")) for row in reversed(history.rows))
    caption = f"Every figure of {history.title}, the newest first"
    return html(
        Table(caption, _COLUMNS, (Group(lines),), class_="kpi-board kpi-periods", empty="There are no figures yet.")
    )


def _line(row: Row, chosen: Row | None, special: str) -> Line:
    here = chosen is not None and row.period == chosen.period
    short, long = row.period.short_label, row.period.label.removeprefix(row.period.short_label).strip(" ()")
    period = join([short, *(element("small", words) for words in (long, "shown above" if here else "") if words)])
    cells = (
        period,
        row.text,
        join([row.target_text or "no target", element("small", row.gap_text) if row.gap_text else None]),
        chip(row.status.value),
        movement(row.previous, row),
        movement(row.year_before, row),
        _notes(row, special),
    )
    return Line(cells, "kpi-here" if here else None)


def _notes(row: Row, special: str) -> Html:
    """Say the state, what marks the figure on the chart, what it was worked out from, its note, doubt and break."""
    worked = f"{_count(row.numerator)} of {_count(row.denominator)}" if row.denominator else ""
    broken = f"New definition from here: {row.break_reason}" if row.break_reason else ""
    doubt = f"In doubt: {row.doubt_reason}." if row.doubt_reason else ""
    state = mark(row.state.capitalize()) if row.state not in ("", "final") else None
    note = row.note if row.text != row.note else ""
    told = (element("small", text) for text in (special, worked, note, doubt, broken) if text)
    return join([state, *told])


def _count(number: float | None) -> str:
    return figure_text(number, "count", 0 if number is None or number == round(number) else 1)


def about(indicator: Indicator, pack: Pack, as_at: int | None = None) -> Html:
    """Say what the indicator is, how it is worked out, and who answers for it."""
    return facts(
        {
            "What is counted": indicator.definition,
            "Why it matters": indicator.why,
            "How it is judged": rule_in_words(indicator, pack.area_titles),
            "Worked out as": _worked_out(indicator),
            "How often": f"{FREQUENCIES[indicator.frequency]}, {BASES[indicator.basis]}",
            "Expected": f"{indicator.lag_days} days after the period ends",
            "Theme": pack.theme_titles.get(indicator.theme, indicator.theme),
            "Who answers for it": indicator.owner,
            "In the council's control": CONTROL[indicator.in_control],
            "Where it comes from": indicator.source,
            "Read more": indicator.reference,
            "The DfE's own figures": twins(indicator.id, pack, own=False, as_at=as_at),
            "The council's own figures": twins(indicator.id, pack, own=True, as_at=as_at),
            "Id in spreadsheets": element("code", indicator.id),
        }
    )


def twins(name: str, pack: Pack, *, own: bool, as_at: int | None = None) -> Html | None:
    """Link to the figures of the same name that the DfE publishes, or to the council's `own`; None for none.

    They are counted by another definition, and never joined.
    """
    pairs = [(one, pack.by_id[one.published_as]) for one in pack.indicators if one.published_as]
    found = [ours if own else theirs for ours, theirs in pairs if (theirs if own else ours).id == name]
    links = [link(one.title, address.link("indicator", indicator=one.id, as_at=as_at)) for one in found]
    return join([join(links, ", "), ", by another definition."]) if links else None


def _worked_out(indicator: Indicator) -> str:
    if not indicator.denominator:
        return indicator.numerator or ""
    return f"{indicator.numerator}, divided by: {indicator.denominator}"


def targets(indicator: Indicator, area_titles: Mapping[str, str]) -> Html:
    """List the targets: for when and where, how much, who set them and why."""
    rows = [row for target in indicator.targets for row in _target_rows(target, indicator, area_titles)]
    columns = ("For", "Where", "Target", "Set by", "Why")
    return of_rows("Targets", columns, rows, caption_seen=False, empty="No target is set, so it is not rated.")


def _target_rows(target: Target, indicator: Indicator, area_titles: Mapping[str, str]) -> list[tuple[str, ...]]:
    areas = ", ".join(area_titles.get(area, area) for area in target.areas or indicator.areas)
    return [
        (periods_in_words(periods, indicator), areas, words, SET_BY[target.set_by], target.reason)
        for periods, words in _asked_for(target, indicator)
    ]


def _asked_for(target: Target, indicator: Indicator) -> list[tuple[str, str]]:
    """Give the periods of a target, each with what is asked for in them."""
    if target.between:
        return [(target.periods or "", target_text(*target.between, indicator))]
    least = target.at_least is not None
    asked = target.at_least if least else target.at_most
    profile = asked if isinstance(asked, dict) else {target.periods or "": asked or 0.0}
    return [
        (periods, target_text(value if least else None, None if least else value, indicator))
        for periods, value in profile.items()
    ]


def corrections(changes: Sequence[FigureChange], indicator: Indicator, period: str) -> Html:
    """List every revision that changed one figure, the newest first."""
    rows = (
        (
            link(f"Revision {change.revision}", address.link("history", revision=change.revision)),
            moment(change.at),
            change.who,
            change.change.capitalize(),
            value_text(change.value, change.symbol, change.note, indicator),
            change.state.capitalize(),
            change.why,
        )
        for change in reversed(changes)
    )
    columns = ("Revision", "When", "Who", "What happened", Column("Figure", number=True), "State", "Note")
    return of_rows(
        f"What was published for {period}", columns, rows, empty="Nothing was ever published for this period."
    )


def csv(history: IndicatorHistory) -> bytes:
    """Write every period as a spreadsheet, in the long form with its judgement beside it."""
    headings = (
        "indicator_id,area,period,value,numerator,denominator,state,note",
        "shown,target,gap,status,sentence,mark",
    )
    return csv_file(",".join(headings).split(","), map(_cells, history.rows))


def _cells(row: Row) -> tuple[object, ...]:
    stored = (row.indicator, row.area, row.period.text, row.value, row.numerator, row.denominator, row.state, row.note)
    return (*stored, row.text, row.target_text, row.gap_text, row.status_word, row.sentence, row.mark)
