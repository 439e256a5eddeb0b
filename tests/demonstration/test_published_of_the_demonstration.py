"""The demonstration's figures of others agree with its own, and tell what they were taken from."""

import csv

import pytest

from kpi.settings import ROOT, Settings
from kpi.workspace import Others, open_workspace

[FILE] = (ROOT / "data" / "published").glob("*.csv")
ROWS = list(csv.DictReader(FILE.read_text(encoding="utf-8").splitlines()))
COMPARED = {
    *("cin_rate", "cla_rate", "cp_rate", "dfe_rereferral", "dfe_assess_45", "dfe_icpc_15", "dfe_cp_reviews"),
    *("dfe_caseload", "dfe_agency_rate", "dfe_vacancy_rate", "dfe_turnover"),
}


@pytest.fixture(scope="module")
def others(loaded_pack) -> Others:
    return Others(open_workspace(Settings(data=loaded_pack, user="tests")))


def test_every_figure_names_its_publication():
    assert {row["publication"] for row in ROWS} == {
        "DfE, Children's social work workforce, 2017 to 2025",
        "DfE, Local Authority Interactive Tool",
    }


def test_every_measure_has_the_nation_the_region_the_city_and_its_ten_neighbours():
    areas = {row["area_code"] for row in ROWS}
    assert len(areas) == 13
    for measure in {row["measure"] for row in ROWS}:
        assert {row["area_code"] for row in ROWS if row["measure"] == measure} == areas


@pytest.mark.parametrize("indicator", sorted(COMPARED))
def test_the_citys_published_figures_are_those_of_its_own_series(others, indicator):
    own = {row.period: row.value for row in others.place.indicator(indicator).rows if row.value is not None}
    found = others.place.benchmarks().of(indicator)
    both = [(period, against.own.value) for period, against in found.items() if against.own and period in own]
    assert len(both) >= 8
    assert [(period, value) for period, value in both if own[period] != pytest.approx(value, abs=0.05)] == []


def test_the_scorecard_of_march_2019_says_how_others_do(others):
    rows = {row.indicator: row for row in others.place.scorecard("2018-19 Q4").rows}
    assert rows["dfe_icpc_15"].against.sentence.startswith("In 2018-19 Wolverhampton had 72.0%.")
    assert {name for name, row in rows.items() if row.against} == COMPARED
