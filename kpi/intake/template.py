"""The spreadsheet in which a period's figures are returned: every figure due is already listed, with who owes it.

In: the definitions and a period. Out: the bytes of an Excel or CSV file that the intake reads back.
"""

import csv
import io
from collections.abc import Sequence

import xlsxwriter

from kpi import series
from kpi.definitions.pack import Pack
from kpi.intake.due import Due, due
from kpi.intake.export import guarded, workbook_options
from kpi.intake.figures import STATES
from kpi.intake.header import ROLES
from kpi.period import Period, reader_date

COLUMNS = (*ROLES, "title", "unit", "owner", "expected")
WIDTHS = (26, 14, 14, 12, 12, 12, 14, 40, 44, 16, 36, 18)


def template(pack: Pack, period: Period, form: str = "xlsx") -> bytes:
    """Write the template for a period as `xlsx` or `csv`; rows left empty are skipped when it comes back."""
    rows = [_row(one) for one in due(pack, series.empty(), period)]
    return _workbook(rows, pack, period) if form == "xlsx" else _text(rows)


def _row(one: Due) -> list[str]:
    title = one.title if one.area == "all" else f"{one.title}: {one.area_title}"
    fixed = {"indicator_id": one.indicator, "area": one.area, "period": one.period.text, "title": title}
    fixed |= {"unit": one.unit, "owner": one.owner, "expected": reader_date(one.expected)}
    return [guarded(fixed.get(column, "")) for column in COLUMNS]


def _text(rows: Sequence[Sequence[str]]) -> bytes:
    body = io.StringIO(newline="")
    csv.writer(body).writerows([COLUMNS, *rows])
    return body.getvalue().encode()


def _workbook(rows: Sequence[Sequence[str]], pack: Pack, period: Period) -> bytes:
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, workbook_options()) as book:
        head = book.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF", "border": 1})
        plain, fill = book.add_format({"num_format": "@"}), book.add_format({"bg_color": "#FFF8DC", "border": 1})
        sheet = book.add_worksheet("Figures")
        sheet.write_row(0, 0, COLUMNS, head)
        sheet.freeze_panes(1, 1)
        for place, (column, width) in enumerate(zip(COLUMNS, WIDTHS, strict=True)):
            sheet.set_column(place, place, width, None if column in ROLES[3:] else plain)
        for number, cells in enumerate(rows, start=1):
            for place, cell in enumerate(cells):
                if COLUMNS[place] in ROLES[3:]:
                    sheet.write_blank(number, place, None, fill)
                else:
                    sheet.write_string(number, place, cell, plain)
        state = COLUMNS.index("state")
        sheet.data_validation(1, state, max(1, len(rows)), state, {"validate": "list", "source": list(STATES)})
        _read_me(book, pack, period)
    return body.getvalue()


def _read_me(book: xlsxwriter.Workbook, pack: Pack, period: Period) -> None:
    """Add a sheet that says how to fill the other one in."""
    sheet = book.add_worksheet("Read me")
    sheet.set_column(0, 0, 110, book.add_format({"text_wrap": True, "valign": "top"}))
    lines = (
        f"{pack.council.name}: figures for {period.label}",
        "Fill in the shaded cells of the sheet Figures and upload the file. Rows left empty are skipped.",
        "Give value, or numerator and denominator; then value may stay empty and is worked out.",
        "Percentages: 52 or 52%. Money: 140000 or £140,000. Suppressed: c. Not available: x. Not applicable: z.",
        "A figure that is words goes into note, and value stays empty.",
        "State: final, provisional or illustrative. Empty means final.",
        "The columns title, unit, owner and expected are for reading only.",
        "Totals only: no names, dates of birth, pupil or NHS numbers, case numbers, addresses.",
    )
    for number, line in enumerate(lines):
        sheet.write_string(number, 0, line)
