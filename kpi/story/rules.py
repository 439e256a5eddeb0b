"""An indicator's whole rule in words, for the glossary and for whoever asks what the colours mean.

In: a definition. Out: sentences: what is better, each target, what is close, and what counts as no change.
"""

from collections.abc import Mapping
from itertools import groupby
from math import isnan
from typing import Final

from kpi.definitions.indicator import Indicator
from kpi.definitions.spans import Span, period_at, spans_of
from kpi.definitions.target import NO_TOLERANCE, Sides, Target, sides
from kpi.period import Frequency, Period
from kpi.story import grammar, words
from kpi.story.reasons import allowed

SET_BY: Final = {"national": "set nationally", "local": "set locally", "statutory": "set by law"}
GOOD: Final = {
    "higher": "Higher is better.",
    "lower": "Lower is better.",
    "range": "Close to the target is better.",
    "none": "Neither way is better.",
}
NOT_RATED: Final = "No target is set, so it is not rated."


def rule_in_words(definition: Indicator, area_titles: Mapping[str, str] | None = None) -> str:
    """Say an indicator's whole rule; areas are named by `area_titles` where they are given.

    Targets that follow each other with the same tolerance share the sentence that tells it.
    """
    told = [
        (_target(target, definition, area_titles or {}), _off_target(target, definition))
        for target in definition.targets
    ]
    grouped = groupby(told, key=lambda pair: pair[1])
    targets = [" ".join([*(target for target, _ in pairs), off]) for off, pairs in grouped] or [NOT_RATED]
    return " ".join(part for part in (GOOD[definition.polarity], *targets, _still(definition)) if part)


def _target(target: Target, definition: Indicator, titles: Mapping[str, str]) -> str:
    """Say one target with its areas, periods and who set it: 'Target: at least 75% from Q1 2018-19, set locally.'"""
    names = [titles.get(area, area.replace("_", " ")) for area in target.areas or ()]
    areas = f" for {grammar.listed(names)}" if names else ""
    return f"Target{areas}: {_goal(target, definition)}, {SET_BY[target.set_by]}."


def _goal(target: Target, definition: Indicator) -> str:
    """Say what is on target, and when: one number with its periods, or a profile."""
    if target.profile:
        return f"{target.kind.replace('_', ' ')} {_profile(target, definition)}"
    low, high = (None if isnan(end) else end for end in target.ends())
    [span] = spans_of(target, definition).values()
    return f"{words.target_text(low, high, definition)}{_when(span, definition)}"


def _when(span: Span, definition: Indicator) -> str:
    """Say the periods of a span: ' from Q1 2018-19', ' in 2018-19', ' from Q1 2016-17 to Q4 2017-18'."""
    return f" {'in ' if span.first == span.last else ''}{words.stretch(span, definition)}".rstrip()


def _profile(target: Target, definition: Indicator) -> str:
    """Say a profile year by year: '3 (Q1), 7 (Q2), 11 (Q3) and 16 (Q4) in 2016-17'."""
    spans = spans_of(target, definition)
    entries = sorted((period_at(spans[text].first, definition), value) for text, value in target.profile.items())
    if definition.frequency != Frequency.QUARTER.value:
        return grammar.listed(
            [f"{words.exact(value, definition)} in {words.when(period)}" for period, value in entries]
        )
    years = groupby(entries, key=lambda entry: entry[0].year)
    return "; ".join(f"{_quarters(list(group), definition)} in {words.when(year)}" for year, group in years)


def _quarters(entries: list[tuple[Period, float]], definition: Indicator) -> str:
    return grammar.listed([f"{words.exact(value, definition)} (Q{p.quarter_number})" for p, value in entries])


def _off_target(target: Target, definition: Indicator) -> str:
    """Say what a figure off its target is: near enough, close, or off target whatever the tolerance."""
    tolerance = target.tolerance or definition.tolerance or NO_TOLERANCE
    verdicts = ((tolerance.green, "still counts as on target"), (tolerance.amber, "is close (amber)"))
    told = [_up_to(sides(amount), target, definition, verdict) for amount, verdict in verdicts]
    allowances = [sentence for sentence in told if sentence]
    rest = ["Further off is off target (red)."] if allowances else ["Anything else is off target (red)."]
    return " ".join([*allowances, *rest, *_floor(target, definition)])


def _up_to(amount: Sides, target: Target, definition: Indicator, verdict: str) -> str:
    """Say one allowance on the sides that matter for the kind of target; nothing when there is none."""
    tolerance = target.tolerance or definition.tolerance or NO_TOLERANCE
    below, above = (allowed(side, tolerance, definition) for side in (amount.below, amount.above))
    of_target = " of the target" if tolerance.measure == "percent" else ""
    if target.kind == "between" and amount.below != amount.above:
        told = [f"{below}{of_target} below it"] * bool(amount.below) + [f"{above}{of_target} above it"] * bool(
            amount.above
        )
        return f"Up to {' or '.join(told)} {verdict}."
    size, where = {"at_least": (below, "short of it"), "at_most": (above, "over it")}.get(
        target.kind, (below, "outside it")
    )
    matters = amount.above if target.kind == "at_most" else amount.below
    return f"Up to {size}{of_target} {where} {verdict}." if matters else ""


def _floor(target: Target, definition: Indicator) -> list[str]:
    """Say the floor, on the side that is worse."""
    low, high = target.floors(definition.polarity)
    told = (("Below", low), ("Above", high))
    return [
        f"{side} {words.exact(floor, definition)} is off target in any case."
        for side, floor in told
        if not isnan(floor)
    ]


def _still(definition: Indicator) -> str:
    """Say the threshold below which a change is no change."""
    if not definition.no_change:
        return ""
    return f"A change of {words.points(definition.no_change, definition)} or less counts as no change."
