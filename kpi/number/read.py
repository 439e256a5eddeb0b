"""Reads one cell: a number, a symbol with its meaning, or a refusal that says what to do.

In: a cell's text as the spreadsheet shows it. Out: a Cell, or a NumberError. Digits are 0 to 9 only; no word becomes 0.
"""

import re
from collections.abc import Mapping
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
_USUAL = re.compile(r"(£?)([0-9]{1,3}(?:,[0-9]{3}){0,4}(?:\.[0-9]{1,9})?)(%?)")
_NUMBER = re.compile(
    r"(?P<open>\()?(?P<minus>-)?\s?(?P<pound>£)?\s?(?P<minus2>-)?"
    r"(?P<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]*)(?P<part>\.[0-9]+)?(?:e(?P<power>[-+]?[0-9]{1,3}))?"
    r"(?:\s?(?P<scale>m|million|k|thousand|bn|billion))?"
    r"(?:\s?(?P<percent>%)|\s(?P<days>days?)|\s(?P<cases>cases?)|\sper\s(?P<per>[0-9][0-9,]*))?(?P<close>\))?",
    re.IGNORECASE | re.ASCII,
)
_SCALES = {"m": 6, "million": 6, "k": 3, "thousand": 3, "bn": 9, "billion": 9}
_MARKS = {
    "pound": (Unit.POUNDS, "in pounds"),
    "percent": (Unit.PERCENT, "a percentage"),
    "days": (Unit.DAYS, "in days"),
    "cases": (Unit.CASES, "in cases"),
    "per": (Unit.RATE, "a rate"),
}
_UNIT_OF = {"": None, "£": Unit.POUNDS, "%": Unit.PERCENT, "£%": ""}
_TIDY = str.maketrans(
    dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff")
)


def read(
    text: str, unit: Unit | str | None = None, per: int | None = None, symbols: Mapping[str, str] | None = None
) -> Cell:
    """Read a cell's text; `unit` and `per` are the indicator's, to refuse pounds where a percentage is due.

    `symbols` is what the file's dialect writes differently, as `symbols_of` gives it.

    `52%` and `52` are both 52, `(1,200)` is -1200, `£49.6m` is 49,600,000. Digits beyond the fifteenth are noise.
    Raises NumberError.
    """
    if _PLAIN.fullmatch(text):
        return Cell(_clean(text), "")
    usual = _USUAL.fullmatch(text)
    if usual and _UNIT_OF[usual[1] + usual[3]] in (None, unit):
        return Cell(_clean(usual[2].replace(",", "")), "")
    tidy = " ".join((text if text.isascii() else text.translate(_TIDY)).split())
    if not tidy:
        return EMPTY
    if len(tidy) > LONGEST:
        raise _no_number(tidy[: LONGEST + 1])
    found = _NUMBER.fullmatch(tidy)
    if found and (found["whole"] or found["part"]):
        return Cell(_value(found, _checked(found, tidy, unit, per)), "")
    symbol = symbol_of(tidy, symbols)
    if symbol is None:
        raise _no_number(tidy)
    return Cell(None, symbol)


def _clean(digits: str) -> float:
    """Turn ASCII digits into a number of at most fifteen significant digits, never minus zero."""
    value = float(digits)
    return (value if len(digits) <= 16 else float(f"{value:.15g}")) + 0.0


def _value(found: re.Match[str], tidy: str) -> float:
    """Put sign, digits and millions together; the decimal text is scaled, so £49.6m is exactly 49,600,000."""
    digits = f"{found['whole'].replace(',', '') or '0'}{found['part'] or ''}"
    power = int(found["power"] or 0) + _SCALES.get((found["scale"] or "").lower(), 0)
    value = _clean(f"{digits}e{power}" if power else digits)
    if value >= LARGEST or (value == 0) != (not digits.strip("0.")):
        raise NumberError(f"{excerpt(tidy)} is too large or too small for a figure.", "Correct the value.")
    negative = found["open"] or found["minus"] or found["minus2"]
    return -value if negative and value else value


def _checked(found: re.Match[str], tidy: str, unit: Unit | str | None, per: int | None) -> str:
    """Refuse signs that contradict each other, a mark of another unit, and millions of anything but pounds."""
    signs, millions = ("open", "minus", "minus2"), found["scale"] and not found["pound"] and unit != Unit.POUNDS
    if bool(found["open"]) != bool(found["close"]) or sum(bool(found[sign]) for sign in signs) > 1 or millions:
        raise _no_number(tidy)
    marks = [mark for mark in _MARKS if found[mark]]
    if len(marks) > 1:
        raise _no_number(tidy)
    for its_unit, words in (_MARKS[mark] for mark in marks):
        if unit not in (None, its_unit):
            fix = "Correct the value or the indicator's id."
            raise NumberError(f"{excerpt(tidy)} is {words}, but the indicator's unit is {unit}.", fix)
    if found["per"] and per and int(found["per"].replace(",", "")) != per:
        raise NumberError(f"{excerpt(tidy)} is not a rate per {per:,}.", f"Give the rate per {per:,}.")
    return tidy


def _no_number(tidy: str) -> NumberError:
    """Say why a text is no number and what to do about it."""
    shown = excerpt(tidy)
    if tidy.startswith("#") and len(tidy) > 1:
        return NumberError(f"{shown} is a formula's error.", "Correct the formula, or write n/a.")
    if any(c.isdigit() and not c.isascii() for c in tidy):
        return NumberError(f"{shown} has digits other than 0 to 9.", "Type the number with the digits 0 to 9.")
    if not any(c.isalnum() for c in tidy):
        return NumberError(
            f"{shown} is a sign that is not known.", "Say what it stands for, or whose signs the file uses."
        )
    if any(c.isalpha() for c in tidy) and not any(c.isdigit() for c in tidy[:1]):
        return NumberError(f"{shown} is words, not a number.", "Put the words in note and leave value empty.")
    return NumberError(
        f"{shown} is not a number.", "Write it as 1,037 or 52.3; put words in note and leave value empty."
    )
