"""What an expectation must agree with: its indicator's polarity, areas, targets and periods.

In: the groups of keys that hold expectations. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Callable, Iterator
from typing import Final

from kpi.definitions.codes import Code
from kpi.definitions.draft import Draft
from kpi.definitions.faults import nearest
from kpi.definitions.known import World, indicator
from kpi.definitions.node import Node, warning
from kpi.definitions.spans import Span, period_at, span_of
from kpi.period import PeriodError, parse, read_as
from kpi.problem import Problem, Where, excerpt

EXAMPLES: Final = {"month": "2018-06", "quarter": "2018-19 Q1", "year": "2018-19", "date": "2019-02-11"}
BY_POLARITY: Final = frozenset({"improves", "no_worse"})
Rule = Callable[[Node, Draft], Iterator[Problem]]


def check_expectation(node: Node, world: World) -> Iterator[Problem]:
    """Run every rule over one expectation as far as it can be understood."""
    name, draft = node.text("indicator"), indicator(node, world)
    if name:
        yield from check_indicator(name, node.where("indicator"), world)
    if draft:
        for rule in RULES:
            yield from rule(node, draft)


def check_indicator(name: str, where: Where, world: World) -> Iterator[Problem]:
    """Require an indicator of the pack."""
    if world.indicators is not None and name not in world.indicators:
        message = f"There is no indicator {excerpt(name)}."
        yield Problem(Code.UNKNOWN_INDICATOR, message, nearest(name, list(world.indicators)), where)


def _check_area(node: Node, draft: Draft) -> Iterator[Problem]:
    """Require an area that the indicator has figures for."""
    area = node.text("area") or ("all" if not node.has("area") else None)
    own = draft.indicator.areas
    if area and draft.sound("areas") and area not in own:
        message = f"The indicator {draft.indicator.id} has no figures for the area {excerpt(area)}."
        yield Problem(Code.EXPECTATION_AREA, message, nearest(area, own), node.where("area"))


def _check_polarity(node: Node, draft: Draft) -> Iterator[Problem]:
    """Require a polarity where the figure is to get better, or not worse."""
    expects = node.text("expects")
    if expects in BY_POLARITY and draft.sound("polarity") and draft.indicator.polarity == "none":
        message = f"The indicator {draft.indicator.id} has no polarity, so nothing tells better from worse."
        yield Problem(Code.NO_POLARITY, message, "Expect that it rises or falls.", node.where("expects"))


def _check_target(node: Node, draft: Draft) -> Iterator[Problem]:
    """Doubt that an indicator without targets can be on target."""
    if node.text("expects") == "on_target" and draft.sound("targets") and not draft.indicator.targets:
        message = f"The indicator {draft.indicator.id} has no targets, so it can never be on target."
        fix = "Give it a target, or expect something else."
        yield warning(Code.NO_TARGET, message, fix, node.where("expects"))


def _check_periods(node: Node, draft: Draft) -> Iterator[Problem]:
    """Require single periods of the indicator's frequency and calendar; any period of dated figures, as it comes."""
    if not draft.sound("frequency", "calendar"):
        return
    frequency = draft.indicator.frequency
    for key in ("period", "since"):
        found = _span(node, key, draft)
        if isinstance(found, PeriodError):
            fix = found.question or f"Write a {frequency}, such as {EXAMPLES[frequency]}."
            yield Problem(Code.PERIOD, found.reason, fix, node.where(key))
        elif found and found.first != found.last and frequency != "date":
            message = f"{excerpt(node.text(key))} is more than one period."
            yield Problem(Code.SEVERAL_PERIODS, message, "Name one period.", node.where(key))


def _check_order(node: Node, draft: Draft) -> Iterator[Problem]:
    """Require that the period compared with comes before the period that answers."""
    if not draft.sound("frequency", "calendar"):
        return
    since, answers = _span(node, "since", draft), _span(node, "period", draft)
    if isinstance(since, Span) and isinstance(answers, Span) and since.first >= answers.last:
        told = period_at(answers.last, draft.indicator).text
        message = f"since does not lie before the period that answers, {told}."
        yield Problem(Code.SINCE_NOT_BEFORE, message, "Name an earlier period.", node.where("since"))


def _span(node: Node, key: str, draft: Draft) -> Span | PeriodError | None:
    text = node.text(key)
    if text is None:
        return None
    indicator = draft.indicator
    try:
        if indicator.frequency == "date":
            named = parse(text, None if indicator.calendar == "financial" else indicator.calendar)
            return Span(named.first_day.toordinal(), named.last_day.toordinal())
        one = read_as(text, indicator.frequency, indicator.calendar).period.ordinal
        return Span(one, one)
    except PeriodError as error:
        return _several(text, draft) or error


def _several(text: str, draft: Draft) -> Span | None:
    """Read a range of periods, which is no period; None where it is none either."""
    try:
        found = span_of(text, draft.indicator.frequency, draft.indicator.calendar)
    except PeriodError:
        return None
    return found if found.first != found.last else None


RULES: Final[tuple[Rule, ...]] = (_check_area, _check_polarity, _check_target, _check_periods, _check_order)
