"""Every row of docs/periods.md, run through the code."""

import pytest

from kpi.period import Calendar, Frequency, PeriodError, parse, read, read_as, span
from tests.support.tables import rows

PAGE = "periods.md"


@pytest.mark.parametrize(("label", "text", "for_readers"), rows(PAGE, "Labels that are read"))
def test_label_becomes_what_the_page_says(label: str, text: str, for_readers: str) -> None:
    period = parse(label)
    assert (period.text, period.label) == (text, for_readers)


@pytest.mark.parametrize(("label", "question"), rows(PAGE, "Labels that are refused, and the question asked"))
def test_refused_label_asks_the_question_of_the_page(label: str, question: str) -> None:
    with pytest.raises(PeriodError) as refusal:
        read(label)
    assert refusal.value.question.startswith(question)
    assert refusal.value.reason


@pytest.mark.parametrize(("label", "told", "text", "for_readers"), rows(PAGE, "Telling the calendar of a file"))
def test_told_calendar_settles_the_label(label: str, told: str, text: str, for_readers: str) -> None:
    period = parse(label, Calendar(told))
    assert (period.text, period.label) == (text, for_readers)


@pytest.mark.parametrize(("label", "indicator", "text", "question"), rows(PAGE, "Fitting the indicator"))
def test_label_fits_the_indicator_or_the_question_is_asked(
    label: str, indicator: str, text: str, question: str
) -> None:
    calendar, frequency = indicator.split()
    try:
        found = read_as(label, Frequency(frequency), Calendar(calendar)).period.text, ""
    except PeriodError as refusal:
        found = "", refusal.question
    assert found == (text, question)


@pytest.mark.parametrize(("text", "first", "last"), rows(PAGE, "Ranges, in definitions"))
def test_range_has_the_ends_of_the_page(text: str, first: str, last: str) -> None:
    assert tuple(str(end) if end else "open" for end in span(text)) == (first, last)
