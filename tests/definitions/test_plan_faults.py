"""A contradiction of a plan, a legend, an inspection or the panel is told on its line with what to do.

In: a sound pack with one thing changed. Out: the Problem of that change; a warning does not stop the pack.
"""

import re

import pytest

from kpi.definitions.codes import Code
from kpi.definitions.read import read_pack
from kpi.problem import Severity
from tests.definitions.plan_faults import FAULTS, WARNINGS

PMQA, NEXT = "plan/2018-19/pmqa.yaml", "plan/2019-20/pmqa.yaml"
JARGON = re.compile(r"[Pp]ydantic|Input should|extra_forbidden|None|dict|\bstr\b|\bint\b|Traceback|Error")


def put(planned, name, old, new):
    """Change the first place of a file that holds a text."""
    text = (planned.path / name).read_text()
    assert old in text
    planned.write(name, text.replace(old, new, 1))


def told(planned, code, name):
    pack, problems = read_pack(planned.path)
    return pack, [problem for problem in problems if (problem.code, problem.where.file) == (code, name)]


@pytest.mark.parametrize(("code", "name", "old", "new", "named", "words"), FAULTS, ids=lambda value: str(value)[:24])
def test_a_fault_is_told_on_its_line_with_what_to_do(planned, code, name, old, new, named, words):
    put(planned, name, old, new)
    pack, found = told(planned, code, name)
    assert pack is None
    assert found, planned.problems()
    assert found[-1].where.line == planned.line(name, named)
    assert words in f"{found[-1].message} {found[-1].fix}"
    assert not JARGON.search(str(found[-1]))


@pytest.mark.parametrize(("code", "name", "old", "new", "named", "words"), WARNINGS, ids=lambda value: str(value)[:24])
def test_what_is_doubtful_is_a_warning_and_the_pack_stands(planned, code, name, old, new, named, words):
    put(planned, name, old, new)
    pack, found = told(planned, code, name)
    assert pack is not None
    assert [(problem.severity, problem.where.line) for problem in found] == [
        (Severity.WARNING, planned.line(name, named))
    ]
    assert words in f"{found[0].message} {found[0].fix}"


def test_one_contradiction_is_one_problem(planned):
    for _, name, old, new, *_ in FAULTS + WARNINGS:
        sound = (planned.path / name).read_text()
        put(planned, name, old, new)
        assert len(planned.problems()) == 1, (old, new, planned.problems())
        planned.write(name, sound)


def without_good_direction(planned, expects):
    planned.change("polarity: higher", "polarity: none")
    planned.change(
        "    targets:\n      - at_least:\n          2018-19 Q1: 40\n          2018-19 Q2: 45\n"
        "          2018-19 Q3: 48\n          2018-19 Q4: 50\n        set_by: local\n"
        "        reason: Agreed with the improvement board.\n",
        "",
    )
    put(planned, PMQA, "            expects: on_target", f"            expects: {expects}")


@pytest.mark.parametrize("expects", ["improves", "no_worse"])
def test_an_indicator_without_polarity_neither_improves_nor_worsens(planned, expects):
    without_good_direction(planned, expects)
    assert [problem.code for problem in planned.problems()] == [Code.NO_POLARITY]


@pytest.mark.parametrize("expects", ["rises", "falls"])
def test_an_indicator_without_polarity_may_rise_or_fall(planned, expects):
    without_good_direction(planned, expects)
    assert planned.problems() == ()


def test_an_indicator_without_targets_on_target_is_a_warning(planned):
    without_good_direction(planned, "on_target")
    pack, problems = read_pack(planned.path)
    assert pack is not None
    assert [(problem.code, problem.severity) for problem in problems] == [(Code.NO_TARGET, Severity.WARNING)]


@pytest.mark.parametrize("period", ["2019-02-11", "February 2019", "2018-19 Q4", "2018-19"])
def test_dated_figures_may_be_expected_in_any_period(planned, period):
    put(planned, "indicators/practice.yaml", "frequency: quarter", "frequency: date")
    put(
        planned,
        "indicators/practice.yaml",
        "breaks:\n      - period: 2017-18 Q1",
        "breaks:\n      - period: 2017-04-01",
    )
    put(planned, "panel.yaml", "period: 2019-20 Q2", f"period: {period}")
    found = [problem for problem in planned.problems() if problem.where.file == "panel.yaml"]
    assert found == []


def test_two_files_of_a_year_about_one_service_area_name_both_places(planned):
    planned.write("plan/2018-19/quality.yaml", "plan_year: 2018-19\nid: pmqa\ntitle: Q\nhead: Head\npriorities: []\n")
    [problem] = planned.problems()
    assert problem.code == Code.DUPLICATE_SERVICE_AREA
    assert str(problem.where) == "plan/2018-19/quality.yaml:2"
    assert f"{PMQA}:2" in problem.message


def test_two_files_of_a_year_with_one_ref_name_both_places_and_other_years_may_have_it(planned):
    text = (planned.path / NEXT).read_text().replace("id: pmqa", "id: sss").replace("ref: PMQA 2\n", "ref: SSS 2\n")
    planned.write("plan/2019-20/sss.yaml", text)
    [problem] = planned.problems()
    assert (problem.code, problem.where.file) == (Code.DUPLICATE_REF, "plan/2019-20/sss.yaml")
    assert f"{NEXT}:9" in problem.message


def test_an_action_may_be_carried_forward_from_a_year_that_is_not_in_the_pack(planned):
    put(planned, NEXT, "year: 2018-19", "year: 2016-17")
    assert planned.problems() == ()


def test_an_action_carried_forward_may_have_been_due_before_its_year_begins(planned):
    assert "due: 31 March 2019" in (planned.path / NEXT).read_text()
    assert planned.problems() == ()


def test_a_legend_of_a_council_without_a_plan_is_checked_all_the_same(folder):
    folder.change("themes:", "legend: common\nthemes:")
    assert [(problem.code, problem.where.file) for problem in folder.problems()] == [
        (Code.UNKNOWN_LEGEND, "council.yaml")
    ]


@pytest.mark.parametrize(
    ("name", "broken"),
    [("indicators/practice.yaml", "indicators: ["), ("inspections.yaml", "inspections: ["), ("legends.yaml", "a: [")],
)
def test_what_stands_in_a_file_that_cannot_be_read_is_not_called_unknown(planned, name, broken):
    planned.write(name, broken)
    assert {problem.where.file for problem in planned.problems()} == {name}


def test_an_indicator_whose_id_is_at_fault_makes_no_other_unknown(planned):
    planned.change("id: caseload", "id: Case load")
    assert [problem.code for problem in planned.problems()] == [Code.VALUE_LIMIT]


def test_a_meeting_without_an_id_makes_no_question_homeless(planned):
    put(planned, "panel.yaml", "  - id: june\n    body", "  - body")
    assert [problem.code for problem in planned.problems()] == [Code.MISSING_KEY]


def test_a_calendar_of_academic_years_takes_the_same_name_for_its_years(planned):
    planned.change("opening_period: 2018-19 Q4", "calendar: academic\nopening_period: 2018-19 Q4")
    assert planned.problems() == ()


def test_a_calendar_of_plain_years_wants_plain_years(planned):
    planned.change("opening_period: 2018-19 Q4", "calendar: calendar\nopening_period: 2018 Q4")
    found = [problem for problem in planned.problems() if problem.code == Code.YEAR]
    assert found
    assert {problem.fix for problem in found} == {"Write a year such as 2018."}
