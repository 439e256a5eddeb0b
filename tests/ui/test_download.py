"""Files that people take away run nothing."""

import csv
import io

import pytest

from kpi.ui.download import csv_file, file_name, harmless


@pytest.mark.parametrize("cell", ["=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_a_formula_becomes_text(cell: str) -> None:
    assert harmless(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-4", "-4.5", "52%", "at least 75%", "", "£140,000"])
def test_figures_and_words_stay_as_they_are(cell: str) -> None:
    assert harmless(cell) == cell


def test_nothing_is_an_empty_cell() -> None:
    assert harmless(None) == ""


def test_a_spreadsheet_reads_the_pound_sign_and_commas() -> None:
    made = csv_file(["what", "value"], [("Agency spend, in all", "£140,000")])
    assert made.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    assert rows == [["what", "value"], ["Agency spend, in all", "£140,000"]]


def test_a_file_name_is_made_of_plain_words() -> None:
    assert file_name("Scorecard", "2018-19 Q4", "../../x") == "scorecard-2018-19-q4-x.csv"
