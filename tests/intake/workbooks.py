"""Workbooks for tests: honest ones from the usual programs, and hostile ones made by hand."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import Any

import openpyxl
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import Table, TableCell, TableRow
from odf.text import P

SHEET_XML = (
    '<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    "<sheetData>{}</sheetData></worksheet>"
)
_PARTS = {
    "[Content_Types].xml": (
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Override PartName="/xl/workbook.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    ),
    "_rels/.rels": (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="xl/workbook.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    ),
    "xl/workbook.xml": (
        '<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" '
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
        '<sheets><sheet name="Figures" sheetId="1" r:id="rId1"/></sheets></workbook>'
    ),
    "xl/_rels/workbook.xml.rels": (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Target="worksheets/sheet1.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet"/></Relationships>'
    ),
}


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip container."""
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)
    return body.getvalue()


def raw_xlsx(rows_xml: str | bytes, **more: str | bytes) -> bytes:
    """An .xlsx of one sheet from the XML of its rows, or from the whole XML of the sheet as bytes."""
    sheet = SHEET_XML.format(rows_xml) if isinstance(rows_xml, str) else rows_xml
    return zipped(_PARTS | {"xl/worksheets/sheet1.xml": sheet} | more)


def cell_xml(place: str, text: str) -> str:
    """The XML of a cell with text."""
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def xlsx(rows: Sequence[Sequence[Any]], formats: Mapping[str, str] | None = None) -> bytes:
    """An .xlsx of one sheet, with number formats by cell."""
    book = openpyxl.Workbook()
    fill(book.active, rows)
    for place, code in (formats or {}).items():
        book.active[place].number_format = code
    return saved(book)


def fill(sheet: Any, rows: Sequence[Sequence[Any]]) -> None:
    """Write rows from A1 on."""
    for row in rows:
        sheet.append(row)


def saved(book: Any) -> bytes:
    """The bytes of a workbook of openpyxl or xlwt, or of a document of odfpy."""
    body = io.BytesIO()
    book.save(body)
    return body.getvalue()


def xls(rows: Sequence[Sequence[Any]], formats: Mapping[int, str] | None = None) -> bytes:
    """An .xls of one sheet, with number formats by column."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("Figures")
    styles = {place: xlwt.easyxf(num_format_str=code) for place, code in (formats or {}).items()}
    for number, row in enumerate(rows):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell, styles.get(place, xlwt.Style.default_style))
    return saved(book)


def ods(sheets: Mapping[str, Sequence[Sequence[Any]]], hidden: Sequence[str] = ()) -> bytes:
    """An .ods; a cell that is a tuple is a value type with its value."""
    document = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    document.automaticstyles.addElement(unseen)
    for name, rows in sheets.items():
        table = Table(name=name, **({"stylename": unseen} if name in hidden else {}))
        for row in rows:
            line = TableRow()
            for cell in row:
                line.addElement(_ods_cell(cell))
            table.addElement(line)
        document.spreadsheet.addElement(table)
    return saved(document)


def _ods_cell(cell: Any) -> TableCell:
    if isinstance(cell, tuple):
        kind, value = cell
        return TableCell(valuetype=kind, value=str(value))
    made = TableCell(valuetype="string")
    made.addElement(P(text=str(cell)))
    return made
