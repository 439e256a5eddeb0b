"""Recording what people declare: what lands, who is told of whom, and how two versions are settled."""

import pytest

from kpi.ledger import Ledger, open_ledger, read
from kpi.ledger.verify import verify
from tests.support.ledgers import CASELOAD, PMQA, declare, publish, update


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    return open_ledger(ledger_url, "demonstration")


def test_a_ledger_of_figures_has_no_entries(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0})

    assert read.entries(ledger) == read.entries(ledger, every=True) == ()


def test_what_is_declared_is_read_with_who_when_and_why(ledger: Ledger) -> None:
    number = declare(ledger, update("in_progress", percent=60), who="Head of Service", note="Quarter 4")

    (entry,) = read.entries(ledger)
    revision = read.history(ledger)[0]
    assert (entry.key, entry.content) == (("action", PMQA, "2018-19 Q4"), {"stage": "in_progress", "percent": 60})
    assert (entry.revision, entry.who, entry.at, entry.note) == (number, "Head of Service", revision.at, "Quarter 4")
    assert (entry.in_force, entry.aside) == (True, False)
    assert (revision.kind, revision.new, revision.rows, revision.file) == ("update", 1, 1, "")
    assert verify(ledger) == ()
