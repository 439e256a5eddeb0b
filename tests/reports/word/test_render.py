"""A report in Word is the same bytes every time, and says what the report says."""

import io

import docx

from kpi.reports.word import word
from tests.support.office import report


def test_the_same_report_gives_the_same_bytes_again() -> None:
    assert word(report()) == word(report())


def test_every_section_has_a_real_heading() -> None:
    document = docx.Document(io.BytesIO(word(report())))
    headings = [one.text for one in document.paragraphs if one.style is not None and one.style.name == "Heading 1"]
    assert headings[-2:] == ["5 Financial implications", "Appendix A: Scorecard"]
