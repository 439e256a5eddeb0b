"""Better, the same or worse: judged from figures as printed, so that a verdict never tells more than they do.

In: the figures of one indicator as printed. Out: a Verdict in plain English, and the goal it is held against.
"""

from collections.abc import Sequence
from typing import Final

from kpi.definitions.expand import expand
from kpi.definitions.indicator import Indicator
from kpi.judge import status
from kpi.judge.direction import DIRECTIONS, Between, Direction, Rule, Why, compare
from kpi.judge.status import STATUSES, Targets
from kpi.reports.public import plain
from kpi.reports.public.edition import Goal, Shown, Verdict, Word
from kpi.scorecard import Row
from kpi.scorecard.judged import POLARITY, is_running_total
from kpi.story import target_text
from kpi.story.facts import Comparison

_WORDS: Final[dict[Direction, Word]] = {
    Direction.IMPROVING: "better",
    Direction.WORSENING: "worse",
    Direction.NO_CHANGE: "the same",
    Direction.RISING: "higher",
    Direction.FALLING: "lower",
}
_OBSTACLES: Final = {
    Why.YEAR_RESTARTS: "We cannot compare: this figure starts again each April.",
    Why.NONE_BEFORE: "We cannot compare: this is the first figure.",
    Why.BREAK: "We cannot compare: the way of counting changed.",
    Why.DOUBT: "We cannot compare: one of the two figures may be wrong.",
}
NOTHING_NOW: Final = "There is no new number."
NOTHING_THEN: Final = "There is no earlier number to compare with."
HIDDEN_THEN: Final = "The earlier number is not shown, so that no child can be recognised."
_STANDS: Final = {"green": "We meet this.", "amber": "We are close to this.", "red": "We do not meet this yet."}


def verdict(row: Row, figures: Sequence[Shown]) -> Verdict:
    """Compare the newest figure with a year before, else with the one before it; say why where neither can be."""
    told = [_compared(row, figures, then) for then in (row.year_before, row.previous)]
    return next((one for one in told if one.word != "cannot say"), told[0])


def goal(definition: Indicator, area: str, now: Shown) -> Goal | None:
    """Say what the council aims for and, where the figure is printed, whether it gets there."""
    edges = expand(definition, area, [now.period])
    low, high = (None if edge != edge else edge for edge in (float(edges.low[0]), float(edges.high[0])))
    text = target_text(low, high, definition)
    if not text:
        return None
    if now.value is None:
        return Goal(text, "", f"We aim for {text}.")
    found = STATUSES[int(status.rate(now.value, Targets(*edges))[0])].value
    return Goal(text, found, f"We aim for {text}. {_STANDS[found]}")


def _compared(row: Row, figures: Sequence[Shown], other: Comparison) -> Verdict:
    """Compare the newest figure, as printed, with an earlier one, as printed."""
    now = figures[-1]
    if now.value is None:
        return Verdict("cannot say", now.why or NOTHING_NOW)
    if other.why in _OBSTACLES:
        return Verdict("cannot say", _OBSTACLES[other.why])
    then = next((figure for figure in figures if figure.period == other.period), None)
    if then is None or then.value is None:
        return Verdict("cannot say", HIDDEN_THEN if then and then.is_hidden else NOTHING_THEN)
    word = _WORDS[_direction(row, now, then, running=other is row.previous)]
    than = plain.gap(then.period, now.period)
    return Verdict(word, _sentence(word, now, then), _means(word, row.definition), than)


def _direction(row: Row, now: Shown, then: Shown, *, running: bool) -> Direction:
    edges = expand(row.definition, row.area, [now.period])
    rule = Rule(
        POLARITY[row.definition.polarity],
        edges.low,
        edges.high,
        row.definition.no_change,
        running and is_running_total(row.definition),
    )
    return DIRECTIONS[int(compare(now.value or 0.0, then.value or 0.0, rule, Between()).direction[0])]


def _sentence(word: Word, now: Shown, then: Shown) -> str:
    """Say both figures, and when the earlier one was."""
    if now.text == then.text:
        return f"It was {now.text} both times."
    if word == "the same":
        return f"It was {then.text} ({then.when}) and is now {now.text}."
    went = "up" if (now.value or 0.0) > (then.value or 0.0) else "down"
    return f"It went {went} from {then.text} ({then.when}) to {now.text}."


def _means(word: Word, definition: Indicator) -> str:
    """Say what it means for children and families."""
    if word == "better":
        return definition.plain_better or ""
    if word == "worse":
        return definition.plain_worse or ""
    return plain.NEITHER if word in ("higher", "lower") else ""
