"""What the panel asks and hears, recorded from a terminal: the same rules as on screen."""

import pytest

from tests.cli.conftest import Run

ASKED = ("ask", "--text", "How many workers left?", "--owner", "Head of Children in Care", "--due", "2019-05-31")
CLAIMED = ("claim", "--text", "It will fall.", "--by", "Director of Children's Services", "--indicator", "agency_rate")
SAID = ("--day", "2019-05-01", "--where", "Visit to the front door")


def state(run: Run, ref: str) -> str:
    found = run("panel", "--format", "json", "--day", "2019-06-19").json["questions"]
    return str(next(one["state"] for one in found if one["ref"] == ref))


def test_a_question_is_asked_and_answered(run: Run) -> None:
    ref = run(*ASKED, *SAID, "--format", "json").json["ref"]
    assert (ref, state(run, ref)) == ("Q8", "open")
    assert run("answer", ref, "--text", "Four.", "--day", "2019-06-01", "--who", "Head").code == 0
    assert state(run, ref) == "answered"
    assert run("answer", ref, "--text", "Five.").code == 1


def test_a_request_at_a_meeting_can_be_withdrawn(run: Run) -> None:
    asked = ("ask", "--request", "--text", "Show it.", "--owner", "Analyst", "--due", "2019-20 Q1")
    assert run(*asked, "--meeting", "scrutiny_2019_06", "--ref", "Q20").code == 0
    assert run("withdraw", "Q20", "--note", "Shown in the meeting").code == 0
    assert state(run, "Q20") == "withdrawn"


def test_a_claim_waits_for_its_figure(run: Run) -> None:
    claimed = (*CLAIMED, "--expects", "falls", "--period", "2019-20 Q2", *SAID)
    ref = run(*claimed, "--format", "json").json["ref"]
    claims = run("panel", "--format", "json", "--day", "2019-06-19").json["claims"]
    found = next(one for one in claims if one["ref"] == ref)
    assert (found["outcome"], found["waiting"]) == ("cannot_tell", True)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ((*ASKED, *SAID, "--ref", "Q6"), "taken"),
        ((*ASKED, "--meeting", "nowhere"), "nowhere"),
        (ASKED, "asked"),
        ((*CLAIMED, "--expects", "at_least", "--period", "2019-20 Q2", *SAID), "value"),
        ((*CLAIMED, "--expects", "falls", "--period", "nonsense", *SAID), "nonsense"),
        ((*CLAIMED, "--expects", "falls", "--period", "2019-20 Q2", *SAID, "--ref", "../.."), "ref must"),
    ],
)
def test_what_contradicts_the_record_is_told_and_not_recorded(run: Run, given: tuple[str, ...], told: str) -> None:
    head = len(run("history", "--format", "json").json)
    refused = run(*given)
    assert refused.code == 1
    assert told in refused.err
    assert len(run("history", "--format", "json").json) == head


def test_a_figure_quoted_otherwise_than_the_ledger_has_it_is_warned_of_and_kept_in_the_record(run: Run) -> None:
    text = "Social worker turnover was 12.2% in 2018-19."
    answer = run("answer", "Q6", "--text", text, "--day", "2019-06-19")
    assert answer.code == 0
    assert "The text says 12.2%" in answer.err
    assert "the figure is 11.2%" in answer.err
    assert "figure-differs" in run("history", "--format", "json").json[-1]["note"]
