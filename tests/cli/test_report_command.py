"""`report` says what a paper lacks, writes it whole, and records the texts that people write."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.pack import NEXT, SEEDED

ASKED = ("report", "committee", "--period", "2018-19 Q4")


def test_without_a_file_it_says_what_the_paper_lacks(run: Run) -> None:
    answer = run(*ASKED)
    assert answer.code == 0
    assert "Children's Services improvement plan, Q4 2018-19, revision" in answer.out
    assert "4 of 10 service areas have signed off Q4 2018-19." in answer.out
    assert [item["id"] for item in run(*ASKED, "--format", "json").json] == [
        "figures",
        "updates",
        "texts",
        "quoted",
        "deadline",
    ]


def test_the_same_revision_gives_the_same_bytes(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    assert run(*ASKED, "--output", first).code == 0
    assert run(*ASKED, "--output", second, "--as-at", SEEDED).code == 0
    assert first.read_bytes() == second.read_bytes()
    made = json.loads(first.read_text("utf-8"))
    assert (made["draft"], made["meeting_day"], made["deadline"]) == (False, "2019-06-19", "2019-06-11")


def test_a_text_is_recorded_and_a_wrong_figure_in_it_is_told(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "background.txt"
    path.write_text("Children in need fell to 812 in 2018-19.\n\nMore follows.", encoding="utf-8-sig")
    answer = run(*ASKED, "--write", "background", "--text", path, "--who", "Analyst", "--format", "json")
    assert (answer.code, answer.json) == (0, {"section": "background", "revision": NEXT})
    assert "the figure is 821" in answer.err


@pytest.mark.parametrize(
    ("more", "code"),
    [
        (("--write", "legal"), "There is no text to record."),
        (("--write", "legal", "--text", "{}/none.txt"), "cannot be read"),
        (("--write", "legal", "--text", "{}/bytes.txt"), "The text is not UTF-8."),
        (("--write", "legal", "--text", "{}/empty.txt"), "must not be empty"),
        (("--write", "lega", "--text", "{}/sound.txt"), "Nobody writes in a section 'lega'."),
        (("--write", "legal", "--text", "{}/sound.txt", "--clearance", "A"), "The clearance lacks the day."),
        (("--output", "{}/report.odt"), "'.odt' is not a form of papers."),
        (("--meeting", "nowhere"), "It has no meeting 'nowhere' to go to."),
    ],
)
def test_what_cannot_be_done_is_told_and_nothing_is_written(
    run: Run, tmp_path: Path, more: tuple[str, ...], code: str
) -> None:
    (tmp_path / "bytes.txt").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "empty.txt").write_text(" \n")
    (tmp_path / "sound.txt").write_text("None.")
    answer = run(*ASKED, *(one.format(tmp_path) for one in more))
    assert answer.code == 1
    assert code in answer.err
    assert not (tmp_path / "report.odt").exists()
    assert len(run("history", "--format", "json").json) == SEEDED


def test_the_public_copy_has_no_exempt_section(run: Run, tmp_path: Path) -> None:
    path, text = tmp_path / "out.json", tmp_path / "risks.txt"
    text.write_text("A contract is being negotiated.")
    asked = ("report", "leadership", "--period", "2018-19 Q4")
    assert run(*asked, "--write", "risks", "--text", text).code == 0
    run(*asked, "--output", path)
    assert "A contract is being negotiated." in path.read_text("utf-8")
    assert run(*asked, "--output", path, "--public").code == 0
    made = path.read_text("utf-8")
    assert "negotiated" not in made
    assert "Risks and staffing" not in made
    assert "Schedule 12A" not in made
