"""Why two figures cannot be compared, and what stands where a number should be, in words.

In: facts with their comparisons. Out: clauses for reasons, and the sentences that end an explanation.
"""

from typing import Final

from kpi.judge.direction import Why
from kpi.period import Period
from kpi.story import breaks, doubts, grammar, words
from kpi.story.facts import Comparison, Facts

YEAR_STARTS: Final = {"financial": "April", "academic": "September", "calendar": "January"}


def obstacle(comparison: Comparison, facts: Facts) -> str:
    """Say why a comparison cannot be made: 'no figure for Q2 2018-19', 'year to date starts again in April'."""
    if comparison.why is Why.DOUBT:
        period, why = _doubted(comparison, facts)
        return f"the figure for {words.when(period)} is in doubt: {why}"
    if comparison.why is Why.NOTHING_THEN:
        return missing(comparison.period, comparison.symbol, comparison.note)
    return _briefly(comparison, facts)


def missing(period: Period | None, symbol: str, note: str) -> str:
    """Say what stands where a number should be: 'the figure for Q2 2018-19 is suppressed'."""
    if period is None:
        return "there is no figure from about a year before"
    if symbol or note:
        return f"the figure for {words.when(period)} {_instead(symbol, note)}"
    return f"no figure for {words.when(period)}"


def untold(facts: Facts) -> str:
    """Say which comparisons cannot be made, and why; a reason that they share is said once. Empty for none."""
    found = [c for c in words.comparisons(facts) if c.change is None]
    if not found:
        return ""
    if all(c.why is Why.NONE_BEFORE or c.period is None for c in found):
        which = "earlier figure" if len(found) == len(words.comparisons(facts)) else "figure from a year before"
        return f"There is no {which} to compare with."
    own = doubts.about(facts)
    if own and all(c.why is Why.DOUBT for c in found):
        return f"The figure is in doubt and not compared: {words.cut(own, words.LONGEST_QUOTE)}."
    return f"{grammar.of(facts.definition.title).it.capitalize()} cannot be compared {_each(found, facts)}"


def earlier(comparison: Comparison) -> str:
    """Name the period that a figure is compared with."""
    return words.when(comparison.period) if comparison.period else "a year before"


def _each(found: list[Comparison], facts: Facts) -> str:
    """Say with what and why: 'with Q3 2018-19 (no figure) or with Q4 2017-18 (that figure is suppressed).'"""
    reasons = [_briefly(c, facts) for c in found]
    if len(set(reasons)) > 1 or (len(found) > 1 and reasons[0].startswith("that")):
        told = [f"with {earlier(c)} ({why})" for c, why in zip(found, reasons, strict=True)]
        return f"{' or '.join(told)}.{_change(found, facts)}"
    named = " or ".join(f"with {earlier(c)}" for c in found)
    doubted = f" ({_doubted(found[0], facts)[1]})" if found[0].why is Why.DOUBT else ""
    return f"{named}: {reasons[0]}{doubted}.{_change(found, facts)}"


def _briefly(comparison: Comparison, facts: Facts) -> str:
    """Say the obstacle where the earlier period has just been named: 'that figure is suppressed'."""
    match comparison.why:
        case Why.NOTHING_NOW:
            return "there is no figure to compare"
        case Why.YEAR_RESTARTS:
            return f"year to date starts again in {YEAR_STARTS[facts.definition.calendar]}"
        case Why.NONE_BEFORE:
            return "there is no earlier figure"
        case Why.BREAK:
            begun = breaks.between(facts.definition, comparison.period, facts.period)
            return f"the definition changed from {words.when(begun.period)}" if begun else "the definition changed"
        case Why.DOUBT:
            return "that figure is in doubt"
    if comparison.symbol or comparison.note:
        return f"that figure {_instead(comparison.symbol, comparison.note)}"
    return "there is no figure"


def _instead(symbol: str, note: str) -> str:
    """Say what a figure is instead of a number: 'is suppressed', 'is in words, “low 20s”'."""
    return (
        words.symbol_clause(symbol) if symbol else f"is in words, “{words.cut(note.rstrip('.'), words.LONGEST_QUOTE)}”"
    )


def _doubted(comparison: Comparison, facts: Facts) -> tuple[Period, str]:
    """Give the period of the figure in doubt, this one or the earlier one, and why."""
    own = doubts.about(facts)
    if own or comparison.period is None:
        return facts.period, words.cut(own, words.LONGEST_QUOTE)
    why = doubts.reason(facts.definition, facts.area, comparison.period)
    return comparison.period, words.cut(why, words.LONGEST_QUOTE)


def _change(found: list[Comparison], facts: Facts) -> str:
    """Say in one sentence what changed at the break that was named; empty where none was."""
    told = [breaks.between(facts.definition, c.period, facts.period) for c in found if c.why is Why.BREAK]
    return f" {words.first_sentence(told[0].reason)}" if told and told[0] else ""
