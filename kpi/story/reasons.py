"""Why a figure has its status, in words.

In: facts. Out: a sentence that names the target, who set it and the allowance; or what stands in a number's place.
"""

from kpi.definitions.expand import target_at
from kpi.definitions.indicator import Indicator
from kpi.definitions.target import NO_TOLERANCE, Target, Tolerance, sides
from kpi.judge.status import Status
from kpi.number import round_half_away
from kpi.story import doubts, words
from kpi.story.facts import Facts
from kpi.story.obstacles import missing


def status_reason(facts: Facts) -> str:
    """Say why a figure has its status, with its target, who set it and the allowance; and why it is in doubt."""
    if facts.status is Status.NO_DATA:
        return no_data_reason(facts)
    doubt = doubts.about(facts)
    return f"{_reason(facts)} In doubt: {doubt}." if doubt else _reason(facts)


def _reason(facts: Facts) -> str:
    """Give the reason of a figure that is there."""
    if facts.status is Status.UNRATED:
        return _unrated_reason(facts)
    target = target_at(facts.definition, facts.area, facts.period)
    set_by = f" ({target.set_by})" if target else ""
    stands = "on" if facts.gap == 0 else words.off_by(facts)
    why = _allowance(facts, target) if target and facts.gap else ""
    verdict = f": {words.STATUS_WORDS[facts.status]}" if facts.status is not Status.GREEN else ""
    return f"{words.text_of(facts)} is {stands} its target of {words.target_of(facts)}{set_by}{why}{verdict}."


def no_data_reason(facts: Facts) -> str:
    """Say what stands where the figure should be, and which figure was the last."""
    text = missing(facts.period, facts.symbol, facts.note)
    if facts.definition.frequency == "date" and not facts.state:
        text = f"no figure in the 12 months to {words.when(facts.period)}"
    return f"{text[0].upper()}{text[1:]}{_last(facts)}."


def _last(facts: Facts) -> str:
    if facts.last is None:
        return ""
    period, value = facts.last
    doubt = ", a figure in doubt" if doubts.reason(facts.definition, facts.area, period) else ""
    return f"; the last is {words.figure(value, facts.definition)}, {words.when(period)}{doubt}"


def _unrated_reason(facts: Facts) -> str:
    if not facts.definition.targets:
        return "No target is set for this indicator, so it is not rated."
    return f"No target was set for {words.when(facts.period)}, so it is not rated."


def _allowance(facts: Facts, target: Target) -> str:
    """Say how a figure off its target stands to the floor and to what is allowed."""
    short = (facts.gap or 0) < 0
    if facts.status is Status.RED and _beyond_floor(facts, target, short):
        floor = words.exact(target.floor or 0, facts.definition)
        return f" and {'below' if short else 'above'} the floor of {floor}, where action must follow"
    tolerance = target.tolerance or facts.definition.tolerance or NO_TOLERANCE
    green, amber = sides(tolerance.green), sides(tolerance.amber)
    still_green, still_amber = (green.below, amber.below) if short else (green.above, amber.above)
    if facts.status is Status.GREEN:
        return f", within the {allowed(still_green, tolerance, facts.definition)} that still counts as on target"
    if not still_amber:
        return ", with no tolerance"
    within = "within" if facts.status is Status.AMBER else "beyond"
    return f", {within} the {allowed(still_amber, tolerance, facts.definition)} allowed"


def _beyond_floor(facts: Facts, target: Target, short: bool) -> bool:
    """Tell whether the floor, not the tolerance, made a figure red."""
    floor_low, floor_high = target.floors(facts.definition.polarity)
    shown = round_half_away(facts.value or 0.0, facts.definition.shown_decimals)
    return shown < floor_low if short else shown > floor_high


def allowed(amount: float, tolerance: Tolerance, definition: Indicator) -> str:
    """Write an allowance in its own measure: '10%' of the target, or '2 cases'."""
    if tolerance.measure == "percent":
        return f"{amount:g}%"
    return words.points(amount, definition)
