"""Where the limits of a control chart start afresh, and how many figures they come from, as declared."""

import pytest

from kpi.definitions.codes import Code
from kpi.definitions.read import read_pack
from tests.support.figures import indicator

BEFORE = "    doubts:\n"
DECLARED = "    rebases:\n      - period: {}\n        reason: A fourth team began work.\n    baseline: {}\n"


def test_limits_may_be_declared_to_start_afresh(folder):
    folder.change(BEFORE, DECLARED.format("2018-19 Q1", 12) + BEFORE)
    pack, problems = read_pack(folder.path)
    assert problems == ()
    assert pack.by_id["caseload"].rebases[0].reason == "A fourth team began work."
    assert pack.by_id["caseload"].baseline == 12


@pytest.mark.parametrize(
    ("period", "baseline", "code", "named"),
    [
        ("2018-04-01", 12, Code.PERIOD, "2018-04-01"),
        ("from 2018-19 Q1", 12, Code.SEVERAL_PERIODS, "from 2018-19 Q1"),
        ("2018-19 Q1", 11, Code.VALUE_LIMIT, "baseline: 11"),
    ],
)
def test_what_cannot_be_declared_is_told_on_its_line(folder, period, baseline, code, named):
    folder.change(BEFORE, DECLARED.format(period, baseline) + BEFORE)
    pack, problems = read_pack(folder.path)
    assert pack is None
    assert [(problem.code, problem.where.line) for problem in problems] == [
        (code, folder.line(problems[0].where.file, named))
    ]


def test_without_a_declaration_limits_come_from_all_figures():
    assert (indicator().rebases, indicator().baseline) == ((), None)
