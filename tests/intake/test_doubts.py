"""Figures that the definitions put in doubt are known to be odd: they raise no warning and are compared with none."""

import pytest

from kpi import series
from tests.intake.conftest import Intake, indicator, pack_of

DOUBT = {"period": "2017-18 Q4", "reason": "published as 0, almost certainly a failed return"}
FALSE_ZERO = (91.0, 91.4, 90.8, 91.2, 91.6, 91.0, 91.5, 0.0, 89.6)
"""Reviews on time from Q1 2016-17; the last but one is the false zero."""


def reviews(**given) -> Intake:
    """A council whose one indicator is reviews on time, for the whole service and a team."""
    return Intake(pack_of((indicator("reviews", unit="percent", decimals=1, areas=("all", "north"), **given),)))


def quarters(values, area: str = "all") -> str:
    names = [f"{2016 + n // 4}-{17 + n // 4} Q{n % 4 + 1}" for n in range(len(values))]
    rows = [f"reviews,{area},{name},{value}\n" for name, value in zip(names, values, strict=True)]
    return "indicator_id,area,period,value\n" + "".join(rows)


def questioned(intake: Intake, text: str) -> list[tuple[str, int | None]]:
    found = intake.read(text).problems
    return [(one.code, one.where.row) for one in found if one.code in ("jump", "zero-between", "fraction")]


def test_a_false_zero_is_questioned_until_the_definition_puts_it_in_doubt():
    assert questioned(reviews(), quarters(FALSE_ZERO)) == [("jump", 9), ("zero-between", 9), ("jump", 10)]
    assert questioned(reviews(doubts=[DOUBT]), quarters(FALSE_ZERO)) == []


@pytest.mark.parametrize("held", [8, 9])
def test_a_figure_in_force_that_is_in_doubt_is_passed_over_as_well(held):
    intake = reviews(doubts=[DOUBT])
    intake.hold(quarters(FALSE_ZERO[:held]))
    assert questioned(intake, quarters(FALSE_ZERO)) == []
    assert questioned(intake, quarters((*FALSE_ZERO[:8], 60.0))) == [("jump", 10)]


def test_a_doubt_about_one_area_excuses_no_other():
    intake = reviews(doubts=[DOUBT | {"areas": ["north"]}])
    assert questioned(intake, quarters(FALSE_ZERO, "north")) == []
    intake.current = series.empty()
    assert ("zero-between", 9) in questioned(intake, quarters(FALSE_ZERO))


def test_another_zero_is_questioned_all_the_same():
    intake = reviews(doubts=[DOUBT])
    assert ("zero-between", 11) in questioned(intake, quarters((*FALSE_ZERO, 0.0)))


def test_a_small_percentage_in_doubt_is_not_taken_for_a_fraction():
    text = "indicator_id,period,value\nreviews,2017-18 Q4,0.5\n"
    assert questioned(reviews(), text) == [("fraction", 2)]
    assert questioned(reviews(doubts=[DOUBT]), text) == []


def test_the_note_about_young_series_does_not_count_figures_in_doubt():
    found = reviews(doubts=[DOUBT]).read("indicator_id,period,value\nreviews,2017-18 Q4,0\n").problems
    assert not [one for one in found if "jumps" in one.message]


def test_a_new_series_of_fractions_is_asked_about_and_one_with_a_percentage_is_not(intake):
    def asked(*values: str) -> list[int | None]:
        rows = "".join(f"reviews_on_time,2018-19 Q{number},{value}\n" for number, value in enumerate(values, start=1))
        found = intake.read(f"indicator_id,period,value\n{rows}")
        return [one.where.row for one in found.problems if one.code == "fraction"]

    assert asked("0.52", "0.61", "0.9") == [2, 3, 4]
    assert asked("52", "61", "90") == []
