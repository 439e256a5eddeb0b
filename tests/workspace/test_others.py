"""Published figures of others stand in the ledger beside the council's own, with undo, as-at and origin."""

import hashlib
import shutil
from pathlib import Path

import pytest

from kpi.definitions.pack import WHOLE_SERVICE
from kpi.period import parse
from kpi.problem import ProblemError
from kpi.settings import Settings
from kpi.workspace import Others, Workspace, open_workspace
from tests.support import published
from tests.support.pack import NEXT as WITH_OTHERS
from tests.support.pack import copy_of_demonstration

YEAR = parse("2019", "calendar")
NEXT = WITH_OTHERS - 1
SECOND = NEXT + 1


@pytest.fixture(scope="module")
def without_others(tmp_path_factory) -> Path:
    """The demonstration with its own figures loaded, and none of others."""
    data = copy_of_demonstration(tmp_path_factory.mktemp("bare"))
    shutil.rmtree(data / "published")
    open_workspace(Settings(data=data, user="tests")).ledger.close()
    return data


@pytest.fixture
def pack(without_others, tmp_path) -> Path:
    return Path(shutil.copytree(without_others, tmp_path / "data"))


@pytest.fixture
def others(pack) -> Others:
    return Others(open_workspace(Settings(data=pack, user="tests")))


def load(others: Others, text: str, name: str = "workforce.csv") -> int | None:
    preview = others.preview(name, text.encode())
    assert preview is not None
    return others.publish(preview, who="tests").revision


def row(place: Workspace, indicator: str, period: str, as_at: int | None = None):
    [found] = [one for one in place.scorecard(period, as_at).rows if one.indicator == indicator]
    return found


def test_the_councils_own_figures_stay_as_they_are(others):
    before = others.place.frame()
    assert load(others, published.WORKFORCE) == NEXT
    assert others.place.frame().drop(columns="revision").equals(before.drop(columns="revision"))


def test_loading_the_same_file_again_changes_nothing(others):
    load(others, published.WORKFORCE)
    assert load(others, published.WORKFORCE) is None


def test_a_revised_figure_is_a_change_and_the_earlier_one_stays_known(others):
    load(others, published.WORKFORCE)
    preview = others.preview("workforce.csv", published.WORKFORCE.replace(",11.2,16,", ",11.6,16,").encode())
    assert (preview.counts["changed"], preview.counts["new"]) == (1, 0)
    assert others.publish(preview, who="tests").revision == SECOND
    assert others.against("dfe_turnover", "2019").own.value == 11.6
    assert others.against("dfe_turnover", "2019", as_at=NEXT).own.value == 11.2


def test_a_load_of_others_can_be_undone_and_the_chain_stays_whole(others):
    revision = load(others, published.WORKFORCE)
    others.place.undo(revision, who="tests")
    assert row(others.place, "dfe_turnover", "2019-20 Q4").against is None
    assert others.place.verify() == ()


def test_a_file_that_lacks_a_year_withdraws_nothing(others):
    load(others, published.WORKFORCE)
    without = "".join(line for line in published.WORKFORCE.splitlines(True) if not line.startswith("2018"))
    assert load(others, without) is None
    assert others.against("dfe_turnover", "2018").own.value == 28


def test_a_row_of_the_scorecard_carries_nation_region_and_neighbours(others):
    load(others, published.WORKFORCE)
    told = row(others.place, "dfe_turnover", "2019-20 Q3").as_dict()["benchmarks"]
    assert [(one["kind"], one["value"]) for one in told[:3]] == [("own", 11.2), ("nation", 15.0), ("region", 15.7)]
    [mean] = [one for one in told if one["kind"] == "neighbours_mean"]
    assert (round(mean["value"], 6), mean["had"], mean["asked"], mean["model"]) == (10.55, 2, 10, "May 2025")


def test_a_place_is_told_with_its_ties_and_its_list(others):
    load(others, published.WORKFORCE)
    near, every = others.against("dfe_turnover", "2019").places
    assert (near.place, near.listed, near.ties) == (2, 3, 1)
    assert every.listed == 3


def test_counts_and_figures_without_polarity_have_no_place(others):
    load(others, published.CARE, "care.csv")
    against = others.against("dfe_cla_number", "2018-19")
    assert against.places == ()
    assert against.why_no_place == "neither high nor low is good of itself"


def test_four_digits_are_the_financial_year_that_ends_in_them(others):
    load(others, published.TOOL, "tool.csv")
    against = others.against("dfe_assess_45")
    assert (against.period.text, against.nation.value) == ("2018-19", 83.1)


def test_the_newest_year_is_told_where_none_is_asked_for(others):
    load(others, published.WORKFORCE)
    assert others.against("dfe_turnover").period == YEAR


def test_neighbours_can_come_from_a_loaded_list(others, pack):
    path = pack / "benchmarks.yaml"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("neighbours:"), text.index("sources:")
    listed = "neighbours:\n  - {model: '2025', source: neighbours_2025, columns: SN_}\n\n"
    path.write_text(text[:begin] + listed + text[end:], encoding="utf-8")
    place = open_workspace(Settings(data=pack, user="tests"))
    load(Others(place), published.NEIGHBOURS, "neighbours.csv")
    load(Others(place), published.WORKFORCE)
    assert place.benchmarks().neighbours == ("2025", ("333", "335", "331"))


def test_the_older_list_of_another_shape_is_used_until_the_newer_one_is_loaded(others, pack):
    path = pack / "benchmarks.yaml"
    text = path.read_text(encoding="utf-8")
    begin, end = text.index("neighbours:"), text.index("sources:")
    models = (("2025", "neighbours_2025", "SN_"), ("2021", "neighbours_2021", "SN"))
    listed = [f"  - {{model: '{model}', source: {source}, columns: {start}}}" for model, source, start in models]
    older = published.SOURCE_2021 + text[end:].removeprefix("sources:\n")
    path.write_text(text[:begin] + "\n".join(["neighbours:", *listed, "", older]), encoding="utf-8")
    place = open_workspace(Settings(data=pack, user="tests"))
    load(Others(place), published.WORKFORCE)
    load(Others(place), published.NEIGHBOURS_2021, "sn_2021.csv")
    assert place.benchmarks().neighbours == ("2021", ("335", "333", "806"))
    load(Others(place), published.NEIGHBOURS, "neighbours.csv")
    assert place.benchmarks().neighbours == ("2025", ("333", "335", "331"))


def test_where_a_figure_came_from_is_told_to_file_row_column_and_hash(others):
    load(others, published.WORKFORCE)
    against = others.against("dfe_turnover", "2019")
    assert others.file_of(against.nation) == (
        "workforce.csv",
        hashlib.sha256(published.WORKFORCE.encode()).hexdigest(),
    )
    assert (against.nation.row, others.column_of(against)) == (2, "turnover_rate_fte")


def test_a_file_with_a_fault_is_refused_whole(others):
    preview = others.preview("workforce.csv", published.WORKFORCE.replace(",28,", ",many,").encode())
    with pytest.raises(ProblemError):
        others.publish(preview, who="tests")
    assert others.place.head() == NEXT - 1


@pytest.mark.parametrize(
    ("indicator", "period", "code"),
    [
        ("dfe_turnover", "2012", "no-figures-of-others"),
        ("cin_rate", None, "not-compared"),
        ("turnover_dfe", None, "unknown-indicator"),
        ("dfe_turnover", "soon", "period-unreadable"),
    ],
)
def test_a_question_that_cannot_be_answered_says_why(others, indicator, period, code):
    load(others, published.WORKFORCE)
    with pytest.raises(ProblemError) as refused:
        others.against(indicator, period)
    assert [problem.code for problem in refused.value.problems] == [code]


def test_a_figure_in_doubt_has_no_place(others):
    tool = published.TOOL.replace("Continue_Assess_Comp", "RevCP").replace(",2019,", ",2018,")
    load(others, tool.replace("82.799999999999997", "0"), "tool.csv")
    against = others.against("dfe_cp_reviews", "2017-18")
    assert against.own.value == 0
    assert against.why_no_place.startswith("the figure is in doubt")


def test_only_the_whole_service_is_compared(others):
    load(others, published.WORKFORCE)
    rows = others.place.scorecard("2019-20 Q3").rows
    assert {one.area for one in rows if one.against} == {WHOLE_SERVICE}
