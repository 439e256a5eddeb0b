"""Workbooks from Excel, LibreOffice and old programs, read as the texts a person sees."""

import io
import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
import xlsxwriter
import xlwt

from kpi.intake.read import read_sheets
from kpi.problem import ProblemError
from tests.intake import workbooks

HEADER = ["indicator_id", "period", "value"]


def grid(content: bytes, name: str = "figures.xlsx") -> list[list[str]]:
    sheet = read_sheets(name, content)[0]
    return [sheet.cells(row) for row in range(len(sheet))]


def code(content: bytes, name: str = "figures.xlsx") -> str:
    with pytest.raises(ProblemError) as caught:
        read_sheets(name, content)
    return caught.value.problems[0].code


def test_whole_numbers_dates_and_yes_or_no_are_written_as_typed():
    rows = [
        HEADER,
        ["a", date(2018, 6, 30), 821.0],
        ["b", datetime.fromisoformat("2018-06-30 09:15"), 10.5],
        ["c", True, None],
    ]
    assert grid(workbooks.xlsx(rows)) == [
        HEADER,
        ["a", "2018-06-30", "821"],
        ["b", "2018-06-30 09:15:00", "10.5"],
        ["c", "TRUE", ""],
    ]


@pytest.mark.parametrize(
    ("value", "code_", "shown"),
    [
        (0.525, "0.0%", "52.5%"),
        (0.07, "0%", "7%"),
        (0.525, "0.0", "0.525"),
        (52.5, '0.0"%"', "52.5"),
        (date(2019, 3, 1), "mmm-yy", "March 2019"),
        (date(2019, 3, 1), "dd/mm/yyyy", "2019-03-01"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(value, code_, shown):
    assert grid(workbooks.xlsx([HEADER, ["a", "2018-19", value]], {"C2": code_}))[1][2] == shown


def test_an_error_of_a_formula_is_not_a_blank():
    assert grid(workbooks.xlsx([HEADER, ["a", "2018-19", "#DIV/0!"], ["a", "2017-18", "#N/A"]]))[1:] == [
        ["a", "2018-19", "#DIV/0!"],
        ["a", "2017-18", "#N/A"],
    ]


def test_a_formula_that_was_never_calculated_is_a_problem_with_its_cell():
    (sheet,) = read_sheets("figures.xlsx", workbooks.xlsx([HEADER, ["a", "2018-19", "=SUM(A1:A9)"]]))
    (problem,) = sheet.problems
    assert (problem.code, problem.where.row, problem.where.column) == ("formula-not-calculated", 2, "C")


def test_a_zero_that_a_program_wrote_for_a_formula_is_a_problem(tmp_path):
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADER)
        sheet.write_formula(1, 2, "=1+1")
    assert [one.code for one in read_sheets("made.xlsx", path.read_bytes())[0].problems] == ["formula-not-calculated"]


def test_a_formula_whose_result_is_no_text_at_all_is_a_blank():
    row = '<row r="1"><c r="A1" t="str"><f>IF(1,"","")</f><v></v></c><c r="B1"><f>1+1</f><v>2</v></c></row>'
    (sheet,) = read_sheets("figures.xlsx", workbooks.raw_xlsx(row))
    assert (sheet.cells(0), sheet.problems) == (["", "2"], ())


def test_row_numbers_are_those_of_the_spreadsheet_even_below_empty_rows():
    book = openpyxl.Workbook()
    book.active["B4"] = "here"
    assert grid(workbooks.saved(book))[3] == ["", "here"]


def test_hidden_sheets_are_marked():
    book = openpyxl.Workbook()
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "hidden"
    assert [(sheet.title, sheet.hidden) for sheet in read_sheets("figures.xlsx", workbooks.saved(book))] == [
        ("Sheet", False),
        ("Old", True),
    ]


def test_an_old_workbook_is_read():
    assert grid(workbooks.xls([HEADER, ["caseload", "2018-19 Q4", 16.5]]), "figures.xls") == [
        HEADER,
        ["caseload", "2018-19 Q4", "16.5"],
    ]


def test_an_old_workbook_is_read_as_its_formats_show_it():
    rows = [[0.525, 0.5, date(2019, 3, 1), "16"], [0.1, 0.2, date(2019, 4, 1), ""], [1, 2, date(2019, 5, 1), 3]]
    assert grid(workbooks.xls(rows, {0: "0.0%", 1: "0%", 2: "mmm-yy"}), "figures.xls") == [
        ["52.5%", "50%", "March 2019", "16"],
        ["10%", "20%", "April 2019", ""],
        ["100%", "200%", "May 2019", "3"],
    ]


def test_an_error_in_an_old_workbook_is_not_a_blank():
    made = workbooks.xls([["indicator_id", True, "x"]])
    (true,) = re.finditer(rb"\x05\x02\x08\x00\x00\x00\x01\x00..\x01\x00", made, re.DOTALL)
    broken = made[: true.end() - 2] + b"\x07\x01" + made[true.end() :]
    assert grid(broken, "figures.xls") == [["indicator_id", "#DIV/0!", "x"]]


def test_an_open_document_is_read_with_its_percentages():
    content = workbooks.ods({"Figures": [HEADER, ["a", "2018-19", ("percentage", 0.525)], ["b", "x", ("float", 821)]]})
    assert grid(content, "figures.ods") == [HEADER, ["a", "2018-19", "52.5%"], ["b", "x", "821"]]


def test_a_hidden_sheet_of_an_open_document_is_marked():
    content = workbooks.ods({"Figures": [HEADER], "Old": [HEADER]}, hidden=["Old"])
    assert [sheet.hidden for sheet in read_sheets("figures.ods", content)] == [False, True]


def test_a_workbook_with_the_wrong_ending_is_told():
    content = workbooks.xlsx([HEADER])
    assert {code(content, name) for name in ("figures.csv", "figures.ods", "figures.xls")} == {"wrong-ending"}


@pytest.mark.parametrize("name", ["figures.xlsx", "figures.xls", "figures.ods"])
def test_a_damaged_workbook_is_told(name):
    made = {
        "figures.xlsx": workbooks.xlsx([HEADER]),
        "figures.xls": workbooks.xls([HEADER]),
        "figures.ods": workbooks.ods({"Figures": [HEADER]}),
    }[name]
    assert code(made[: len(made) * 2 // 3], name) == "damaged-workbook"


def test_a_workbook_with_a_password_is_told():
    locked = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert code(locked) == "password"


def test_a_zip_file_that_is_no_workbook_is_told():
    assert code(workbooks.zipped({"letter.txt": "Dear all"})) == "not-a-workbook"


def merged_xlsx() -> bytes:
    book = openpyxl.Workbook()
    workbooks.fill(book.active, [["ref", "stage"], ["PMQA 2.1", "complete"], ["SSS 2.1", None]])
    book.active.merge_cells("B2:B3")
    return workbooks.saved(book)


def merged_xls() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("Plan")
    for row, ref in enumerate(["ref", "PMQA 2.1", "SSS 2.1"]):
        sheet.write(row, 0, ref)
    sheet.write_merge(1, 2, 1, 1, "complete")
    return workbooks.saved(book)


def merged_ods() -> bytes:
    plain = workbooks.ods({"Plan": [["ref", "stage"], ["PMQA 2.1", "complete"], ["SSS 2.1", "complete"]]})
    with zipfile.ZipFile(io.BytesIO(plain)) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    before, cell, after = parts["content.xml"].rpartition(b"<table:table-cell ")
    before, other, middle = before.rpartition(b"<table:table-row>")
    above, last, rest = before.rpartition(b"<table:table-cell ")
    spanned = above + last + b'table:number-rows-spanned="2" ' + rest
    return workbooks.zipped(parts | {"content.xml": spanned + other + middle + cell + after})


@pytest.mark.parametrize(
    ("make", "name"), [(merged_xlsx, "plan.xlsx"), (merged_xls, "plan.xls"), (merged_ods, "plan.ods")]
)
def test_a_block_of_merged_cells_is_known_with_its_corners(make, name):
    assert read_sheets(name, make())[0].merged == ((1, 1, 2, 1),)
