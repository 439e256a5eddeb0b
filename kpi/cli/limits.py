"""Limits of the control chart beside the periods of one indicator.

In: an indicator's whole series. Out: columns for each of its rows, and the sentences that go with them.
"""

from dataclasses import asdict
from typing import Final

from kpi.definitions.indicator import Indicator
from kpi.scorecard import IndicatorHistory
from kpi.scorecard.controls import Limits
from kpi.story.variation import limit, signal

COLUMNS: Final = ("period", "text", "mean_text", "limits_text", "signal", "point", "trial", "state")
DRAWN: Final = {
    "mean": "mean",
    "lower": "lower_limit",
    "upper": "upper_limit",
    "near_lower": "near_lower",
    "near_upper": "near_upper",
}


def with_limits(history: IndicatorHistory) -> list[dict[str, object]]:
    """Give the rows of a series with the limits at each period, null where none are drawn."""
    drawn = {point.period: point for point in history.limits}
    pairs = zip(history.as_rows(), history.rows, strict=True)
    return [row | _columns(drawn.get(one.period), history.definition) for row, one in pairs]


def _columns(point: Limits | None, definition: Indicator) -> dict[str, object]:
    if point is None:
        return dict.fromkeys((*DRAWN.values(), "mean_text", "limits_text", "signal", "point", "trial"))
    numbers = {DRAWN[name]: value for name, value in asdict(point).items() if name in DRAWN}
    return numbers | {
        "mean_text": _text(point.mean, definition),
        "limits_text": " to ".join(text for edge in (point.lower, point.upper) if (text := _text(edge, definition))),
        "signal": signal(point.kind, point.up),
        "point": point.says.value,
        "trial": point.trial,
    }


def _text(value: float | None, definition: Indicator) -> str:
    """Write a limit, empty where there is none."""
    return "" if value is None else limit(value, definition)


def sentences(history: IndicatorHistory) -> tuple[str, ...]:
    """Say what the last figure's chart shows, and which limits are trial limits."""
    if not history.rows:
        return ()
    trial = [point.period for point in history.limits if point.trial]
    named = f"The limits from {trial[0].short_label} to {trial[-1].short_label} are trial limits." if trial else ""
    return tuple(text for text in (history.rows[-1].variation_reason, named) if text)
