"""Every row of docs/status.md, run through the code."""

from typing import Any

import pytest
from ruamel.yaml import YAML

from kpi.definitions.expand import expand
from kpi.judge.status import Status, Targets, against
from kpi.story import STATUS_WORDS, status_reason
from tests.support.figures import indicator, quarter, row, target
from tests.support.tables import rows

PAGE = "status.md"


def given(goal: str, tolerance: str) -> dict[str, Any]:
    """Read the target and the tolerance as a definition would have them."""
    yaml = YAML(typ="safe")
    targets = [] if goal == "none" else [target(**yaml.load(f"{{{goal}}}"))]
    allowed = {} if tolerance == "none" else {"tolerance": yaml.load(f"{{{tolerance}}}")}
    polarity = "range" if "between" in goal else "lower" if "at_most" in goal else "higher"
    return {"targets": targets, "polarity": polarity} | allowed


def test_every_status_stands_in_the_page_with_its_words() -> None:
    told = [(status, words) for status, words, _ in rows(PAGE, "The five statuses")]
    assert told == [(status.value, STATUS_WORDS[status]) for status in Status]


@pytest.mark.parametrize(("rule", "goal", "tolerance", "decimals", "value", "status"), rows(PAGE, "Every kind of rule"))
def test_figure_has_the_status_of_the_page(
    rule: str, goal: str, tolerance: str, decimals: str, value: str, status: str
) -> None:
    definition = indicator(decimals=int(decimals), **given(goal, tolerance))
    edges = expand(definition, "all", [quarter()])
    figure = None if value == "none" else float(value)
    assert against(figure, Targets(*(edge[0] for edge in edges)), int(decimals)) == status, rule
    assert row(definition, ("2018-19 Q4", figure)).status == status, rule


@pytest.mark.parametrize(
    ("goal", "tolerance", "decimals", "value", "reason"), rows(PAGE, "The reason, in one sentence")
)
def test_status_is_explained_as_on_the_page(goal: str, tolerance: str, decimals: str, value: str, reason: str) -> None:
    definition = indicator(decimals=int(decimals), **given(goal, tolerance))
    assert status_reason(row(definition, ("2018-19 Q4", float(value)))) == reason


@pytest.mark.parametrize(("returned", "reason"), rows(PAGE, "Where there is no number"))
def test_missing_number_is_explained_as_on_the_page(returned: str, reason: str) -> None:
    cell = {"note": returned} if " " in returned else {"symbol": returned}
    figures = [] if returned == "nothing" else [("2018-19 Q4", None, cell)]
    assert status_reason(row(indicator(), *figures)) == reason
