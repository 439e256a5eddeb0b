"""Two spans of one indicator: worked out as unit and basis demand, told in a sentence, refused with the reason."""

from collections.abc import Sequence
from typing import Any

import pytest

from kpi.problem import ProblemError
from kpi.scorecard import compare_spans, judged_series
from kpi.scorecard.stretches import read_span
from kpi.story import spans
from kpi.story.spans import Spans
from tests.support.figures import Figure, frame, indicator, pack

LEAVERS: dict[str, Any] = {
    "title": "Social workers leaving in the month",
    "unit": "count",
    "polarity": "lower",
    "frequency": "month",
    "basis": "in_period",
}
MONTHS = ["2018-06", "2018-07", "2018-08", "2018-09", "2018-10", "2018-11", "2018-12", "2019-01", "2019-02", "2019-03"]
LEFT: list[Figure] = list(zip(MONTHS, [3.0, 2.0, 3.0, 2.0, 2.0, 1.0, 2.0, 1.0, 1.0, 1.0], strict=True))
WINTER, SUMMER = "2018-11 to 2019-03", "June to October 2018"


def parts(period: str, above: float, below: float) -> Figure:
    return period, round(100 * above / below, 1), {"numerator": above, "denominator": below}


def compared(figures: Sequence[Figure], one: str, other: str, **given: Any) -> Spans:
    history = judged_series(frame(figures), pack(indicator(**given)), "caseload", "all", 1)
    return compare_spans(history, one, other)


def refused(figures: Sequence[Figure], one: str, other: str, **given: Any) -> str:
    with pytest.raises(ProblemError) as error:
        compared(figures, one, other, **given)
    [problem] = error.value.problems
    return f"{problem.code}: {problem.message}"


def test_leavers_halved_from_summer_to_winter_in_whichever_order_the_spans_are_named() -> None:
    found = compared(LEFT, WINTER, SUMMER, **LEAVERS)
    assert spans.told(found) == (
        "Social workers leaving in the month halved: 6 in November 2018 to March 2019, against 12 in June to October"
        " 2018; an improvement.",
        "Totals of 5 months each.",
        "The spans are different times of the year, so a season may explain part of it.",
    )
    assert spans.sentence(compared(LEFT, SUMMER, WINTER, **LEAVERS)) == spans.sentence(found)


def test_totals_of_different_length_are_compared_by_the_month() -> None:
    found = compared(LEFT, WINTER, "2018-06 to 2018-08", **LEAVERS)
    assert "more than halved: 1.2 a month (6 in all)" in spans.sentence(found)
    assert "against 2.7 a month (8 in all) in June to August 2018" in spans.sentence(found)
    assert "compared by the month" in spans.made(found)


def test_a_quarter_of_a_monthly_indicator_is_its_three_months() -> None:
    found = compared(LEFT, "2018-19 Q4", "2018-19 Q2", **LEAVERS)
    assert (found.later.value, found.earlier.value) == (3, 7)
    assert found.later.label == "January to March 2019"


def test_a_share_is_worked_out_again_from_its_parts() -> None:
    figures = [parts("2017-18 Q3", 9, 10), parts("2017-18 Q4", 45, 90), parts("2018-19 Q3", 8, 10),
               parts("2018-19 Q4", 64, 90)]  # fmt: skip
    found = compared(figures, "Q3 to Q4 2018-19", "Q3 to Q4 2017-18")
    assert (found.earlier.value, found.later.value) == (54, 72)
    assert spans.sentence(found) == (
        "Average caseload rose by a third: 72% in Q3 to Q4 2018-19, against 54% in Q3 to Q4 2017-18; an improvement."
    )
    assert spans.made(found).endswith("72 of 100 against 54 of 100.")
    assert spans.season(found) == ""


def test_percentages_without_parts_are_not_averaged_but_single_ones_compare() -> None:
    figures: list[Figure] = [("2018-19 Q1", 80.0), ("2018-19 Q2", 90.0), ("2018-19 Q3", 60.0)]
    assert refused(figures, "2018-19 Q3", "Q1 to Q2 2018-19").startswith("span-not-added-up: The percentages")
    assert "fell by a quarter" in spans.sentence(compared(figures, "2018-19 Q3", "2018-19 Q1"))


def test_counts_on_a_day_are_averaged_and_it_is_said_so() -> None:
    figures: list[Figure] = [("2017-18 Q4", 648.0), ("2018-19 Q1", 640.0), ("2018-19 Q2", 633.0)]
    found = compared(figures, "Q1 to Q2 2018-19", "2017-18 Q4", unit="count", polarity="none")
    assert (found.later.value, found.direction) == (636.5, "no_change")
    assert spans.made(found).startswith("Averages of figures taken at the end of each period")


def test_a_running_total_is_taken_apart_first() -> None:
    spent: list[Figure] = [("2017-18 Q3", 300.0), ("2017-18 Q4", 420.0), ("2018-19 Q1", 60.0), ("2018-19 Q2", 120.0)]
    to_date = {"unit": "pounds", "basis": "year_to_date", "polarity": "lower"}
    found = compared(spent, "2018-19 Q1 to 2018-19 Q2", "2017-18 Q4", **to_date)
    assert (found.earlier.value, found.later.value, found.later.per_period) == (120, 120, 60)
    assert "halved" in spans.sentence(found)
    assert refused(spent, "2018-19 Q1", "2017-18 Q3", **to_date).startswith("span-incomplete: Q3 2017-18 is a running")
    falling: list[Figure] = [("2018-19 Q1", 60.0), ("2018-19 Q2", 50.0), ("2018-19 Q3", 70.0)]
    counted = to_date | {"unit": "count"}
    assert refused(falling, "2018-19 Q3", "2018-19 Q2", **counted).startswith("span-running-total")
    repaid = compared(falling, "2018-19 Q3", "2018-19 Q2", **to_date)
    assert (repaid.earlier.value, repaid.later.value, repaid.distance.size) == (-10, 20, "rose")


def test_a_running_total_is_not_taken_apart_by_a_figure_in_doubt() -> None:
    spent: list[Figure] = [("2018-19 Q1", 6.0), ("2018-19 Q2", 12.0), ("2018-19 Q3", 18.0)]
    doubted = {"unit": "count", "basis": "year_to_date", "doubts": [{"period": "2018-19 Q2", "reason": "Twice."}]}
    assert refused(spent, "2018-19 Q3", "2018-19 Q1", **doubted).startswith("span-incomplete: Q3 2018-19 is a running")


def test_rolling_years_are_refused_as_spans_and_overlap_is_told_of_single_ones() -> None:
    rolling = {"basis": "rolling_12_months", "polarity": "lower"}
    figures: list[Figure] = [("2017-18 Q4", 28.0), ("2018-19 Q3", 15.1), ("2018-19 Q4", 11.2)]
    assert refused(figures, "Q3 to Q4 2018-19", "2017-18 Q4", **rolling).startswith("span-rolling")
    assert spans.overlap(compared(figures, "2018-19 Q4", "2018-19 Q3", **rolling))
    assert spans.overlap(compared(figures, "2018-19 Q4", "2017-18 Q4", **rolling)) == ""


def test_what_is_missing_suppressed_or_in_doubt_is_named() -> None:
    gap: list[Figure] = [LEFT[0], LEFT[2], ("2018-09", None, {"symbol": "c"}), *LEFT[4:]]
    assert "no figure for July 2018" in refused(gap, WINTER, "2018-06 to 2018-08", **LEAVERS)
    assert "September 2018 is suppressed" in refused(gap, WINTER, "2018-08 to 2018-10", **LEAVERS)
    doubt = {"doubts": [{"period": "2018-12", "reason": "Published as 0."}]}
    assert "December 2018 is in doubt: Published as 0." in refused(LEFT, WINTER, SUMMER, **LEAVERS, **doubt)


def test_nothing_is_compared_across_a_changed_definition() -> None:
    changed = {"breaks": [{"period": "2019-02", "reason": "Agency workers are counted too."}]}
    assert refused(LEFT, WINTER, SUMMER, **LEAVERS, **changed) == (
        "span-broken: The definition changed from February 2019. Agency workers are counted too."
    )


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("2018-06 to 2018-10", "2018-10 to 2019-03", "spans-overlap"),
        ("from 2018-06", "2018-10", "span-unreadable"),
        ("last winter", "2018-10", "span-unreadable"),
        ("November to March 2019", "2018-10", "span-unreadable"),
        ("2019-02-03 to 2019-03-31", "2018-10", "span-not-whole"),
        ("2018-19 Q1", "2018-10", "span-incomplete"),
    ],
)
def test_a_span_that_cannot_be_used_is_refused_with_the_reason(one: str, other: str, code: str) -> None:
    assert refused(LEFT, one, other, **LEAVERS).split(":")[0] == code


def test_a_span_may_name_its_year_once() -> None:
    for text in ("June to October 2018", "2018-06 to 2018-10", "June 2018 to October 2018"):
        assert [period.text for period in read_span(text)] == ["2018-06", "2018-10"]
    assert [period.text for period in read_span("Q1 to Q3 2018-19")] == ["2018-19 Q1", "2018-19 Q3"]


def test_an_answer_for_programs_holds_the_share_and_the_size() -> None:
    told = spans.as_dict(compared(LEFT, WINTER, SUMMER, **LEAVERS))
    assert (told["size"], told["share"], told["change"], told["how"]) == ("halved", -0.5, -6, "total")


def test_dates_are_said_as_dates() -> None:
    weeks: list[Figure] = [("2018-06-11", 40.0), ("2019-02-11", 60.0)]
    found = compared(weeks, "2019-02-11", "2018-06-11", frequency="date")
    assert "rose by half: 60% on 11 February 2019, against 40% on 11 June 2018" in spans.sentence(found)


def test_what_a_total_comes_to_by_the_month_has_a_decimal_even_where_spans_are_as_long() -> None:
    assert compared(LEFT, WINTER, SUMMER, **LEAVERS).later.per_period == 1.2
