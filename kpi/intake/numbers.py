"""Reads a column of figures: values, symbols, and what could not be read.

In: a Column of text and each row's unit. Out: Numbers. Each distinct text is read once for each unit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.intake.groups import by_group
from kpi.intake.sheet import Codes, Column
from kpi.number import NumberError, read_column
from kpi.problem import Problem, ProblemError, Where

Unit = tuple[str | None, int | None]
"""An indicator's unit, and the N of a rate."""
MANY, SAMPLE = 20_000, 1_000


@dataclass(frozen=True, eq=False)
class Numbers:
    """A column of n as read: `values` NaN for none, `symbols` into `symbol_texts`, `faults` into `errors` or -1."""

    values: NDArray[np.float64]
    symbols: Codes
    symbol_texts: tuple[str, ...]
    faults: Codes
    errors: tuple[NumberError, ...]


def read_numbers(
    column: Column,
    groups: NDArray[np.integer],
    units: list[Unit],
    where: Where,
    own: Mapping[str, str] | None = None,
) -> Numbers:
    """Read every cell of a column; `groups` (n,) points into `units`, `own` are the symbols of the file.

    ProblemError at `where` for a long column of words.
    """
    values = np.full(len(column), np.nan)
    symbols, faults = np.zeros(len(column), dtype=np.int32), np.full(len(column), -1, dtype=np.int32)
    names: dict[str, int] = {"": 0}
    errors: list[NumberError] = []
    for group, rows, texts in by_group(column, groups):
        _refuse_words(texts, units[group], where)
        read = read_column(pd.Series(texts.texts.to_pandas(), dtype="str"), *units[group], own)
        values[rows] = read.values[texts.codes]
        places = [names.setdefault(str(symbol), len(names)) for symbol in read.symbols.categories]
        symbols[rows] = np.array(places, dtype=np.int32)[read.symbols.codes][texts.codes]
        fault_of = np.full(len(texts.texts), -1, dtype=np.int32)
        fault_of[read.faults] = np.arange(len(read.faults)) + len(errors)
        labels = texts.texts.take(read.faults).to_pylist()
        errors += [read.errors[str(label)] for label in labels]
        faults[rows] = fault_of[texts.codes]
    return Numbers(values, symbols, tuple(names), faults, tuple(errors))


def _refuse_words(texts: Column, unit: Unit, where: Where) -> None:
    """Refuse a long column of words before every one is looked at: most of its first texts are no numbers."""
    if len(texts.texts) <= MANY:
        return
    read = read_column(pd.Series(texts.texts[:SAMPLE].to_pandas(), dtype="str"), *unit)
    if len(read.faults) > SAMPLE / 2:
        error = read.errors[str(texts.texts[int(read.faults[0])])]
        message = f"Most of the column is no numbers: {error.reason}"
        raise ProblemError([Problem("not-a-number", message, error.fix, where)])


def as_percentages(value: Numbers, fractions: NDArray[np.bool_]) -> Numbers:
    """Read the marked numbers (n,) as fractions: 0.525 is 52.5 per cent."""
    values = value.values.copy()
    whole = fractions & np.isfinite(values)
    values[whole] = significant(100 * values[whole])
    return replace(value, values=values)


def worked_out(
    value: Numbers, numerator: Numbers, denominator: Numbers, empty: NDArray[np.bool_], scales: NDArray[np.float64]
) -> Numbers:
    """Fill `empty` (n,) values from their parts: a number from two numbers, else the symbol that stands for one.

    Numbers keep fifteen significant digits, as typed ones do.
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = scales * numerator.values / denominator.values
    whole = empty & np.isfinite(ratio)
    values = value.values.copy()
    values[whole] = significant(ratio[whole])
    names = list(dict.fromkeys([*value.symbol_texts, *numerator.symbol_texts, *denominator.symbol_texts]))
    symbols = value.symbols
    for part in (denominator, numerator):
        own = np.array([names.index(name) for name in part.symbol_texts], dtype=np.int32)[part.symbols]
        symbols = np.where(empty & (own > 0), own, symbols)
    return Numbers(values, symbols, tuple(names), value.faults, value.errors)


def significant(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Keep fifteen significant digits, so that 33.333333333333336 is what its text says."""
    distinct, places = np.unique(values, return_inverse=True)
    return np.array([float(f"{value:.15g}") for value in distinct.tolist()], dtype=np.float64)[places]
