"""The forecast of a year end in words, and why there is none where there is none.

In: a forecast and the facts it starts from. Out: a table cell, and sentences.
"""

from dataclasses import dataclass
from typing import Final

from kpi.judge.forecast import LEAST_CHECKS, SURE, Method, Why
from kpi.judge.status import Status
from kpi.period import Period
from kpi.story import breaks, doubts, grammar, words
from kpi.story.facts import Facts
from kpi.story.obstacles import missing

METHOD_WORDS: Final = {
    Method.SAME_AS_LAST_PERIOD: "the figure stays where it is",
    Method.REST_AS_LAST_YEAR: "the rest of the year brings what it brought a year before",
}


@dataclass(frozen=True, slots=True)
class Forecast:
    """A forecast of the year end of a figure, as displayed; `value`, `low`, `high` and `status` None where refused.

    `target_low` and `target_high` are the target of the year end and `gap` how far the forecast is off it; `statuses`
    are those that the interval reaches; `states` what its past is marked with, illustrative or provisional.
    """

    period: Period | None
    value: float | None
    low: float | None
    high: float | None
    target_low: float | None
    target_high: float | None
    gap: float | None
    status: Status | None
    statuses: tuple[Status, ...]
    method: Method
    why: Why
    checks: int
    states: tuple[str, ...]


def text(forecast: Forecast, facts: Facts) -> str:
    """Write a forecast as a table cell: '16.0 cases (14.1 to 17.9)'; empty where there is none."""
    if forecast.value is None or forecast.low is None or forecast.high is None:
        return ""
    figure = words.figure(forecast.value, facts.definition)
    return f"{figure} ({_between(forecast.low, forecast.high, facts, 'to')})"


def sentence(forecast: Forecast, facts: Facts) -> str:
    """Say the forecast against the target of the year end; empty where there is none."""
    if forecast.value is None or forecast.period is None:
        return ""
    figure = words.figure(forecast.value, facts.definition)
    return f"Forecast for {words.when(forecast.period)}: {figure}{_against(forecast, facts)}."


def reason(forecast: Forecast, facts: Facts) -> str:
    """Say the method, how sure it is and what it rests on; or why there is no forecast."""
    if forecast.low is None or forecast.high is None:
        return f"No forecast of the year end: {_refusal(forecast, facts)}."
    reach = _between(forecast.low, forecast.high, facts, "and")
    sure = (
        f"Judged by how far {forecast.checks} past forecasts missed, {SURE // 10} year ends in 10 come out between "
        f"{reach}{_may_be(forecast)}."
    )
    rests = f"It rests on {grammar.listed(forecast.states)} figures." if forecast.states else ""
    method = f"Method: {METHOD_WORDS[forecast.method]}."
    return " ".join(part for part in (method, sure, rests) if part)


def _between(low: float, high: float, facts: Facts, joined: str) -> str:
    """Write the ends of the interval: '14.1 to 17.9', '£1,940,000 and £2,290,000'."""
    ends = [words.figure(end, facts.definition) for end in (low, high)]
    plain = facts.definition.unit in {"percent", "pounds"}
    return f" {joined} ".join(ends if plain else (end.split(" ")[0] for end in ends))


def _against(forecast: Forecast, facts: Facts) -> str:
    """Say how a forecast stands to the target of the year end."""
    if forecast.gap is None:
        return ", with no target to judge it by"
    its = grammar.of(facts.definition.title).its
    target = f"{its} target of {words.target_text(forecast.target_low, forecast.target_high, facts.definition)}"
    if not forecast.gap:
        return f", on {target}"
    side = "short of" if forecast.gap < 0 else "over"
    verdict = f": {words.STATUS_WORDS[forecast.status]}" if forecast.status else ""
    return f", {words.size(forecast.gap, facts.definition)} {side} {target}{verdict}"


def _may_be(forecast: Forecast) -> str:
    """Say which statuses the interval reaches, where it is more than one."""
    if len(forecast.statuses) < 2:
        return ""
    names = [words.STATUS_WORDS[status] for status in forecast.statuses]
    return f", which may be {', '.join(names[:-1])} or {names[-1]}"


def _refusal(forecast: Forecast, facts: Facts) -> str:
    """Say in a clause why there is no forecast."""
    match forecast.why:
        case Why.NO_YEAR_END:
            return "a dated figure has no year end"
        case Why.NOTHING_NOW:
            return missing(facts.period, facts.symbol, facts.note)
        case Why.DOUBT:
            return f"the figure for {words.when(facts.period)} is in doubt: {doubts.about(facts)}"
        case Why.BREAK_AHEAD:
            begun = breaks.between(facts.definition, facts.period, forecast.period or facts.period)
            return f"the definition changes from {words.when(begun.period)}" if begun else "the definition changes"
        case Why.NOTHING_LAST_YEAR:
            return f"what the rest of the year brought a year before is not known{_since_break(facts)}"
    checks = f"{forecast.checks or 'no'} past {'forecast' if forecast.checks == 1 else 'forecasts'}"
    return f"{checks} can be compared with what came{_since_break(facts)}, and {LEAST_CHECKS} are needed"


def _since_break(facts: Facts) -> str:
    """Name the change of definition that took earlier figures away; empty where there was none."""
    begun = breaks.between(facts.definition, None, facts.period)
    return f" since the definition changed from {words.when(begun.period)}" if begun else ""
