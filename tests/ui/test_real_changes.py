"""Real changes on the scorecard: one line that counts them and opens into a list."""

from itertools import pairwise

from kpi.scorecard import Scorecard
from kpi.ui.real_changes import real_changes
from tests.support.figures import Figure, card, frame, indicator, quarter, together
from tests.support.screens import text

STEADY = [8.0, 12.0] * 8


def figures(*after: float) -> list[Figure]:
    values = [*STEADY, *after]
    last = quarter()
    return [(last.shift(place - len(values) + 1).text, value) for place, value in enumerate(values)]


def scorecard(**after: float) -> Scorecard:
    """Give one indicator for each last figure; lower is better where its id begins with 'low'."""
    ones = [
        indicator(id=name, title=name.capitalize(), polarity="lower" if name.startswith("low") else "higher")
        for name in after
    ]
    data = together(*(frame(figures(value), name) for name, value in after.items()))
    return card(data, *ones)


def test_real_changes_are_counted_by_what_they_mean_and_listed_with_their_sentence() -> None:
    told = text(real_changes(scorecard(audits=40.0, visits=41.0, low_waits=40.0, reviews=12.0), None))
    assert told.startswith("3 figures changed by more than chance: 1 for the worse and 2 improvements")
    assert "A real change for the worse Low_waits : 40% is above the upper limit of" in told
    assert "Reviews" not in told


def test_those_for_the_worse_come_first() -> None:
    told = text(real_changes(scorecard(audits=40.0, low_waits=40.0), None))
    assert all(told.index(one) < told.index(other) for one, other in pairwise(("Low_waits", "Audits")))


def test_where_nothing_changed_by_more_than_chance_nothing_is_said() -> None:
    assert real_changes(scorecard(audits=12.0), None) == ""
