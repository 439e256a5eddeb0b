"""A folder of YAML becomes one Pack, or every fault of every file with its place and what to do.

In: a sound pack, changed in one place. Out: the Problem of that change, on its line.
"""

import os
import re
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi.definitions.codes import MEANING, Code
from kpi.definitions.pack import Pack
from kpi.definitions.read import read_pack
from tests.definitions import plan_faults

PRACTICE = "indicators/practice.yaml"
AT_LEAST_FIFTY = "          2018-19 Q4: 50"
BREAK = "      - period: 2017-18 Q1"
DOUBT = "      - period: 2016-17 Q3"
SECOND_TARGET = "        periods: 2016-17 Q1 to 2018-19 Q4\n        areas: [assessment]"

FAULTS = [
    # code, text of the sound pack, text put in its place, text on the line that is named, words of the message or fix
    (Code.UNKNOWN_KEY, "    polarity: lower", "    polarty: lower", "polarty", "Did you mean polarity?"),
    (Code.UNKNOWN_KEY, "opening_period:", "colour: red\nopening_period:", "colour", "Unknown key 'colour'."),
    (Code.UNKNOWN_KEY, "amber: {below: 1,", "amber: {belw: 1,", "amber", "Did you mean below?"),
    (Code.MISSING_KEY, "    owner: Principal Social Worker\n", "", "id: good_audits", "Missing key 'owner'."),
    (Code.MISSING_KEY, "service: Children's Services\n", "", "id: wolverhampton", "The service under review."),
    (Code.MISSING_KEY, "indicators:", "indicator:", "indicator:", "Missing key 'indicators'."),
    (Code.DUPLICATE_KEY, "    why: A worker", "    title: Again\n    why: A worker", "title: Again", "given twice"),
    (Code.VALUE_TYPE, "lag_days: 10", "lag_days: 010", "lag_days: 010", "must be a whole number; it is '010'"),
    (Code.VALUE_TYPE, "lag_days: 10", "lag_days: soon", "lag_days: soon", "Write plain digits"),
    (Code.VALUE_TYPE, 'la_code: "336"', "la_code: 336", "la_code", "Put it in quotes"),
    (Code.VALUE_TYPE, "between: [16, 18]", "between: [16]", "between", "must hold two numbers"),
    (Code.VALUE_TYPE, "floor: 30", "floor: 12:30", "floor", "must be a number; it is '12:30'"),
    (Code.VALUE_TYPE, AT_LEAST_FIFTY, "          2018-19 Q4: half", "Q4: half", "must be a number; it is 'half'"),
    (Code.VALUE_TYPE, "areas: [assessment]", "areas: assessment", "areas: assessment", "must be a list"),
    (Code.VALUE_TYPE, "green: 0", "green: none", "green: none", "must be a number or a group of keys"),
    (Code.VALUE_TYPE, "decimals: 1", "decimals: true", "decimals", "must be a whole number; it is true"),
    (Code.VALUE_CHOICE, "unit: percent", "unit: per cent", "unit: per cent", "count, percent, rate, pounds"),
    (Code.VALUE_CHOICE, "polarity: higher", "polarity: NO", "polarity: NO", "polarity is 'NO'"),
    (Code.VALUE_CHOICE, "polarity: higher", "polarity:", "polarity:", "polarity is empty"),
    (Code.VALUE_LIMIT, "decimals: 1", "decimals: 9", "decimals", "must be 4 or less; it is 9"),
    (Code.VALUE_LIMIT, "id: caseload", "id: Caseload 1", "id: Caseload 1", "must start with a lower-case letter"),
    (Code.VALUE_LIMIT, "title: Average caseload", 'title: ""', 'title: ""', "must not be empty"),
    (Code.VALUE_LIMIT, "title: Average caseload", 'title: "a\\nb"', 'title: "a', "must be one line"),
    (Code.VALUE_LIMIT, "between: [16, 18]", "between: [16, 17, 18]", "between", "may have at most 2 entries"),
    (Code.VALUE_RULE, "between: [16, 18]", "between: [18, 16]", "between", "from the lower value to the higher"),
    (Code.VALUE_RULE, "between: [16, 18]", "between: [16, 18]\n        at_most: 18", "between", "exactly one of"),
    (Code.VALUE_RULE, "        periods: from 2016-17 Q1\n", "", "between", "periods with a number"),
    (Code.VALUE_RULE, "green: 0", "green: 3", "tolerance:", "Give amber the wider allowance."),
    (Code.VALUE_RULE, "unit: percent", "unit: percent\n    bounds: {least: 9, most: 1}", "bounds", "Swap them."),
    (Code.DUPLICATE_ID, "id: good_audits", "id: caseload", "id: caseload", f"is taken: {PRACTICE}:2."),
    (Code.DUPLICATE_ID, "id: quality", "id: workforce", "id: workforce", "is taken: council.yaml:9."),
    (Code.DUPLICATE_ID, "id: care", "id: assessment", "id: assessment", "is taken: council.yaml:14."),
    (Code.RESERVED_ID, "id: care", "id: all", "id: all", "means the whole service"),
    (Code.UNKNOWN_THEME, "theme: quality", "theme: qualty", "theme: qualty", "Did you mean quality?"),
    (
        Code.UNKNOWN_AREA,
        "areas: [all, assessment, care]",
        "areas: [all, assessment, cre]",
        "cre]",
        "Did you mean care?",
    ),
    (
        Code.DUPLICATE_AREA,
        "areas: [all, assessment, care]",
        "areas: [all, all, assessment]",
        "[all, all",
        "named twice",
    ),
    (Code.DUPLICATE_AREA, "areas: [assessment]", "areas: [assessment, assessment]", "[assessment, a", "named twice"),
    (Code.RATE_WITHOUT_PER, "unit: percent", "unit: rate", "unit: rate", "A rate needs per."),
    (Code.PER_WITHOUT_RATE, "unit: percent", "unit: percent\n    per: 10000", "per: 10000", "the unit is percent"),
    (
        Code.MILLIONS_NOT_OF_POUNDS,
        "unit: percent",
        "unit: percent\n    in_millions: true",
        "in_m",
        "the unit is percent",
    ),
    (
        Code.HALF_A_FRACTION,
        "unit: percent",
        "unit: percent\n    numerator: Good files",
        "numerator: Good",
        "Add the den",
    ),
    (
        Code.HALF_A_FRACTION,
        "unit: percent",
        "unit: percent\n    denominator: Files",
        "denominator: Files",
        "Add the num",
    ),
    (Code.UNKNOWN_INDICATOR, "unit: percent", "unit: percent\n    published_as: caselod", "published_as", "caseload?"),
    (Code.LINKED_WRONGLY, "unit: percent", "unit: percent\n    published_as: good_audits", "published", "by itself"),
    (Code.LINKED_WRONGLY, "unit: percent", "unit: percent\n    made_of: [caseload]", "made_of", "Only counts add up"),
    (Code.PERIOD, "opening_period: 2018-19 Q4", "opening_period: Q1-Q4 2018/19", "opening_period", "several quarters"),
    (Code.PERIOD, "opening_period: 2018-19 Q4", "opening_period: soon", "opening_period", "'soon'"),
    (Code.PERIOD, BREAK, "      - period: 2017-18", "period: 2017-18", "quarter"),
    (Code.PERIOD, DOUBT, "      - period: 2016-17", "period: 2016-17", "quarter"),
    (Code.PERIOD, "periods: from 2016-17 Q1", "periods: from 2016-17", "from 2016-17", "quarter"),
    (Code.PERIOD, AT_LEAST_FIFTY, "          Q1-Q4 2018/19: 50", "Q1-Q4", "quarter"),
    (Code.PERIOD, "2016-17 Q1 to 2018-19 Q4", "2018-19 Q4 to 2016-17 Q1", "2018-19 Q4 to", "before it begins"),
    (Code.TARGET_AREA, "areas: [assessment]", "areas: [adoption]", "[adoption]", "all, assessment, care"),
    (
        Code.TARGET_OVERLAP,
        SECOND_TARGET,
        "        periods: 2018-19 Q4",
        "periods: 2018-19 Q4",
        "For 2018-19 Q4, area all",
    ),
    (Code.TARGET_OVERLAP, AT_LEAST_FIFTY, "          Q3 2018/19: 50", "Q3 2018/19", "For 2018-19 Q3, area all"),
    (Code.TARGET_DIRECTION, "at_most: 25", "at_least: 25", "at_least: 25", "Use at_most or between."),
    (Code.TARGET_DIRECTION, "polarity: higher", "polarity: range", "at_least:", "Use between."),
    (Code.TARGET_DIRECTION, "polarity: higher", "polarity: none", "at_least:", "there can be no target"),
    (Code.TARGET_IMPOSSIBLE, AT_LEAST_FIFTY, "          2018-19 Q4: 101", "at_least:", "values run from 0 to 100"),
    (Code.FLOOR_SIDE, "floor: 30", "floor: 20", "floor: 20", "lies below the target"),
    (Code.PROFILE_ORDER, "2018-19 Q1: 40", "2019-20 Q1: 40", "2018-19 Q2", "comes after a later period"),
    (Code.SEVERAL_PERIODS, BREAK, "      - period: to 2017-18 Q1", "to 2017-18 Q1", "more than one period"),
    (Code.SEVERAL_PERIODS, DOUBT, f"{DOUBT} to 2016-17 Q4", "Q3 to 2016-17 Q4", "an entry of their own"),
    (Code.DOUBT_AREA, "areas: [all, care]", "areas: [adoption]", "[adoption]", "all, assessment, care"),
    (
        Code.DUPLICATE_DOUBT,
        DOUBT,
        f"{DOUBT}\n        reason: no\n      - period: Q3 2016/17",
        "Q3 2016/17",
        "2016-17 Q3",
    ),
    (Code.YAML_SYNTAX, "id: good_audits", "id: good: audits", "good: audits", "colon"),
    (Code.YAML_ALIAS, "unit: percent", "unit: *unit", "unit: *unit", "Write the value out."),
    (Code.YAML_TAG, "unit: percent", "unit: !unit percent", "unit: !unit", "Delete the tag."),
    (Code.YAML_DOCUMENT, "  - id: good_audits", "---\n  - id: good_audits", "---", "second document"),
    (Code.YAML_KEY, "    unit: percent", "    [unit]: percent", "[unit]", "Use a word"),
    (Code.YAML_ENCODING, "unit: percent", 'unit: "\\x07"', "unit: ", "Retype"),
    (Code.YAML_DEPTH, "unit: percent", f"unit: {'[' * 30}", "unit: [", "nested more than 20 deep"),
    (Code.YAML_SIZE, "unit: percent", f"unit: {'x' * 20_000}", "unit: x", "longer than 10,000 characters"),
]
OF_FILES = {Code.FILE_MISSING, Code.FILE_UNREADABLE, Code.FILE_PASSED_OVER, Code.MORE_FAULTS}
OF_PLANS = {code for code, *_ in plan_faults.FAULTS + plan_faults.WARNINGS}
OF_RECIPES = {Code.RECIPE_COLUMN, Code.EXEMPT_WITHOUT_REASON}
OF_SEVERAL_FILES = {Code.NO_POLARITY, Code.NO_TARGET, Code.DUPLICATE_SERVICE_AREA, Code.UNKNOWN_SOURCE}


def test_a_sound_pack_has_no_problem(folder):
    pack, problems = read_pack(folder.path)
    assert problems == ()
    assert list(pack.by_id) == ["caseload", "good_audits"]


@pytest.mark.parametrize(("code", "old", "new", "named", "words"), FAULTS, ids=lambda value: str(value)[:24])
def test_a_fault_is_told_on_its_line_with_what_to_do(folder, code, old, new, named, words):
    folder.change(old, new)
    pack, problems = read_pack(folder.path)
    told = [problem for problem in problems if problem.code == code]
    assert pack is None
    assert told, problems
    problem = told[-1]
    assert problem.where.line == folder.line(problem.where.file, named)
    assert words in f"{problem.message} {problem.fix}"


def test_every_code_has_a_meaning_and_a_fault_that_shows_it():
    assert set(MEANING) == set(Code)
    assert {code for code, *_ in FAULTS} | OF_FILES | OF_PLANS | OF_RECIPES | OF_SEVERAL_FILES == set(Code)


def test_no_message_speaks_the_language_of_the_machinery(folder):
    jargon = re.compile(r"[Pp]ydantic|Input should|extra_forbidden|None|dict|\bstr\b|\bint\b|Traceback|Error")
    for _, old, new, *_ in FAULTS:
        folder.write("council.yaml", folder.council)
        folder.write(PRACTICE, folder.indicators)
        folder.change(old, new)
        for problem in folder.problems():
            assert not jargon.search(f"{problem.message} {problem.fix}"), str(problem)


def test_faults_of_all_files_come_at_once_in_order_of_file_and_line(folder):
    folder.change("service: Children's Services\n", "")
    folder.change("theme: workforce", "theme: workfroce")
    folder.change("at_most: 25", "at_least: 35")
    folder.change("    owner: Principal Social Worker\n", "    colour: green\n")
    folder.write("indicators/a.yaml", "indicators:\n  - id: caseload\n  - 5\n")
    problems = folder.problems()
    codes = {problem.code for problem in problems}
    assert codes == {"missing-key", "value-type", "duplicate-id", "unknown-theme", "target-direction", "unknown-key"}
    places = [(problem.where.file, problem.where.line) for problem in problems]
    assert places[0] == ("council.yaml", 1)
    assert places[1:] == sorted(places[1:])


def test_a_fault_in_one_target_does_not_hide_a_fault_in_the_next(folder):
    folder.change("between: [16, 18]", "between: 16")
    folder.change("floor: 30", "floor: 20")
    assert [problem.code for problem in folder.problems()] == ["value-type", "floor-side"]


def test_a_key_at_fault_raises_no_second_problem_by_what_stands_in_for_it(folder):
    folder.change("polarity: lower", "polarity: down")
    folder.change("frequency: quarter", "frequency: quarterly")
    assert [problem.code for problem in folder.problems()] == ["value-choice", "value-choice"]


def test_an_unreadable_council_does_not_make_every_theme_unknown(folder):
    folder.write("council.yaml", "themes: [")
    assert [problem.code for problem in folder.problems()] == ["yaml-syntax"]


def test_a_council_with_one_fault_still_names_its_themes(folder):
    folder.change("service: Children's Services\n", "")
    folder.change("theme: quality", "theme: finance")
    assert [problem.code for problem in folder.problems()] == ["missing-key", "unknown-theme"]


@pytest.mark.parametrize("empty", [True, False])
def test_a_council_without_indicators_is_an_empty_pack(folder, empty):
    (folder.path / PRACTICE).unlink()
    if empty:
        (folder.path / "indicators").rmdir()
    pack, problems = read_pack(folder.path)
    assert problems == ()
    assert pack.indicators == ()


def test_a_file_with_an_empty_list_is_sound_and_an_empty_file_is_not(folder):
    folder.write("indicators/later.yaml", "indicators: []\n")
    assert folder.problems() == ()
    folder.write("indicators/later.yaml", "# to be written\n")
    assert [str(problem) for problem in folder.problems()] == [
        "indicators/later.yaml:1: The file must be a group of keys; it is empty."
    ]


def test_a_missing_council_and_a_missing_folder_are_told(folder, tmp_path):
    (folder.path / "council.yaml").unlink()
    for path in (folder.path, tmp_path / "nowhere"):
        problem = read_pack(path)[1][0]
        assert (problem.code, problem.where.file) == ("file-missing", "council.yaml")


def test_what_would_be_passed_over_is_told(folder):
    folder.write("indicators/more.yml", "indicators: []")
    folder.write("indicators/README.md", "notes")
    (folder.path / "indicators" / "old.yaml").mkdir()
    problems = folder.problems()
    assert [problem.where.file for problem in problems] == ["indicators/more.yml", "indicators/old.yaml"]
    assert {problem.code for problem in problems} == {"file-passed-over"}


def test_a_file_in_place_of_the_folder_of_indicators_is_told(folder):
    (folder.path / PRACTICE).unlink()
    (folder.path / "indicators").rmdir()
    folder.write("indicators", "indicators: []")
    assert [(problem.code, problem.where.file) for problem in folder.problems()] == [("file-unreadable", "indicators")]


def test_an_overlap_in_several_areas_is_told_once(folder):
    folder.change("        areas: [all]\n", "")
    folder.change("areas: [assessment]", "areas: [assessment, care]")
    problems = folder.problems()
    assert [problem.code for problem in problems] == ["target-overlap"]
    assert f"line {folder.line(PRACTICE, 'from 2016-17 Q1')}" in problems[0].message


def test_doubts_of_different_teams_in_one_period_are_not_twice_the_same(folder):
    folder.change("areas: [all, care]", "areas: [care]\n        reason: no\n" + DOUBT + "\n        areas: [assessment]")
    assert folder.problems() == ()


def test_a_target_that_holds_for_ever_overlaps_with_one_that_always_held(folder):
    folder.change("        periods: from 2016-17 Q1\n        areas: [all]", "        periods: to 2018-19 Q4")
    folder.change("periods: 2016-17 Q1 to 2018-19 Q4", "periods: to 2017-18 Q4")
    assert "For every period up to its end, area assessment" in folder.problems()[0].message


def test_a_calendar_at_fault_does_not_make_the_opening_period_wrong(folder):
    folder.change("opening_period:", "calendar: lunar\nopening_period:")
    assert [problem.code for problem in folder.problems()] == ["value-choice"]


def test_a_pipe_in_place_of_a_file_is_not_waited_for(folder):
    os.mkfifo(folder.path / "indicators" / "pipe.yaml")
    assert [problem.code for problem in folder.problems()] == ["file-unreadable"]


def test_the_text_of_a_pack_gives_the_same_pack_back(folder):
    pack, _ = read_pack(folder.path)
    again = Pack.from_text(pack.text)
    assert again == pack
    assert (again.text, again.sha256) == (pack.text, pack.sha256)


def test_more_faults_than_anyone_reads_are_counted_off(folder):
    folder.write(PRACTICE, "indicators:\n" + "  - {}\n" * 3_000)
    problems = folder.problems()
    assert len(problems) == 201
    assert problems[-1].code == "more-faults"


@pytest.mark.parametrize(
    "entries",
    [
        "  - {}\n" * 20_000,
        "  - id: a\n" + "".join(f"    key_{number}: 1\n" for number in range(29_000)),
        "  - id: a\n    targets:\n" + "      - {at_least: 1, periods: 2018-19 Q4, set_by: local, reason: x}\n" * 5_000,
        "  - id: a\n    areas: [" + ",\n".join(f"area_{number}" for number in range(29_000)) + "]\n",
    ],
    ids=["entries", "keys", "targets", "areas"],
)
def test_thousands_of_faults_cost_a_few_seconds_at_most(folder, entries):
    folder.write(PRACTICE, "indicators:\n" + entries)
    start = time.process_time()
    assert len(folder.problems()) <= 2 * 201
    assert time.process_time() - start < 4


SCRAPS = st.one_of(
    st.sampled_from(["indicators:", "themes:", "targets:", "id: caseload", "areas: [all]", "unit: rate", "per: 5"]),
    st.sampled_from(["at_least: 5", "between: [1, 2]", "periods: 2018-19 Q1", "tolerance: {measure: points}"]),
    st.sampled_from(["polarity: range", "frequency: date", "- ", "x: [", "~", "5"]),
)
LINES = st.lists(st.tuples(st.integers(0, 3), st.booleans(), SCRAPS), max_size=12)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(council=LINES, indicators=LINES, keep=st.booleans())
def test_no_definitions_whatever_raise(folder, council, indicators, keep):
    def text(lines):
        return "\n".join("  " * depth + "- " * item + scrap for depth, item, scrap in lines)

    folder.write("council.yaml", folder.council if keep else text(council))
    folder.write(PRACTICE, "indicators:\n  - id: one\n" + text(indicators))
    pack, problems = read_pack(folder.path)
    assert (pack is None) == bool(problems)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_any_value_in_place_of_another_is_taken_or_told(folder, data):
    lines = folder.indicators.splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    key = lines[place].partition(":")[0]
    value = data.draw(st.sampled_from(["5", "-1", "words", "[]", "{}", "[1, 2]", "{a: 1}", "true", "~", "1e300", "''"]))
    folder.write(PRACTICE, "\n".join([*lines[:place], f"{key}: {value}", *lines[place + 1 :]]))
    pack, problems = read_pack(folder.path)
    assert (pack is None) == bool(problems)
    assert all(problem.where.line for problem in problems)
