"""The age at which a text can be read, so that an editor sees whether it is plain.

In: plain text. Out: a ReadingAge by the Flesch-Kincaid formula. Syllables are counted by rule, without a word list.
"""

import math
import re
from dataclasses import dataclass
from typing import Final

AIM: Final = 13
"""What the public texts aim at: a reader of 12 to 13 years."""
SCHOOL_STARTS: Final = 5
"""A pupil in the first year of the formula's grades is this much older than its number."""
YOUNGEST, OLDEST = 5, 25
_SENTENCE: Final = re.compile(r"[.!?](?=\s|$)|\n+|(?<=[:;])\s")
_WORD: Final = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*")
_VOWELS: Final = re.compile(r"[aeiouy]+")
_APART: Final = re.compile(
    r"(?<![tscgx])i[aou](?!n)|ian|(?<=[aeiouy][a-z])ea(?=s?$)|(?<!m)eo(?!us|ple|r)|ua[lt]|[eouy]ing|(?<![tc])ie(?=t|n[ct])"
    r"|scie|react|creat|oe[tm]|uel"
)
"""Vowels side by side that are said apart."""
_SILENT: Final = re.compile(
    r"(?<![aeiouylr])e$|(?<=[aeiouy][lr])e$|(?<=[gq])ue$|(?<![aeiouytd])(?<!ndr)ed$"
    r"|(?<![aeiouyscgxzh])es$|(?<=[^csxz]h)es$|(?<=som)e(?=[a-z]{2})"
    r"|(?<=[a-z]{2})e(?=(?:ly|ments?|less|ness|fully?|times?|where|work|one)$)"
)
"""An e that is not said."""
_IN_LE: Final = re.compile(r"[^aeiouy]l(?:e|es|ed)$")
_OTHERWISE: Final = {"business": 2, "carer": 2, "carers": 2, "rhythm": 2, "wednesday": 2}
"""Words that no rule gets right."""


@dataclass(frozen=True, slots=True)
class ReadingAge:
    """How hard a text is: the age at which it can be read, and what that rests on."""

    age: int
    words: int
    sentences: int
    longest: str
    """Its sentence with the most words, which is the first to cut."""

    @property
    def is_plain(self) -> bool:
        """Tell whether it meets the aim."""
        return self.age <= AIM

    @property
    def sentence(self) -> str:
        """Say it to the editor."""
        if not self.words:
            return "There is nothing to read yet."
        verdict = "which is plain" if self.is_plain else f"and the aim is {AIM}: shorten sentences, use shorter words"
        return f"Reading age {self.age}, {verdict}."


def reading_age(text: str) -> ReadingAge:
    """Give the age at which a text can be read, by the words in its sentences and the syllables in its words.

    The formula is that of Kincaid and others (1975), 0.39 x words a sentence + 11.8 x syllables a word - 15.59, a grade
    to which five years are added.
    """
    parts: list[list[str]] = [_WORD.findall(part) for part in _SENTENCE.split(text)]
    sentences = [part for part in parts if part]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return ReadingAge(YOUNGEST, 0, 0, "")
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59
    age = min(max(math.floor(grade + SCHOOL_STARTS + 0.5), YOUNGEST), OLDEST)
    longest: list[str] = max(sentences, key=len)
    return ReadingAge(age, len(words), len(sentences), " ".join(longest))


def syllables(word: str) -> int:
    """Count the syllables of an English word by rule: groups of vowels, less silent ones; a few in 100 are off."""
    return sum(_in_part(part) for part in word.lower().replace("’", "'").split("-")) or 1


def _in_part(part: str) -> int:
    stem, _, tail = part.partition("'")
    if stem in _OTHERWISE:
        return _OTHERWISE[stem]
    spoken = len(_VOWELS.findall(_SILENT.sub("", stem)))
    spoken += len(_APART.findall(stem)) + bool(_IN_LE.search(stem) and not stem.endswith("e"))
    # Didn't has one more than did, can't no more than can.
    return spoken + (tail == "t" and stem[-2:-1] not in "aeiou")
