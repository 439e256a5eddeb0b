"""The template of a period, and what it asks for."""

import csv
import io
from datetime import date

import openpyxl

from kpi.intake.due import by_owner, due
from kpi.intake.shape import HELPERS, ROLES
from kpi.intake.template import template
from kpi.period import parse
from kpi.problem import Severity

Q4 = parse("2018-19 Q4")


def keys(figures) -> set[tuple[str, str, str]]:
    return {(figure.indicator, figure.area, figure.period.text) for figure in figures}


def test_a_quarter_asks_for_its_months_itself_and_the_years_that_end_in_it(pack, intake):
    asked = keys(due(pack, intake.current, Q4))
    assert {("missing_episodes", "all", f"2019-0{month}") for month in (1, 2, 3)} <= asked
    assert {("caseload", "north", "2018-19 Q4"), ("referral_rate", "all", "2018-19")} <= asked
    assert not {indicator for indicator, _, _ in asked} & {"population", "gcse_results", "audits_good"}


def test_years_of_other_calendars_are_due_in_the_quarter_they_end_in(pack, intake):
    assert ("population", "all", "2018") in keys(due(pack, intake.current, parse("2018-19 Q3")))
    assert ("gcse_results", "all", "2017-18") in keys(due(pack, intake.current, parse("2018-19 Q2")))


def test_a_month_asks_for_itself_and_for_what_ends_with_it(pack, intake):
    asked = keys(due(pack, intake.current, parse("2019-03")))
    assert ("missing_episodes", "all", "2019-03") in asked
    assert ("caseload", "all", "2018-19 Q4") in asked
    assert ("missing_episodes", "all", "2019-02") not in asked


def test_a_figure_has_arrived_as_a_number_a_symbol_or_words(pack, intake):
    intake.hold(
        "indicator_id,area,period,value,note\n"
        "caseload,all,2018-19 Q4,16,\ncaseload,north,2018-19 Q4,c,\ncaseload,south,2018-19 Q4,,low 20s\n"
    )
    (workforce, service) = by_owner(due(pack, intake.current, Q4))[::-1]
    assert (workforce.owner, workforce.due, workforce.arrived, workforce.missing) == ("Head of Workforce", 3, 3, ())
    assert workforce.expected is None
    assert service.arrived == 0
    assert service.expected == date(2019, 4, 20)


def test_the_template_lists_every_figure_due_with_who_owes_it(pack, intake):
    rows = list(csv.DictReader(io.StringIO(template(pack, Q4, "csv").decode(), newline="")))
    assert {(row["indicator_id"], row["area"], row["period"]) for row in rows} == keys(due(pack, intake.current, Q4))
    north = next(row for row in rows if row["area"] == "north")
    assert (north["title"], north["owner"], north["unit"]) == ("Caseload: North team", "Head of Workforce", "cases")
    assert north["expected"] == "20 April 2019"
    assert set(rows[0]) - set(ROLES) <= set(HELPERS)


def test_a_template_filled_in_excel_comes_back_as_figures(pack, intake):
    book = openpyxl.load_workbook(io.BytesIO(template(pack, Q4)))
    assert book.sheetnames == ["Figures", "Read me"]
    sheet = book["Figures"]
    assert sheet.freeze_panes == "B2"
    assert "final,provisional,illustrative" in sheet.data_validations.dataValidation[0].formula1
    places = {(row[0].value, row[1].value, row[2].value): row for row in sheet.iter_rows(min_row=2)}
    places["caseload", "north", "2018-19 Q4"][3].value = 17
    places["missing_episodes", "all", "2019-02"][3].value = 28
    places["reviews_on_time", "all", "2018-19 Q4"][4].value = 84
    places["reviews_on_time", "all", "2018-19 Q4"][5].value = 96
    body = io.BytesIO()
    book.save(body)
    found = intake.read(body.getvalue(), "Q4.xlsx")
    assert {problem.severity for problem in found.problems} == {Severity.NOTE}
    assert sorted(found.frame["value"]) == [17, 28, 87.5]


def test_an_empty_template_is_told_to_have_no_figures(pack, intake):
    codes = [one.code for one in intake.read(template(pack, Q4), "Q4.xlsx").problems]
    assert codes == ["no-figures"]
