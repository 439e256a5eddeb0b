"""The workbook behind a chart: what opens when somebody edits the figures. Every text in it is plain text.

In: categories and series. Out: the bytes of an .xlsx file, the same for the same figures.
"""

import io
from collections.abc import Sequence
from datetime import datetime

import xlsxwriter

from kpi.intake.export import workbook_options
from kpi.reports.package import repacked

Series = tuple[str, Sequence[float | None]]
"""A name and its values, None for a gap."""


def workbook(categories: Sequence[str], series: Sequence[Series], made: datetime) -> bytes:
    """Write categories down the first column and each series beside them, where PowerPoint looks for them."""
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, workbook_options()) as book:
        book.set_properties({"created": made.replace(tzinfo=None)})
        sheet = book.add_worksheet("Sheet1")
        for row, category in enumerate(categories, 1):
            sheet.write_string(row, 0, category)
        for column, (name, values) in enumerate(series, 1):
            sheet.write_string(0, column, name)
            for row, value in enumerate(values, 1):
                if value is not None:
                    sheet.write_number(row, column, value)
    return repacked(body.getvalue(), made)
