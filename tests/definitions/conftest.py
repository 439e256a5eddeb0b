"""A small council whose definitions are sound, and folders to write definitions into.

In: YAML texts. Out: folders to read a pack from, and the Problems they give.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from kpi.definitions.read import read_pack
from kpi.problem import Problem

COUNCIL = """\
id: wolverhampton
name: City of Wolverhampton Council
service: Children's Services
plan: Children's Services improvement plan 2018-19
la_code: "336"
opening_period: 2018-19 Q4
about: A small pack for tests.
themes:
  - id: workforce
    title: Workforce
  - id: quality
    title: Quality of practice
areas:
  - id: assessment
    title: Assessment team
  - id: care
    title: Children in care team
"""

INDICATORS = """\
indicators:
  - id: caseload
    title: Average caseload
    plain_title: How many children each social worker has
    theme: workforce
    definition: Cases held divided by full-time equivalent social workers who hold cases.
    why: A worker with too many cases cannot know each child.
    unit: cases
    decimals: 1
    polarity: lower
    frequency: quarter
    basis: snapshot
    numerator: Cases held
    denominator: Full-time equivalent workers holding cases
    source: Case records
    owner: Head of Service, Assessment
    lag_days: 10
    order: 10
    areas: [all, assessment, care]
    breaks:
      - period: 2017-18 Q1
        reason: Workers on long leave are no longer counted.
    doubts:
      - period: 2016-17 Q3
        areas: [all, care]
        reason: published as 0 after a move to another system
    targets:
      - between: [16, 18]
        periods: from 2016-17 Q1
        areas: [all]
        set_by: local
        reason: The council's own promise to its workers.
      - at_most: 25
        periods: 2016-17 Q1 to 2018-19 Q4
        areas: [assessment]
        floor: 30
        set_by: local
        reason: Assessments are shorter pieces of work.
    tolerance:
      measure: points
      green: 0
      amber: {below: 1, above: 2}
  - id: good_audits
    title: Files judged good or outstanding
    plain_title: Files that auditors found good
    theme: quality
    definition: Audited files judged good or outstanding as a share of all audited files.
    why: It shows whether children get good help.
    unit: percent
    polarity: higher
    frequency: quarter
    basis: year_to_date
    source: Audits
    owner: Principal Social Worker
    lag_days: 20
    order: 10
    targets:
      - at_least:
          2018-19 Q1: 40
          2018-19 Q2: 45
          2018-19 Q3: 48
          2018-19 Q4: 50
        set_by: local
        reason: Agreed with the improvement board.
"""


LEGENDS = """\
legends:
  - id: two_colours
    title: Two colours
    statuses:
      - id: completed
        label: Completed
        colour: blue
        meaning: The action is completed.
        stages: [complete, complete_evidenced, business_as_usual, not_applicable]
        suggested_for: [complete]
      - id: needs_more_time
        label: Needs more time
        colour: green
        meaning: The action needs more time to evidence impact.
        stages: [not_started, in_progress, awaiting_sign_off, moved]
        suggested_for: [on_track, at_risk, overdue, not_started, not_updated]
"""

YEARS = """\
years:
  - year: 2018-19
    title: Improvement plan 2018-19
  - year: 2019-20
    title: Improvement plan 2019-20
    key_priorities:
      - title: Quality of practice
        indicators: [good_audits]
"""

PMQA = """\
plan_year: 2018-19
id: pmqa
title: Performance management and quality assurance
head: Head of Service, Quality
order: 10
priorities:
  - ref: PMQA 2
    title: One record of a child
    actions:
      - ref: PMQA 2.1
        text: Move to a single social care system.
        origin: inspection
        recommendations: [R1]
        lead: Principal Social Worker
        start: 2018-06-01
        due: 31 December 2018
        moves:
          - to: 2018-19 Q4
            on: 2018-10-01
            reason: The system came late.
          - to: 31 March 2020
            on: 2019-01-15
            reason: The system was delayed again.
        milestones:
          - id: chosen
            title: A system is chosen
            due: 2018-19 Q2
          - id: trained
            title: Workers are trained
            due: June 2019
        indicators:
          - indicator: caseload
            area: assessment
            expects: improves
            period: 2019-20 Q4
            since: 2018-19 Q4
        evidence:
          - kind: practice_week
            date: February 2019
            text: Practitioners still keep two records.
      - ref: PMQA 2.2
        text: Hold a practice week each quarter.
        origin: self_evaluation
        lead: Principal Social Worker
        due: ongoing
        indicators:
          - indicator: good_audits
            expects: on_target
"""

NEXT_YEAR = """\
plan_year: 2019-20
id: pmqa
title: Performance management and quality assurance
head: Head of Service, Quality
priorities:
  - ref: PMQA 2
    title: One record of a child
    actions:
      - ref: PMQA 2.1
        text: Move to a single social care system.
        origin: inspection
        lead: Principal Social Worker
        due: 31 March 2019
        carried_from:
          year: 2018-19
          ref: PMQA 2.1
"""

INSPECTIONS = """\
judgement_areas:
  - id: in_care_and_leavers
    title: Children in care and care leavers
    until: 2022
  - id: care_leavers
    title: Care leavers
    since: 2023
    replaces: [in_care_and_leavers]
inspections:
  - id: ilacs_2022
    title: Inspection of March 2022
    kind: inspection
    date: 2022-03-28
    began: 2022-03-21
    ended: 2022-04-01
    published: 2022-05-16
    judgements:
      - area: in_care_and_leavers
        grade: good
    recommendations:
      - ref: R1
        text: Track children missing education.
  - id: visit_2024
    title: Visit of 2024
    kind: focused_visit
    date: "2024"
    judgements:
      - area: care_leavers
        grade: outstanding
directions:
  - id: direction
    title: A direction
    issued: 2016-05-01
    ended: 2017-05-01
    text: Appoint a commissioner.
pledges:
  - ref: P1
    to: Children in care
    text: You will have a worker with time for you.
    made: 2018-19
    indicators:
      - indicator: caseload
        expects: at_most
        value: 18
self_evaluation:
  - ref: S1
    year: 2018-19
    theme: workforce
    kind: strength
    text: Caseloads are falling.
    indicators:
      - indicator: caseload
        expects: falls
    evidence:
      - kind: case_audit
        date: 2018-19 Q3
        text: Plans are clearer.
"""

PANEL = """\
bodies:
  - id: scrutiny
    title: Scrutiny Panel
meetings:
  - id: june
    body: scrutiny
    date: 19 June 2019
work_programme:
  - meeting: june
    title: Improvement plan
    owner: Director
    period: 2018-19 Q4
    indicators: [caseload, good_audits]
questions:
  - ref: Q1
    meeting: june
    text: How long do workers stay?
    owner: Head of Service, Workforce
    due: 2019-20 Q2
    state: answered
    answer: Two years.
    answered: 2019-07-01
  - ref: Q2
    asked: 2019-03-05
    where: A visit
    text: Why two systems?
    owner: Director
    due: ongoing
claims:
  - ref: C1
    meeting: june
    by: Director
    text: Caseloads will fall in Quarter 2.
    expectation:
      indicator: caseload
      expects: falls
      period: 2019-20 Q2
"""

PLAN_FILES = {
    "council.yaml": COUNCIL.replace("themes:", "legend: two_colours\nthemes:", 1),
    "legends.yaml": LEGENDS,
    "plan/years.yaml": YEARS,
    "plan/2018-19/pmqa.yaml": PMQA,
    "plan/2019-20/pmqa.yaml": NEXT_YEAR,
    "inspections.yaml": INSPECTIONS,
    "panel.yaml": PANEL,
}


class Folder:
    """A pack's folder, sound until something in it is changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.council, self.indicators = COUNCIL, INDICATORS
        (path / "indicators").mkdir(parents=True)
        self.write("council.yaml", COUNCIL)
        self.write("indicators/practice.yaml", INDICATORS)

    def write(self, name: str, text: str | bytes) -> None:
        content = text if isinstance(text, bytes) else text.encode()
        (self.path / name).parent.mkdir(parents=True, exist_ok=True)
        (self.path / name).write_bytes(content)

    def plan(self) -> "Folder":
        """Put a legend, two plan years, inspections and a panel into the pack."""
        for name, text in PLAN_FILES.items():
            self.write(name, text)
        return self

    def change(self, old: str, new: str) -> None:
        """Put other text in the one file that holds it."""
        for path in sorted(self.path.rglob("*.yaml")):
            text = path.read_text()
            if old in text:
                path.write_text(text.replace(old, new, 1))
                return
        raise AssertionError(f"{old!r} is in no file")

    def line(self, file: str, text: str) -> int:
        """Give the last line that holds the text."""
        lines = (self.path / file).read_text().splitlines()
        return max(number for number, line in enumerate(lines, start=1) if text in line)

    def problems(self) -> tuple[Problem, ...]:
        return read_pack(self.path)[1]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "pack")


@pytest.fixture
def planned(folder: Folder) -> Folder:
    """A sound pack with a plan, inspections and a panel."""
    return folder.plan()


@pytest.fixture
def new_folder(tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Folder]:
    return lambda: Folder(tmp_path_factory.mktemp("packs") / "pack")
