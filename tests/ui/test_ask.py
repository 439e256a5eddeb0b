"""The screens ask one workspace, which follows the files of the pack and survives a slip in them."""

from pathlib import Path

import pytest
import streamlit as st

from kpi.problem import ProblemError
from kpi.ui import ask
from tests.support.pack import NEXT, demonstration

TARGET = "between: [16, 18]"


@pytest.fixture
def rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of workforce indicators of the pack that the screens show."""
    place = demonstration(tmp_path)
    place.ledger.close()
    monkeypatch.setenv("KPI_DATA", str(place.folder))
    st.cache_resource.clear()
    return place.folder / "indicators" / "workforce.yaml"


def status_of_caseload() -> str:
    card = ask.scorecard("2018-19 Q4")
    return next(row.status.value for row in card.rows if row.indicator == "caseload")


def test_a_changed_target_is_shown_without_a_restart(rules: Path) -> None:
    assert status_of_caseload() == "green"
    rules.write_text(rules.read_text(encoding="utf-8").replace(TARGET, "between: [17, 18]", 1), encoding="utf-8")
    assert status_of_caseload() == "amber"
    assert ask.newest() == NEXT


def test_a_slip_in_a_definition_leaves_the_last_good_ones_in_force_and_is_told(rules: Path) -> None:
    good = rules.read_text(encoding="utf-8")
    assert status_of_caseload() == "green"
    rules.write_text(good.replace("polarity: lower", "polarity: sideways", 1), encoding="utf-8")
    assert status_of_caseload() == "green"
    assert "sideways" in str(ask.workspace().problems[0])
    rules.write_text(good + "\n", encoding="utf-8")
    assert ask.workspace().problems == ()


def test_a_slip_before_there_were_any_good_definitions_is_a_problem(rules: Path) -> None:
    rules.write_text("indicators: [", encoding="utf-8")
    with pytest.raises(ProblemError):
        ask.workspace()
