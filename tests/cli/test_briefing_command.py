"""`briefing` lists the slides of a meeting, keeps a choice of them, and writes them as files."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.support.pack import NEXT, SEEDED

ASKED = ("briefing", "--period", "2018-19 Q4")


def chosen(run: Run, *arguments: str) -> dict[str, Any]:
    """Give the choice that the command prints for a person to change."""
    found: dict[str, Any] = run(*ASKED, *arguments, "--format", "json").json["chosen"]
    return found


def kept(run: Run, tmp_path: Path, choice: object) -> tuple[int, str, str]:
    """Keep a choice, and give how the command ended and what it printed."""
    path = tmp_path / "chosen.json"
    path.write_text(choice if isinstance(choice, str) else json.dumps(choice), encoding="utf-8")
    answer = run(*ASKED, "--choose", path, "--who", "Director")
    return answer.code, answer.out, answer.err


def test_the_slides_are_listed_in_order_with_why_each_is_there(run: Run) -> None:
    rows = run(*ASKED, "--format", "json").json["slides"]
    assert [rows[0]["why"], rows[1]["why"], rows[-1]["why"]] == ["opening", "off_target", "question_due"]
    assert rows[1]["who"].startswith("Answers for it: Head of Safeguarding.")
    assert "No action on it is open: SAR 1.2 is complete." in rows[1]["who"]
    assert "Two actions are overdue: CIC 3.1 and CSF 1.1." in run(*ASKED).out


def test_a_board_is_told_of_what_its_paper_is_about(run: Run) -> None:
    rows = run(*ASKED, "--audience", "corporate_parenting", "--format", "json").json["slides"]
    assert rows[0]["title"].startswith("Of 14 indicators")
    assert {row["id"] for row in rows if row["why"] == "off_target"} == {
        "off_target:cla_3plus:all",
        "off_target:cla_iha:all",
    }
    assert [row["title"] for row in rows if row["why"] == "overdue"] == ["One action is overdue: CIC 3.1."]


def test_what_is_printed_as_chosen_can_be_changed_and_kept(run: Run, tmp_path: Path) -> None:
    choice = chosen(run)
    choice["slides"][0] |= {"title": "Nine figures are off target.", "notes": "Agree who acts."}
    choice["slides"][1]["shown"] = False
    code, out, err = kept(run, tmp_path, choice)
    assert (code, f"Recorded as revision {NEXT}." in out, err) == (0, True, "")
    rows = run(*ASKED, "--format", "json").json["slides"]
    assert (rows[0]["title"], rows[0]["worded"], rows[1]["shown"]) == ("Nine figures are off target.", True, False)
    assert chosen(run) == choice
    assert chosen(run, "--as-at", str(SEEDED))["slides"][1]["shown"]


def test_a_wrong_figure_and_a_message_without_room_are_told(run: Run, tmp_path: Path) -> None:
    title = f"Initial conferences within 15 working days stand at 91.0%. {'And so on. ' * 20}"
    code, _, err = kept(run, tmp_path, {"slides": [{"id": "opening", "title": title}]})
    assert code == 0
    assert "Slide 1: " in err
    assert "72.0%" in err
    assert "Say the message in 230 letters or fewer" in err


@pytest.mark.parametrize(
    ("choice", "told"),
    [
        ("{", "Write what `python -m kpi briefing --format json` prints under 'chosen'"),
        ({"slides": [{"id": "opening", "colour": "red"}]}, "slides.0.colour"),
        ({"slides": "all"}, "slides"),
    ],
    ids=["no JSON", "an unknown key", "no list"],
)
def test_a_choice_that_is_none_is_refused_and_nothing_is_kept(
    run: Run, tmp_path: Path, choice: object, told: str
) -> None:
    code, _, err = kept(run, tmp_path, choice)
    assert code != 0
    assert told in err
    assert run(*ASKED, "--format", "json").json["revision"] == SEEDED


def test_a_choice_without_a_slide_is_refused(run: Run, tmp_path: Path) -> None:
    choice = chosen(run)
    code, _, err = kept(run, tmp_path, {"slides": [one | {"shown": False} for one in choice["slides"]]})
    assert code != 0
    assert "The briefing would have no slide." in err


@pytest.mark.parametrize(("ending", "begins"), [(".html", b"<!doctype html>"), (".pptx", b"PK"), (".PPTX", b"PK")])
def test_the_slides_are_written_whole_and_the_same_again(run: Run, tmp_path: Path, ending: str, begins: bytes) -> None:
    first, second = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    assert run(*ASKED, "--output", first).code == 0
    assert run(*ASKED, "--output", second, "--as-at", SEEDED).code == 0
    assert first.read_bytes() == second.read_bytes()
    assert first.read_bytes()[: len(begins)].lower() == begins.lower()


def test_another_ending_is_refused_and_no_file_is_left(run: Run, tmp_path: Path) -> None:
    answer = run(*ASKED, "--output", tmp_path / "briefing.odp")
    assert answer.code != 0
    assert "Name a .html or .pptx file." in answer.err
    assert list(tmp_path.glob("*.odp")) == []
