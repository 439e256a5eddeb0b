"""Chooses what a claim says will be seen: indicator, area, what the figure does, in which period, against which.

In: definitions and the period shown. Out: select boxes, the expectation in words, and the Expectation itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import streamlit as st

from kpi import number
from kpi.definitions.expectation import MOVEMENTS, Expectation
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.expectation import in_words
from kpi.number import NumberError
from kpi.period import Calendar, Frequency, Period, containing
from kpi.problem import Problem, ProblemError
from kpi.ui.markup import Html, draw, element, prose
from kpi.ui.panel_form import at_field, key, wrong

FORM = "claim"
EXPECTS: Final[dict[str, str]] = {
    "falls": "falls",
    "rises": "rises",
    "improves": "improves",
    "no_worse": "is no worse",
    "on_target": "is on target",
    "at_least": "is at least …",
    "at_most": "is at most …",
}
BEFORE, AHEAD = 4, 12
"""Periods before and after the one shown that a claim may be about."""
UNITS = {"percent": "in per cent", "pounds": "in pounds", "days": "in days", "cases": "in cases"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen so far; `fault` says what is still wrong with it."""

    expectation: Expectation | None
    fault: Problem | None = None


def choose(pack: Pack, around: Period) -> Chosen:
    """Offer the choices of an expectation; every later list follows the choices before it."""
    indicator = pack.by_id[_box("Indicator", "indicator", {one.id: one.title for one in pack.by_id.values()})]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        area = _area(indicator, pack)
        expects = _box("What the figure does", "expects", EXPECTS, width=260)
        limit = _limit(indicator) if expects in ("at_least", "at_most") else ""
        periods = periods_of(indicator, around)
        period = _box("In", f"period_{indicator.id}", _labels(periods), default=_next(periods, around), width=330)
        earlier = {one.text: one.short_label for one in earlier_than(periods[period])} if expects in MOVEMENTS else {}
        since = _box("Against", f"since_{period}", earlier, width=260) if earlier else ""
    return made({"indicator": indicator.id, "area": area, "expects": expects, "period": period, "since": since}, limit)


def made(given: Mapping[str, str], limit: str) -> Chosen:
    """Make the expectation; `limit` is the number as it was written, '' where none is asked for."""
    named: dict[str, object] = {name: value for name, value in given.items() if value}
    if given["expects"] in ("at_least", "at_most"):
        try:
            named["value"] = _number(limit)
        except NumberError as error:
            return Chosen(None, wrong("value", error.reason, error.fix))
    return Chosen(Expectation.model_validate(named))


def _number(text: str) -> float:
    cell = number.read(text)
    if cell.value is None:
        raise NumberError("There is no number yet.", "Write the number that the figure is compared with.")
    return cell.value


def show(chosen: Chosen, pack: Pack) -> None:
    """Say what would be recorded, before it is."""
    if chosen.fault:
        draw(at_field(chosen.fault))
    elif chosen.expectation:
        draw(said(chosen.expectation, pack))


def said(expectation: Expectation, pack: Pack) -> Html:
    """Write the expectation as the record will have it; it is announced when it changes."""
    words = prose(f"{in_words(expectation, pack)}.")
    return element("p", "The claim as the figures will answer it: ", element("strong", words), role="status")


def expectation(chosen: Chosen) -> Expectation:
    """Give what was chosen; raises ProblemError while it is incomplete."""
    if chosen.expectation is None:
        raise ProblemError([chosen.fault] if chosen.fault else [])
    return chosen.expectation


def periods_of(indicator: Indicator, around: Period) -> dict[str, Period]:
    """List the indicator's own periods around one, the earliest first; dated figures are asked for by quarter."""
    dated = indicator.frequency == Frequency.DATE.value
    frequency = Frequency.QUARTER if dated else Frequency(indicator.frequency)
    middle = containing(around.last_day, frequency, Calendar(indicator.calendar))
    return {one.text: one for one in (middle.shift(step) for step in range(-BEFORE, AHEAD + 1))}


def earlier_than(period: Period) -> tuple[Period, ...]:
    """List the periods that a movement may be compared with, the one just before first."""
    return tuple(period.shift(-step) for step in range(1, 9))


def _next(periods: Mapping[str, Period], around: Period) -> str:
    """Give the first period that ends after the one shown."""
    return next((text for text, one in periods.items() if one.last_day > around.last_day), next(iter(periods)))


def _labels(periods: Mapping[str, Period]) -> dict[str, str]:
    return {text: one.label for text, one in periods.items()}


def _area(indicator: Indicator, pack: Pack) -> str:
    """Ask for the area where an indicator has several."""
    titles = {area: pack.area_titles.get(area, area) for area in indicator.areas}
    return _box("Area", f"area_{indicator.id}", titles, width=260) if len(titles) > 1 else indicator.areas[0]


def _limit(indicator: Indicator) -> str:
    unit = UNITS.get(indicator.unit, "")
    label = f"Number {unit}".strip()
    return str(st.text_input(label, key=key(FORM, f"value_{indicator.id}"), max_chars=30, width=200) or "")


def _box(label: str, name: str, options: Mapping[str, str], *, default: str = "", width: int = 480) -> str:
    known = list(options)
    place = known.index(default) if default in options else 0
    return st.selectbox(
        label, known, place, format_func=lambda one: options.get(one, one), key=key(FORM, name), width=width
    )
