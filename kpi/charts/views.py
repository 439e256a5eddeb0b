"""What else the chart of an indicator can show: limits of ordinary variation, the forecast, the figures of others.

In: the history of one area and its row for the chosen period. Out: a Chart that says which of them it shows.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kpi.charts.indicator import chart
from kpi.charts.model import MOST_LINES, NO_FIGURE, Chart, Forecast, Guide, Line, Point
from kpi.judge.spc import Kind
from kpi.scorecard import IndicatorHistory, Row
from kpi.scorecard.controls import Limits
from kpi.story import grammar, variation, words
from kpi.story.variation import Uncharted

LIMITS, FORECAST, OTHERS = "limits", "forecast", "others"
GUIDES: Final = (
    ("upper", "limit", "upper limit"),
    ("near_upper", "near", ""),
    ("mean", "mean", "mean"),
    ("near_lower", "near", ""),
    ("lower", "limit", "lower limit"),
)
"""What is drawn of a control chart: the name of the number, its style and its word; near limits have none."""
LINES: Final = {"nation": "", "region": "", "neighbours_mean": "Mean of statistical neighbours"}
"""Lines of others by kind, with the name of those that have none of their own."""
MOST_TOLD: Final = 6
"""Marked figures that the alternative text tells one by one."""


def view(shown: str, histories: Sequence[IndicatorHistory], title: str, row: Row) -> Chart:
    """Draw what is asked for: status for an empty `shown`, otherwise one of limits, forecast and others.

    `title` is the message of the status; the others have messages of their own.
    """
    history = histories[0]
    if shown == LIMITS:
        return with_limits(chart([history], row.variation_sentence, row.period), row)
    if shown == FORECAST:
        return with_forecast(chart([history], row.forecast_sentence or title, row.period, row.ahead.period), row)
    if shown == OTHERS:
        return with_others(chart([history], _beside(history, row) or title, row.period), history)
    return chart(histories, title, row.period)


def has_limits(row: Row) -> bool:
    """Tell whether limits can be drawn up to a row's period: limits of no width show nothing."""
    return any(map(_wide, row.limits))


def _wide(limits: Limits) -> bool:
    return limits.lower is not None and limits.upper is not None and limits.lower < limits.upper


def with_limits(drawn: Chart, row: Row) -> Chart:
    """Put the control chart up to a row's period in place of the status, with its special figures marked."""
    known = {limits.period.short_label: limits for limits in row.limits}
    each = [known.get(period) for period in drawn.periods]
    [line] = drawn.lines
    points = tuple(_marked(point, limits) for point, limits in zip(line.points, each, strict=True))
    reads = _limits_in_words(row, [limits for limits in each if limits])
    return replace(
        drawn,
        lines=(replace(line, points=points),),
        bands=(),
        guides=tuple(_guides(each, row)),
        reads=reads,
        alt=_told(drawn, f"{reads} {_marks_in_words(drawn.periods, points)}"),
    )


def _marked(point: Point, limits: Limits | None) -> Point:
    """Say of a point what marks it instead of its status."""
    note = "" if point.state == "final" else point.state.capitalize()
    special = variation.signal(limits.kind, limits.up) if limits else ""
    said = ". ".join(part for part in (special.capitalize(), note) if part)
    if limits is None or limits.kind is Kind.COMMON:
        return replace(point, status="unrated", note=said)
    return replace(point, status="unrated", note=said, mark=limits.kind.value, up=limits.up)


def _guides(each: Sequence[Limits | None], row: Row) -> list[Guide]:
    """Give mean, limits and near limits, the first three named with their latest level."""
    found = []
    for name, style, word in GUIDES:
        levels = tuple(getattr(limits, name) if limits else None for limits in each)
        numbers = [level for level in levels if level is not None]
        if numbers:
            label = f"{word} {variation.limit(numbers[-1], row.definition)}" if word else ""
            found.append(Guide(_trial(each, label), style, levels))
    return found


def _trial(each: Sequence[Limits | None], label: str) -> str:
    """Name a level, and say so where it is one of trial limits."""
    last = next((limits for limits in reversed(each) if limits and limits.mean is not None), None)
    named = f"trial {label}" if last and last.trial and label and "limit" in label else label
    return named[:1].upper() + named[1:]


def _limits_in_words(row: Row, each: Sequence[Limits]) -> str:
    """Say what the limits are, and that the chart does not show the status."""
    drawn = [limits for limits in each if _wide(limits)]
    if not drawn:
        return "No limits can be drawn."
    last = drawn[-1]
    low, mean, high = (variation.limit(level or 0.0, row.definition) for level in (last.lower, last.mean, last.upper))
    kind = "Limits of ordinary variation"
    if last.trial:
        kind = f"Trial limits from {row.control.count} figures, too few to judge by"
    elif row.control.why is Uncharted.GAPS:
        kind = "Limits that missing figures leave too unsure to judge by"
    return f"{kind}: {low} to {high} around a mean of {mean}. The chart shows limits, not status."


def _marks_in_words(periods: Sequence[str], points: Sequence[Point]) -> str:
    """List the marked figures for whoever cannot see them."""
    marked = [
        f"{period} {variation.signal(Kind(point.mark), point.up)}"
        for period, point in zip(periods, points, strict=True)
        if point.mark
    ]
    if not marked:
        return "No figure is marked."
    more = f"; and {len(marked) - MOST_TOLD} before them" if len(marked) > MOST_TOLD else ""
    return f"Marked: {'; '.join(marked[-MOST_TOLD:])}{more}."


def with_forecast(drawn: Chart, row: Row) -> Chart:
    """Add the forecast of the year end as a point with its interval."""
    ahead = row.ahead
    if ahead.period is None or ahead.value is None or ahead.low is None or ahead.high is None:
        return drawn
    place = drawn.periods.index(ahead.period.short_label)
    text = f"Forecast {words.figure(ahead.value, row.definition)}"
    low, high = (words.figure(end, row.definition) for end in (ahead.low, ahead.high))
    reads = f"The star is the forecast. The upright line is its interval: {low} to {high}."
    made = Forecast(place, ahead.value, ahead.low, ahead.high, text)
    return replace(drawn, forecast=made, reads=reads, alt=_told(drawn, reads))


def with_others(drawn: Chart, history: IndicatorHistory) -> Chart:
    """Add nation, region and the mean of neighbours as lines of their own, year by year."""
    told: dict[str, dict[str, Point]] = {kind: {} for kind in LINES}
    names = dict(LINES)
    own = history.area_title
    for row in history.rows:
        for kind, name, value, text in row.against.lines if row.against else ():
            own = name if kind == "own" else own
            if kind in told and value is not None:
                told[kind][row.period.short_label] = Point(value, text)
                names[kind] = LINES[kind] or name
    gap = Point(None, NO_FIGURE)
    lines = [
        Line(names[kind], tuple(points.get(period, gap) for period in drawn.periods))
        for kind, points in told.items()
        if points
    ]
    if not lines:
        return drawn
    listed = grammar.listed([own, *(_in_a_sentence(line.label) for line in lines)])
    reads = f"The lines are {listed}. The chart shows figures of others, not status."
    ours = replace(drawn.lines[0], label=own)
    return replace(drawn, lines=(ours, *lines)[:MOST_LINES], bands=(), reads=reads, alt=_told(drawn, reads))


def _beside(history: IndicatorHistory, row: Row) -> str:
    """Say the newest figures up to a row's period beside each other: 'In 2018: Wolverhampton 28.0%, England 15.1%.'"""
    found = [past.against for past in history.rows if past.against and past.period <= row.period]
    if not found:
        return ""
    lines = (
        f"{_in_a_sentence(LINES.get(kind) or name)} {text}"
        for kind, name, value, text in found[-1].lines
        if value is not None and kind in {"own", *LINES}
    )
    return f"{history.title} in {words.when(found[-1].period)}: {grammar.listed(list(lines))}."


def _in_a_sentence(label: str) -> str:
    """Write the name of a line as it stands inside a sentence; names of places stay as they are."""
    return f"the {label[:1].lower()}{label[1:]}" if label in LINES.values() else label


def _told(drawn: Chart, words_for_it: str) -> str:
    """Put what the chart shows before the last sentence of its alternative text."""
    last = "The table after the chart holds every figure."
    return f"{drawn.alt.removesuffix(last)}{words_for_it} {last}"
