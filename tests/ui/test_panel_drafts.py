"""What is written into the panel's forms becomes a question or a claim, or a fault at its field."""

from datetime import date

from kpi.definitions.expectation import Expectation
from kpi.ui import panel_drafts as drafts

KNOWN = drafts.Known(("Q1", "Q4", "C2"), {"june": "Scrutiny Panel, 19 June 2019"}, "june", date(2019, 6, 19))
QUESTION = {
    "kind": "request",
    "ref": "Q5",
    "meeting": "june",
    "asked": "",
    "where": "",
    "text": "Caseloads by team, please.",
    "owner": "Head of Assessment",
    "due": "30 September 2019",
    "who": "Analyst",
}
CLAIM = {
    "ref": "C3",
    "meeting": "",
    "made": "1 May 2019",
    "where": "Cabinet",
    "by": "Director",
    "text": "It will fall.",
}
FALLS = Expectation(indicator="agency_rate", expects="falls", period="2019-20 Q2")


def faults(**changed: str) -> dict[str | None, str]:
    return {one.where.column: str(one) for one in drafts.question_faults(KNOWN, QUESTION | changed)}


def test_the_next_reference_is_proposed() -> None:
    proposed = {field.name: field.default for field in drafts.question_fields(KNOWN)}
    assert proposed["ref"] == "Q5"
    assert proposed["meeting"] == "june"


def test_what_was_written_becomes_a_question_with_its_due_date_read() -> None:
    made = drafts.question(QUESTION)
    assert (made.ref, made.kind, made.meeting, made.due, made.state) == ("Q5", "request", "june", "2019-09-30", "open")


def test_a_quarter_is_a_due_date_too() -> None:
    assert drafts.question(QUESTION | {"due": "Q2 2019-20"}).due == "2019-20 Q2"


def test_a_reference_in_use_is_told_with_the_next_that_is_free() -> None:
    assert "The next that is free is Q5." in faults(ref="Q4")["ref"]


def test_every_fault_is_told_at_its_field() -> None:
    assert set(faults(ref="!", meeting="", due="soon")) == {"ref", "asked", "where", "due"}


def test_a_meeting_says_when_and_where_itself() -> None:
    assert "already says" in faults(asked="1 May 2019")["asked"]


def test_a_day_that_cannot_be_read_is_told() -> None:
    assert set(faults(meeting="", asked="May 2019", where="Cabinet")) == {"asked"}


def test_a_claim_outside_a_meeting_says_when_and_where() -> None:
    made = drafts.claim(CLAIM, FALLS)
    assert (made.made, made.where, made.meeting, made.expectation) == ("2019-05-01", "Cabinet", None, FALLS)


def test_a_day_of_an_answer_that_cannot_be_read_is_told() -> None:
    assert drafts.answer_faults({"answered": "20 June 2019"}) == []
    assert [one.where.column for one in drafts.answer_faults({"answered": "June"})] == ["answered"]


def test_a_claim_has_the_same_rules_for_reference_and_day() -> None:
    found = drafts.claim_faults(KNOWN, CLAIM | {"ref": "c2", "made": "then"})
    assert [one.where.column for one in found] == ["ref", "made"]
    assert drafts.claim_faults(KNOWN, CLAIM) == []


def test_what_is_empty_is_not_called_unreadable() -> None:
    assert faults(ref="", due="") == {}


def test_every_form_ends_with_who_does_it() -> None:
    forms = (
        drafts.question_fields(KNOWN),
        drafts.answer_fields(KNOWN),
        drafts.withdrawal_fields(),
        drafts.claim_fields(KNOWN),
    )
    for fields in forms:
        assert fields[-1].label == "Your name or role"
        assert len({field.label for field in fields}) == len(fields)
