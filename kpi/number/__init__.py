"""Numbers: units, rounding half away from zero, reader's text, and the cells of spreadsheets read strictly.

In: values and cell texts. Out: displayed values, sentences' worth of text, Cells with their symbol, or a NumberError.
"""

from kpi.number.column import Column, read_column
from kpi.number.dialects import DIALECT_WORDS, OF_DIALECT, Dialect, symbols_of
from kpi.number.read import Cell, NumberError, read
from kpi.number.rounding import displayed, round_half_away
from kpi.number.symbols import SYMBOLS, symbol_text
from kpi.number.units import Unit, change_text, text

__all__ = [
    "DIALECT_WORDS",
    "OF_DIALECT",
    "SYMBOLS",
    "Cell",
    "Column",
    "Dialect",
    "NumberError",
    "Unit",
    "change_text",
    "displayed",
    "read",
    "read_column",
    "round_half_away",
    "symbol_text",
    "symbols_of",
    "text",
]
