"""The plan, the inspection and the panel from a terminal: the same answers as on screen, nothing half done."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run

PROMISED = {
    *("ref", "year", "service_area", "head", "priority", "text", "origin", "lead", "start", "due", "original_due"),
    *("moves", "stage", "declared_stage", "status", "status_label", "percent", "commentary", "updated"),
    *("last_updated", "signed_off", "milestones", "indicators", "conclusions", "suggested_status"),
    *("suggested_reason", "carried_from", "state", "revision"),
}


@pytest.fixture
def tracker(run: Run, tmp_path: Path) -> Path:
    """Draw the tracker of the quarter."""
    path = tmp_path / "tracker.csv"
    assert run("template", "--updates", "--period", "2018-19 Q4", "--output", path).code == 0
    return path


def fill(path: Path, ref: str, **cells: str) -> Path:
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(row | (cells if row["ref"] == ref else {}) for row in rows)
    return path


def errors(problems: list[dict[str, str]]) -> list[dict[str, str]]:
    return [problem for problem in problems if problem["severity"] == "error"]


def test_plan_gives_every_promised_key(run: Run) -> None:
    rows = run("plan", "--format", "json").json
    assert len(rows) >= 40
    assert all(set(row) >= PROMISED for row in rows)


def test_plan_says_first_how_many_stand_where(run: Run) -> None:
    first = run("plan").out.splitlines()[1]
    assert first.startswith("Of 42 actions, 29 are complete")
    assert first.endswith("one moves to 2019-20: PMQA 2.1.")


def test_every_filter_of_the_plan_keeps_what_it_says(run: Run) -> None:
    for option, key, value in (("--stage", "stage", "moved"), ("--status", "status", "needs_more_time")):
        rows = run("plan", option, value, "--format", "json").json
        assert rows
        assert {row[key] for row in rows} == {value}
    late = run("plan", "--conclusion", "overdue", "--format", "json").json
    assert all("overdue" in {one["code"] for one in row["conclusions"]} for row in late)


@pytest.mark.parametrize("option", ["--area", "--status", "--lead", "--conclusion", "--ref"])
def test_a_filter_that_the_plan_has_nothing_for_names_what_there_is(run: Run, option: str) -> None:
    printed = run("plan", option, "nonsense")
    assert printed.code == 1
    assert "There are:" in printed.err


def test_one_action_is_told_in_full(run: Run) -> None:
    out = run("plan", "--ref", "CIC 3.1").out
    assert "Overdue: it was due on 28 February 2019" in out
    assert "Moved from 30 September 2018 to 31 December 2018" in out


def test_plan_as_csv_opens_in_a_spreadsheet(run: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(run("plan", "--format", "csv").out)))
    assert {row["ref"] for row in rows} >= {"PMQA 2.1", "SSS 2.1", "YOT 2.2"}


@pytest.mark.parametrize(
    ("command", "keys"),
    [
        ("inspection", {"headlines", "judgements", "visits", "recommendations", "directions", "pledges"}),
        ("panel", {"headlines", "meetings", "quarters", "work_programme", "questions", "claims"}),
    ],
)
def test_a_record_is_one_object_as_json_and_rows_as_csv(run: Run, command: str, keys: set[str]) -> None:
    assert set(run(command, "--format", "json").json) >= keys
    assert len(list(csv.DictReader(io.StringIO(run(command, "--format", "csv").out)))) > 10


def test_the_papers_of_the_meeting_of_19_june_2019_are_due_on_11_june(run: Run) -> None:
    meetings = run("panel", "--format", "json").json["meetings"]
    assert [one["deadline"] for one in meetings if one["id"] == "scrutiny_2019_06"] == ["2019-06-11"]


def test_a_tracker_is_told_from_figures_by_its_header(run: Run, tracker: Path) -> None:
    loaded = run("load", fill(tracker, "YOT 2.2", percent="35"), "--who", "Analyst", "--format", "json").json
    assert (loaded["new"], loaded["changed"], loaded["withdrawn"], errors(loaded["problems"])) == (0, 1, 0, [])
    found = run("plan", "--ref", "YOT 2.2", "--format", "json").json
    assert (found[0]["percent"], found[0]["revision"]) == (35, loaded["revision"])


def test_an_unfilled_tracker_changes_nothing(run: Run, tracker: Path) -> None:
    loaded = run("load", tracker, "--format", "json").json
    assert (loaded["revision"], loaded["new"], loaded["changed"]) == (None, 0, 0)


def test_a_collision_stops_the_load_until_it_is_settled(run: Run, tracker: Path) -> None:
    other = tracker.with_name("other.csv")
    other.write_bytes(tracker.read_bytes())
    assert run("load", fill(other, "YOT 2.2", percent="60"), "--who", "Head of Youth Offending").code == 0
    mine = fill(tracker, "YOT 2.2", percent="35")
    refused = run("load", mine, "--who", "Analyst", "--format", "json")
    (told,) = errors(refused.json["problems"])
    assert (refused.code, told["code"]) == (1, "changed-beneath")
    assert "Head of Youth Offending" in told["message"]
    settled = run("load", mine, "--who", "Analyst", "--settle", "mine", "--format", "json").json
    assert settled["revision"]
    assert run("plan", "--ref", "YOT 2.2", "--format", "json").json[0]["percent"] == 35


def test_a_bad_tracker_names_row_and_column_and_lands_nowhere(run: Run, tracker: Path) -> None:
    bad = fill(tracker, "YOT 2.2", status="purple", new_due="2018-01-01")
    refused = run("load", bad, "--format", "json")
    assert refused.code == 1
    assert refused.json["revision"] is None
    assert all(one["row"] and one["column"] for one in refused.json["problems"] if one["severity"] == "error")


def test_check_reads_a_tracker_and_changes_nothing(run: Run, tracker: Path) -> None:
    head = len(run("history", "--format", "json").json)
    assert run("check", fill(tracker, "YOT 2.2", status="purple")).code == 1
    assert len(run("history", "--format", "json").json) == head


def test_a_sign_off_is_a_revision_of_its_own(run: Run) -> None:
    refused = run("sign-off", "yot", "--role", "Analyst")
    assert refused.code == 1
    assert "Head of Youth Offending" in refused.err
    signed = run("sign-off", "yot", "--role", "Head of Youth Offending", "--who", "Head", "--format", "json").json
    last = run("history", "--format", "json").json[-1]
    assert (last["number"], last["kind"]) == (signed["revision"], "sign-off")


def test_carry_forward_asks_before_it_writes(run: Run, pack: Path) -> None:
    would = run("carry-forward", "--format", "json").json
    assert "PMQA 2.1" in would["moving"]
    assert not (pack / "plan" / "2019-20").exists()
    done = run("carry-forward", "--write", "--who", "Head", "--format", "json").json
    assert done["revision"]
    assert all((pack / name).is_file() for name in done["files"])
    again = run("plan", "--year", "2019-20", "--period", "2019-20 Q1", "--format", "json").json
    assert [row["ref"] for row in again] == would["moving"]
    assert run("carry-forward", "--year", "2018-19").code == 1
    assert run("check").code == 0


def test_check_reads_the_packs_own_updates(run: Run, pack: Path) -> None:
    assert run("check").code == 0
    file = pack / "updates" / "2018-19 Q4.csv"
    file.write_text(file.read_text("utf-8").replace("needs_more_time", "purple", 1), "utf-8")
    refused = run("check", "--format", "json")
    assert refused.code == 1
    assert [(one["file"], one["column"]) for one in errors(refused.json["problems"])] == [("2018-19 Q4.csv", "status")]
