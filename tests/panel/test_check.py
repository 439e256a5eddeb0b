"""What may be declared on screen: the rules of panel.yaml, told at the field."""

from typing import Any

import pytest

from kpi.definitions.panel import Claim, Question
from kpi.panel import check_claim, check_question
from tests.panel.conftest import Council
from tests.panel.test_claims import CLAIM, FALL
from tests.panel.test_questions import LATE

TAKEN = ("Q1", "C1")


def test_a_sound_question_and_a_sound_claim_have_no_problem(council: Council) -> None:
    assert check_question(Question.model_validate(LATE), council(), TAKEN) == ()
    assert check_claim(Claim.model_validate(CLAIM | {"ref": "C2"}), council(), TAKEN) == ()


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"ref": "q1"}, "duplicate-ref", "ref"),
        ({"meeting": "may_2018"}, "unknown-meeting", "meeting"),
        ({"meeting": None}, "when-missing", "asked"),
        ({"asked": "2018-19"}, "day", "asked"),
        ({"due": "soon"}, "due-date", "due"),
        ({"due": "2018-06-01"}, "dates-order", "due"),
        ({"answered": "2018-06-01"}, "dates-order", "answered"),
        ({"answered": "June 2018"}, "day", "answered"),
    ],
)
def test_a_faulty_question_is_told_at_its_field(council: Council, given: dict[str, Any], code: str, field: str) -> None:
    [problem] = check_question(Question.model_validate(LATE | given), council(), TAKEN)
    assert (problem.code, problem.where.column) == (code, field)
    assert problem.fix


@pytest.mark.parametrize(
    ("given", "code", "field"),
    [
        ({"indicator": "agency"}, "unknown-indicator", "indicator"),
        ({"area": "assessment"}, "expectation-area", "area"),
        (
            {"indicator": "week", "expects": "improves", "period": "2018-09-10", "since": None},
            "expectation-without-polarity",
            "expects",
        ),
        ({"period": None, "since": None}, "claim-period", "period"),
        ({"period": "Quarter 5"}, "period", "period"),
        ({"since": "2018-19 Q2"}, "since-not-before", "since"),
    ],
)
def test_a_faulty_claim_is_told_at_its_field(council: Council, given: dict[str, Any], code: str, field: str) -> None:
    claim = Claim.model_validate(CLAIM | {"ref": "C2", "expectation": FALL | given})
    [problem] = check_claim(claim, council(), TAKEN)
    assert (problem.code, problem.where.column) == (code, field)


def test_the_next_free_reference_is_proposed(council: Council) -> None:
    [problem] = check_claim(Claim.model_validate(CLAIM), council(), TAKEN)
    assert problem.fix == "The next that is free is C2."
