"""Who wrote a symbol decides what it means: the same x is "not available" today and "suppressed" in 2013.

In: the name of a dialect. Out: what its symbols mean where that differs from today's; none of them is ever 0.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Dialect(StrEnum):
    """Whose symbols a file uses."""

    DFE = "dfe"
    DFE_2010_2017 = "dfe_2010_2017"
    ADOPTION = "adoption"
    LAIT = "lait"
    COUNCIL = "council"


Symbols = Mapping[str, str]
"""What is written, in small letters, and the canonical symbol it stands for."""

OF_DIALECT: Final[Mapping[Dialect, Symbols]] = MappingProxyType(
    {
        Dialect.DFE: MappingProxyType({"low": "k"}),
        Dialect.DFE_2010_2017: MappingProxyType({"x": "c", ".": "z", "..": "x", "-": "k", "*": "c"}),
        Dialect.ADOPTION: MappingProxyType({"x": "c", "*": "c"}),
        Dialect.LAIT: MappingProxyType({"-": ":"}),
        Dialect.COUNCIL: MappingProxyType({"*": "c"}),
    }
)
"""What a dialect writes differently; everything else means what it means today."""

DIALECT_WORDS: Final[Mapping[Dialect, str]] = MappingProxyType(
    {
        Dialect.DFE: "today's Department for Education files",
        Dialect.DFE_2010_2017: "Department for Education files of 2010 to 2017",
        Dialect.ADOPTION: "quarterly adoption returns",
        Dialect.LAIT: "the Local Authority Interactive Tool",
        Dialect.COUNCIL: "the council's own files",
    }
)
"""A dialect as people name it."""


def symbols_of(dialect: Dialect | str | None, own: Symbols | None = None) -> Symbols:
    """Give what a dialect writes differently, with a file's `own` symbols on top; nothing for None."""
    known = {} if dialect is None else dict(OF_DIALECT[Dialect(dialect)])
    return known | {text.strip().lower(): symbol for text, symbol in (own or {}).items()}
