"""The command line keeps its contract: exit codes, JSON keys, Problems on standard error, nothing half done."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.support.pack import NEXT, RETURN, SECOND, SEEDED

PROMISED = {
    *("indicator", "title", "theme", "area", "period", "value", "text", "target", "target_text", "gap", "status"),
    *("status_reason", "change_previous", "direction_previous", "change_year", "direction_year", "direction_reason"),
    *("variation", "assurance", "forecast", "forecast_status", "benchmarks", "state", "data_to", "revision"),
}


@pytest.fixture
def returned(tmp_path: Path) -> Path:
    path = tmp_path / "return.csv"
    path.write_text(RETURN, encoding="utf-8")
    return path


def row(rows: list[dict[str, object]], indicator: str) -> dict[str, object]:
    return next(row for row in rows if row["indicator"] == indicator)


def test_scorecard_gives_every_promised_key(run: Run) -> None:
    rows = run("scorecard", "--format", "json").json
    assert all(set(row) >= PROMISED for row in rows)


def test_scorecard_of_the_opening_period_tells_the_caseload_sentence(run: Run) -> None:
    caseload = row(run("scorecard", "--format", "json").json, "caseload")
    assert caseload["sentence"] == (
        "Average caseload is 16.0 cases, on its target of 16 to 18; "
        "it fell by 0.4 since Q3 and by 3.7 since Q4 2017-18, an improvement."
    )
    assert (caseload["status"], caseload["target"], caseload["gap"]) == ("green", [16.0, 18.0], 0.0)
    assert caseload["mark"] == "Illustrative figure."


@pytest.mark.parametrize(
    ("indicator", "statement"),
    [
        ("cin_number", "Children in need fell from 1,037 in 2017-18 to 821 in 2018-19."),
        ("cp_number", "Child protection plans fell from 379 in 2017-18 to 330 in 2018-19."),
        ("cla_number", "Children in care fell from 648 in 2017-18 to 624 in 2018-19."),
        (
            "audit_reported",
            "Files judged good or outstanding (as reported) rose from 35% in 2017-18 to 52% in 2018-19.",
        ),
        (
            "agency_spend",
            "Agency spend in 2018-19 was £140,000 less than a year before (£2,116,400 against £2,256,400).",
        ),
    ],
)
def test_the_statements_of_the_report_come_out_of_explain(run: Run, indicator: str, statement: str) -> None:
    assert statement in run("explain", indicator).out
    assert run("explain", indicator, "--format", "json").json[0]["year"] == statement


def test_explain_says_what_is_illustrative(run: Run) -> None:
    assert "Illustrative figure." in run("explain", "agency_spend").out


def test_filters_keep_only_what_was_asked_for(run: Run) -> None:
    rows = run("scorecard", "--status", "red", "--theme", "workforce", "--format", "json").json
    assert rows
    assert {(row["status"], row["theme"]) for row in rows} == {("red", "workforce")}


def test_csv_has_one_header_and_a_line_a_row(run: Run) -> None:
    answer = run("scorecard", "--format", "csv")
    lines = list(csv.DictReader(io.StringIO(answer.out)))
    assert len(lines) == len(run("scorecard", "--format", "json").json)
    assert set(lines[0]) >= PROMISED


def test_options_may_stand_before_the_command(run: Run) -> None:
    assert run("--format", "json", "history").json == run("history", "--format", "json").json


def test_load_publishes_and_shows_the_new_figures(run: Run, returned: Path) -> None:
    loaded = run("load", returned, "--format", "json", "--who", "Analyst", "--note", "Q1 return")
    assert (loaded.code, loaded.json["revision"], loaded.json["new"]) == (0, NEXT, 3)
    rows = run("scorecard", "--period", "2019-20 Q1", "--format", "json").json
    assert row(rows, "caseload")["text"] == "15.8 cases"
    assert row(rows, "icpc_15")["value"] == pytest.approx(88.0)
    entry = run("history", "--format", "json").json[-1]
    assert (entry["who"], entry["note"], entry["file"]) == ("Analyst", "Q1 return", "return.csv")


def test_loading_the_same_file_again_changes_nothing(run: Run, returned: Path) -> None:
    run("load", returned)
    again = run("load", returned, "--format", "json")
    counts = {name: again.json[name] for name in ("revision", "new", "changed", "unchanged", "withdrawn")}
    assert (again.code, counts) == (
        0,
        {"revision": None, "new": 0, "changed": 0, "unchanged": 3, "withdrawn": 0},
    )


def test_a_correction_keeps_the_old_figure_readable(run: Run, returned: Path) -> None:
    run("load", returned)
    returned.write_text(RETURN.replace("15.8", "15.9"), encoding="utf-8")
    assert run("load", returned, "--format", "json").json["changed"] == 1

    def caseload(*more: object) -> object:
        rows = run("scorecard", "--period", "2019-20 Q1", "--format", "json", *more).json
        return row(rows, "caseload")["value"]

    assert [caseload(), *(caseload("--as-at", revision) for revision in (SECOND, NEXT, SEEDED))] == [
        15.9,
        15.9,
        15.8,
        None,
    ]


def test_undo_brings_the_old_figures_back(run: Run, returned: Path) -> None:
    before = run("export").out
    run("load", returned)
    undone = run("undo", NEXT, "--format", "json")
    assert (undone.code, undone.json["revision"]) == (0, SECOND)
    assert run("export").out == before
    assert run("undo", NEXT).code == 1


def test_replace_withdraws_what_the_file_no_longer_holds(run: Run, returned: Path) -> None:
    run("load", returned)
    lines = RETURN.splitlines()
    returned.write_text("\n".join(lines[:3]) + "\ncaseload,2019-20 Q2,15.7,,,final,\n", encoding="utf-8")
    run("load", returned)
    returned.write_text(f"{lines[0]}\ncaseload,2019-20 Q1,15.8,,,final,\ncin_number,2019-20 Q2,800,,,final,\n")
    answer = run("load", returned, "--replace", "--format", "json").json
    assert (answer["new"], answer["unchanged"], answer["withdrawn"]) == (1, 1, 2)


def test_a_bad_file_changes_nothing_and_says_where(run: Run, returned: Path) -> None:
    returned.write_text(RETURN.replace("15.8", "low 20s"), encoding="utf-8")
    answer = run("load", returned, "--format", "json")
    [problem] = [found for found in answer.json["problems"] if found["severity"] == "error"]
    assert answer.code == 1
    assert answer.json["revision"] is None
    assert (problem["file"], problem["row"], problem["column"]) == ("return.csv", 2, "value")
    assert "low 20s" in problem["message"]
    assert "row 2, column value" in answer.err
    assert len(run("history", "--format", "json").json) == SEEDED


def test_strict_refuses_warnings(run: Run, returned: Path) -> None:
    returned.write_text(RETURN.replace("2019-20 Q1,805", "2018-19 Q4,820"), encoding="utf-8")
    refused = run("load", returned, "--strict", "--format", "json")
    assert (refused.code, refused.json["revision"]) == (1, None)
    assert run("load", returned, "--format", "json").json["changed"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("scorecard", "--format", "pdf"),
        ("nonsense",),
        ("undo", "zero"),
        ("undo", "0"),
        ("scorecard", "--as-at", "x"),
        ("scorecard", "--status", "blue"),
    ],
)
def test_wrong_use_ends_with_2(run: Run, arguments: tuple[str, ...]) -> None:
    assert run(*arguments).code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ("scorecard", "--period", "Q1 2022"),
        ("scorecard", "--period", "soon"),
        ("scorecard", "--as-at", "99"),
        ("series", "caselod"),
        ("series", "caseload", "--area", "north"),
        ("explain", "nothing"),
        ("load", "nowhere.csv"),
        ("undo", "99"),
        ("scorecard", "--theme", "blue"),
        ("explain", "--area", "north"),
    ],
)
def test_what_cannot_be_answered_ends_with_1_and_a_problem(run: Run, arguments: tuple[str, ...]) -> None:
    answer = run(*arguments, "--format", "json")
    assert answer.code == 1
    assert answer.json["problems"]
    assert answer.err.startswith("error: ")
    assert "Traceback" not in answer.err


def test_series_lists_every_period_with_its_target(run: Run) -> None:
    rows = run("series", "caseload", "--format", "json").json
    assert [row["period"] for row in rows][:2] == ["2015-16 Q1", "2015-16 Q2"]
    assert rows[-1]["target_text"] == "16 to 18"


def test_export_loaded_again_changes_nothing(run: Run, tmp_path: Path) -> None:
    for name in ("all.csv", "all.xlsx"):
        assert run("export", "--output", tmp_path / name).code == 0
        answer = run("load", tmp_path / name, "--format", "json")
        assert (answer.code, answer.json["new"], answer.json["changed"]) == (0, 0, 0)
        assert answer.json["unchanged"] == 919


def test_template_lists_what_the_period_asks_for(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "template.csv"
    assert run("template", "--period", "2019-20 Q1", "--output", path).code == 0
    asked = {line["indicator_id"] for line in csv.DictReader(path.open(encoding="utf-8-sig"))}
    assert {"caseload", "cin_number", "supervision"} <= asked
    assert "budget" not in asked


def test_due_names_owners_and_what_has_arrived(run: Run) -> None:
    rows = run("due", "--period", "2018-19 Q4", "--format", "json").json
    arrived = {(row["indicator"], row["area"]): row["arrived"] for row in rows}
    assert arrived["caseload", "all"] is True
    assert arrived["cl_caseload", "all"] is False
    assert all(row["owner"] for row in rows)


def test_verify_compares_the_head_that_a_paper_printed(run: Run) -> None:
    head = run("verify", "--format", "json").json["head"]
    assert run("verify", "--head", head).code == 0
    assert run("verify", "--head", "0" * 64).code == 1


def test_check_finds_the_demonstration_in_order(run: Run) -> None:
    answer = run("check", "--format", "json")
    assert answer.code == 0
    assert {found["severity"] for found in answer.json["problems"]} <= {"warning", "note"}


def test_check_names_the_file_and_line_of_a_slip(run: Run, pack: Path) -> None:
    path = pack / "indicators" / "demand.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("polarity: none", "polarity: sideways", 1))
    answer = run("check")
    assert answer.code == 1
    assert "indicators/demand.yaml:" in answer.err


def test_a_changed_definition_is_recorded_as_a_revision(run: Run, pack: Path) -> None:
    path = pack / "indicators" / "workforce.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("between: [16, 18]", "between: [17, 18]", 1), encoding="utf-8")

    def caseload(*more: object) -> object:
        return row(run("scorecard", "--format", "json", *more).json, "caseload")["status"]

    assert (caseload(), caseload("--as-at", SEEDED)) == ("amber", "green")
    assert run("history", "--format", "json").json[-1]["kind"] == "definitions"


def test_schema_check_says_when_the_schemas_are_stale(run: Run, pack: Path) -> None:
    assert run("schema", "--check").code == 0
    (pack / "schema" / "indicators.json").write_text("{}", encoding="utf-8")
    assert run("schema", "--check").code == 1
    assert run("schema").code == 0
    assert run("schema", "--check").code == 0
