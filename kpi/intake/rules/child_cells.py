"""The check that no cell holds what points at one child, whatever its column is called.

In: a Sheet. Out: columns with pupil numbers, NHS numbers, e-mail addresses or postcodes; never what stands there.
"""

import re
from collections.abc import Callable, Iterator

import numpy as np
import pyarrow.compute as pc

from kpi.intake.find import column_name
from kpi.intake.rules.child_columns import FIX
from kpi.intake.rules.rule import SheetRule
from kpi.intake.sheet import Column, Sheet, letter
from kpi.problem import Problem, Severity

CODE = "child-level-cells"
_CHECK_LETTERS = "ABCDEFGHJKLMNPQRTUVWXYZ"
_UPN = re.compile(r"(?<![A-Z0-9])([A-HJ-NP-RT-Z])([0-9]{11}[0-9A-HJ-NP-RT-Z])(?![A-Z0-9])", re.IGNORECASE)
_NHS = re.compile(r"(?<![0-9.,-])([0-9]{3})[ -]?([0-9]{3})[ -]?([0-9]{4})(?![0-9.,])")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_POSTCODE = re.compile(r"(?<![A-Z0-9])[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}(?![A-Z0-9])")
_NUMBER = r"^[\s£(-]*[0-9][0-9,.]*\s*\)?$"
_MAYBE = r"(?i)[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}|[a-z][0-9]{11}|@|[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}"


def is_upn(letter_: str, digits: str) -> bool:
    """Tell whether a unique pupil number's check letter (mod 23) is right; the last place may be a letter."""
    values = [_CHECK_LETTERS.index(one) if one.isalpha() else int(one) for one in digits.upper()]
    return _CHECK_LETTERS[sum(n * w for n, w in zip(values, range(2, 14), strict=True)) % 23] == letter_.upper()


def is_nhs(digits: str) -> bool:
    """Tell whether ten digits are an NHS number: the last one checks the others (mod 11)."""
    check = 11 - sum(int(one) * weight for one, weight in zip(digits[:9], range(10, 1, -1), strict=True)) % 11
    return int(digits[9]) == check % 11 and check != 10 and len(set(digits)) > 1


def _has_upn(text: str) -> bool:
    return any(is_upn(*found) for found in _UPN.findall(text))


def _has_nhs(text: str) -> bool:
    return any(is_nhs("".join(found)) for found in _NHS.findall(text))


def _has_mail(text: str) -> bool:
    return _MAIL.search(text) is not None


def _has_postcode(text: str) -> bool:
    return _POSTCODE.search(text) is not None or _POSTCODE.fullmatch(text.strip().upper()) is not None


_SIGNS: dict[str, Callable[[str], bool]] = {
    "unique pupil numbers": _has_upn,
    "NHS numbers": _has_nhs,
    "e-mail addresses": _has_mail,
    "postcodes": _has_postcode,
}


def signs(text: str) -> tuple[str, ...]:
    """Name what a text holds that points at one child; nothing for most texts."""
    return tuple(kind for kind, looks_like in _SIGNS.items() if looks_like(text))


def _find(sheet: Sheet) -> Iterator[Problem]:
    yield from _in_comments(sheet)
    for place, column in enumerate(sheet.columns):
        suspects = column.texts.filter(pc.match_substring_regex(column.texts, _MAYBE)).to_pylist()
        for kind, looks_like in _SIGNS.items():
            hits = {text for text in suspects if looks_like(str(text))}
            if hits and not _by_chance(column, hits):
                message = f"Column {letter(place)} holds what look like {kind}."
                yield Problem(CODE, message, FIX, sheet.where(column=_name(sheet, place)), Severity.ERROR)


def _in_comments(sheet: Sheet) -> Iterator[Problem]:
    for row, column in sorted(sheet.comments):
        for kind in signs(sheet.comments[row, column]):
            message = f"A comment in column {letter(column)} holds what look like {kind}."
            yield Problem(CODE, message, FIX, sheet.where(column=_name(sheet, column)), Severity.ERROR)


def _by_chance(column: Column, hits: set[str]) -> bool:
    """Tell whether a few of many plain numbers are hits: one sum of money in eleven passes as an NHS number."""
    number = pc.match_substring_regex(column.texts, _NUMBER).to_numpy(zero_copy_only=False)
    hit = np.array([label in hits for label in column.labels()], dtype=bool)
    if (hit & ~number).any():
        return False
    numbers, hit_numbers = int(number[column.codes].sum()), int(hit[column.codes].sum())
    return 2 * hit_numbers < numbers


def _name(sheet: Sheet, place: int) -> str:
    """Name a column by its header, unless that tells of a child itself."""
    name = column_name(sheet, place)
    return letter(place) if any(looks_like(name) for looks_like in _SIGNS.values()) else name


def _mostly(column: Column, hits: set[str]) -> bool:
    """Tell whether half of a column's cells are among the hits: a sum of money can look like one NHS number."""
    hit = np.array([label in hits for label in column.labels()], dtype=bool)[column.codes]
    return 2 * int(hit.sum()) >= int(column.filled_cells().sum()) - 1


RULE = SheetRule(
    code=CODE,
    severity=Severity.ERROR,
    prose=(
        "No cell looks like a unique pupil number or an NHS number with a right check digit, an e-mail address or a "
        "postcode. The file is refused, nothing of it is kept, and the message names the column, never the cell's text."
    ),
    fails="indicator_id,period,value,note\ncaseload,2018-19 Q4,16,see someone@example.org\n",
    passes="indicator_id,period,value,note\ncaseload,2018-19 Q4,16,two workers joined\n",
    find=_find,
)
