"""Tells an answer in a sentence: both figures, both periods, and whether that was expected.

In: the rows that answer and their comparison. Out: sentences, or the reason why nobody can tell.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

from kpi.expectation.words import at
from kpi.judge.direction import Direction, Why
from kpi.judge.status import Status
from kpi.period import Frequency, Period, reader_date
from kpi.scorecard import Row
from kpi.story import Comparison, grammar, standing, target_of, words
from kpi.story.doubts import about
from kpi.story.movement import is_small
from kpi.story.obstacles import missing, obstacle

UNMET: Final = {
    "rises": ("has not risen", "have not risen"),
    "falls": ("has not fallen", "have not fallen"),
    "improves": ("has not improved", "have not improved"),
    "no_worse": ("has become worse", "have become worse"),
}
MET: Final = {
    "improves": ("improved", "improved"),
    "no_worse": ("is no worse", "are no worse"),
}
MARKED: Final = {"illustrative": "Illustrative", "provisional": "Provisional"}


def movement(now: Row, found: Comparison, expects: str, *, met: bool) -> str:
    """Say a movement, and whether it is the one expected."""
    title, said = words.title_of(now), grammar.of(now.definition.title)
    if met and expects not in MET:
        return f"{title} {_moved(now, found)}, as expected."
    verdict = said.verb(*(MET if met else UNMET)[expects])
    return f"{title} {verdict}{', as expected' if met else ''}: {said.it} {_moved(now, found)}{_nearness(now, found)}."


def neither_way(found: Comparison, now: Row) -> str:
    """Say that a figure moved but that neither way is better."""
    no_range = found.why is Why.NO_RANGE
    why = "good means close to a target and none was set" if no_range else "neither way is better"
    return f"{grammar.of(now.definition.title).it} {_moved(now, found)}, and {why}"


def limit(now: Row, edge: float, expects: str, *, met: bool) -> str:
    """Say where a figure stands to the number that was expected."""
    beyond = {"at_least": ("no less than", "short of"), "at_most": ("no more than", "over")}[expects][not met]
    stood = f"{words.title_of(now)} stood at {words.text_of(now)} {at(now.period, now.definition)}"
    return f"{stood}, {beyond} the {words.exact(edge, now.definition)} expected."


def target(now: Row) -> str:
    """Say where a figure stands to its target, and whether that counts as on target."""
    # Asked for at another time than its own, a figure is told with its period.
    stands = standing(replace(now, asked=now.period.next()))
    return f"{stands}, as expected." if now.status is Status.GREEN else f"{stands}; that is not on target."


def not_over(period: Period, expected: date | None) -> str:
    """Say that a period has not ended, and when its figure is promised."""
    if period.frequency is Frequency.DATE:
        return f"{words.when(period)} is still to come"
    promised = f", and its figure is expected by {reader_date(expected)}" if expected else ""
    return f"{words.when(period)} ends on {reader_date(period.last_day)}{promised}"


def not_here(period: Period, expected: date | None) -> str:
    """Say that no figure was returned for a period, and when it was promised."""
    promised = f" (expected by {reader_date(expected)})" if expected else ""
    return f"there is no figure for {words.when(period)}{promised}"


def no_number(now: Row) -> str:
    """Say what stands where a number should be."""
    return missing(now.period, now.symbol, now.note)


def doubted(now: Row) -> str:
    """Say that the figure itself is in doubt."""
    return f"the figure for {words.when(now.period)} is in doubt: {about(now)}"


def nothing_since(now: Row, period: Period) -> str:
    """Say that the newest figure is older than what it should be compared with."""
    return f"the newest figure is that of {words.when(now.period)}, and one from after {words.when(period)} is needed"


def not_compared(found: Comparison, now: Row) -> str:
    """Say why two figures are not compared."""
    if found.why is Why.RUNNING_TOTAL:
        return f"a total of the year adds up from {words.when(found.period or now.period)}, so growing says nothing"
    if found.why is Why.NOTHING_THEN:
        return obstacle(found, now)
    named = f"{words.when(now.period)} is not compared with {words.when(found.period)}, " if found.period else ""
    return f"{named}{'as ' if named else ''}{obstacle(found, now)}"


def no_target(now: Row) -> str:
    """Say that no target was set for the period."""
    return f"no target was set for {words.when(now.period)}"


def mark(rows: Sequence[Row]) -> str:
    """Say which of the figures told are illustrative or provisional; empty when none is."""
    of_state = {state: [words.when(row.period) for row in rows if row.state == state] for state in MARKED}
    return " ".join(f"{MARKED[state]}: {grammar.listed(names)}." for state, names in of_state.items() if names)


def _moved(now: Row, found: Comparison) -> str:
    """Say from what to what: 'fell from 19.7 cases in Q4 2017-18 to 16.0 cases in Q4 2018-19'."""
    then = found.period or now.period
    old, new = words.figure(found.value or 0.0, now.definition), words.text_of(now)
    before, after = at(then, now.definition), at(now.period, now.definition)
    if not found.change:
        return f"stood at {new} {before} and again {after}"
    if is_small(found):
        return f"{grammar.of(now.definition.title).verb('is', 'are')} little changed, {old} {before} and {new} {after}"
    return f"{'rose' if found.change > 0 else 'fell'} from {old} {before} to {new} {after}"


def _nearness(now: Row, found: Comparison) -> str:
    """Say where a movement lies to a target that is good to be close to."""
    if now.definition.polarity != "range" or found.why is Why.NO_RANGE or is_small(found) or not found.change:
        return ""
    its = f"the target of {target_of(now)}"
    if found.why is Why.BOTH_INSIDE:
        return f", both inside {its}"
    if found.why is Why.SAME_DISTANCE:
        return f", about as far from {its} as before"
    return f", {'closer to' if found.direction is Direction.IMPROVING else 'further from'} {its}"
