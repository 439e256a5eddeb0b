"""Why a figure has its status, and an indicator's whole rule, in words.

In: facts and definitions. Out: sentences that name the target, who set it and the allowance.
"""

from math import isnan
from typing import Final

from kpi.definitions.expand import target_at
from kpi.definitions.indicator import Indicator
from kpi.definitions.target import NO_TOLERANCE, Sides, Target, Tolerance, sides
from kpi.judge.status import Status
from kpi.number import round_half_away
from kpi.story import grammar, words
from kpi.story.facts import Facts
from kpi.story.movement import missing

SET_BY: Final = {"national": "set nationally", "local": "set locally", "statutory": "set by law"}
GOOD: Final = {
    "higher": "Higher is better.",
    "lower": "Lower is better.",
    "range": "Close to the target is better.",
    "none": "Neither way is better.",
}


def status_reason(facts: Facts) -> str:
    """Say why a figure has its status, with its target, who set it and the allowance."""
    if facts.status is Status.NO_DATA:
        return no_data_reason(facts)
    if facts.status is Status.UNRATED:
        return _unrated_reason(facts)
    target = target_at(facts.definition, facts.area, facts.period)
    set_by = f" ({target.set_by})" if target else ""
    stands = "on" if facts.gap == 0 else words.off_by(facts)
    why = _allowance(facts, target) if target and facts.gap else ""
    return f"{words.text_of(facts)} is {stands} its target of {words.target_of(facts)}{set_by}{why}: {facts.status}."


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
    return f"; the last is {words.figure(value, facts.definition)}, {words.when(period)}"


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
        return f", within the {_allowed(still_green, tolerance, facts.definition)} that still counts as on target"
    if not still_amber:
        return ", with no tolerance"
    within = "within" if facts.status is Status.AMBER else "beyond"
    return f", {within} the {_allowed(still_amber, tolerance, facts.definition)} allowed"


def _beyond_floor(facts: Facts, target: Target, short: bool) -> bool:
    """Tell whether the floor, not the tolerance, made a figure red."""
    floor_low, floor_high = target.floors(facts.definition.polarity)
    shown = round_half_away(facts.value or 0.0, facts.definition.decimals)
    return shown < floor_low if short else shown > floor_high


def _allowed(amount: float, tolerance: Tolerance, definition: Indicator) -> str:
    """Write an allowance in its own measure: '10%' of the target, or '2 cases'."""
    if tolerance.measure == "percent":
        return f"{amount:g}%"
    return words.points(amount, definition)


def rule_in_words(definition: Indicator) -> str:
    """Say an indicator's whole rule: what is better, its targets, what is close, and what counts as no change."""
    targets = [_target_rule(target, definition) for target in definition.targets]
    parts = [GOOD[definition.polarity], *(targets or ["No target is set, so it is not rated."]), _still(definition)]
    return " ".join(part for part in parts if part)


def _target_rule(target: Target, definition: Indicator) -> str:
    """Say one target with its periods, areas, setter, tolerance and floor."""
    low, high = (None if isnan(end) else end for end in target.ends())
    numbers = [f"{words.exact(value, definition)} in {period}" for period, value in target.profile.items()]
    kind = target.kind.replace("_", " ")
    goal = f"{kind} {grammar.listed(numbers)}" if numbers else words.target_text(low, high, definition)
    periods = f", {_periods(target.periods)}" if target.periods else ""
    areas = f" ({grammar.listed(target.areas)})" if target.areas else ""
    floor = f" Worse than {words.exact(target.floor, definition)} is always red." if target.floor is not None else ""
    return f"Target{areas}: {goal}{periods}, {SET_BY[target.set_by]}. {_tolerance_rule(target, definition)}{floor}"


def _periods(text: str) -> str:
    """Put the periods of a target into a sentence."""
    return text if text.startswith(("from ", "to ")) else f"for {text}"


def _tolerance_rule(target: Target, definition: Indicator) -> str:
    """Say what is close and what is off target."""
    tolerance = target.tolerance or definition.tolerance or NO_TOLERANCE
    green, amber = sides(tolerance.green), sides(tolerance.amber)
    sentences = [
        _up_to(green, target, tolerance, definition, "still counts as on target"),
        _up_to(amber, target, tolerance, definition, "is close (amber)"),
    ]
    told = " ".join(sentence for sentence in sentences if sentence)
    return f"{told} Further off is red." if told else "Off target is red; nothing is close."


def _up_to(allowed: Sides, target: Target, tolerance: Tolerance, definition: Indicator, verdict: str) -> str:
    """Say one allowance on the sides that matter for the kind of target."""
    below, above = (_allowed(side, tolerance, definition) for side in (allowed.below, allowed.above))
    sides_told = {"at_least": [below] * bool(allowed.below), "at_most": [above] * bool(allowed.above)}
    between = [f"{below} below"] * bool(allowed.below) + [f"{above} above"] * bool(allowed.above)
    told = sides_told.get(target.kind, between)
    of_target = " of the target" if tolerance.measure == "percent" else ""
    return f"Up to {' or '.join(told)}{of_target} off {verdict}." if told else ""


def _still(definition: Indicator) -> str:
    if not definition.no_change:
        return ""
    return f"A change of {words.points(definition.no_change, definition)} or less counts as no change."
