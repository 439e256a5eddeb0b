"""Every row of docs/scorecard.md, run through the code."""

import pytest

from kpi.scorecard import ORDERS
from kpi.story import sentence, year_statement
from tests.support.figures import Figure, indicator, row, target
from tests.support.tables import rows

PAGE = "scorecard.md"


def figures(text: str) -> list[Figure]:
    """Read '2018-19 Q3: 16.4; 2018-19 Q4: 16.0'."""
    pairs = (entry.strip().partition(": ") for entry in text.split(";"))
    return [(period, float(value)) for period, _, value in pairs]


@pytest.mark.parametrize(("asked", "frequency", "calendar", "periods", "shown"), rows(PAGE, "Which figure it shows"))
def test_scorecard_shows_the_figure_of_the_page(
    asked: str, frequency: str, calendar: str, periods: str, shown: str
) -> None:
    definition = indicator(frequency=frequency, calendar=calendar)
    given: list[Figure] = [(text.strip(), 1.0) for text in periods.split(",")]
    found = row(definition, *given, period=asked)
    assert (str(found.period), found.value) == (shown, 1.0)


@pytest.mark.parametrize(("title", "given", "told"), rows(PAGE, "Sentences"))
def test_sentence_reads_as_on_the_page(title: str, given: str, told: str) -> None:
    definition = indicator(title=title, unit="cases", decimals=1, polarity="lower", targets=[target(between=[16, 18])])
    assert sentence(row(definition, *figures(given))) == told


@pytest.mark.parametrize(("title", "unit", "basis", "then", "now", "told"), rows(PAGE, "Statements of a year"))
def test_year_is_stated_as_on_the_page(title: str, unit: str, basis: str, then: str, now: str, told: str) -> None:
    definition = indicator(title=title, unit=unit, basis=basis)
    [before], [after] = figures(then), figures(now)
    assert year_statement(row(definition, before, after, period=after[0])) == told


def test_every_order_stands_in_the_page() -> None:
    assert [order for order, _ in rows(PAGE, "Order")] == list(ORDERS)


def test_every_key_of_a_row_stands_in_the_page() -> None:
    assert [key for key, _ in rows(PAGE, "Keys of a row")] == list(row(indicator()).as_dict())
