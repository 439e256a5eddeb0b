"""Cell comments and footnotes become notes of the figures they are tied to."""

import struct

import openpyxl
import pytest
import xlwt
from odf.office import Annotation
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from openpyxl.comments import Comment

from kpi.problem import Severity
from tests.intake import workbooks

HEADER = ["indicator_id", "area", "period", "value", "note"]


def commented(place: str, text: str, author: str = "Jo Analyst") -> bytes:
    book = openpyxl.Workbook()
    workbooks.fill(
        book.active, [HEADER, ["caseload", "north", "2018-19 Q4", 17, "busy"], ["caseload", "south", "2018-19 Q4", 18]]
    )
    book.active[place].comment = Comment(text, author)
    return workbooks.saved(book)


def notes(found) -> list[str]:
    return found.frame["note"].tolist()


def test_a_comment_on_a_figure_becomes_its_note_behind_the_one_it_has(intake):
    found = intake.read(commented("D2", "Jo Analyst:\nTwo workers joined in March"), "figures.xlsx")
    assert notes(found) == ["busy; Two workers joined in March", ""]


def test_a_comment_on_a_label_is_a_note_of_its_figure(intake):
    assert notes(intake.read(commented("B3", "Merged with east"), "figures.xlsx")) == ["busy", "Merged with east"]


def test_a_comment_that_belongs_to_no_figure_is_told(intake):
    found = intake.read(commented("A1", "Ids from the definitions"), "figures.xlsx")
    (problem,) = (one for one in found.problems if one.code == "comment-not-tied")
    assert (problem.severity, "A1" in problem.message) == (Severity.NOTE, True)


def test_a_comment_on_the_period_of_a_wide_table_holds_for_its_whole_column(intake):
    book = openpyxl.Workbook()
    rows = [
        ["indicator_id", "area", "2018-19 Q3", "2018-19 Q4"],
        ["caseload", "north", 1, 2],
        ["caseload", "south", 3, 4],
    ]
    workbooks.fill(book.active, rows)
    book.active["D1"].comment = Comment("Provisional", "x")
    assert notes(intake.read(workbooks.saved(book), "figures.xlsx")) == ["", "Provisional", "", "Provisional"]


def test_a_comment_that_points_at_a_child_refuses_the_file(intake):
    found = intake.read(commented("D2", "ask someone@example.org"), "figures.xlsx")
    assert [one.code for one in found.problems] == ["child-level-cells"]
    assert "example.org" not in str(found.problems)


def test_a_comment_of_an_ods_is_read_without_its_author(intake):
    document = OpenDocumentSpreadsheet()
    table = Table(name="Figures")
    for cells in (HEADER[:4], ["caseload", "north", "2018-19 Q4", "17"]):
        row = TableRow()
        for cell in cells:
            made = TableCell(valuetype="string")
            if cell == "17":
                annotation = Annotation()
                annotation.addElement(P(text="Counted twice"))
                made.addElement(annotation)
            made.addElement(P(text=cell))
            row.addElement(made)
        table.addElement(row)
    document.spreadsheet.addElement(table)
    assert notes(intake.read(workbooks.saved(document), "figures.ods")) == ["Counted twice"]


def old_workbook(*words: bytes) -> bytes:
    """Make an .xls with a comment on D2, as the records of its format say; `words` are those of its text."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Figures")
    for row, cells in enumerate((HEADER[:4], ["caseload", "north", "2018-19 Q4", 17])):
        for column, cell in enumerate(cells):
            sheet.write(row, column, cell)
    drawing = struct.pack("<HHHHH", 0x15, 0x12, 0x19, 1, 0) + bytes(12)
    length = sum(len(one) - 1 if not one[0] else (len(one) - 1) // 2 for one in words)
    text = struct.pack("<HHHHHHHHH", 0, 0, 0, 0, 0, length, 16, 0, 0)
    note = struct.pack("<HHHH", 1, 3, 0, 1) + struct.pack("<HB", 3, 0) + b"Jo:"
    records = [(0x5D, drawing), (0x1B6, text), *((0x3C, one) for one in words), (0x1C, note)]
    written = sheet.get_biff_data()
    added = b"".join(struct.pack("<HH", kind, len(body)) + body for kind, body in records)
    sheet.get_biff_data = lambda: written[:-4] + added + written[-4:]
    return workbooks.saved(book)


@pytest.mark.parametrize(
    "words",
    [
        (b"\0Counted twice",),
        (b"\0Counted ", b"\1" + "twice".encode("utf-16-le")),
        (b"\1" + "Counted twice".encode("utf-16-le"),),
    ],
)
def test_a_comment_of_an_old_workbook_is_read(intake, words):
    assert notes(intake.read(old_workbook(*words), "figures.xls")) == ["Counted twice"]


def test_a_comment_of_an_old_workbook_whose_words_are_not_found_is_told(intake):
    found = intake.read(old_workbook(), "figures.xls")
    (problem,) = (one for one in found.problems if one.code == "comment-not-read")
    assert (notes(found), problem.severity) == ([""], Severity.NOTE)
    assert "The words of the comment on cell D2 cannot be read." in problem.message


def test_a_footnote_is_tied_by_its_mark_to_the_figure_that_bears_it(intake):
    table = "indicator_id,area,2018-19 Q3,2018-19 Q4\ncaseload,north,18,17*\ncaseload,south,19,18 [1]\n"
    found = intake.read(f"{table}\n* two joined\n[1] one left\n")
    assert found.frame[["value", "note"]].values.tolist() == [
        [18.0, ""],
        [17.0, "two joined"],
        [19.0, ""],
        [18.0, "one left"],
    ]


def test_a_mark_on_a_period_or_a_name_holds_for_all_figures_under_it(intake):
    text = "indicator_id,area,2018-19 Q3†,2018-19 Q4\ncaseload*,north,18,17\n\n* new count\n† estimated\n"
    assert notes(intake.read(text)) == ["new count; estimated", "new count"]


def test_a_mark_without_its_footnote_is_no_number(intake):
    found = intake.read("indicator_id,period,value\ncaseload,2018-19 Q4,17*\n")
    assert "not-a-number" in {one.code for one in found.problems}


def test_a_symbol_is_not_a_mark(intake):
    found = intake.read("indicator_id,period,value\ncaseload,2018-19 Q4,[c]\n\n[c] suppressed\n")
    assert found.frame["symbol"].tolist() == ["c"]
