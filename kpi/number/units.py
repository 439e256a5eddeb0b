"""Values as readers see them: `1,037`, `52%`, `£140,000`, `16.0 cases`, `356.5 per 10,000`.

In: a value, its unit and decimals. Out: text for tables and sentences, always of the displayed value.
"""

import math
from enum import StrEnum

from kpi.number.rounding import round_half_away

MILLION = 1_000_000
DECIMALS_OF_A_MILLION = 6


class Unit(StrEnum):
    """What a figure counts; the names are those of an indicator's `unit`."""

    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"
    POUNDS = "pounds"
    DAYS = "days"
    CASES = "cases"
    SCORE = "score"


def text(
    value: float | None,
    unit: Unit | str,
    decimals: int,
    per: int | None = None,
    *,
    short: bool = False,
    in_millions: bool = False,
) -> str:
    """Write a value with its unit; nothing for no value. `per` is the N of a rate.

    `short` writes a million pounds or more as `£49.6m`; `in_millions` writes all pounds so, with `decimals` decimals.
    """
    if value is None or not math.isfinite(value):
        return ""
    if in_millions and unit == Unit.POUNDS:
        return _in_millions(value, decimals)
    shown = round_half_away(value, decimals)
    sign = "-" if shown < 0 else ""
    if short and unit == Unit.POUNDS and abs(shown) >= MILLION:
        return f"{sign}£{_digits(abs(shown) / MILLION, 1)}m"
    return sign + _with_unit(_digits(abs(shown), decimals), Unit(unit), per)


def change_text(
    change: float, unit: Unit | str, decimals: int, per: int | None = None, *, in_millions: bool = False
) -> str:
    """Write the size of a change, without its sign: `3.2 percentage points`, `216`, `£140,000`, `0.4` for cases."""
    if in_millions and unit == Unit.POUNDS:
        return _in_millions(abs(change), decimals)
    number = _digits(abs(round_half_away(change, decimals)), decimals)
    if unit == Unit.PERCENT:
        return f"{number} percentage {_plural('point', number)}"
    return number if unit == Unit.CASES else _with_unit(number, Unit(unit), per)


def _in_millions(pounds: float, decimals: int) -> str:
    """Write pounds in millions: `£49.6m`, `-£0.4m`."""
    shown = round_half_away(pounds, decimals - DECIMALS_OF_A_MILLION)
    return f"{'-' if shown < 0 else ''}£{_digits(abs(shown) / MILLION, decimals)}m"


def _digits(size: float, decimals: int) -> str:
    """Write a size with commas and exactly that many decimals, half away from zero."""
    return f"{round_half_away(size, decimals):,.{decimals}f}"


def _with_unit(number: str, unit: Unit, per: int | None) -> str:
    match unit:
        case Unit.PERCENT:
            return f"{number}%"
        case Unit.POUNDS:
            return f"£{number}"
        case Unit.RATE:
            return f"{number} per {per:,}" if per else number
        case Unit.DAYS | Unit.CASES:
            return f"{number} {_plural(unit.value.removesuffix('s'), number)}"
        case Unit.COUNT | Unit.SCORE:
            return number


def _plural(word: str, number: str) -> str:
    return word if number == "1" else f"{word}s"
