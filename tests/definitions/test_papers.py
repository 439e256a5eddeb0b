"""Recipes of papers agree with the pack, and every fault is told with file and line."""

from pathlib import Path

import pytest

from kpi.definitions.pack import Pack
from kpi.definitions.read import read_pack

START = "id: report\ntitle: Report\nkind: committee\naudience: scrutiny\n"
COMPARISON = "{period: 2018-19 Q4, indicator: caselod, span: 2018-11, against: 2018-06}"
SECTION = "sections:\n  - id: purpose\n    title: Purpose\n    parts: [{part: text}]\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (f"{START}{SECTION}bodi: scrutiny\n", "unknown-key"),
        (f"{START}{SECTION}body: council\n", "unknown-body"),
        (f"{START}{SECTION}indicators: [caselod]\n", "unknown-indicator"),
        (f"{START}{SECTION.replace('text}', 'statements, indicators: [caselod]}')}", "unknown-indicator"),
        (
            f"{START}{SECTION.replace('text}', f'comparisons, comparisons: [{COMPARISON}]}}')}",
            "unknown-indicator",
        ),
        (f"{START}{SECTION.replace('text}', 'poems}')}", "value-choice"),
        (f"{START}{SECTION}    exempt: true\n", "exempt-without-reason"),
        (f"{START}{SECTION}{SECTION.removeprefix('sections:' + chr(10))}", "duplicate-id"),
        (f"{START}sections: []\n", "value-limit"),
        (START, "missing-key"),
        (f"{START.replace('scrutiny', 'everyone')}{SECTION}", "value-choice"),
    ],
)
def test_a_recipe_that_contradicts_the_pack_is_told_with_its_line(pack: Path, text: str, code: str) -> None:
    (pack / "papers" / "report.yaml").write_text(text, encoding="utf-8")
    found, problems = read_pack(pack)
    told = {problem.code: problem.where for problem in problems}
    assert found is None
    assert told[code].file == "papers/report.yaml"
    assert told[code].line


def test_two_papers_of_one_name_are_told(pack: Path) -> None:
    for name in ("a", "b"):
        (pack / "papers" / f"{name}.yaml").write_text(f"{START}{SECTION}", encoding="utf-8")
    assert [problem.code for problem in read_pack(pack)[1]] == ["duplicate-id"]


def test_a_pack_without_papers_has_the_text_it_always_had(pack: Path) -> None:
    for path in (pack / "papers").iterdir():
        path.unlink()
    found, _ = read_pack(pack)
    assert found is not None
    assert '"papers"' not in found.text
    assert Pack.from_text(found.text).papers is None


def test_papers_stand_in_the_text_of_the_definitions(pack: Path) -> None:
    found, _ = read_pack(pack)
    assert found is not None
    assert Pack.from_text(found.text).papers == found.papers
    assert [paper.id for paper in found.papers or ()] == ["committee", "corporate_parenting", "leadership", "update"]
