"""Answers an expectation from the figures, never with more than they show.

In: an expectation, judged series, the last period that is known. Out: an Answer.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from math import inf
from typing import Final

from kpi.definitions.expectation import MOVEMENTS, Expectation
from kpi.expectation import compare, told
from kpi.expectation.model import Answer, Figures, Outcome
from kpi.expectation.words import own_period, said, unnamed
from kpi.judge.direction import Direction, Why
from kpi.judge.status import STATUSES, Status, Targets, rate
from kpi.period import Frequency, Period
from kpi.scorecard import IndicatorHistory, Row
from kpi.story import doubts

BETTER_OR_WORSE: Final = {Direction.IMPROVING: True, Direction.WORSENING: False}
UP_OR_DOWN: Final = {Direction.RISING: "rises", Direction.FALLING: "falls"}


@dataclass(frozen=True)
class Case:
    """An expectation put to one series, and the last day that is known."""

    expectation: Expectation
    history: IndicatorHistory
    upto: Period
    since: Period | None

    @property
    def own(self) -> Period | None:
        """The period whose figure is asked for; None for the newest."""
        return own_period(self.expectation.period, self.history.definition)

    @property
    def known(self) -> tuple[Row, ...]:
        """The rows of periods that have ended."""
        return tuple(row for row in self.history.rows if row.period.last_day <= self.upto.last_day)

    def expected(self, period: Period) -> date:
        """Give the day by which a period's figure is promised."""
        return period.last_day + timedelta(days=self.history.definition.lag_days)


def answer(expectation: Expectation, figures: Figures, upto: Period, since: Period | None = None) -> Answer:
    """Answer an expectation with the figures of periods that ended by the last day of `upto`.

    The figure is that of the expectation's period, else the newest. A movement is compared with the expectation's
    `since`, else with the newest figure up to `since`, else with the period before; a year-to-date figure, where no
    period is named, with the same place of an earlier year. An indicator that is not defined gives "cannot tell".
    """
    try:
        history = figures(expectation.indicator, expectation.area)
    except KeyError:
        return _undefined(expectation)
    case = Case(expectation, history, upto, since)
    now = _now(case)
    if isinstance(now, Answer):
        return now
    if doubts.about(now):
        return _untold(case, told.doubted(now), now)
    return _moved(case, now) if expectation.expects in MOVEMENTS else _stands(case, now)


def _undefined(expectation: Expectation) -> Answer:
    """Say that nobody can tell, as the indicator has left the definitions."""
    sentence = f"Cannot tell: the definitions have no indicator {expectation.indicator}."
    return Answer(expectation, expectation.indicator, unnamed(expectation), Outcome.CANNOT_TELL, sentence)


def _now(case: Case) -> Row | Answer:
    """Find the figure that answers, or say why there is none."""
    own = case.own
    if own is None:
        numbers = [row for row in case.known if row.value is not None]
        return numbers[-1] if numbers else _untold(case, "there is no figure yet", waiting=True)
    if own.last_day > case.upto.last_day:
        return _untold(case, told.not_over(own, _promised(case, own)), waiting=True, expected=_promised(case, own))
    row = _row_of(case, own)
    if row is None or (row.value is None and not row.symbol and not row.note):
        promised = _promised(case, own)
        return _untold(case, told.not_here(own, promised), waiting=True, expected=promised)
    return row if row.value is not None else _untold(case, told.no_number(row), row)


def _row_of(case: Case, own: Period) -> Row | None:
    """Give the row of the period asked for; of dated figures the newest within it."""
    if case.history.definition.frequency != Frequency.DATE.value:
        return case.history.at(own)
    within = [row for row in case.known if own.first_day <= row.period.first_day <= own.last_day]
    return within[-1] if within else None


def _promised(case: Case, own: Period) -> date | None:
    """Give the day by which a figure is promised; nobody promises dated ones."""
    return None if case.history.definition.frequency == Frequency.DATE.value else case.expected(own)


def _moved(case: Case, now: Row) -> Answer:
    """Answer an expectation of movement."""
    period = _then(case, now)
    if period is None:
        return _untold(case, "there is no earlier figure to compare with", now)
    if period >= now.period:
        return _untold(case, told.nothing_since(now, period), now, waiting=case.own is None)
    expects = case.expectation.expects
    by_polarity = expects in ("improves", "no_worse")
    found = compare.since(now, period, case.history, by_polarity=by_polarity)
    if found.change is None or found.why is Why.RUNNING_TOTAL:
        return _untold(case, told.not_compared(found, now), now)
    met = _met(expects, found.direction)
    if met is None:
        return _untold(case, told.neither_way(found, now), now, case.history.at(period))
    sentence = told.movement(now, found, expects, met=met)
    return _answered(case, sentence, now, case.history.at(period), met=met)


def _met(expects: str, way: Direction) -> bool | None:
    """Tell whether a direction is what was expected; None where neither way is better."""
    if expects in ("rises", "falls"):
        return UP_OR_DOWN.get(way) == expects
    if way is Direction.NO_CHANGE:
        return expects == "no_worse"
    return BETTER_OR_WORSE.get(way)


def _then(case: Case, now: Row) -> Period | None:
    """Choose the period that the figure now is compared with."""
    named = own_period(case.expectation.since, case.history.definition)
    if named is not None:
        return _dated(case, named)
    if case.since is not None and now.period.last_day <= case.since.last_day:
        return now.period
    numbers = [row.period for row in case.history.rows if row.value is not None and row.period < now.period]
    to_date = case.history.definition.basis == "year_to_date" and now.period.frequency is not Frequency.YEAR
    if to_date:
        numbers = [p for p in numbers if not compare.restarts(now, p) and p.year != now.period.year]
    if case.since is not None:
        upto = [p for p in numbers if p.last_day <= case.since.last_day]
        return upto[-1] if upto else None
    return now.period.year_before() if to_date else now.previous.period


def _dated(case: Case, named: Period) -> Period:
    """Give the period itself; of dated figures the newest within it."""
    if case.history.definition.frequency != Frequency.DATE.value:
        return named
    row = _row_of(case, named)
    return row.period if row else named


def _stands(case: Case, now: Row) -> Answer:
    """Answer an expectation of where the figure stands."""
    limit, expects = case.expectation.value, case.expectation.expects
    if limit is None:
        if now.status is Status.UNRATED:
            return _untold(case, told.no_target(now), now)
        return _answered(case, told.target(now), now, met=now.status is Status.GREEN)
    edges = Targets(low=limit) if expects == "at_least" else Targets(high=limit)
    met = STATUSES[int(rate(inf if now.shown is None else now.shown, edges))] is Status.GREEN
    return _answered(case, told.limit(now, limit, expects, met=met), now, met=met)


def _answered(case: Case, sentence: str, now: Row, then: Row | None = None, *, met: bool) -> Answer:
    outcome = Outcome.BORNE_OUT if met else Outcome.NOT_BORNE_OUT
    words = said(case.expectation, case.history.definition, case.history.title)
    mark = told.mark([row for row in (then, now) if row])
    return Answer(case.expectation, case.history.title, words, outcome, sentence, now, then, mark)


def _untold(
    case: Case,
    why: str,
    now: Row | None = None,
    then: Row | None = None,
    *,
    waiting: bool = False,
    expected: date | None = None,
) -> Answer:
    """Say that nobody can tell, or not yet, and why."""
    title = case.history.title
    words = said(case.expectation, case.history.definition, title)
    sentence = f"{title}: cannot tell{' yet' if waiting else ''}. {why[0].upper()}{why[1:]}."
    mark = told.mark([row for row in (then, now) if row])
    outcome = Outcome.CANNOT_TELL
    return Answer(case.expectation, title, words, outcome, sentence, now, then, mark, waiting, expected)
