"""docs/pdf.md says the sizes that charts are drawn in, and what becomes of what the letters cannot show."""

from kpi.charts.fonts import showable
from kpi.charts.sheet import PRINT, PROJECTOR
from kpi.reports.pdf.document import _ENDLESS
from kpi.reports.pdf.flow import WIDE_TABLE
from kpi.settings import ROOT

PAGE = (ROOT / "docs" / "pdf.md").read_text("utf-8")


def test_the_sizes_of_drawn_charts_are_those_of_the_page() -> None:
    for name, size, unit in (("print", PRINT, "points"), ("projector", PROJECTOR, "pixels")):
        row = next(line for line in PAGE.splitlines() if line.startswith(f"| {name} |"))
        told = [cell.strip() for cell in row.split("|")[3:6]]
        assert told == [f"{value:g} {unit}" for value in (size.letters, size.line, size.marker)]


def test_its_examples_of_what_letters_cannot_show_are_true() -> None:
    assert showable("🎉") in PAGE
    assert showable("中") in PAGE


def test_the_limits_it_names_are_those_in_use() -> None:
    assert (WIDE_TABLE, _ENDLESS.pattern) == (6, r"\S{28,}")
    assert "six columns or more" in PAGE
    assert "Words of 28 letters or more" in PAGE
