"""A sentence cut into what matters: names of indicators and areas, times, numbers, and the words between.

In: one sentence. Out: tokens in order; what lies inside a name or a time is no number.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kpi.quoted.names import Names, plain
from kpi.quoted.phrases import PHRASE

_SENTENCES: Final = re.compile(r"(?<=[.;!?])\s+|\n+")
_NUMBER: Final = re.compile(
    r"(?<![\w£.,/-])(?P<pound>£)?(?P<digits>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?"
    r"(?:\s?(?P<percent>%|per cent\b|percent\b)|\s?(?P<scale>m|million|k|thousand|bn|billion)\b)?(?![\w/-]|[.,]\d)"
)
_PER: Final = re.compile(r"per \d{1,3}(?:,\d{3})*(?: children| people| young people)?")


class Kind(StrEnum):
    """What a token is."""

    NAME = "name"
    AREA = "area"
    TIME = "time"
    PER = "per"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, eq=False)
class Token:
    """A stretch of a sentence that matters, from `start` to `end` of its plain text."""

    kind: Kind
    start: int
    end: int
    found: re.Match[str]


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence in plain text with its tokens in order."""

    text: str
    tokens: tuple[Token, ...]

    def gap(self, place: int) -> str:
        """Give the words before a token, from the token before it; after the last token with the number of tokens."""
        start = self.tokens[place - 1].end if place else 0
        end = self.tokens[place].start if place < len(self.tokens) else len(self.text)
        return self.text[start:end].strip()

    def is_a(self, place: int, kind: Kind) -> bool:
        """Tell whether the token at a place is of a kind; there is none beyond the ends."""
        return 0 <= place < len(self.tokens) and self.tokens[place].kind is kind


def sentences(text: str, names: Names) -> Iterator[Sentence]:
    """Cut a text into sentences, and each into tokens; sentences that name no indicator are left out."""
    for part in _SENTENCES.split(text):
        said = plain(part).rstrip(".;!?")
        if names.pattern.search(said):
            yield Sentence(said, _tokens(said, names))


def _tokens(said: str, names: Names) -> tuple[Token, ...]:
    """Find tokens, the most telling kind first; what one has taken no other may have."""
    patterns = {
        Kind.NAME: names.pattern, Kind.AREA: names.areas, Kind.TIME: PHRASE, Kind.PER: _PER, Kind.NUMBER: _NUMBER,
    }  # fmt: skip
    left, found = said, list[Token]()
    for kind, pattern in patterns.items():
        for match in list(pattern.finditer(left)):
            found.append(Token(kind, match.start(), match.end(), match))
            left = f"{left[: match.start()]}{_TAKEN * (match.end() - match.start())}{left[match.end() :]}"
    return tuple(sorted(found, key=lambda token: token.start))


_TAKEN: Final = "\x00"
