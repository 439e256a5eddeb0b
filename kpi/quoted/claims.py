"""Finds what a sentence claims of an indicator: 'Turnover was 11.2%, after 28.0% a year before' makes two claims.

In: a sentence in tokens. Out: claims with the number as written; a sentence that could be read otherwise makes none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from kpi.quoted.phrases import Phrase, phrase
from kpi.quoted.tokens import Kind, Sentence, Token

_SCALES: Final = {"m": 6, "million": 6, "k": 3, "thousand": 3, "bn": 9, "billion": 9}


class Qualifier(StrEnum):
    """How exactly a number is meant."""

    EXACTLY = "exactly"
    OVER = "over"
    UNDER = "under"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that a text gives for an indicator.

    `name` is the name as found, `areas` the areas that the sentence names, `decimals` those of the number as written
    (below 0 for thousands and millions), `mark` is '%', '£' or empty, `said` the words, `time` the time named.
    """

    name: str
    areas: tuple[str, ...]
    number: float
    decimals: int
    mark: str
    qualifier: Qualifier
    time: Phrase | None
    said: str


_LINKS: Final = frozenset(
    re.findall(
        r"\w+",
        "is are was were be been stood stands stand at to fell rose dropped went up down of came now reached has have "
        "had remains remained on the average in for also then currently still again",
    )
)
"""Words that may stand between a name and its number."""
_OPENERS: Final = frozenset(re.findall(r"\w+", "the our its and but that while as because though with however of"))
"""Words that may stand before a name without narrowing what it means."""
_QUALIFIED: Final = (
    (re.compile(r"\b(?:(?:just |well |slightly )?(?:over|above|more than)|at least)$"), Qualifier.OVER),
    (
        re.compile(r"\b(?:(?:just |well |slightly )?(?:under|below|less than|fewer than)|at most|up to)$"),
        Qualifier.UNDER,
    ),
    (re.compile(r"\b(?:about|around|roughly|approximately|some|nearly|almost|close to)$"), Qualifier.ABOUT),
)
_COUNTED: Final = r"(?:(?:cases?|days?|children|young people|in all|in total|on average) ?)*"
"""Words behind a number that only say what it counts."""
_OF: Final = re.compile(r"(?:of(?: all)?(?: the| our)?)?")
_THERE: Final = re.compile(r"(?:(?:and|but|now|with|there (?:are|were|was|is)|we (?:have|had)))*(?: now| still)?")
_AFTER: Final = re.compile(rf"{_COUNTED},? ?\(?(?:after|against|compared with|up from|down from|from)")
_FOLLOWS: Final = re.compile(
    r"(?:,.*|and|but|while|\(|\)|:.*|in|on average|after|against|compared with|up from|down from|)"
)
_BEFORE_TIME: Final = re.compile(rf"{_COUNTED}[,(]? ?(?:in|at|by|of|for|on|as at)?")
_GOES_ON: Final = re.compile(
    rf"{_COUNTED}\)? ?"
    r"(?:[,:(].*|(?:and|but|which|while|after|against|compared with|up from|down from|from|to|as|though|again|now)"
    r"\b.*|)"
)
"""What may follow a number and its time without narrowing what it is about: not 'in the duty team'."""
_OTHER_UNITS: Final = re.compile(
    r"\)?\s?(?:percentage |per cent )?(?:points?|weeks?|months?|years?|hours?|times|out of|in \d{1,2}(?! months)|or)\b"
)


def claims(sentence: Sentence) -> Iterator[Claim]:
    """Find every claim of a sentence."""
    for place, token in enumerate(sentence.tokens):
        if token.kind is Kind.NAME:
            at = _number_before(sentence, place)
            after = place if at is not None else None
            if at is None:
                at = after = _number_after(sentence, place)
            if at is not None and after is not None:
                yield from _claimed(sentence, place, at, after)


def _number_before(sentence: Sentence, place: int) -> int | None:
    """Find the number in front of a name that nothing narrows: '52% of files were judged good or outstanding'."""
    if not sentence.is_a(place - 1, Kind.NUMBER) or not _OF.fullmatch(sentence.gap(place)):
        return None
    if not _FOLLOWS.fullmatch(sentence.gap(place + 1)):
        return None
    before = _unqualified(sentence.gap(place - 1))
    counts = not _mark(sentence.tokens[place - 1])
    begins = _THERE.fullmatch(before) if place == 1 else before.endswith((",", "and", "but", "while"))
    return None if counts and not begins else place - 1


def _number_after(sentence: Sentence, place: int) -> int | None:
    """Find the number behind a name, with nothing but links, times and areas between: 'Turnover fell to 18.7%'."""
    before = re.sub("[,:()]", " ", sentence.gap(place)).split()
    if before and before[-1] not in _OPENERS:
        return None
    for at in range(place + 1, len(sentence.tokens)):
        if not _links(sentence.gap(at)):
            return None
        if sentence.tokens[at].kind is Kind.NUMBER:
            return at
        if sentence.tokens[at].kind not in (Kind.TIME, Kind.AREA, Kind.PER):
            return None
    return None


def _links(gap: str) -> bool:
    """Tell words that lead from a name to its number and change nothing."""
    words = _unqualified(gap).removeprefix(":").removesuffix("from").split()
    return all(word in _LINKS for word in words)


def _unqualified(gap: str) -> str:
    """Take the word off the end of a gap that says how exactly the number behind it is meant."""
    for pattern, _ in _QUALIFIED:
        gap = pattern.sub("", gap).strip()
    return gap


def _claimed(sentence: Sentence, place: int, at: int, after: int) -> Iterator[Claim]:
    """Give the claim of a name's number, and of the other number that it is set against.

    `at` is the number's place, `after` the place of the last token that the claim takes up.
    """
    starts_from = at > place and sentence.gap(at).endswith("from")
    ends = _time(sentence, after)
    if ends is None or (not starts_from and sentence.gap(ends.next) == "to"):
        return
    own = ends.time or _time_before(sentence, place, at)
    if own is not None or not starts_from:
        yield _claim(sentence, place, at, own)
    other = _time(sentence, ends.next) if sentence.is_a(ends.next, Kind.NUMBER) else None
    if other is None:
        return
    gap = _unqualified(sentence.gap(ends.next))
    if (starts_from and gap == "to") or (_AFTER.fullmatch(gap) and other.time is not None):
        yield _claim(sentence, place, ends.next, other.time)


@dataclass(frozen=True, slots=True)
class Ending:
    """How a claim ends: the time named behind it, and the place of the token that follows."""

    time: Token | None
    next: int


def _time(sentence: Sentence, after: int) -> Ending | None:
    """Find the time named right behind a token; None where the words behind it could change what is meant."""
    if _other_unit(sentence, after):
        return None
    place = after + 2 if sentence.is_a(after + 1, Kind.PER) else after + 1
    named = sentence.is_a(place, Kind.TIME) and _BEFORE_TIME.fullmatch(sentence.gap(place))
    end = Ending(sentence.tokens[place], place + 1) if named else Ending(None, place)
    runs_on = named and sentence.is_a(end.next, Kind.TIME)
    return end if not runs_on and _GOES_ON.fullmatch(sentence.gap(end.next)) else None


def _time_before(sentence: Sentence, place: int, at: int) -> Token | None:
    """Find the time between a name and its number, or in front of the name: 'In 2017-18 turnover was 28.0%'."""
    between = [token for token in sentence.tokens[place + 1 : max(at, place + 1)] if token.kind is Kind.TIME]
    if between:
        return between[-1]
    leads = all(word in _OPENERS for word in sentence.gap(place).replace(",", " ").split())
    return sentence.tokens[place - 1] if leads and sentence.is_a(place - 1, Kind.TIME) else None


def _other_unit(sentence: Sentence, at: int) -> bool:
    """Tell a number that counts something else: percentage points, weeks, so many out of so many."""
    is_number = sentence.tokens[at].kind is Kind.NUMBER
    behind = sentence.text[sentence.tokens[at].end :]
    return is_number and _OTHER_UNITS.match(behind.lstrip(" ")) is not None


def _claim(sentence: Sentence, place: int, at: int, time: Token | None) -> Claim:
    """Put a claim together."""
    name, number = sentence.tokens[place].found, sentence.tokens[at].found
    power = _SCALES.get(number["scale"] or "", 0)
    part = number["part"] or ""
    value = float(f"{number['digits'].replace(',', '')}{part}e{power}")
    areas = tuple(token.found[0] for token in sentence.tokens if token.kind is Kind.AREA)
    qualifier = next((q for pattern, q in _QUALIFIED if pattern.search(sentence.gap(at))), Qualifier.EXACTLY)
    told = phrase(time.found) if time else None
    decimals = max(len(part) - 1, 0) - power
    return Claim(name[0], areas, value, decimals, _mark(sentence.tokens[at]), qualifier, told, number[0])


def _mark(token: Token) -> str:
    """Give the mark of a number's unit."""
    return "%" if token.found["percent"] else "£" if token.found["pound"] else ""
