"""Workbooks made to hurt: each is refused in words, fast, and in a process of its own."""

import io
import time
import zipfile

import pytest

from kpi.intake import read_workbook
from kpi.intake.read import read_sheets
from kpi.problem import ProblemError
from tests.intake import workbooks
from tests.intake.workbooks import cell_xml, raw_xlsx

BLANK = b" " * 1_000_000


def bomb() -> bytes:
    return raw_xlsx(b"<worksheet>" + BLANK * 200 + b"</worksheet>")


def many_parts() -> bytes:
    return raw_xlsx("", **{f"xl/media/{number}.xml": BLANK * 9 for number in range(16)})


def thousands_of_entries() -> bytes:
    return raw_xlsx("", **{f"xl/{number}.bin": b"" for number in range(3_000)})


def entities(encoding: str) -> bytes:
    text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet/>'
    return raw_xlsx(text.encode(encoding))


def far_corner() -> bytes:
    return raw_xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')


def far_down() -> bytes:
    return raw_xlsx(f'<row r="1">{cell_xml("C1", "value")}</row><row r="1048576"><c r="A1048576"><v>1</v></c></row>')


def far_corner_of_an_old_workbook() -> bytes:
    return workbooks.xls([[], *[[]] * 60_000, [*[""] * 250, 1]])


def repeated_cells() -> bytes:
    made = workbooks.ods({"Figures": [[("float", 1)]]})
    return _rewritten(made, b"<table:table-cell ", b'<table:table-cell table:number-columns-repeated="16000" ')


def long_cell() -> bytes:
    return raw_xlsx(f'<row r="1">{cell_xml("A1", "x" * 5_000_000)}</row>')


def _rewritten(content: bytes, old: bytes, new: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    assert old in parts["content.xml"]
    return workbooks.zipped(parts | {"content.xml": parts["content.xml"].replace(old, new)})


@pytest.mark.parametrize(
    ("make", "name", "code", "words"),
    [
        (bomb, "bomb.xlsx", "workbook-too-large", "200 MB"),
        (many_parts, "parts.xlsx", "workbook-too-large", "144 MB"),
        (thousands_of_entries, "entries.xlsx", "workbook-too-large", "parts"),
        (lambda: entities("utf-8"), "entities.xlsx", "xml-entities", "entities"),
        (lambda: entities("utf-16"), "entities.xlsx", "xml-entities", "entities"),
        (far_corner, "corner.xlsx", "workbook-too-large", "XFD1048576"),
        (far_down, "down.xlsx", "workbook-too-large", "C1048576"),
        (far_corner_of_an_old_workbook, "corner.xls", "workbook-too-large", "IQ60002"),
        (repeated_cells, "repeated.ods", "workbook-too-large", "300 columns"),
        (long_cell, "cell.xlsx", "workbook-too-large", "Cell A1 is longer"),
    ],
)
def test_a_hostile_workbook_is_refused_in_words_within_seconds(make, name, code, words):
    content = make()
    began = time.monotonic()
    with pytest.raises(ProblemError) as caught:
        read_sheets(name, content)
    (problem,) = caught.value.problems
    assert (problem.code, words in problem.message) == (code, True)
    assert problem.fix
    assert time.monotonic() - began < 5


def test_a_workbook_that_takes_too_long_is_refused_and_its_process_ended(monkeypatch):
    monkeypatch.setattr(read_workbook, "SECONDS", 0.001)
    with pytest.raises(ProblemError, match="takes longer"):
        read_sheets("slow.xlsx", workbooks.xlsx([["indicator_id", "period", "value"]]))


def test_cells_that_claim_a_place_beyond_the_sheet_are_refused():
    with pytest.raises(ProblemError, match="damaged"):
        read_sheets("figures.xlsx", raw_xlsx('<row r="1"><c r="ZZZZ99999999"><v>1</v></c></row>'))


def test_one_long_text_in_very_many_cells_is_refused():
    row = "".join(f'<row r="{n}"><c r="A{n}" t="s"><v>0</v></c></row>' for n in range(1, 20_001))
    shared = (
        '<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        f"<si><t>{'x' * 9_000}</t></si></sst>"
    )
    with pytest.raises(ProblemError, match="64 MB of text"):
        read_sheets("figures.xlsx", raw_xlsx(row, **{"xl/sharedStrings.xml": shared}))
