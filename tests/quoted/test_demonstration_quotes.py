"""The demonstration's own words agree with its figures, and a slip in any of them is found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    assert list(in_notes(frame, quotations, lambda _: NOWHERE)) == []
    assert list(in_entries(read.entries(place.ledger), quotations, lambda _: NOWHERE)) == []


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


def test_a_note_is_compared_with_the_ledger_as_it_would_be_with_its_file(place: Workspace) -> None:
    header = "indicator_id,period,value,note\n"
    fine = "turnover,2019-20 Q1,10.9,Turnover was 10.9%.\n"
    wrong = 'agency_rate,2019-20 Q1,9.8,"Turnover was 10.8%, after 11.2% last quarter."\n'
    found = place.preview("return.csv", f"{header}{fine}{wrong}".encode()).problems
    [told] = [one for one in found if one.code == "figure-differs"]
    assert str(told.where) == "return.csv, row 3, column note"
    assert "The text says 10.8% for Social worker turnover in Q1 2019-20; the figure is 10.9%." in told.message


@given(st.text(st.sampled_from("0123456789.,%£-/()QqMmay marchofinturnover\u2013\n"), max_size=120))
def test_no_text_stops_the_check(quotations: Quotations, text: str) -> None:
    for problem in quotations.check(f"Turnover {text}. {text} turnover {text}", parse("2018-19 Q4"), NOWHERE):
        assert problem.message
