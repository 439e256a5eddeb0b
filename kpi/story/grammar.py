"""English for titles: whether a title is plural, and the little words that follow from it.

In: an indicator's title. Out: verbs and pronouns that agree with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

IRREGULAR_PLURALS = frozenset({"children", "people", "men", "women", "staff", "police"})
SINGULAR_ENDINGS = ("ss", "us", "is")
AFTER_THE_NOUN = frozenset(
    re.findall(
        r"\w+",
        "a about above after against aged an are as at before below between by due during for from good held "
        "in into is known left less lost made met more no not of off on open out over overdue per seen since "
        "sent subject than that the through to under until up which who whose with within without",
    )
)
"""Words that end the noun of a title: 'Children | in need', 'Care leavers | the authority is not in touch with'."""


@dataclass(frozen=True)
class Grammar:
    """The words that agree with a title."""

    stands: str
    was: str
    its: str
    it: str

    @property
    def is_plural(self) -> bool:
        """Tell whether the title is plural."""
        return self.it == "they"

    def verb(self, singular: str, plural: str) -> str:
        """Choose the form of a verb."""
        return plural if self.is_plural else singular


SINGULAR = Grammar("is", "was", "its", "it")
PLURAL = Grammar("stand at", "were", "their", "they")


@lru_cache(maxsize=4096)
def of(title: str) -> Grammar:
    """Give the words that agree with a title, judged by its noun: the last word before 'in', 'of', 'completed' ..."""
    noun = _noun(_LIST.sub(" ", title.lower()) if _LIST.search(title) else _CUT.split(title.lower(), maxsplit=1)[0])
    plural = noun in IRREGULAR_PLURALS or (noun.endswith("s") and not noun.endswith(SINGULAR_ENDINGS))
    return PLURAL if plural else SINGULAR


_CUT = re.compile(r"[,:;(]")
_LIST = re.compile(r",(?=[^,:;(]* (?:and|or) )")
"""A comma of a list that goes on with 'and': 'Education, health and care plans'."""


def _noun(title: str) -> str:
    """Give the noun that a title is about."""
    noun = ""
    for word in title.split():
        if _ends_noun(word) and _may_be_noun(noun):
            return noun
        noun = word
    return noun


def _ends_noun(word: str) -> bool:
    return word in AFTER_THE_NOUN or word.endswith("ing") or _is_participle(word)


def _may_be_noun(word: str) -> bool:
    return bool(word) and word not in AFTER_THE_NOUN | {"and", "or"} and not _is_participle(word)


def _is_participle(word: str) -> bool:
    return word.endswith("ed") and not word.endswith("eed")


def listed(items: Sequence[str]) -> str:
    """Join items as people do: 'a', 'a and b', 'a, b and c'."""
    return " and ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)
