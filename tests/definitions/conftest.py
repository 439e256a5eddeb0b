"""A small council whose definitions are sound, and folders to write definitions into.

In: YAML texts. Out: folders to read a pack from, and the Problems they give.
"""

from collections.abc import Callable
from pathlib import Path

import pytest

from kpi.definitions.read import read_pack
from kpi.problem import Problem
from tests.definitions.plan_texts import INSPECTIONS, LEGENDS, NEXT_YEAR, PANEL, PMQA, YEARS

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
