"""Whether a figure is a real change or ordinary variation, and whether its target can be relied on, in words.

In: facts with what the control chart of their series says. Out: a sentence or two.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kpi.definitions.council import ControlCharts
from kpi.definitions.indicator import Indicator
from kpi.judge.spc import Assurance, Kind, Variation
from kpi.judge.spc_limits import LEAST_POINTS, LEAST_RANGES
from kpi.judge.status import Status
from kpi.period import Period
from kpi.story import doubts, grammar, words
from kpi.story.facts import Facts
from kpi.story.obstacles import YEAR_STARTS, missing


class Uncharted(StrEnum):
    """Why a series has no judgement by control chart, empty where it has one."""

    NOT = ""
    NO_FIGURE = "no_figure"
    YEARLY = "yearly"
    DATED = "dated"
    YEAR_TO_DATE = "year_to_date"
    ROLLING = "rolling"
    DOUBT = "doubt"
    TOO_FEW = "too_few"
    GAPS = "gaps"
    NO_VARIATION = "no_variation"


@dataclass(frozen=True, slots=True)
class Control:
    """What a control chart says of its last figure; `signal` is its Kind, `up` its side.

    `since` is the first period of the stretch that limits come from, `count` its figures and `states` the states of
    theirs that must be told; limits are NaN where none can be drawn; `profile` is the one that the council has chosen.
    """

    variation: Variation
    assurance: Assurance
    why: Uncharted
    signal: Kind
    up: bool
    mean: float
    lower: float
    upper: float
    since: Period | None
    count: int
    states: tuple[str, ...]
    profile: ControlCharts = "house"


PROFILE_WORDS: Final[dict[ControlCharts, str]] = {
    "house": "",
    "unscreened": "The limits count large changes too, which are usually left out.",
    "mdc_2023": "Figures beyond a limit count as near it, as proposed in 2023.",
}
"""What a reader should know where the council has chosen a profile other than the house's own."""
VERDICTS: Final = {
    Variation.IMPROVEMENT: ", an improvement",
    Variation.CONCERN: ", a concern",
}
REFUSALS: Final = {
    Uncharted.YEARLY: "control charts are for months and quarters, and this indicator is yearly",
    Uncharted.DATED: "control charts are for months and quarters, and these figures come on dates of their own",
    Uncharted.YEAR_TO_DATE: "year to date starts again in {restart}, so its limits would mean nothing",
    Uncharted.ROLLING: "each figure shares months with the one before, so its limits would be too narrow",
    Uncharted.DOUBT: "the figure is in doubt: {doubt}",
    Uncharted.TOO_FEW: f"{{figures}}{{since}}, and {LEAST_POINTS} are needed",
    Uncharted.GAPS: f"missing figures{{since}} leave fewer than {LEAST_RANGES} steps from one figure to the next",
    Uncharted.NO_VARIATION: "the figures{since} do not vary, so limits would have no width",
}
MOST_DECIMALS = 4


def signal(kind: Kind, up: bool) -> str:
    """Name what marks a point in a table cell: 'above the upper limit'; empty where nothing does."""
    match kind:
        case Kind.OUTSIDE:
            return "above the upper limit" if up else "below the lower limit"
        case Kind.TREND:
            return "rising trend" if up else "falling trend"
        case Kind.TWO_OF_THREE:
            return f"two of three near the {'upper' if up else 'lower'} limit"
        case Kind.SHIFT:
            return f"shift {'above' if up else 'below'} the mean"
    return ""


def limit(value: float, definition: Indicator) -> str:
    """Write a limit or mean with a decimal at least, so that it can be told from whole figures."""
    return words.figure(value, definition, max(definition.decimals, 1))


def variation_sentence(control: Control, facts: Facts) -> str:
    """Say whether the figure is a real change, or why that cannot be told."""
    if control.variation is Variation.CANNOT_TELL:
        return f"Cannot tell: {refusal(control, facts)}."
    return _variation(control, facts)


def variation_reason(control: Control, facts: Facts) -> str:
    """Say what the variation and the assurance rest on, or why they cannot be told."""
    first = variation_sentence(control, facts)
    if control.variation is Variation.CANNOT_TELL:
        return first
    rests = f"The limits rest on {grammar.listed(control.states)} figures." if control.states else ""
    told = (first, _assurance(control, facts), rests, PROFILE_WORDS[control.profile])
    return " ".join(part for part in told if part)


def refusal(control: Control, facts: Facts) -> str:
    """Say why a series is not judged by control chart, as a clause."""
    if control.why is Uncharted.NO_FIGURE:
        return missing(facts.period, facts.symbol, facts.note)
    return REFUSALS[control.why].format(
        restart=YEAR_STARTS[facts.definition.calendar],
        doubt=words.cut(doubts.about(facts), words.LONGEST_QUOTE),
        figures=_figures(control.count),
        since=f" since {words.when(control.since)}" if control.since else "",
    )


def _figures(count: int) -> str:
    return f"there {'is' if count == 1 else 'are'} {count} figure{'' if count == 1 else 's'}"


def _variation(control: Control, facts: Facts) -> str:
    """Say which rule marks the figure, or that none does."""
    decimals = _decimals(control, facts)
    value, lower, upper, mean = (
        words.figure(number, facts.definition, decimals)
        for number in (facts.value or 0.0, control.lower, control.upper, control.mean)
    )
    if control.signal is Kind.COMMON:
        return f"Ordinary variation: {value} lies between the limits of {lower} and {upper}, in no run and no trend."
    limit = f"the {'upper' if control.up else 'lower'} limit of {upper if control.up else lower}"
    told = {
        Kind.OUTSIDE: f"{value} is {'above' if control.up else 'below'} {limit}",
        Kind.TREND: f"{value} is one of seven figures or more in a row that {'rise' if control.up else 'fall'}",
        Kind.TWO_OF_THREE: f"{value} is one of at least two in three figures near {limit}",
        Kind.SHIFT: f"{value} is one of seven figures or more in a row {'above' if control.up else 'below'} "
        f"the mean of {mean}",
    }[control.signal]
    return f"More than chance: {told}{VERDICTS.get(control.variation, '')}."


def _decimals(control: Control, facts: Facts) -> int:
    """Give the decimals with which the figure reads differently from limits and mean that it differs from."""
    definition, value = facts.definition, facts.value or 0.0
    for decimals in range(definition.decimals, MOST_DECIMALS):
        text = words.figure(value, definition, decimals)
        near = (control.lower, control.upper, control.mean)
        if all(text != words.figure(number, definition, decimals) or number == value for number in near):
            return decimals
    return MOST_DECIMALS


def _assurance(control: Control, facts: Facts) -> str:
    """Say whether the target is met wherever between the limits the figure falls; empty where there is no target."""
    target = f"Within the limits the target of {words.target_of(facts)} is"
    match control.assurance:
        case Assurance.MEETS:
            aside = "; this figure lies beyond them and misses it" if facts.status is Status.RED else ""
            return f"{target} always met{aside}."
        case Assurance.MISSES:
            met = facts.status is Status.GREEN and not facts.gap
            aside = "this figure lies beyond them and meets it" if met else "only a change of the service would meet it"
            return f"{target} always missed: {aside}."
        case Assurance.HIT_AND_MISS:
            return f"{target} met in some periods and missed in others."
    return ""
