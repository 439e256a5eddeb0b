"""The public edition as data: a long list for people, and the Department for Education's open format for programs.

In: a PublicEdition. Out: CSV in UTF-8; c stands for hidden, x for no number, z for not counted.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kpi.intake.export import guarded
from kpi.number import round_half_away
from kpi.period import Calendar, Frequency, Period
from kpi.period.model import MONTH_NAMES
from kpi.reports.public.edition import Measure, Place, PublicEdition, Shown

LIST, FIGURES, META = "figures-list.csv", "figures.csv", "figures.meta.csv"
NOT_COUNTED: Final = "z"
COUNTRY: Final = ("E92000001", "England")
REGIONS: Final = {
    "E12000001": "North East",
    "E12000002": "North West",
    "E12000003": "Yorkshire and The Humber",
    "E12000004": "East Midlands",
    "E12000005": "West Midlands",
    "E12000006": "East of England",
    "E12000007": "London",
    "E12000008": "South East",
    "E12000009": "South West",
}
TOTAL: Final = "Total"
UNITS: Final = {"percent": "%", "pounds": "£"}
"""Units as the open format writes them; a count has none."""
YEARS: Final = {Calendar.FINANCIAL: "Financial year", Calendar.ACADEMIC: "Academic year"}
PLACE: Final = (
    "time_period",
    "time_identifier",
    "geographic_level",
    "country_code",
    "country_name",
    "region_code",
    "region_name",
    "old_la_code",
    "new_la_code",
    "la_name",
)
FILTERS: Final = {"team": "Team", "figure_status": "Status of the figure"}
META_COLUMNS: Final = (
    "col_name",
    "col_type",
    "label",
    "indicator_grouping",
    "indicator_unit",
    "indicator_dp",
    "filter_hint",
    "filter_grouping_column",
)


def files(edition: PublicEdition) -> dict[str, bytes]:
    """Write every data file by name."""
    return {LIST: listed(edition), FIGURES: figures(edition), META: metadata(edition)}


def listed(edition: PublicEdition) -> bytes:
    """Write one row a figure: what it is, when, the figure, its words, and how it compares."""
    head = ("subject", "measure", "team", "period", "when", "unit", "figure", "words", "status", "compared", "aim")
    rows = (
        (
            theme.title,
            one.title,
            one.area or TOTAL,
            figure.period.text,
            figure.when,
            one.unit,
            _cell(figure, one),
            figure.text if figure.value is not None else f"{figure.text}. {figure.why}".strip(" ."),
            figure.state,
            one.verdict.word if figure is one.now else "",
            one.goal.text if one.goal and figure is one.now else "",
        )
        for theme in edition.themes
        for one in theme.measures
        for figure in one.figures
    )
    return _written(head, rows)


def figures(edition: PublicEdition) -> bytes:
    """Write the open format: a row a time, team and status, a column a measure."""
    names = tuple(dict.fromkeys(_column(one) for one in edition.measures))
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for period, one, figure in sorted(_figures(edition), key=lambda found: (found[0], bool(found[1].area))):
        key = *time_of(period), one.area or TOTAL, figure.state.capitalize()
        rows.setdefault(key, {})[_column(one)] = _cell(figure, one)
    place = _place(edition.place)
    lines = ((*key[:2], *place, *key[2:], *(row.get(name, NOT_COUNTED) for name in names)) for key, row in rows.items())
    return _written((*PLACE, *FILTERS, *names), lines)


def _place(place: Place) -> tuple[str, ...]:
    region = place.region_code, REGIONS.get(place.region_code, "")
    return "Local authority", *COUNTRY, *region, place.la_code, place.ons_code, place.name


def _figures(edition: PublicEdition) -> Iterator[tuple[Period, Measure, Shown]]:
    """Give every figure with its time and its measure."""
    for one in edition.measures:
        for figure in one.figures:
            yield figure.period, one, figure


def metadata(edition: PublicEdition) -> bytes:
    """Write what the columns of the open format mean."""
    rows: list[tuple[str, ...]] = [(name, "Filter", label, "", "", "", "", "") for name, label in FILTERS.items()]
    seen: set[str] = set()
    for theme in edition.themes:
        for one in theme.measures:
            if _column(one) not in seen:
                unit, decimals = UNITS.get(one.unit, ""), str(max(one.decimals, 0))
                rows.append((_column(one), "Indicator", _label(one), theme.title, unit, decimals, "", ""))
                seen.add(_column(one))
    return _written(META_COLUMNS, rows)


def time_of(period: Period) -> tuple[str, str]:
    """Give time_period and time_identifier: '201819' and 'Financial year Q4', '2019' and 'February' or 'Week 7'."""
    name, digits = YEARS.get(period.calendar, "Calendar year"), period.year.text.replace("-", "")
    match period.frequency:
        case Frequency.YEAR:
            return digits, name
        case Frequency.QUARTER:
            return digits, f"{name} Q{period.quarter_number}"
        case Frequency.MONTH:
            return str(period.last_day.year), MONTH_NAMES[period.last_day.month - 1]
        case Frequency.DATE:
            year, week, _ = period.first_day.isocalendar()
            return str(year), f"Week {week}"


def _column(one: Measure) -> str:
    """Name a measure's column; teams share it."""
    return one.id.partition("-")[0]


def _label(one: Measure) -> str:
    """Say what a column holds, with the N of a rate."""
    return f"{one.title}, for every {one.per:,}" if one.per else one.title


def _cell(figure: Shown, one: Measure) -> str:
    """Write a figure as a number without commas, or the letter that stands for it."""
    if figure.value is None:
        return figure.symbol
    return f"{round_half_away(figure.value, max(one.decimals, 0)):.{max(one.decimals, 0)}f}"


def _written(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Write a table; text that a spreadsheet would run as a formula is made harmless, numbers stay numbers."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([cell if _is_number(cell) else guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def _is_number(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdigit()
