"""Numbers: rounding, reader's text, and the cells of spreadsheets."""

import math
import pickle

import numpy as np
import pytest

from kpi.number import (
    SYMBOLS,
    Cell,
    NumberError,
    Unit,
    change_text,
    displayed,
    read,
    round_half_away,
    symbol_text,
    text,
)


def cells(listed: str) -> list[str]:
    return [label.strip() for label in listed.split("|")]


def refusal(cell: str, unit: Unit | str | None = None, per: int | None = None) -> NumberError:
    with pytest.raises(NumberError) as refused:
        read(cell, unit, per)
    return refused.value


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [(2.675, 2, 2.68), (-0.5, 0, -1), (0.5, 0, 1), (89.95, 1, 90.0), (89.94, 1, 89.9), (1.005, 2, 1.01), (-2.5, 0, -3)],
)
def test_halves_go_away_from_zero_as_written(value: float, decimals: int, shown: float) -> None:
    assert round_half_away(value, decimals) == shown
    assert displayed(np.array([value]), decimals)[0] == shown


def test_noise_of_binary_arithmetic_does_not_change_what_is_shown() -> None:
    assert 0.285 * 100 < 28.5
    assert round_half_away(0.285 * 100, 0) == 29
    assert displayed([0.285 * 100], 0).tolist() == [29]


def test_a_shown_90_is_90_for_the_judgement() -> None:
    assert displayed([89.96, 89.94], 1).tolist() == [90.0, 89.9]


def test_nothing_is_ever_minus_zero() -> None:
    for shown in (round_half_away(-0.4, 0), displayed([-0.4], 0)[0], read("-0").value, read("(0.0)").value):
        assert math.copysign(1, shown or 0.0) == 1
    assert text(-0.4, "count", 0) == "0"


def test_displayed_keeps_shape_and_not_a_number() -> None:
    grid = np.array([[16.04, np.nan], [16.05, np.inf]])
    np.testing.assert_array_equal(displayed(grid, 1), [[16.0, np.nan], [16.1, np.inf]])
    np.testing.assert_array_equal(displayed(grid, [[1], [0]]), [[16.0, np.nan], [16.0, np.inf]])
    assert displayed(2.5, 0) == 3
    assert displayed([], 1).shape == (0,)
    np.testing.assert_array_equal(displayed(np.array([1, 2]), 0), [1, 2])


def test_displayed_leaves_the_array_it_was_given_alone() -> None:
    given = np.array([0.5, 1.5])
    displayed(given, 0)
    assert given.tolist() == [0.5, 1.5]


@pytest.mark.parametrize(
    ("value", "unit", "decimals", "per", "shown"),
    [
        (1037, Unit.COUNT, 0, None, "1,037"),
        (52, Unit.PERCENT, 0, None, "52%"),
        (140000, Unit.POUNDS, 0, None, "£140,000"),
        (-1200.5, Unit.POUNDS, 2, None, "-£1,200.50"),
        (16, Unit.CASES, 1, None, "16.0 cases"),
        (1, Unit.CASES, 0, None, "1 case"),
        (356.5, Unit.RATE, 1, 10000, "356.5 per 10,000"),
        (356.5, Unit.RATE, 1, None, "356.5"),
        (35, Unit.DAYS, 0, None, "35 days"),
        (3.25, Unit.SCORE, 1, None, "3.3"),
        (0, Unit.COUNT, 0, None, "0"),
        (-4, Unit.COUNT, 0, None, "-4"),
    ],
)
def test_values_read_as_people_write_them(value: float, unit: Unit, decimals: int, per: int | None, shown: str) -> None:
    assert text(value, unit, decimals, per) == text(value, unit.value, decimals, per) == shown


def test_no_value_has_no_text() -> None:
    assert text(None, "count", 0) == text(math.nan, "percent", 1) == ""


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (49_600_000, "£49.6m"),
        (51_800_000, "£51.8m"),
        (1_000_000, "£1.0m"),
        (999_999, "£999,999"),
        (-2_450_000, "-£2.5m"),
    ],
)
def test_millions_of_pounds_are_short_where_space_is(value: float, shown: str) -> None:
    assert text(value, "pounds", 0, short=True) == shown


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        (49_600_000, 1, "£49.6m"),
        (49_650_000, 1, "£49.7m"),
        (49_650_000, 2, "£49.65m"),
        (49_649_999.99, 1, "£49.6m"),
        (400_000, 1, "£0.4m"),
        (-400_000, 1, "-£0.4m"),
        (-40_000, 1, "£0.0m"),
        (1_234_567_890, 0, "£1,235m"),
    ],
)
def test_pounds_shown_in_millions_are_so_whatever_their_size(value: float, decimals: int, shown: str) -> None:
    assert text(value, "pounds", decimals, in_millions=True) == shown
    assert change_text(-value, "pounds", decimals, in_millions=True) == shown.removeprefix("-")


def test_rounding_to_a_tenth_of_a_million_leaves_no_binary_noise() -> None:
    assert displayed([49_650_000, 49_649_999, -2_250_000], -5).tolist() == [49_700_000, 49_600_000, -2_300_000]
    assert round_half_away(49_650_000, -5) == 49_700_000


@pytest.mark.parametrize(
    ("change", "unit", "decimals", "shown"),
    [
        (-3.2, "percent", 1, "3.2 percentage points"),
        (1, "percent", 0, "1 percentage point"),
        (-216, "count", 0, "216"),
        (-140000, "pounds", 0, "£140,000"),
        (15.9999999 - 16.4, "cases", 1, "0.4"),
        (-1, "days", 0, "1 day"),
    ],
)
def test_changes_are_told_by_size(change: float, unit: str, decimals: int, shown: str) -> None:
    assert change_text(change, unit, decimals) == shown


def test_money_in_millions_is_exact() -> None:
    assert read("£49.6m").value == 49_600_000
    assert read("£1.005m").value == 1_005_000
    assert read("£2.3bn").value == 2_300_000_000


@pytest.mark.parametrize("cell", ["1,037", " 1037", "1037\u00a0", "\u202f1,037\t", "1037.0", "\ufeff1037"])
def test_spaces_and_commas_do_not_matter(cell: str) -> None:
    assert read(cell, "count") == Cell(1037, "")


@pytest.mark.parametrize("cell", ["-1,200", "(1,200)", "\u22121,200", "\u20131,200", "(£1,200)", "-£1,200", "£-1,200"])
def test_negatives_are_written_in_several_ways(cell: str) -> None:
    assert read(cell, "pounds") == Cell(-1200, "")


@pytest.mark.parametrize("cell", ["", " ", "\u00a0", "\u200b"])
def test_an_empty_cell_is_neither_a_number_nor_a_symbol(cell: str) -> None:
    assert read(cell) == Cell(None, "")


@pytest.mark.parametrize("spelling", ["C", " c ", "[c]", "[ C ]", "suppressed", "Suppressed"])
def test_a_symbol_is_one_symbol_however_it_is_spelt(spelling: str) -> None:
    assert read(spelling) == Cell(None, "c")


@pytest.mark.parametrize("symbol", sorted(SYMBOLS))
def test_every_symbol_reads_back_from_itself_and_from_its_words(symbol: str) -> None:
    assert read(symbol) == read(f"[{symbol}]") == read(symbol_text(symbol)) == Cell(None, symbol)


@pytest.mark.parametrize(
    ("cell", "symbol", "words"),
    [
        ("<5", "<5", "fewer than 5"),
        ("≤ 5", "<=5", "at most 5"),
        (">=1,000", ">=1000", "at least 1,000"),
        ("fewer than 10", "<10", "fewer than 10"),
        ("<1%", "<1%", "less than 1%"),
        ("90\u201399", "90-99", "90 to 99"),
        ("1,000 - 1,999", "1000-1999", "1,000 to 1,999"),
        ("90%-99%", "90-99%", "90 to 99%"),
    ],
)
def test_a_band_keeps_its_text_as_its_symbol(cell: str, symbol: str, words: str) -> None:
    assert read(cell) == Cell(None, symbol)
    assert symbol_text(symbol) == words


@pytest.mark.parametrize("cell", ["2018-19", "2018-2019", "99-90", "5-5", "12/05", "2019-03-31", "9 0-9 9"])
def test_years_dates_and_backward_pairs_are_no_bands(cell: str) -> None:
    assert refusal(cell).fix


def test_a_symbol_nobody_knows_says_itself() -> None:
    assert (symbol_text(""), symbol_text("?")) == ("", "?")


@pytest.mark.parametrize(
    "cell",
    cells(
        """low 20s|n0ne|1.037,5|12,34|1,0370|1_000|0x1F|1e309|1e-400|NaN|inf|Infinity|5.|+5|--5|5-|-(5)|(5|5)|
        £5%|£|%|()|€5|1 037|1/2|5k|2m|TRUE|five|821 r|#REF!|123456789012345678|1234567890123456|e5|52 %%|١٢|
        ５２|²"""
    ),
)
def test_what_is_no_number_is_refused_with_a_fix(cell: str) -> None:
    error = refusal(cell)
    assert error.reason.startswith("'")
    assert error.fix


def test_words_are_sent_to_the_note() -> None:
    assert str(refusal("low 20s")) == ("'low 20s' is words, not a number. Put the words in note and leave value empty.")


def test_a_long_cell_is_quoted_in_part() -> None:
    assert len(refusal("9" * 5_000_000).reason) < 80


@pytest.mark.parametrize(
    ("cell", "unit"),
    [("52%", "pounds"), ("£52", "percent"), ("16 cases", "days"), ("35 days", "count"), ("3 per 1,000", "count")],
)
def test_a_mark_of_another_unit_is_refused(cell: str, unit: str) -> None:
    assert f"but the indicator's unit is {unit}" in refusal(cell, unit).reason


def test_a_rate_per_another_number_is_refused() -> None:
    assert read("35.6 per 10,000", "rate", 10000) == Cell(35.6, "")
    assert refusal("35.6 per 1,000", "rate", 10000).fix == "Give the rate per 10,000."


def test_thousands_and_millions_without_a_pound_sign_are_money_only() -> None:
    assert read("49.6m", "pounds") == Cell(49_600_000, "")
    assert refusal("49.6m", "count").fix


def test_a_number_error_survives_storing() -> None:
    error = pickle.loads(pickle.dumps(refusal("low 20s")))
    assert (error.reason, error.fix) == (refusal("low 20s").reason, refusal("low 20s").fix)
