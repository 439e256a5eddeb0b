"""Every row of docs/numbers.md, run through the code."""

import pytest

from kpi.number import (
    OF_DIALECT,
    SYMBOLS,
    Cell,
    NumberError,
    change_text,
    read,
    symbol_text,
    symbols_of,
    text,
)
from tests.support.tables import rows

PAGE = "numbers.md"


@pytest.mark.parametrize(("cell", "unit", "value"), rows(PAGE, "Numbers that are read"))
def test_cell_becomes_the_value_of_the_page(cell: str, unit: str, value: str) -> None:
    assert read(cell, unit) == Cell(float(value), "")


@pytest.mark.parametrize(("cell", "symbol", "words"), rows(PAGE, "Symbols that are kept"))
def test_symbol_keeps_its_meaning_and_has_no_value(cell: str, symbol: str, words: str) -> None:
    assert read(cell) == Cell(None, symbol)
    assert symbol_text(symbol) == words


def test_every_symbol_stands_in_the_page() -> None:
    assert set(SYMBOLS) <= {symbol for _, symbol, _ in rows(PAGE, "Symbols that are kept")}


@pytest.mark.parametrize(("cell", "dialect", "symbol", "words"), rows(PAGE, "Symbols by dialect"))
def test_symbol_means_what_its_dialect_says(cell: str, dialect: str, symbol: str, words: str) -> None:
    assert read(cell, symbols=symbols_of(dialect)) == Cell(None, symbol)
    assert symbol_text(symbol) == words


def test_every_symbol_of_every_dialect_stands_in_the_page() -> None:
    told = {(dialect, cell) for cell, dialect, _, _ in rows(PAGE, "Symbols by dialect")}
    assert {(dialect.value, cell) for dialect, known in OF_DIALECT.items() for cell in known} <= told


def test_a_files_own_symbols_stand_above_its_dialect() -> None:
    assert read("x", symbols=symbols_of("dfe_2010_2017", {"X": "z"})) == Cell(None, "z")
    assert read("x", symbols=symbols_of(None)) == Cell(None, "x")


@pytest.mark.parametrize(("cell", "unit", "said"), rows(PAGE, "Cells that are refused"))
def test_refused_cell_says_what_is_wrong_and_what_to_do(cell: str, unit: str, said: str) -> None:
    with pytest.raises(NumberError) as refusal:
        read(cell, unit)
    assert str(refusal.value) == said


@pytest.mark.parametrize(("value", "unit", "decimals", "shown", "change"), rows(PAGE, "Values as readers see them"))
def test_value_is_shown_as_the_page_says(value: str, unit: str, decimals: str, shown: str, change: str) -> None:
    name, _, per = unit.partition(" per ")
    details = name, int(decimals), int(per.replace(",", "")) if per else None
    assert (text(float(value), *details), change_text(float(value), *details)) == (shown, change)
