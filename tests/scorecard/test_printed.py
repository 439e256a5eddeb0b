"""Figures that could point at a child are withheld before anything is said of them."""

import pandas as pd
import pytest

from kpi.period import parse
from kpi.scorecard import judged_series
from kpi.scorecard.printed import printed
from kpi.workspace import Workspace
from tests.support.pack import demonstration


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return demonstration(tmp_path_factory.mktemp("printed"))


def suppressed(frame: pd.DataFrame) -> set[tuple[str, str]]:
    rows = frame[frame["symbol"] == "c"]
    return set(zip(rows["indicator"], rows["period"], strict=True))


def test_a_share_that_tells_of_three_children_is_withheld_and_its_neighbours_stay(place: Workspace) -> None:
    before = place.frame()
    after = printed(before, place.pack)
    quarters = {"2017-18 Q3", "2018-19 Q1", "2018-19 Q2", "2018-19 Q3"}
    assert suppressed(after) - suppressed(before) == {("allocated", quarter) for quarter in quarters}
    hidden = after[(after["indicator"] == "allocated") & (after["period"] == "2018-19 Q3")]
    assert hidden[["value", "numerator", "denominator"]].isna().all(axis=None)
    assert len(after) == len(before)
    assert after.dtypes.to_dict() == before.dtypes.to_dict()


def test_a_movement_from_a_withheld_figure_cannot_be_told(place: Workspace) -> None:
    frame = printed(place.frame(), place.pack)
    row = judged_series(frame, place.pack, "allocated", "all", 1).at(parse("2018-19 Q4"))
    assert row is not None
    assert (row.text, row.previous.value) == ("100.0%", None)
    assert "that figure is suppressed" in row.sentence


def test_nothing_changes_where_nothing_is_withheld(place: Workspace) -> None:
    frame = place.frame()
    workforce = frame[frame["indicator"] == "turnover"]
    assert printed(workforce, place.pack) is workforce
