"""A briefing in PowerPoint, opened again, and what the tests ask of it."""

import io
import zipfile
from typing import Any

import openpyxl
import pptx
from pptx.oxml.ns import qn

from kpi.reports.powerpoint import powerpoint
from kpi.reports.slides import Slide
from tests.support.office import deck


class Show:
    """A presentation of python-pptx with what the tests ask of it."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.slides: list[Any] = list(pptx.Presentation(io.BytesIO(content)).slides)
        self.presentation: Any = pptx.Presentation(io.BytesIO(content))

    def charts(self) -> list[Any]:
        """Every native chart, in order."""
        return [shape.chart for page in self.slides for shape in page.shapes if shape.has_chart]

    def text(self, number: int = 0) -> str:
        """Every letter of a slide, tables included, a paragraph a line."""
        paragraphs = self.slides[number].element.iter(qn("a:p"))
        return "\n".join("".join(text.text or "" for text in one.iter(qn("a:t"))) for one in paragraphs)

    def whole(self) -> str:
        """Every letter of every slide and of its notes."""
        pages = [self.text(number) for number in range(len(self.slides))]
        return "\n".join([*pages, *(page.notes_slide.notes_text_frame.text for page in self.slides)])

    def parts(self, start: str) -> dict[str, bytes]:
        """The members of the file whose path starts so."""
        with zipfile.ZipFile(io.BytesIO(self.content)) as container:
            return {name: container.read(name) for name in container.namelist() if name.startswith(start)}


def shown(*slides: Slide, **other: Any) -> Show:
    """Write a deck with these slides and open it."""
    return Show(powerpoint(deck(*slides, **other)))


def sheet(chart: Any) -> list[list[Any]]:
    """The cells of the workbook behind a chart; a formula would show as one."""
    blob = chart.part.chart_workbook.xlsx_part.blob
    [only] = openpyxl.load_workbook(io.BytesIO(blob)).worksheets
    assert [cell for row in only.iter_rows() for cell in row if cell.data_type == "f"] == []
    return [[cell.value for cell in row] for row in only.iter_rows()]
