"""Whole columns of cells: as exact as one cell at a time, and fast."""

import time

import numpy as np
import pandas as pd
import pytest

from kpi.number import read_column


def test_a_column_keeps_values_symbols_and_faults_apart() -> None:
    column = read_column(pd.Series(["1,037", "c", "low 20s", "", "0", "<5", None, "low 20s"], dtype="str"), "count")
    np.testing.assert_array_equal(column.values, [1037, np.nan, np.nan, np.nan, 0, np.nan, np.nan, np.nan])
    assert list(column.symbols) == ["", "c", "", "", "", "<5", "", ""]
    assert column.faults.tolist() == [2, 7]
    assert list(column.errors) == ["low 20s"]


@pytest.mark.parametrize("kind", ["str", "object", "category", pd.ArrowDtype(pd.Series([""]).array._pa_array.type)])
def test_a_column_may_be_any_kind_of_text(kind: object) -> None:
    column = read_column(pd.Series(["52%", "x", None, " 7 "]).astype(kind), "percent")
    np.testing.assert_array_equal(column.values, [52, np.nan, np.nan, 7])
    assert list(column.symbols) == ["", "x", "", ""]


def test_the_index_of_a_column_does_not_matter() -> None:
    column = read_column(pd.Series(["1", "words", "3"], index=[10, 20, 30]), "count")
    assert column.faults.tolist() == [1]


def test_an_empty_column_is_read() -> None:
    column = read_column(pd.Series([], dtype="str"))
    assert (len(column.values), len(column.symbols), len(column.faults), dict(column.errors)) == (0, 0, 0, {})


def test_a_column_of_nothing_but_faults_says_each_once() -> None:
    column = read_column(pd.Series(["words"] * 1000), "count")
    assert (len(column.faults), len(column.errors)) == (1000, 1)


def test_a_million_plain_numbers_take_well_under_a_second() -> None:
    numbers = np.round(np.random.default_rng(336).random(1_000_000) * 1000, 3)
    texts = pd.Series(numbers.astype(str), dtype="str")
    began = time.process_time()
    column = read_column(texts, "count")
    assert time.process_time() - began < 1
    np.testing.assert_array_equal(column.values, numbers)


def test_a_hundred_thousand_different_sums_of_money_take_under_two_seconds() -> None:
    texts = pd.Series([f"£{pounds:,}" for pounds in range(100_000)])
    began = time.process_time()
    column = read_column(texts, "pounds")
    assert time.process_time() - began < 2
    np.testing.assert_array_equal(column.values, np.arange(100_000))
