"""The symbols that stand where a number could not: their many spellings and their one meaning.

In: a cell's text. Out: a canonical symbol or band, and its words for readers. None of them is ever 0.
"""

import re

SYMBOLS: dict[str, str] = {
    "c": "suppressed",
    "x": "not available",
    "z": "not applicable",
    "k": "rounds to zero",
    "u": "unreliable",
    ":": "missing",
}
"""Canonical symbol to its meaning."""

_SPELLINGS = {symbol: symbol for symbol in SYMBOLS}
_SPELLINGS |= {"low": "k"} | dict.fromkeys((".", "..", "...", "…", "-", "--", "n/a", "na", "n.a.", "#n/a"), ":")

_BAND = re.compile(
    r"(?P<sign>[<>]=?)(?P<edge>[0-9]+(?:\.[0-9]+)?)(?P<cent>%?)"
    r"|(?P<low>[0-9]+(?:\.[0-9]+)?)%?(?:-|to)(?P<high>[0-9]+(?:\.[0-9]+)?)(?P<cents>%?)"
)
_SIGN_WORDS = {"<": "fewer than", ">": "more than", "<=": "at most", ">=": "at least"}


def symbol_of(text: str) -> str | None:
    """Give the canonical symbol or band of a tidy text, or None when it is neither; `[x]` is `x`."""
    word = text.lower()
    if len(word) > 2 and word[0] == "[" and word[-1] == "]":
        word = word[1:-1].strip()
    return _SPELLINGS.get(word) or _band(word)


def _band(word: str) -> str | None:
    compact = word.replace(" ", "").replace(",", "").replace("≤", "<=").replace("≥", ">=")
    found = _BAND.fullmatch(compact)
    if not found:
        return None
    if found["sign"]:
        return compact
    low, high = float(found["low"]), float(found["high"])
    is_year = high == low + 1 and 1900 <= low < 2200
    return None if high <= low or is_year else f"{found['low']}-{found['high']}{found['cents']}"


def symbol_text(symbol: str) -> str:
    """Say a symbol in words: `suppressed`, `fewer than 5` for `<5`, `90 to 99` for `90-99`; nothing for a number."""
    if symbol in SYMBOLS:
        return SYMBOLS[symbol]
    found = _BAND.fullmatch(symbol)
    if not found:
        return symbol
    if found["low"]:
        return f"{_grouped(found['low'])} to {_grouped(found['high'])}{found['cents']}"
    words = "less than" if found["sign"] == "<" and found["cent"] else _SIGN_WORDS[found["sign"]]
    return f"{words} {_grouped(found['edge'])}{found['cent']}"


def _grouped(digits: str) -> str:
    whole, point, rest = digits.partition(".")
    return f"{int(whole):,}{point}{rest}"
