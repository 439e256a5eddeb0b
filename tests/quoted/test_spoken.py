"""Figures quoted to the panel, in pledges and in the self-evaluation are compared with the ledger like all others."""

from datetime import date

import pytest

from kpi.definitions.inspection import InspectionFile, Pledge, Statement
from kpi.definitions.panel import Claim, PanelFile, Question
from kpi.period import parse
from kpi.quoted import Quotations, in_spoken, of_claim, of_pack, of_question
from kpi.quoted.spoken import over_by
from kpi.workspace import Records, Workspace

SLIP = "Social worker turnover was 12.2%."
EXPECTED = {"indicator": "turnover", "expects": "falls", "period": "2019-20 Q2"}


def question(**told: str) -> Question:
    base = {"ref": "Q90", "text": "How many left?", "owner": "Head of Workforce", "due": "2019-09-30"}
    return Question.model_validate(base | {"meeting": "scrutiny_2019_06"} | told)


def warned(quotations: Quotations, said) -> list[tuple[str, str | None]]:
    return [(one.message.partition(";")[2].strip(), one.where.column) for one in in_spoken(said, quotations)]


def test_words_of_a_day_are_about_the_last_quarter_that_was_over(place: Workspace) -> None:
    assert over_by(date(2019, 6, 19), place.pack) == parse("2018-19 Q4")
    assert over_by(date(2019, 3, 31), place.pack) == parse("2018-19 Q3")


def test_a_question_and_its_answer_are_read(place: Workspace, quotations: Quotations) -> None:
    said = of_question(question(text=SLIP, answer=SLIP, answered="2019-06-30"), place.pack)
    assert [column for _, column in warned(quotations, said)] == ["text", "answer"]


def test_a_claim_is_read_and_its_promise_left_alone(place: Workspace, quotations: Quotations) -> None:
    told = {"ref": "C90", "meeting": "scrutiny_2019_06", "by": "Director", "expectation": EXPECTED}
    slip = Claim.model_validate(told | {"text": SLIP})
    promise = Claim.model_validate(told | {"text": "Social worker turnover will be 12.2%."})
    assert len(warned(quotations, of_claim(slip, place.pack))) == 1
    assert warned(quotations, of_claim(promise, place.pack)) == []


def test_texts_of_the_definitions_are_read_and_named_by_their_reference(
    place: Workspace, quotations: Quotations
) -> None:
    statement = {"ref": "S90", "year": "2018-19", "theme": "workforce", "kind": "strength", "text": SLIP}
    pledge = {"ref": "P90", "to": "Children in care", "text": SLIP, "made": "19 June 2019"}
    told = {
        "panel": PanelFile(meetings=place.pack.panel.meetings, questions=(question(text=SLIP),)),
        "inspection": InspectionFile(
            pledges=(Pledge.model_validate(pledge),), self_evaluation=(Statement.model_validate(statement),)
        ),
    }
    found = list(in_spoken(of_pack(place.pack.model_copy(update=told)), quotations))
    assert [one.message.partition(":")[0] for one in found] == ["Q90", "P90", "S90"]
    assert [one.where.file for one in found] == ["panel.yaml", "inspections.yaml", "inspections.yaml"]


def test_no_text_of_the_demonstration_raises_a_false_alarm(place: Workspace, quotations: Quotations) -> None:
    assert list(in_spoken(of_pack(place.pack), quotations)) == []


@pytest.mark.parametrize("text", [SLIP, "Social worker turnover was 11.2% in 2018-19."])
def test_what_a_question_quotes_is_told_before_it_is_recorded(place: Workspace, text: str) -> None:
    found = Records(place).doubts(question(text=text))
    assert [one.where.column for one in found] == (["text"] if text == SLIP else [])
