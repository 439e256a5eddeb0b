"""The symbols that stand where a number could not: their many spellings and their one meaning.

In: a cell's text. Out: a canonical symbol or band, and its words for readers. None of them is ever 0.
"""

import re
from collections.abc import Mapping

SYMBOLS: dict[str, str] = {
    "c": "suppressed",
    "x": "not available",
    "z": "not applicable",
    "k": "rounds to zero",
    "u": "unreliable",
    ":": "missing",
}
"""Canonical symbol to its meaning."""

_SPELLINGS = {symbol: symbol for symbol in SYMBOLS} | {meaning: symbol for symbol, meaning in SYMBOLS.items()}
_SPELLINGS |= {"low": "k"} | dict.fromkeys((".", "..", "...", "…", "-", "--", "n/a", "na", "n.a.", "#n/a"), ":")

_EDGE = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,9})?"
_BAND = re.compile(
    rf"(?P<sign>[<>]=?|[≤≥]|fewer than|less than|under|more than|over)\s?(?P<edge>{_EDGE})(?P<cent>%?)"
    rf"|(?P<low>{_EDGE})%?\s?(?:-|to)\s?(?P<high>{_EDGE})(?P<cents>%?)"
)
_SIGNS = {"≤": "<=", "≥": ">="} | dict.fromkeys(("fewer than", "less than", "under"), "<")
_SIGNS |= dict.fromkeys(("more than", "over"), ">")
_SIGN_WORDS = {"<": "fewer than", ">": "more than", "<=": "at most", ">=": "at least"}


def symbol_of(text: str, own: Mapping[str, str] | None = None) -> str | None:
    """Give the canonical symbol or band of a tidy text, or None when it is neither; `[x]` is `x`.

    `own` is what the file's dialect writes differently, as `symbols_of` gives it.
    """
    word = text.lower()
    if len(word) > 2 and word[0] == "[" and word[-1] == "]":
        word = word[1:-1].strip()
    if own and word in own:
        return own[word]
    return _SPELLINGS.get(word) or _band(word)


def _band(word: str) -> str | None:
    """Give a band as `<5` or `90-99`; a year (2018-2019) and a backward pair (99-90) are none."""
    found = _BAND.fullmatch(word)
    if not found:
        return None
    if found["sign"]:
        return f"{_SIGNS.get(found['sign'], found['sign'])}{found['edge'].replace(',', '')}{found['cent']}"
    ends = [found[end].replace(",", "") for end in ("low", "high")]
    low, high = map(float, ends)
    is_year = high == low + 1 and 1900 <= low < 2200
    return None if high <= low or is_year else f"{'-'.join(ends)}{found['cents']}"


def symbol_text(symbol: str) -> str:
    """Say a symbol in words: `suppressed`, `fewer than 5` for `<5`, `90 to 99` for `90-99`; nothing for a number."""
    if symbol in SYMBOLS:
        return SYMBOLS[symbol]
    found = _BAND.fullmatch(symbol)
    if not found:
        return symbol
    if found["low"]:
        return f"{_grouped(found['low'])} to {_grouped(found['high'])}{found['cents']}"
    words = "less than" if found["sign"] == "<" and found["cent"] else _SIGN_WORDS.get(found["sign"], found["sign"])
    return f"{words} {_grouped(found['edge'])}{found['cent']}"


def _grouped(digits: str) -> str:
    whole, point, rest = digits.partition(".")
    return f"{int(whole):,}{point}{rest}"
