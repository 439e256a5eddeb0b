"""The recent trend in words, and why it cannot be calculated where it cannot.

In: a recent trend and the facts it ends with. Out: a sentence.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from kpi.judge.trend import POINTS, Trend
from kpi.period import Period
from kpi.story import breaks, doubts, grammar, words
from kpi.story.facts import Facts
from kpi.story.obstacles import missing


class Why(IntEnum):
    """Why a recent trend cannot be calculated, 0 where it can."""

    TREND = 0
    """It can be calculated."""
    DATED = 1
    """Dated figures do not follow each other evenly."""
    NO_INTERVAL = 2
    """Figures of this unit have no interval from numerator and denominator."""
    NOTHING_NOW = 3
    """There is no figure now."""
    DOUBT = 4
    """One of the five figures is in doubt."""
    BREAK = 5
    """The definition changed between the five figures."""
    NOTHING_THEN = 6
    """One of the five figures is missing."""
    NO_PARTS = 7
    """One of the five figures has no numerator and denominator that make its interval."""


@dataclass(frozen=True, slots=True)
class RecentTrend:
    """The trend of five figures: the period of the first, the one at fault where it has a name, their states."""

    trend: Trend
    why: Why
    first: Period | None
    at_fault: Period | None
    states: tuple[str, ...]


MOVED: Final = {Trend.INCREASING: "Rising", Trend.DECREASING: "Falling"}
BETTER_WHEN: Final = {"higher": Trend.INCREASING, "lower": Trend.DECREASING}


def reason(recent: RecentTrend, facts: Facts) -> str:
    """Say the trend with its rule, or why it cannot be calculated."""
    if recent.why is not Why.TREND or recent.first is None:
        return f"Recent trend cannot be calculated: {_refusal(recent, facts)}."
    spaced = ", a year apart," if _spaced(recent, facts) else ""
    span = f"over the {POINTS} figures{spaced} from {words.when(recent.first)} to {words.when(facts.period)}"
    rests = f" It rests on {grammar.listed(recent.states)} figures." if recent.states else ""
    if recent.trend is Trend.NO_CHANGE:
        return f"No recent trend {span}: they differ by no more than chance would.{rests}"
    return f"{MOVED[recent.trend]} {span}, by more than chance{_judgement(recent.trend, facts)}.{rests}"


def _spaced(recent: RecentTrend, facts: Facts) -> bool:
    """Tell figures that are taken once a year of a series that has more."""
    apart = facts.period.ordinal - recent.first.ordinal if recent.first else 0
    return apart > POINTS - 1


def _judgement(trend: Trend, facts: Facts) -> str:
    """Say whether the trend is good, where either way is."""
    better = BETTER_WHEN.get(facts.definition.polarity)
    if better is None:
        return ""
    return ", an improvement" if trend is better else ", a worsening"


def _refusal(recent: RecentTrend, facts: Facts) -> str:
    """Say in a clause why the trend cannot be calculated."""
    named = words.when(recent.at_fault) if recent.at_fault else ""
    match recent.why:
        case Why.DATED:
            return "dated figures do not follow each other evenly"
        case Why.NO_INTERVAL:
            return f"figures in {facts.definition.unit} have no interval from numerator and denominator"
        case Why.NOTHING_NOW:
            return missing(facts.period, facts.symbol, facts.note)
        case Why.DOUBT:
            doubt = doubts.reason(facts.definition, facts.area, recent.at_fault or facts.period)
            return f"the figure for {named} is in doubt: {doubt}"
        case Why.BREAK:
            begun = breaks.between(facts.definition, recent.at_fault, facts.period)
            return f"the definition changed from {words.when(begun.period)}" if begun else "the definition changed"
        case Why.NOTHING_THEN:
            return f"no figure for {named}" if named else f"the series has fewer than {POINTS} figures that count"
    return f"the figure for {named} has no numerator and denominator"
