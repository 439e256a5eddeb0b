"""The panel through the one door: questions asked and answered, claims recorded, each a revision."""

from datetime import date

import pytest

from kpi.definitions.expectation import Expectation
from kpi.definitions.panel import Claim, Question
from kpi.problem import ProblemError
from kpi.workspace import Records

DAY = date(2019, 6, 19)
ASKED = Question(
    ref="Q90",
    asked="2019-05-01",
    where="Scrutiny panel visit to the front door",
    text="How many workers left in the quarter?",
    owner="Head of Children in Care",
    due="2019-05-31",
)
CLAIMED = Claim(
    ref="C90",
    made="2019-06-19",
    where="Scrutiny panel",
    by="Director of Children's Services",
    text="The agency rate will fall in Quarter 2.",
    expectation=Expectation(indicator="agency_rate", expects="falls", period="2019-20 Q2"),
)


def codes(error: pytest.ExceptionInfo[ProblemError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_a_question_is_open_then_overdue_then_answered(records: Records) -> None:
    revision = records.ask(ASKED, who="Scrutiny officer")
    assert [one.ref for one in records.panel(day=date(2019, 5, 2)).overdue if one.ref == "Q90"] == []
    assert "Q90" in [one.ref for one in records.panel(day=DAY).overdue]
    records.answer("Q90", "Four workers left.", date(2019, 6, 10), who="Head of Children in Care")
    question = records.panel(day=DAY).question("Q90")
    assert question is not None
    assert (question.state, question.answer) == ("answered", "Four workers left.")
    then = records.panel(as_at=revision, day=DAY).question("Q90")
    assert then is not None
    assert then.state == "open"


def test_a_question_of_the_definitions_can_be_answered(records: Records) -> None:
    overdue = records.panel().overdue
    assert overdue
    ref = overdue[0].ref
    records.answer(ref, "The answer.", DAY, who="Analyst")
    question = records.panel().question(ref)
    assert question is not None
    assert question.state == "answered"


def test_questions_by_state_add_up(records: Records) -> None:
    records.ask(ASKED, who="Scrutiny officer")
    records.withdraw("Q90", who="Scrutiny officer", note="Answered in the meeting")
    panel = records.panel()
    assert sum(panel.counts.values()) == len(panel.questions)


def test_a_claim_waits_for_its_figure(records: Records) -> None:
    records.claim(CLAIMED, who="Scrutiny officer")
    found = next(one for one in records.panel().claims if one.ref == "C90")
    assert found.answer.word == "cannot tell yet"


@pytest.mark.parametrize(
    ("changes", "code"),
    [({"ref": "Q6"}, "duplicate-ref"), ({"ref": "c1"}, "duplicate-ref"), ({"meeting": "nowhere"}, "unknown-meeting")],
)
def test_what_contradicts_the_record_is_refused(records: Records, changes: dict[str, str], code: str) -> None:
    head = records.place.head()
    with pytest.raises(ProblemError) as refused:
        records.ask(ASKED.model_copy(update=changes), who="Scrutiny officer")
    assert codes(refused) == [code]
    assert records.place.head() == head


def test_an_answer_needs_an_open_question(records: Records) -> None:
    for ref, code in (("Q99", "unknown-question"), ("Q1", "not-open")):
        with pytest.raises(ProblemError) as refused:
            records.answer(ref, "An answer.", DAY, who="Analyst")
        assert codes(refused) == [code]


def test_an_answer_is_not_older_than_its_question(records: Records) -> None:
    records.ask(ASKED, who="Scrutiny officer")
    with pytest.raises(ProblemError) as refused:
        records.answer("Q90", "Four.", date(2019, 4, 1), who="Analyst")
    assert codes(refused) == ["dates-order"]


def test_a_claim_about_an_indicator_that_is_not_there_is_refused(records: Records) -> None:
    wrong = CLAIMED.model_copy(update={"expectation": Expectation(indicator="nothing", expects="falls")})
    with pytest.raises(ProblemError) as refused:
        records.claim(wrong, who="Scrutiny officer")
    assert codes(refused) == ["unknown-indicator"]


def test_the_inspection_is_read_on_the_day_the_quarter_is_reviewed(records: Records) -> None:
    view = records.inspection()
    assert view.day == DAY
    assert any(visit.later for visit in view.visits)
    assert not any(visit.later for visit in records.inspection(day=date(2025, 1, 1)).visits)
