"""A folder with legends, plan, inspections and panel becomes one Pack, or every fault of every file with its place.

In: files written into a folder. Out: the Pack, its text, and the Problems of the files themselves.
"""

import time

import pytest

from kpi.definitions import yaml_text
from kpi.definitions.pack import Pack
from kpi.definitions.read import read_pack
from kpi.workspace.folder import stamp

PMQA = "plan/2018-19/pmqa.yaml"


def test_a_sound_pack_with_a_plan_has_no_problem(planned):
    pack, problems = read_pack(planned.path)
    assert problems == ()
    assert pack.legend.title == "Two colours"
    assert pack.plan_years == ("2018-19", "2019-20")
    assert [action.ref for plan in pack.plan("2018-19") for action in plan.actions] == ["PMQA 2.1", "PMQA 2.2"]
    assert pack.inspection.inspections[0].recommendations[0].ref == "R1"
    assert pack.panel.claims[0].expectation.period == "2019-20 Q2"


def test_a_pack_without_plan_inspections_and_panel_stays_as_it_was(folder):
    pack, problems = read_pack(folder.path)
    assert problems == ()
    assert (pack.legends, pack.years, pack.plans, pack.plan_years) == ((), (), (), ())
    assert pack.inspection.inspections == pack.panel.meetings == ()


def test_the_text_of_a_pack_with_a_plan_gives_the_same_pack_back(planned):
    pack, _ = read_pack(planned.path)
    again = Pack.from_text(pack.text)
    assert again == pack
    assert (again.text, again.sha256) == (pack.text, pack.sha256)


def test_definitions_recorded_before_there_were_plans_are_still_read(folder):
    pack, _ = read_pack(folder.path)
    old = '{"council":' + pack.council.model_dump_json(exclude_none=True) + ',"indicators":[]}'
    assert Pack.from_text(old).plans == ()


@pytest.mark.parametrize(
    "name", ["legends.yaml", "plan/years.yaml", PMQA, "inspections.yaml", "panel.yaml"], ids=lambda name: name
)
def test_a_file_that_is_not_yaml_is_the_only_fault(planned, name):
    planned.write(name, "a: [")
    assert [(problem.code, problem.where.file) for problem in planned.problems()] == [("yaml-syntax", name)]


@pytest.mark.parametrize(
    "name", ["legends.yaml", "plan/years.yaml", PMQA, "inspections.yaml", "panel.yaml"], ids=lambda name: name
)
def test_a_file_with_an_unknown_key_names_its_line_and_the_pack_is_refused(planned, name):
    text = (planned.path / name).read_text()
    planned.write(name, f"{text}colour: blue\n")
    pack, problems = read_pack(planned.path)
    assert pack is None
    assert [(p.code, p.where.file, p.where.line) for p in problems] == [("unknown-key", name, text.count("\n") + 1)]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("plan/pmqa.yaml", "folder of its plan year"),
        ("plan/year.yml", "folder of its plan year"),
        ("plan/2018-19/sss.yml", "end in .yaml"),
        ("plan/2018-19/old/sss.yaml", "end in .yaml"),
        ("inspection.yaml", "Did you mean inspections.yaml?"),
        ("panel.yml", "Did you mean panel.yaml?"),
    ],
)
def test_what_would_be_passed_over_is_told(planned, name, words):
    planned.write(name, "{}")
    problems = planned.problems()
    assert [problem.code for problem in problems] == ["file-passed-over"]
    assert words in f"{problems[0].message} {problems[0].fix}"


def test_a_folder_or_a_hidden_file_is_no_fault(planned):
    planned.write("plan/2018-19/.draft.yaml", "{")
    planned.write("plan/2018-19/notes.txt", "notes")
    planned.write("updates/2018-19_Q1.csv", "ref")
    assert planned.problems() == ()


def test_a_file_in_place_of_the_folder_of_the_plan_is_told(folder):
    folder.write("plan", "years: []")
    assert [(problem.code, problem.where.file) for problem in folder.problems()] == [("file-unreadable", "plan")]


def test_a_change_of_any_file_changes_the_stamp(planned):
    stamps = {stamp(planned.path)}
    for name in ("legends.yaml", "plan/years.yaml", PMQA, "plan/2019-20/pmqa.yaml", "inspections.yaml", "panel.yaml"):
        planned.write(name, (planned.path / name).read_text() + "# more\n")
        stamps.add(stamp(planned.path))
    (planned.path / PMQA).rename(planned.path / "plan/2018-19/quality.yaml")
    assert len(stamps | {stamp(planned.path)}) == 8


ACTION = """\
      - ref: {ref}
        text: Extend the team's contract to pregnant women at risk.
        origin: council_plan
        lead: Head of Service, Assessment
        partners: [Housing, Health]
        start: 2018-04-01
        due: 2018-19 Q4
        milestones:
          - {{id: assess, title: Need assessed, due: 2018-19 Q1}}
        indicators:
          - {{indicator: caseload, expects: falls, period: 2018-19 Q4}}
"""


def service_area(number: int, actions: int) -> str:
    head = f"plan_year: 2018-19\nid: area_{number}\ntitle: Area {number}\nhead: Head of Service\npriorities:\n"
    priority = f"  - ref: A{number}\n    title: A priority\n    actions:\n"
    return head + priority + "".join(ACTION.format(ref=f"A{number}.{place}") for place in range(actions))


def test_a_thousand_actions_fit_one_file_and_more_are_told_to_be_split(planned):
    planned.write("plan/2018-19/large.yaml", service_area(1, 1_000))
    pack, problems = read_pack(planned.path)
    assert problems == ()
    assert len(pack.plan("2018-19")[0].actions) == 1_000
    planned.write("plan/2018-19/large.yaml", service_area(1, 5_000))
    assert [(problem.code, problem.fix) for problem in planned.problems()] == [
        ("yaml-size", "Split it into smaller files.")
    ]


def test_a_file_that_did_not_change_is_not_parsed_again(planned):
    planned.write("plan/2018-19/large.yaml", service_area(2, 300))
    read_pack(planned.path)
    start = time.process_time()
    planned.change("Move to a single", "Move all to a single")
    pack, _ = read_pack(planned.path)
    again = time.process_time() - start
    start = time.process_time()
    yaml_text.read_yaml((planned.path / "plan/2018-19/large.yaml").read_bytes(), "large.yaml")
    assert pack.action("2018-19", "PMQA 2.1")[1].text.startswith("Move all")
    assert again < time.process_time() - start


def test_faults_of_all_files_come_at_once(planned):
    planned.change("legend: two_colours", "legend: three_colours")
    planned.change("due: 31 December 2018", "due: soon")
    planned.change("area: care_leavers", "area: leavers")
    planned.change("body: scrutiny", "body: cabinet")
    planned.change("year: 2018-19", "year: 2018/19")
    told = [(problem.where.file, problem.code) for problem in planned.problems()]
    assert told == [
        ("council.yaml", "unknown-legend"),
        ("inspections.yaml", "unknown-judgement-area"),
        ("inspections.yaml", "year"),
        ("panel.yaml", "unknown-body"),
        (PMQA, "due-date"),
    ]
