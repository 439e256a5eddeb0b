"""What a recipe tells of a file is done, and only that."""

import openpyxl
import pytest

from kpi.definitions.recipe import Recipe
from kpi.intake import Candidate
from kpi.period import Calendar
from kpi.problem import Severity
from tests.intake import workbooks
from tests.intake.conftest import Intake, pack_of

EXPORT = """Workforce return,,,,
Run date: 02/07/2019,,,,
Measure,Service,Qtr,Result,Rating
Avg cases per FTE,Northern,2018-19 Q4,17,G
,South team,2018-19 Q4,*,A
Grand Total,,,17,
"""
TOLD = {
    "columns": {"Measure": "indicator_id", "Service": "area", "Qtr": "period", "Result": "value", "Rating": "ignore"},
    "indicators": {"avg cases  per fte": "caseload"},
    "areas": {"Northern": "north"},
    "fill_down": ["indicator_id"],
    "leave_out": ["Grand Total"],
    "dialect": "council",
    "shape": ["measure", "qtr", "rating", "result", "service"],
}


def recipe(**told: object) -> Recipe:
    return Recipe.model_validate({"id": "workforce", "title": "Workforce return"} | told)


def severe(found: Candidate) -> list[str]:
    return [one.code for one in found.problems if one.severity is not Severity.NOTE]


def test_a_file_is_read_by_its_recipe_without_a_question(intake):
    found = intake.read(EXPORT, recipe=recipe(**TOLD))
    assert severe(found) == []
    assert found.frame[["indicator", "area", "period", "symbol"]].values.tolist() == [
        ["caseload", "north", "2018-19 Q4", ""],
        ["caseload", "south", "2018-19 Q4", "c"],
    ]
    assert "Column 'Result' is value." in found.decided


def test_a_file_of_the_same_shape_is_offered_its_recipe(pack):
    known = Intake(pack.model_copy(update={"recipes": (recipe(**TOLD), recipe(id="other", shape=("a", "b")))}))
    found = known.read(EXPORT)
    assert found.offered == ("workforce",)
    assert "recipe-offered" in {one.code for one in found.problems}
    assert known.read("indicator_id,period,value\ncaseload,2018-19 Q4,17\n").offered == ()


def test_what_holds_for_every_row_need_not_stand_in_a_column(intake):
    told = recipe(
        columns={"NAME": "area", "COUNT": "value"}, fixed={"indicator_id": "caseload", "period": "2018-19 Q4"}
    )
    found = intake.read("NAME,WARD CODE,COUNT\nNorth team,00AY,13\nSouth team,00AZ,<10\n", recipe=told)
    assert found.frame[["area", "period", "symbol"]].values.tolist() == [
        ["north", "2018-19 Q4", ""],
        ["south", "2018-19 Q4", "<10"],
    ]


def test_columns_can_be_indicators_and_rows_their_periods(intake):
    told = recipe(columns={"Qtr": "period", "In need": "children_in_need", "Caseload": "caseload"})
    found = intake.read("Qtr,In need,Caseload\n2018-19 Q3,900,17\n2018-19 Q4,821,c\n", recipe=told)
    assert found.frame[["indicator", "period", "value", "symbol", "file_row"]].fillna(0).values.tolist() == [
        ["children_in_need", "2018-19 Q3", 900.0, "", 2],
        ["caseload", "2018-19 Q3", 17.0, "", 2],
        ["children_in_need", "2018-19 Q4", 821.0, "", 3],
        ["caseload", "2018-19 Q4", 0.0, "c", 3],
    ]


def test_a_cell_of_an_indicators_column_is_named_by_its_header(intake):
    told = recipe(columns={"Qtr": "period", "In need": "children_in_need"})
    found = intake.read("Qtr,In need\n2018-19 Q4,many\n", recipe=told)
    (problem,) = (one for one in found.problems if one.severity is Severity.ERROR)
    assert (problem.where.row, problem.where.column) == (2, "In need")


@pytest.mark.parametrize(("written", "value"), [("0.525", 52.5), ("52.5%", 52.5), ("1", 100.0), ("0", 0.0)])
def test_percentages_told_as_fractions_are_read_as_such_and_marked_ones_as_marked(intake, written, value):
    text = f"indicator_id,period,value\nreviews_on_time,2018-19 Q4,{written}\n"
    found = intake.read(text, recipe=recipe(percentages="fraction"))
    assert (found.frame["value"].tolist(), severe(found)) == ([value], [])


def test_percentages_told_as_percentages_are_not_asked_about(intake):
    intake.hold("indicator_id,period,value\nreviews_on_time,2018-19 Q3,48\n")
    text = "indicator_id,period,value\nreviews_on_time,2018-19 Q4,0.52\n"
    assert "fraction" in severe(intake.read(text))
    assert "fraction" not in severe(intake.read(text, recipe=recipe(percentages="percent")))


def test_an_x_of_2013_is_suppressed_and_one_of_today_is_not_available(intake):
    text = "indicator_id,period,value\nreferral_rate,2012-13,x\n"
    assert intake.read(text).frame["symbol"].tolist() == ["x"]
    assert intake.read(text, recipe=recipe(dialect="dfe_2010_2017")).frame["symbol"].tolist() == ["c"]
    assert intake.read(text, recipe=recipe(symbols={"X": "z"})).frame["symbol"].tolist() == ["z"]


def test_the_calendar_of_a_recipe_settles_what_is_not_told_otherwise(intake):
    text = "indicator_id,period,value\ncaseload,Q1 2018,17\n"
    assert intake.read(text, recipe=recipe(calendar="financial")).frame["period"].tolist() == ["2018-19 Q1"]
    told = intake.read(text, recipe=recipe(calendar="financial"), calendar=Calendar.CALENDAR)
    assert told.frame["period"].tolist() == ["2017-18 Q4"]


def test_a_header_row_that_is_told_is_the_one(intake):
    text = "indicator_id,period,value\nindicator_id,period,value\ncaseload,2018-19 Q4,17\n"
    found = intake.read(text, recipe=recipe(header_row=2))
    assert found.frame["file_row"].tolist() == [3]
    assert severe(intake.read(text, recipe=recipe(header_row=3))) == ["no-header"]


def test_what_stands_below_the_last_row_of_a_recipe_is_not_read_and_told(intake):
    text = "indicator_id,period,value\ncaseload,2018-19 Q4,17\nDraft only,,\n"
    found = intake.read(text, recipe=recipe(last_row=2))
    assert (len(found.frame), severe(found)) == (1, [])
    assert "rows-below" in {one.code for one in found.problems}


def test_a_recipe_does_not_open_the_door_to_a_childs_data(intake):
    told = recipe(columns={"Measure": "indicator_id", "Qtr": "period", "Forename": "note", "N": "value"}, header_row=40)
    rows = "x,,,\n" * 39
    found = intake.read(f"{rows}Measure,Qtr,Forename,N\ncaseload,2018-19 Q4,,17\n", recipe=told)
    assert severe(found) == ["child-level-column"]
    assert not len(found.frame)


def test_recipes_do_not_change_the_text_that_names_a_set_of_definitions():
    pack = pack_of(())
    assert pack.model_copy(update={"recipes": (recipe(),)}).text == pack.text


@pytest.mark.parametrize(("header", "codes"), [("Results", {"no-header"}), ("Result", set())])
def test_a_column_whose_name_has_drifted_is_asked_about_with_the_nearest(intake, header, codes):
    told = recipe(columns={"Measure": "indicator_id", "Qtr": "period", "Result": "value", "Remark": "note"})
    found = intake.read(f"Measure,Qtr,{header},Remarks\ncaseload,2018-19 Q4,17,\n", recipe=told)
    drifted = [one for one in found.problems if one.code == "recipe-column-missing"]
    assert "Is 'Remarks' meant?" in drifted[-1].fix
    assert {one.code for one in found.problems if one.severity is Severity.ERROR} == codes
    assert ["Is 'Results' meant?" in one.fix for one in drifted] == ([True, False] if codes else [False])


def test_of_several_sheets_a_recipe_that_names_one_is_offered_and_reads_it(pack):
    book = openpyxl.Workbook()
    for name, value in (("HR", 17), ("Finance", 18)):
        header = ["indicator_id", "period", "value"]
        workbooks.fill(book.create_sheet(name), [header, ["caseload", "2018-19 Q4", value]])
    shape = {"shape": ["indicator_id", "period", "value"]}
    named = recipe(sheet="Finance", **shape)
    known = Intake(pack.model_copy(update={"recipes": (named, recipe(id="any", **shape))}))
    asked = known.read(workbooks.saved(book), "return.xlsx")
    assert (severe(asked), asked.offered) == (["several-sheets"], ("workforce",))
    assert known.read(workbooks.saved(book), "return.xlsx", recipe=named).frame["value"].tolist() == [18]
