"""Published files are read as they were downloaded, cell by cell."""

import math

import pytest

from kpi import series
from kpi.definitions.benchmark import BenchmarkFile
from kpi.definitions.pack import Pack
from kpi.intake.benchmarks import PublishedPreview, preview_published, recognised
from kpi.problem import Severity
from tests.support import published

PACK = published.demonstration()


def read(text: str, pack: Pack = PACK) -> PublishedPreview:
    found = preview_published("file.csv", text.encode(), pack, series.empty, 0)
    assert found is not None
    return found


def cell(preview: PublishedPreview, measure: str, area: str, period: str) -> tuple[float, str, str, str]:
    frame = preview.frame.astype(dict.fromkeys(("indicator", "area", "period"), object))
    [row] = frame[(frame.indicator == measure) & (frame.area == area) & (frame.period == period)].to_dict("records")
    return row["value"], row["symbol"], row["state"], row["note"]


def test_a_file_of_the_workforce_gives_every_cell_with_its_row():
    preview = read(published.WORKFORCE)
    assert preview.problems == ()
    assert cell(preview, "dfe_workforce/turnover_rate_fte", "336", "2019") == (11.2, "", "final", "row 4")
    assert cell(preview, "dfe_workforce/turnover_rate_fte", "E92000001", "2019") == (15.0, "", "final", "row 2")
    assert cell(preview, "dfe_workforce/caseload_fte", "E12000005", "2019") == (17.3, "", "final", "row 3")
    assert preview.counts == {"new": 34, "changed": 0, "unchanged": 0, "withdrawn": 0}


@pytest.mark.parametrize(
    ("measure", "area", "symbol"),
    [
        ("vacancy_rate_fte", "333", "x"),
        ("vacancy_rate_fte", "335", "z"),
        ("vacancy_rate_fte", "331", "c"),
        ("turnover_rate_fte", "331", "u"),
        ("agency_rate_fte", "333", "k"),
    ],
)
def test_a_sign_is_kept_with_its_meaning_and_never_becomes_a_zero(measure, area, symbol):
    value, found, _, _ = cell(read(published.WORKFORCE), f"dfe_workforce/{measure}", area, "2019")
    assert math.isnan(value)
    assert found == symbol


def test_columns_are_found_by_name_behind_a_byte_order_mark_and_split_by_category():
    preview = read(published.CARE)
    measure = "dfe_cla/children_count/Children looked after on 31 March each year"
    assert cell(preview, measure, "336", "2019")[0] == 625
    assert (
        cell(preview, "dfe_cla/children_count/Children starting to be looked after each year", "336", "2019")[0] == 180
    )


@pytest.mark.parametrize(
    ("measure", "period", "value", "state", "note"),
    [
        ("RTA", "2014-16", 20.15, "final", "row 7"),
        ("A3A", "2018", 0.07, "final", "row 8; Rev"),
        ("A3A", "2020", 7.5, "final", "row 9; Final"),
        ("LACFinance", "2016-17", 1250, "final", "row 10; OT"),
        ("PriPermEx", "2015/16", 0, "final", "row 11"),
        ("HE_19_All", "2015-16", 40, "final", "row 12"),
        ("Hosp_Adm_Alc_<18yrs", "2013/14-15/16", 31.2, "final", "row 13"),
        ("KS1P_all", "2025", 79, "provisional", "row 14; prov"),
    ],
)
def test_every_form_of_year_is_kept_as_it_is_written(measure, period, value, state, note):
    assert cell(read(published.TOOL), f"lait/{measure}", "336", period) == (value, "", state, note)


def test_a_dash_is_missing_and_the_codes_of_the_tool_become_those_of_the_nation_and_the_region():
    preview = read(published.TOOL)
    assert cell(preview, "lait/Continue_Assess_Comp", "335", "2019")[1] == ":"
    assert cell(preview, "lait/Continue_Assess_Comp", "E92000001", "2019")[0] == 83.1
    assert cell(preview, "lait/Continue_Assess_Comp", "E12000005", "2019")[0] == 84.5


def test_the_year_0_is_left_out_with_a_note_where_it_holds_only_signs():
    [problem] = read(published.TOOL).problems
    assert (problem.code, problem.severity, problem.where.row) == ("no-year", Severity.NOTE, 15)


def test_a_number_in_the_year_0_refuses_the_file():
    preview = read(published.TOOL.replace(",0,Wolverhampton,-,", ",0,Wolverhampton,12,"))
    assert [problem.code for problem in preview.problems] == ["no-year"]
    assert not preview.can_publish
    assert len(preview.frame) == 0


def test_areas_are_named_by_the_file():
    assert cell(read(published.WORKFORCE), "dfe_workforce/name", "333", "always")[3] == "row 5; Sandwell"


def test_words_are_kept_where_a_file_may_hold_them():
    measure = "ofsted_ilacs/Overall effectiveness/ILACS Standard Inspection"
    assert cell(read(published.JUDGEMENTS), measure, "E08000031", "2022-03-21 00:00:00")[3] == "row 2; Good"


def test_neighbours_are_read_with_the_words_of_how_close_they_are():
    preview = read(published.NEIGHBOURS)
    assert cell(preview, "neighbours_2025/SN_1", "336", "2025")[0] == 333
    assert cell(preview, "neighbours_2025/SN_10P", "336", "2025")[3] == "row 2; Close"


def test_words_where_a_number_belongs_refuse_the_file_and_name_the_cell():
    preview = read(published.WORKFORCE.replace(",16,13.1,", ",low 20s,13.1,"))
    [problem] = preview.problems
    assert (problem.code, problem.where.row, problem.where.column) == ("not-a-number", 4, "caseload_fte")
    assert not preview.can_publish


def test_a_row_given_twice_is_kept_once_and_told():
    last = published.WORKFORCE.splitlines()[-1]
    preview = read(f"{published.WORKFORCE}{last}\n")
    assert [(one.code, one.severity) for one in preview.problems] == [("given-twice", Severity.NOTE)]
    assert preview.counts["new"] == 34


def test_a_row_given_twice_with_another_figure_refuses_the_file():
    last = published.WORKFORCE.splitlines()[-1].replace(",28,", ",27,")
    [problem] = read(f"{published.WORKFORCE}{last}\n").problems
    assert (problem.code, problem.where.row) == ("duplicate-figure", 9)


def test_a_column_of_the_description_that_is_missing_is_named():
    preview = read(published.WORKFORCE.replace("region_code", "region"))
    [problem] = preview.problems
    assert problem.code == "column-missing"
    assert "region_code" in problem.message


def test_a_column_that_stands_there_twice_refuses_the_file():
    assert [one.code for one in read(published.WORKFORCE.replace("agency_rate_fte", "caseload_fte")).problems] == [
        "column-twice"
    ]


def test_a_sign_of_another_time_means_what_its_source_says():
    [told] = [one for one in PACK.benchmarks.sources if one.id == "dfe_workforce"]
    told = told.model_copy(update={"symbols": {"x": "c"}})
    pack = PACK.model_copy(update={"benchmarks": BenchmarkFile(own="336", sources=(told,))})
    assert cell(read(published.WORKFORCE, pack), "dfe_workforce/vacancy_rate_fte", "333", "2019")[1] == "c"


@pytest.mark.parametrize("text", ["indicator_id,period,value\ncaseload,2018-19 Q4,16\n", "", "\n\n", "PK"])
def test_any_other_file_is_not_taken_for_a_published_one(text):
    assert recognised("file.csv", text.encode(), PACK) is None


def test_no_file_is_recognised_by_a_pack_that_describes_none():
    assert recognised("file.csv", published.TOOL.encode(), PACK.model_copy(update={"benchmarks": None})) is None
