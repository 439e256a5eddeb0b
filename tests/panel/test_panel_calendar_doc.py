"""Every row of docs/panel-calendar.md, run through the code."""

from datetime import date

import pytest

from kpi.definitions.expectation import MOVEMENTS, Expectation
from kpi.definitions.read import read_pack
from kpi.expectation import answer
from kpi.expectation.words import VERBS
from kpi.panel import clear_working_days_before, review_day
from kpi.scorecard import judged_series
from kpi.settings import ROOT
from tests.support.figures import Figure, frame, indicator, pack, quarter, target
from tests.support.tables import rows

PAGE = "panel-calendar.md"
CLAIMS = rows(PAGE, "Claims and other expectations")


@pytest.mark.parametrize(("meeting", "clear", "published", "why"), rows(PAGE, "Deadlines of papers"))
def test_papers_are_published_as_the_page_says(meeting: str, clear: str, published: str, why: str) -> None:
    assert why
    assert clear_working_days_before(date.fromisoformat(meeting), int(clear)) == date.fromisoformat(published)


@pytest.mark.parametrize(("period", "today", "read_on", "why"), rows(PAGE, "The day on which a record is read"))
def test_a_record_is_read_on_the_day_the_page_says(period: str, today: str, read_on: str, why: str) -> None:
    city, _ = read_pack(ROOT / "data")
    assert city is not None
    assert why
    assert review_day(city, quarter(period), date.fromisoformat(today)) == date.fromisoformat(read_on)


def test_every_expectation_stands_in_the_page() -> None:
    assert {row[0] for row in CLAIMS} == set(VERBS)


@pytest.mark.parametrize(("expects", "figures", "word", "sentence"), CLAIMS)
def test_an_expectation_is_answered_as_the_page_says(expects: str, figures: str, word: str, sentence: str) -> None:
    rate = indicator(
        title="Agency rate",
        decimals=1,
        polarity="lower",
        no_change=0.5,
        lag_days=20,
        targets=[target(at_most=15)],
    )
    value = None if expects in MOVEMENTS or expects == "on_target" else 15
    asked = Expectation.model_validate(
        {"indicator": "caseload", "expects": expects, "value": value, "period": "2018-19 Q4"}
    )
    drawn = frame([_figure(text) for text in figures.split("; ")])
    told = answer(asked, lambda i, a: judged_series(drawn, pack(rate), i, a, 1), quarter("2018-19 Q4"))
    assert (told.word, told.sentence) == (word, sentence)


def _figure(text: str) -> Figure:
    period, _, cell = text.partition(": ")
    return (period, float(cell)) if cell[0].isdigit() else (period, None, {"symbol": cell})
