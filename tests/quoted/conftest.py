"""The demonstration's figures, against which texts are checked."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from kpi.period import parse
from kpi.problem import Where
from kpi.quoted import Quotations
from kpi.scorecard import IndicatorHistory
from kpi.settings import Settings
from kpi.workspace import Workspace, open_workspace

COMMENTARY = Where("tracker.csv", row=2, column="commentary")


@pytest.fixture(scope="module")
def place(loaded_pack: Path) -> Iterator[Workspace]:
    workspace = open_workspace(Settings(data=loaded_pack, user="tests"))
    yield workspace
    workspace.ledger.close()


@pytest.fixture(scope="module")
def quotations(place: Workspace) -> Quotations:
    @cache
    def figures(indicator: str, area: str) -> IndicatorHistory:
        return place.indicator(indicator, area)

    return Quotations(place.pack, figures)


@pytest.fixture
def warned(quotations: Quotations):
    """Check a text about the last quarter of 2018-19, or another; give what is warned of."""

    def check(text: str, quarter: str = "2018-19 Q4") -> list[str]:
        return [problem.message for problem in quotations.check(text, parse(quarter), COMMENTARY)]

    return check
