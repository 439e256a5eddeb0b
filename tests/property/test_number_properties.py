"""What holds for every number and every cell, not only for the examples."""

import math
from decimal import ROUND_HALF_UP, Decimal

import numpy as np
import pandas as pd
from hypothesis import example, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from kpi.number import (
    SYMBOLS,
    Cell,
    NumberError,
    Unit,
    change_text,
    displayed,
    read,
    read_column,
    round_half_away,
    text,
)

decimals = st.integers(0, 4)
places_shown = st.integers(-6, 4)
"""Decimals to which a value is shown; below 0 for figures in millions."""
units = st.sampled_from(Unit)
floats = st.floats(allow_nan=False, allow_infinity=False)
written = st.builds(
    lambda digits, places: float(Decimal(digits).scaleb(-places)), st.integers(-(10**12), 10**12), st.integers(0, 6)
)
ties = st.builds(
    lambda whole, places: float(Decimal(whole * 10 + 5).scaleb(-places - 1)), st.integers(0, 10**8), decimals
)
noisy = st.builds(lambda tie, steps: tie + steps * math.ulp(tie), ties, st.integers(-40, 40))
values = st.one_of(written, ties, noisy)
cells = st.one_of(
    st.text(max_size=20),
    st.text(alphabet="0123456789.,-()£%eE+ cxzkumn/<>[]#\u00a0\u2212", max_size=14),
    values.map(repr),
    st.builds(lambda value: f"{value:,.2f}", values),
    st.sampled_from([*SYMBOLS, "low", "n/a", "", " ", "<5", "90-99", "£49.6m", "52%", "(1,200)", "1e309", "low 20s"]),
)


def attempt(cell: str, unit: Unit | None = None) -> Cell | NumberError:
    try:
        return read(cell, unit)
    except NumberError as refusal:
        return refusal


@given(written, places_shown)
def test_rounding_is_that_of_the_written_number(value: float, places: int) -> None:
    exact = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert round_half_away(value, places) == float(exact)


@given(floats, places_shown)
def test_rounding_is_the_same_on_both_sides_of_zero(value: float, places: int) -> None:
    assert round_half_away(-value, places) == -round_half_away(value, places)


@given(floats, places_shown)
def test_rounding_twice_changes_nothing_and_never_gives_minus_zero(value: float, places: int) -> None:
    once = round_half_away(value, places)
    assert round_half_away(once, places) == once
    assert math.copysign(1, once) == 1 or once < 0


@given(ties, decimals)
def test_rounding_keeps_the_order(value: float, places: int) -> None:
    assert round_half_away(value, places) <= round_half_away(value + 10**-places, places)


@given(arrays.arrays(float, st.integers(0, 30), elements=st.one_of(values, st.floats())), places_shown)
def test_displayed_agrees_with_the_scalar_on_every_value(numbers: np.ndarray, places: int) -> None:
    np.testing.assert_array_equal(displayed(numbers, places), [round_half_away(v, places) for v in numbers])


@given(st.lists(st.tuples(values, places_shown), min_size=1, max_size=20))
def test_displayed_takes_decimals_of_its_own_for_each_value(pairs: list[tuple[float, int]]) -> None:
    numbers, places = (np.array(column) for column in zip(*pairs, strict=True))
    np.testing.assert_array_equal(displayed(numbers, places), [round_half_away(v, d) for v, d in pairs])


@given(written, units, decimals, st.sampled_from([None, 1000, 10000]))
def test_text_reads_back_as_the_displayed_value(value: float, unit: Unit, places: int, per: int | None) -> None:
    shown = text(value, unit, places, per)
    cell = read(shown, unit, per)
    assert (cell.value, cell.symbol) == (round_half_away(value, places), "")


@given(written, units, decimals)
def test_a_change_is_told_by_its_size_alone(change: float, unit: Unit, places: int) -> None:
    assert change_text(change, unit, places) == change_text(-change, unit, places)
    assert not change_text(change, unit, places).startswith("-")


@given(cells, st.none() | units)
@example("\u0661\u0662", None)
@example("0e-5", None)
@example("1e-999", None)
@example("NaN", None)
@example("5\u00b2", None)
@example("-", Unit.COUNT)
def test_a_cell_is_a_number_or_a_symbol_or_refused_and_only_a_true_zero_is_zero(cell: str, unit: Unit | None) -> None:
    found = attempt(cell, unit)
    if isinstance(found, NumberError):
        assert found.reason
        assert found.fix
    elif found.value is not None:
        assert (found.symbol, math.isfinite(found.value)) == ("", True)
        digits = set(cell.lower().split("e")[0].split("per")[0])
        assert digits & set("0123456789")
        assert (found.value == 0) == (not digits & set("123456789"))


@given(st.text(max_size=6).filter(lambda cell: not any(character.isdigit() for character in cell)))
def test_no_cell_without_digits_becomes_a_number(cell: str) -> None:
    found = attempt(cell)
    assert isinstance(found, NumberError) or found.value is None


@given(st.lists(cells, max_size=30), st.none() | units)
def test_a_column_is_read_as_its_cells_are(column: list[str], unit: Unit | None) -> None:
    whole = read_column(pd.Series(column, dtype="str"), unit)
    for place, cell in enumerate(column):
        one = attempt(cell, unit)
        assert (place in whole.faults) == isinstance(one, NumberError)
        if isinstance(one, NumberError):
            assert str(whole.errors[cell]) == str(one)
        else:
            assert whole.symbols[place] == one.symbol
            np.testing.assert_equal(whole.values[place], math.nan if one.value is None else one.value)
