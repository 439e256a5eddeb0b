"""Claims about the future: borne out, not borne out, or cannot tell yet."""

from dataclasses import replace
from datetime import date
from typing import Any

from kpi.definitions.panel import Claim
from kpi.expectation import Outcome
from kpi.panel import claim_entry
from tests.panel.conftest import See

FALL = {"indicator": "agency_rate", "expects": "falls", "period": "2018-19 Q2", "since": "2018-19 Q1"}
CLAIM = {
    "ref": "C1",
    "meeting": "june_2018",
    "by": "Director of Children's Services",
    "text": "The agency rate will fall in Quarter 2.",
    "expectation": FALL,
}
REVIEW = date(2019, 6, 19)


def claim(**given: Any) -> dict[str, Any]:
    return CLAIM | given


def test_a_claim_is_borne_out_when_the_figure_has_arrived(see: See) -> None:
    [found] = see(REVIEW, claims=[CLAIM]).claims
    assert found.word == "borne out"
    assert found.sentence == (
        "C1: the Director of Children's Services said on 20 June 2018, “The agency rate will fall in Quarter 2.” "
        "Agency rate fell from 16.2% in Q1 2018-19 to 14.2% in Q2 2018-19, as expected."
    )


def test_before_its_quarter_has_ended_nobody_can_tell_yet(see: See) -> None:
    [found] = see(date(2018, 6, 20), period="2018-19 Q1", claims=[CLAIM]).claims
    assert (found.word, found.answer.waiting) == ("cannot tell yet", True)


def test_a_claim_that_failed_says_what_happened_instead(see: See) -> None:
    [found] = see(REVIEW, claims=[claim(expectation=FALL | {"expects": "rises"})]).claims
    assert found.answer.outcome is Outcome.NOT_BORNE_OUT
    assert "Agency rate has not risen: it fell" in found.sentence


def test_claims_made_after_the_day_are_told_apart(see: See) -> None:
    later = claim(ref="C2", meeting=None, made="2019-11-01", where="Cabinet")
    view = see(REVIEW, claims=[CLAIM, later])
    assert [one.ref for one in view.claims] == ["C1"]
    assert [(one.ref, one.where) for one in view.later_claims] == [("C2", "Cabinet")]
    assert set(view.refs) == {"C1", "C2"}


def test_outcomes_add_up_to_the_claims(see: See) -> None:
    ahead = claim(ref="C5", expectation=FALL | {"period": "2019-20 Q2", "since": "2019-20 Q1"})
    view = see(REVIEW, claims=[CLAIM, ahead])
    assert sum(view.outcomes.values()) == len(view.claims) == 2
    assert (
        "Of 2 claims about the future, 1 is borne out and 1 cannot be told. 1 of those waits for a figure."
        in view.headlines
    )


def test_a_declared_claim_is_kept_with_who_recorded_it(see: See) -> None:
    entry = replace(claim_entry(Claim.model_validate(CLAIM)), revision=4, who="ana")
    assert (entry.kind, entry.subject, entry.period) == ("claim", "C1", "")
    [found] = see(REVIEW, entries=[entry]).claims
    assert (found.who, found.revision, found.as_dict()["outcome"]) == ("ana", 4, "borne_out")
