"""Reads one cell: a number, a symbol with its meaning, or a refusal that says what to do.

In: a cell's text as the spreadsheet shows it. Out: a Cell, or a NumberError. Digits are 0 to 9 only; no word becomes 0.
"""

import re
from dataclasses import dataclass

from kpi.number.symbols import symbol_of
from kpi.number.units import Unit
from kpi.problem import excerpt

LARGEST = 1e15
LONGEST = 60


class NumberError(ValueError):
    """Raised for a cell that is neither a number nor a known symbol; `reason` says why, `fix` what to do."""

    def __init__(self, reason: str, fix: str) -> None:
        """Keep the reason and the fix apart, for a Problem's message and fix."""
        super().__init__(reason, fix)
        self.reason = reason
        self.fix = fix

    def __str__(self) -> str:
        """Say the reason and the fix in one line."""
        return f"{self.reason} {self.fix}".strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds: a number with symbol '', a symbol or band without a number, or neither when it is empty."""

    value: float | None
    symbol: str


EMPTY = Cell(None, "")

_PLAIN = re.compile(r"-?[0-9]{1,15}(?:\.[0-9]{1,20})?")
_NUMBER = re.compile(
    r"(?P<open>\()?(?P<minus>-)?\s?(?P<pound>£)?\s?(?P<minus2>-)?"
    r"(?P<digits>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?P<part>\.[0-9]+)?(?P<power>[eE][-+]?[0-9]{1,3})?"
    r"(?:\s?(?P<scale>m|million|k|thousand|bn|billion))?(?:\s?(?P<percent>%))?"
    r"(?:\s(?:(?P<days>days?)|(?P<cases>cases?)|per\s(?P<per>[0-9][0-9,]*)))?(?P<close>\))?",
    re.IGNORECASE | re.ASCII,
)
_SCALES = {"m": 6, "million": 6, "k": 3, "thousand": 3, "bn": 9, "billion": 9}
_MARKS = {
    "pound": (Unit.POUNDS, "pounds"),
    "percent": (Unit.PERCENT, "a percentage"),
    "days": (Unit.DAYS, "days"),
    "cases": (Unit.CASES, "cases"),
    "per": (Unit.RATE, "a rate"),
}
_TIDY = str.maketrans(
    dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("\u200b\u2060\ufeff")
)


def read(text: str, unit: Unit | str | None = None, per: int | None = None) -> Cell:
    """Read a cell's text; `unit` and `per` are the indicator's, to refuse pounds where a percentage is due.

    `52%` and `52` are both 52, `(1,200)` is -1200, `£49.6m` is 49,600,000. Digits beyond the fifteenth are noise.
    Raises NumberError.
    """
    if _PLAIN.fullmatch(text):
        return Cell(_clean(text), "")
    tidy = " ".join(text.translate(_TIDY).split())
    if not tidy:
        return EMPTY
    symbol = symbol_of(tidy) if len(tidy) <= LONGEST else None
    if symbol:
        return Cell(None, symbol)
    found = _NUMBER.fullmatch(tidy) if len(tidy) <= LONGEST else None
    if not found or not (found["digits"] or found["part"]) or bool(found["open"]) != bool(found["close"]):
        raise _no_number(tidy)
    _check_unit(found, tidy, Unit(unit) if unit else None, per)
    return Cell(_value(found, tidy), "")


def _clean(digits: str) -> float:
    """Turn ASCII digits into a number of at most fifteen significant digits, never minus zero."""
    value = float(digits)
    return (value if len(digits) <= 16 else float(f"{value:.15g}")) + 0.0


def _value(found: re.Match[str], tidy: str) -> float:
    if sum(bool(found[sign]) for sign in ("open", "minus", "minus2")) > 1:
        raise _no_number(tidy)
    digits = f"{found['digits'].replace(',', '') or '0'}{found['part'] or ''}"
    power = int(found["power"][1:]) if found["power"] else 0
    power += _SCALES.get((found["scale"] or "").lower(), 0)
    value = float(f"{float(f'{digits}e{power}'):.15g}")
    if not value < LARGEST or (value == 0) != (float(digits) == 0):
        raise NumberError(f"{excerpt(tidy)} is too large or too small for a figure.", "Correct the value.")
    negative = found["open"] or found["minus"] or found["minus2"]
    return -value if negative and value else value


def _check_unit(found: re.Match[str], tidy: str, unit: Unit | None, per: int | None) -> None:
    """Refuse a mark of another unit, a rate per another N, and millions of anything but pounds."""
    for mark, (its_unit, words) in _MARKS.items():
        if found[mark] and unit not in (None, its_unit):
            raise NumberError(
                f"{excerpt(tidy)} is {words}, but the indicator's unit is {unit}.",
                "Correct the value or the indicator.",
            )
    if found["per"] and per and int(found["per"].replace(",", "")) != per:
        raise NumberError(f"{excerpt(tidy)} is not a rate per {per:,}.", f"Give the rate per {per:,}.")
    if found["scale"] and not found["pound"] and unit is not Unit.POUNDS:
        raise _no_number(tidy)
    if sum(bool(found[mark]) for mark in _MARKS) > 1:
        raise _no_number(tidy)


def _no_number(tidy: str) -> NumberError:
    """Say why a text is no number and what to do about it."""
    shown = excerpt(tidy)
    if tidy.startswith("#"):
        return NumberError(f"{shown} is a formula's error.", "Correct the formula, or write n/a.")
    if any(c.isdigit() and not c.isascii() for c in tidy):
        return NumberError(f"{shown} has digits other than 0 to 9.", "Type the number with the digits 0 to 9.")
    if any(c.isalpha() for c in tidy) and not any(c.isdigit() for c in tidy[:1]):
        return NumberError(f"{shown} is words, not a number.", "Put the words in note and leave value empty.")
    return NumberError(
        f"{shown} is not a number.", "Write it as 1,037 or 52.3; put words in note and leave value empty."
    )
