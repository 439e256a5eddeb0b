"""The demonstration's own words agree with its figures, and a slip in any of them is found."""

import pytest

from kpi.ledger import read
from kpi.period import parse
from kpi.plan import Update
from kpi.problem import NOWHERE
from kpi.quoted import Quotations, in_entries, in_notes
from kpi.quoted.claims import Claim, claims
from kpi.quoted.tokens import sentences
from kpi.workspace import Records, Workspace


def commentaries(place: Workspace) -> list[tuple[str, str]]:
    told = ((entry.period, entry.content.get("commentary")) for entry in read.entries(place.ledger, kind="action"))
    return [(period, text) for period, text in told if text]


def quoted(quotations: Quotations, text: str) -> list[Claim]:
    return [claim for sentence in sentences(text, quotations.names) for claim in claims(sentence)]


def test_no_note_and_no_update_of_the_demonstration_raises_a_false_alarm(
    place: Workspace, quotations: Quotations
) -> None:
    frame = place.frame()
    assert list(in_notes(frame, quotations, lambda _: None)) == []
    assert list(in_entries(read.entries(place.ledger), quotations, lambda _: None)) == []


def test_most_figures_of_the_updates_are_read(place: Workspace, quotations: Quotations) -> None:
    found = [claim for _, text in commentaries(place) for claim in quoted(quotations, text)]
    assert len(found) >= 55


def test_a_slip_in_a_figure_that_is_read_is_found(place: Workspace, quotations: Quotations) -> None:
    silent = []
    for period, text in commentaries(place):
        for claim in quoted(quotations, text):
            slipped = text.replace(claim.said, claim.said.replace(claim.said.strip("£%"), "3"))
            if not list(quotations.check(slipped, parse(period), NOWHERE)):
                silent.append((period, claim.said, text[:60]))
    # One is of a month of a quarterly figure, one of a figure that was published in words.
    assert len(silent) == 2, silent


@pytest.mark.parametrize("field", ["commentary", "due_reason"])
def test_an_update_is_told_before_it_is_recorded(place: Workspace, field: str) -> None:
    said = Update.model_validate({"due": "2019-12-31", "due_reason": "Late.", field: "Turnover was 12.2%."})
    found = Records(place).faults("WFD 1.1", said, year="2018-19", period=parse("2018-19 Q4"))
    assert [(one.code, one.where.column) for one in found if one.code == "figure-differs"] == [
        ("figure-differs", field)
    ]


def test_a_tracker_is_told_by_row_and_column(place: Workspace) -> None:
    rows = "plan_year,quarter,ref,commentary\n2018-19,2018-19 Q4,WFD 1.1,Turnover was 12.2%.\n"
    found = Records(place).preview_updates("tracker.csv", rows.encode()).problems
    [told] = [one for one in found if one.code == "figure-differs"]
    assert str(told.where) == "tracker.csv, row 2, column commentary"
