"""Text files as councils' spreadsheets write them, and what is no text file at all."""

import pytest

from kpi.intake.read import label, read_sheets
from kpi.problem import ProblemError

HEADER = "indicator_id;period;value;note"


def grid(content: bytes, name: str = "figures.csv") -> list[list[str]]:
    (sheet,) = read_sheets(name, content)
    return [sheet.cells(row) for row in range(len(sheet))]


def code(content: bytes, name: str = "figures.csv") -> str:
    with pytest.raises(ProblemError) as caught:
        read_sheets(name, content)
    (problem,) = caught.value.problems
    assert problem.fix
    assert problem.where.file == label(name)
    return problem.code


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_pounds_and_apostrophes_survive_every_encoding_a_council_uses(encoding):
    text = "indicator_id,period,value,note\nagency_spend,2018-19 Q4,£140000,the council’s own\n"
    assert grid(text.encode(encoding))[1] == ["agency_spend", "2018-19 Q4", "£140000", "the council’s own"]


def test_utf_16_with_the_big_end_first_is_read():
    assert grid(b"\xfe\xff" + "a,b\n£1,2\n".encode("utf-16-be")) == [["a", "b"], ["£1", "2"]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found_from_the_header(separator):
    rows = [["indicator_id", "period", "value"], ["caseload", "2018-19 Q4", "16.0"]]
    assert grid("\n".join(separator.join(row) for row in rows).encode()) == rows


def test_a_comma_inside_quotes_in_the_header_does_not_count():
    assert grid(b'"indicator, as known";period\na;b\n') == [["indicator, as known", "period"], ["a", "b"]]


def test_the_line_with_which_excel_is_told_the_separator_is_obeyed():
    assert grid(b"sep=;\na;b\n1,5;2\n")[1:] == [["a", "b"], ["1,5", "2"]]


def test_a_quoted_line_break_keeps_the_row_numbers_of_the_spreadsheet():
    assert grid(b'a,b\n1,"two\nlines"\n3,4\n') == [["a", "b"], ["1", "two\nlines"], ["3", "4"]]


def test_blank_lines_keep_the_row_numbers_of_the_spreadsheet():
    assert grid(b"a,b\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n")[2] == ["1", "2"]
    assert grid(b"a,b\r\n\r\n1,2\r\n\r\n\r\n3,4\r\n")[5] == ["3", "4"]


def test_uneven_rows_stand_where_they_stood_with_the_number_of_their_cells():
    (sheet,) = read_sheets("figures.csv", b'a,b,c\n1,2,3\n4,5\n6,7,8,"9,0"\n\n10,11,12\n')
    cells = [sheet.cells(row) for row in range(len(sheet))]
    assert cells[2] == ["4", "5", "", ""]
    assert cells[3] == ["6", "7", "8", "9,0"]
    assert cells[5] == ["10", "11", "12", ""]
    assert sheet.counts.tolist() == [3, 3, 2, 4, 3, 3]


def test_ids_keep_their_zeros_and_na_stays_a_word():
    assert grid(b"a,b\n0012,NA\n") == [["a", "b"], ["0012", "NA"]]


def test_non_breaking_spaces_are_spaces():
    assert grid("a,b\n\u00a01\u00a0037 ,x\n".encode())[1] == ["1 037", "x"]


def test_a_file_name_is_only_a_label():
    assert label("../../x.csv") == "x.csv"
    assert label("C:\\Users\\ann\\Q4 return.xlsx") == "Q4 return.xlsx"
    assert label("a\x1b[31m\n.csv") == "a[31m.csv"
    assert label("..") == "file"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"", "empty-file"),
        (b"\n \n", "empty-file"),
        (b"\xef\xbb\xbf", "empty-file"),
        (b"indicator_id,period\n\x00,1\n", "not-text"),
        ("indicator_id,period\n".encode("utf-16-le"), "not-text"),
        (b"\x81\x8d\xff\xfe\n", "not-text"),
        (b"\xff\xfe\x00\xd8\n\x00", "not-text"),
        (b",".join([b"c"] * 10_000), "too-many-columns"),
        (b"a,b\n1," + b"2," * 10_000, "too-many-columns"),
        (b"a,b\n1," + b"x" * 5_000_000, "cell-too-long"),
        (b"a,b\n1," + b"x" * 20_000, "cell-too-long"),
    ],
)
def test_what_is_no_table_of_text_is_refused_with_its_reason(content, expected):
    assert code(content) == expected


def test_an_unclosed_quotation_mark_is_refused_and_says_so():
    with pytest.raises(ProblemError, match="quotation mark"):
        read_sheets("figures.csv", b'a,b\n1,"2\n' + b"3,4\n" * 50_000)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("figures.pdf", b"a,b\n", "unknown-ending"),
        ("figures", b"a,b\n", "unknown-ending"),
        ("figures.xlsx", b"a,b\n", "wrong-ending"),
        ("figures.xls", b"a,b\n", "wrong-ending"),
        ("figures.zip", b"PK\x03\x04 nothing else", "damaged-workbook"),
    ],
)
def test_a_name_that_does_not_fit_the_content_is_told(name, content, expected):
    assert code(content, name) == expected
