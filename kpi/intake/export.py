"""Figures out of the ledger in the long form, which can be loaded again and then changes nothing.

In: a frame in the series contract. Out: the bytes of a CSV or Excel file. No cell of it starts a formula.
"""

import io
import re
from typing import Literal

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as arrow_csv
import xlsxwriter

from kpi.intake.header import ROLES
from kpi.problem import Problem, ProblemError

Form = Literal["csv", "xlsx"]
MAX_SHEET_ROWS = 1_048_575
_LIVE = re.compile(r"^'*[=+\-@\t\r]")
_TEXTS = {"indicator_id": "indicator", "area": "area", "period": "period", "state": "state", "note": "note"}


def export(frame: pd.DataFrame, form: str = "csv") -> bytes:
    """Write every figure of `frame` (series contract) as `csv` or `xlsx`.

    Numbers keep all their digits, symbols stand as value. ProblemError: more rows than a worksheet holds.
    """
    return _workbook(frame) if form == "xlsx" else _text(frame)


def guarded(text: str) -> str:
    """Put an apostrophe before text that a spreadsheet program would run; the reader takes it off again."""
    return f"'{text}" if _LIVE.match(text) else text


def _text(frame: pd.DataFrame) -> bytes:
    columns = {role: _texts(frame[name]) for role, name in _TEXTS.items()}
    numbers = {role: _numbers(frame[role]) for role in ("numerator", "denominator")}
    symbols = _texts(frame["symbol"])
    numbers["value"] = pc.coalesce(_numbers(frame["value"]), pc.if_else(pc.equal(symbols, ""), None, symbols))
    table = pa.table({role: (columns | numbers)[role] for role in ROLES})
    body = io.BytesIO()
    body.write((",".join(ROLES) + "\n").encode())
    arrow_csv.write_csv(table, body, arrow_csv.WriteOptions(include_header=False, quoting_style="needed"))
    return body.getvalue()


def _texts(column: "pd.Series[str]") -> pa.StringArray:
    labels = pa.array([guarded(str(text)) for text in column.cat.categories], pa.string())
    return labels.take(pa.array(column.cat.codes.to_numpy(), pa.int32()))


def _numbers(column: "pd.Series[float]") -> pa.StringArray:
    return pc.cast(pa.array(column.to_numpy(), pa.float64(), from_pandas=True), pa.string())


def _workbook(frame: pd.DataFrame) -> bytes:
    if len(frame) > MAX_SHEET_ROWS:
        message = f"A worksheet holds {MAX_SHEET_ROWS:,} rows, and there are {len(frame):,} figures."
        raise ProblemError([Problem("too-many-rows", message, "Export them as CSV.")])
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, workbook_options(constant_memory=True)) as book:
        sheet = book.add_worksheet("Figures")
        sheet.write_row(0, 0, ROLES, book.add_format({"bold": True}))
        sheet.freeze_panes(1, 0)
        texts = {role: [guarded(str(text)) for text in frame[name]] for role, name in _TEXTS.items()}
        columns = texts | {role: _cells(frame, role) for role in ("value", "numerator", "denominator")}
        for row, cells in enumerate(zip(*(columns[role] for role in ROLES), strict=True), start=1):
            for place, cell in enumerate(cells):
                if cell != "":
                    (sheet.write_string if isinstance(cell, str) else sheet.write_number)(row, place, cell)
    return body.getvalue()


def workbook_options(**more: bool) -> dict[str, bool]:
    """Give the options that keep every text in a written workbook plain text."""
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    return {"in_memory": True, **plain, **more}


def _cells(frame: pd.DataFrame, role: str) -> list[str | float]:
    """Give a column of figures as numbers, symbols where there is none, or ''."""
    symbols = [str(symbol) for symbol in frame["symbol"]] if role == "value" else [""] * len(frame)
    numbers = frame[role].to_numpy().tolist()
    return [symbol if np.isnan(number) else number for number, symbol in zip(numbers, symbols, strict=True)]
