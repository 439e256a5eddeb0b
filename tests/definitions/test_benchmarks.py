"""Every fault of benchmarks.yaml is told with its line."""

import pytest

from kpi.definitions.read import read_pack
from tests.support.pack import copy_of_demonstration

SOURCE = "sources:\n  - {id: tool, title: Tool, header: [a, b]%s}\n"


def faults(tmp_path, text):
    data = copy_of_demonstration(tmp_path)
    (data / "benchmarks.yaml").write_text(f'own: "336"\n{text}', encoding="utf-8")
    _, problems = read_pack(data)
    return [(problem.code, problem.where.line) for problem in problems]


def test_the_descriptions_of_the_demonstration_are_sound(tmp_path):
    pack, problems = read_pack(copy_of_demonstration(tmp_path))
    assert problems == ()
    assert len(pack.benchmarks.sources) == 11


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (SOURCE % ", measure: a", "value-rule", 3),
        (SOURCE % ", period: a, dated: '2019'", "value-rule", 3),
        (SOURCE % ", names: [b]", "value-rule", 3),
        (SOURCE % ", symbols: {x: q}", "value-choice", 3),
        (SOURCE % "" + "  - {id: tool, title: Again, header: [c, d]}\n", "duplicate-id", 4),
        (SOURCE % "" + "compared: [{indicator: dfe_turnover, source: tol, measure: a}]\n", "unknown-source", 4),
        (SOURCE % "" + "compared: [{indicator: turnover_dfe, source: tool, measure: a}]\n", "unknown-indicator", 4),
        ("neighbours: [{model: '2021'}]\n", "value-rule", 2),
        ("neighbours: [{model: '2021', source: tool, columns: SN_}]\nsources: []\n", "unknown-source", 2),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path, text, code, line):
    assert faults(tmp_path, text) == [(code, line)]
