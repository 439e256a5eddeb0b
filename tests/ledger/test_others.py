"""Figures of others are kept beside the council's own, on either database."""

import pytest

from kpi.ledger import Ledger, open_ledger, read, verify
from kpi.ledger.undo import undo
from kpi.ledger.write import publish
from kpi.problem import ProblemError
from tests.support.ledgers import CASELOAD, DEFINITIONS, submission

ENGLAND = ("dfe_workforce/caseload_fte", "E92000001", "2019")


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    return open_ledger(ledger_url, "demonstration")


def put(ledger: Ledger, rows, kind: str, head: int | None = None) -> int:
    handed_in = submission(rows, file=f"{kind}.csv")
    return publish(ledger, handed_in, who="analyst", note="", definitions=DEFINITIONS, expected_head=head, kind=kind)


def values(ledger: Ledger, kind: str, as_at: int | None = None) -> dict[str, float]:
    frame = read.frame(ledger, as_at, kind=kind)
    return dict(zip(frame["indicator"].astype(object), frame["value"], strict=True))


def test_figures_of_others_never_stand_among_the_councils_own(ledger):
    put(ledger, {CASELOAD: 16.0}, "load")
    put(ledger, {ENGLAND: 16.9}, "benchmark")
    assert values(ledger, "load") == {"average-caseload": 16.0}
    assert values(ledger, "benchmark") == {"dfe_workforce/caseload_fte": 16.9}
    assert verify.verify(ledger) == ()


def test_they_are_known_as_at_a_revision(ledger):
    put(ledger, {ENGLAND: 16.9}, "benchmark")
    put(ledger, {ENGLAND: 17.0}, "benchmark")
    assert list(values(ledger, "benchmark", 1).values()) == [16.9]
    assert list(values(ledger, "benchmark", 2).values()) == [17.0]


def test_undoing_asks_about_a_later_load_of_the_same_figures_only(ledger):
    put(ledger, {ENGLAND: 16.9}, "benchmark")
    put(ledger, {CASELOAD: 16.0}, "load")
    put(ledger, {ENGLAND: 17.0}, "benchmark")
    with pytest.raises(ProblemError) as asked:
        undo(ledger, 1, who="analyst", note="", definitions=DEFINITIONS)
    assert "revision 3 (figures of others from benchmark.csv" in asked.value.problems[0].message
    undo(ledger, 3, who="analyst", note="", definitions=DEFINITIONS)
    assert list(values(ledger, "benchmark").values()) == [16.9]


def test_two_loads_of_one_figure_at_the_same_time_are_not_both_published(ledger):
    put(ledger, {ENGLAND: 16.9}, "benchmark", head=0)
    with pytest.raises(ProblemError) as refused:
        put(ledger, {ENGLAND: 17.0}, "benchmark", head=0)
    assert [problem.code for problem in refused.value.problems] == ["changed-beneath"]
