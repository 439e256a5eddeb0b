"""Figures out of the program, and back in without a change."""

import csv
import io
import zipfile

import pytest

from kpi.intake.export import export, guarded
from kpi.intake.preview import compare

TEXT = """\
indicator_id,area,period,value,numerator,denominator,state,note
caseload,north,2018-19 Q4,,1734,108.4,final,
caseload,south,2018-19 Q4,,,,provisional,low 20s
reviews_on_time,all,2018-19 Q4,c,c,96,final,"A comma, and a ""quote"" too"
budget_variance,all,2018-19 Q4,-140000,,,illustrative,'=1+1
population,all,2018,62000,,,final,'-two
visits,all,2018 Q1,<5,,,final,"two
lines"
missing_episodes,all,June 2005,31,,,final,
audits_good,all,11/02/2019,52%,,,final,
"""


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_is_exported_loads_again_and_changes_nothing(intake, form):
    intake.hold(TEXT)
    candidate = intake.read(export(intake.current, form), f"export.{form}")
    counts = compare(candidate, intake.current, intake.pack, replace=True).counts
    assert counts == {"new": 0, "changed": 0, "unchanged": 8, "withdrawn": 0}


def test_a_cell_never_starts_a_formula(intake):
    intake.hold(TEXT)
    notes = {row["note"] for row in rows(export(intake.current))}
    assert {"'=1+1", "'-two"} <= notes
    assert not any(note.startswith(("=", "+", "-", "@")) for note in notes)


def test_a_workbook_holds_texts_and_no_formulas_or_links(intake):
    intake.hold(TEXT.replace("low 20s", "https://www.gov.uk/"))
    with zipfile.ZipFile(io.BytesIO(export(intake.current, "xlsx"))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet


def test_numbers_keep_their_digits_and_symbols_stand_as_value(intake):
    intake.hold(TEXT)
    values = {(row["indicator_id"], row["area"]): row["value"] for row in rows(export(intake.current))}
    assert values["caseload", "north"] == "15.9963099630996"
    assert values["budget_variance", "all"] == "-140000"
    assert values["reviews_on_time", "all"] == "c"
    assert values["caseload", "south"] == ""


def test_an_empty_ledger_exports_a_header(intake):
    assert export(intake.current) == b"indicator_id,area,period,value,numerator,denominator,state,note\n"
    assert export(intake.current, "xlsx").startswith(b"PK")


@pytest.mark.parametrize("text", ["=1", "+a", "-a", "@a", "\ta", "'=1", "''@a"])
def test_what_could_run_gets_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "a=1", "'tis", "£5", "5"])
def test_what_could_not_run_is_left_as_it_is(text):
    assert guarded(text) == text
