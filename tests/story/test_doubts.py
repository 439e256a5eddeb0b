"""A published figure that can hardly be true: shown, judged and counted, but never compared with."""

import pytest

from kpi.definitions.indicator import Indicator
from kpi.story import headlines, mark, marks, sentence, status_reason, year_statement
from tests.support.figures import Figure, card, frame, indicator, row, target

DOUBT = {"period": "2017-18 Q4", "reason": "published as 0, almost certainly a failed return"}
REVIEWS = indicator(title="Reviews on time", decimals=1, doubts=[DOUBT], targets=[target(at_least=95)])
ANNUAL = indicator(title="Reviews on time", decimals=1, frequency="year", doubts=[DOUBT | {"period": "2017-18"}])
FIGURES: list[Figure] = [("2016-17 Q4", 91.5), ("2017-18 Q3", 91.2), ("2017-18 Q4", 0.0), ("2018-19 Q4", 89.6)]


def test_no_sentence_compares_with_a_figure_in_doubt_and_it_says_why() -> None:
    shown = row(REVIEWS, *FIGURES, ("2018-19 Q3", 90.8))
    assert sentence(shown) == (
        "Reviews on time stand at 89.6%, 5.4 percentage points short of their target of at least 95%; they fell by "
        "1.2 percentage points since Q3, a worsening. They cannot be compared with Q4 2017-18: that figure is in "
        "doubt (published as 0, almost certainly a failed return)."
    )
    assert year_statement(shown) == ""
    assert mark(shown) == ""


def test_the_reason_of_a_direction_names_the_figure_in_doubt() -> None:
    shown = row(ANNUAL, ("2017-18", 0.0), ("2018-19", 89.6))
    assert shown.direction_reason == (
        "Cannot tell against 2017-18: the figure for 2017-18 is in doubt: "
        "published as 0, almost certainly a failed return."
    )


def test_two_reasons_are_told_apart_without_the_whole_story() -> None:
    shown = row(REVIEWS, ("2017-18 Q4", 0.0), ("2018-19 Q3", None, {"symbol": "c"}), ("2018-19 Q4", 89.6))
    assert sentence(shown).endswith(
        "They cannot be compared with Q3 2018-19 (that figure is suppressed) or with Q4 2017-18 "
        "(that figure is in doubt)."
    )


def test_a_figure_in_doubt_is_shown_and_judged_as_it_is_and_says_so() -> None:
    shown = row(REVIEWS, *FIGURES, period="2017-18 Q4")
    assert (shown.text, shown.status) == ("0.0%", "red")
    assert sentence(shown) == (
        "Reviews on time stand at 0.0%, 95.0 percentage points short of their target of at least 95%. "
        "The figure is in doubt and not compared: published as 0, almost certainly a failed return."
    )
    assert status_reason(shown) == (
        "0.0% is 95.0 percentage points short of its target of at least 95% (local), with no tolerance: off target. "
        "In doubt: published as 0, almost certainly a failed return."
    )
    assert shown.direction_reason == (
        "Cannot tell: the figure for Q4 2017-18 is in doubt: published as 0, almost certainly a failed return."
    )
    assert year_statement(shown) == ""


@pytest.mark.parametrize(
    ("definition", "figure", "told"),
    [
        (REVIEWS, ("2017-18 Q4", 0.0), "In doubt: Q4 2017-18."),
        (REVIEWS, ("2017-18 Q4", 0.0, {"state": "illustrative"}), "Illustrative figure. In doubt: Q4 2017-18."),
        (REVIEWS, ("2017-18 Q4", None, {"symbol": "c"}), ""),
        (ANNUAL, ("2017-18", 0.0), "In doubt: 2017-18."),
    ],
)
def test_the_mark_stands_beside_that_of_an_illustrative_figure(
    definition: Indicator, figure: Figure, told: str
) -> None:
    assert mark(row(definition, figure, period="2017-18 Q4")) == told


def test_an_unrated_figure_in_doubt_says_so_too() -> None:
    assert status_reason(row(ANNUAL, ("2017-18", 0.0), period="2017-18")).endswith(
        "so it is not rated. In doubt: published as 0, almost certainly a failed return."
    )


def test_a_missing_figure_does_not_fall_back_on_one_in_doubt_without_saying_so() -> None:
    assert sentence(row(REVIEWS, ("2017-18 Q4", 0.0))) == (
        "Reviews on time: no figure for Q4 2018-19; the last is 0.0%, Q4 2017-18, a figure in doubt."
    )


def test_headlines_never_rest_on_a_figure_in_doubt() -> None:
    rising = REVIEWS.model_copy(update={"targets": indicator(targets=[target(at_least=99)]).targets})
    shown = card(frame([("2017-18 Q4", 0.0), ("2018-19 Q4", 89.6)]), rising)
    assert [line for line in headlines(shown) if "improving" in line] == []
    doubtful = card(frame([("2016-17 Q4", 91.5), ("2017-18 Q4", 0.0)]), rising, period="2017-18 Q4")
    assert headlines(doubtful)[1] == (
        "Reviews on time stand at 0.0%, 99.0 percentage points short of their target of at least 99%. Answers for it: "
        "Head of Assessment. In doubt: published as 0, almost certainly a failed return."
    )
    assert marks(doubtful) == ("1 of the 1 figures is in doubt: shown as published, and compared with no other.",)


def test_a_full_stop_and_great_length_do_no_harm() -> None:
    long = indicator(frequency="year", doubts=[{"period": "2017-18", "reason": "a failed return, " * 20 + "it seems."}])
    told = sentence(row(long, ("2017-18", 0.0), ("2018-19", 5.0)))
    assert told.endswith("…).")
    assert len(told) < 300
    assert status_reason(row(long, ("2017-18", 0.0), period="2017-18")).endswith("a failed return, it seems.")
