"""Every row of docs/direction.md, run through the code."""

from typing import Any

import pytest
from ruamel.yaml import YAML

from kpi.judge.direction import Direction
from tests.support.figures import Figure, indicator, row, target
from tests.support.tables import rows

PAGE = "direction.md"


def test_every_direction_stands_in_the_page() -> None:
    assert [direction for direction, _ in rows(PAGE, "The six directions")] == [d.value for d in Direction]


@pytest.mark.parametrize(("polarity", "goal", "no_change", "then", "now", "direction"), rows(PAGE, "By polarity"))
def test_figure_moves_in_the_direction_of_the_page(
    polarity: str, goal: str, no_change: str, then: str, now: str, direction: str
) -> None:
    targets = [] if goal == "none" else [target(**YAML(typ="safe").load(f"{{{goal}}}"))]
    definition = indicator(polarity=polarity, decimals=1, no_change=float(no_change), targets=targets)
    shown = row(definition, ("2017-18 Q4", float(then)), ("2018-19 Q3", float(then)), ("2018-19 Q4", float(now)))
    assert (shown.direction_previous, shown.direction_year) == (direction, direction)


@pytest.mark.parametrize(("case", "basis", "earlier", "now", "reason"), rows(PAGE, "What is not compared"))
def test_what_is_not_compared_says_why_as_on_the_page(
    case: str, basis: str, earlier: str, now: str, reason: str
) -> None:
    given: dict[str, Any] = {"breaks": [{"period": now, "reason": "New count."}]} if "definition" in case else {}
    if "doubt" in case:
        given = {"doubts": [{"period": earlier.partition(":")[0], "reason": "published as 0"}]}
    figures = [] if earlier == "none" else [_figure(earlier)]
    shown = row(indicator(basis=basis, **given), *figures, (now, 60.0), period=now)
    assert shown.direction_previous == "cannot_tell"
    assert f": {reason}." in shown.direction_reason


def _figure(text: str) -> Figure:
    period, _, cell = text.partition(": ")
    if cell[0].isdigit():
        return period, float(cell)
    return period, None, {"note": cell} if " " in cell else {"symbol": cell}
