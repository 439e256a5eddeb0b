"""Refuses what could not be kept exactly, whoever asks: the last look before anything is written.

In: figures in canonical form, entries in order, or texts. Out: nothing; ProblemError where something is wrong.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np

from kpi.entry import Entry, canonical
from kpi.ledger.figures import NUMBER_COLUMNS, TEXT_COLUMNS, WITHDRAWN, Figures
from kpi.problem import Problem, ProblemError, excerpt

LONGEST: Final = 200
"""Characters of an entry's kind, subject or period; a database's index takes no more."""
STATES: Final = frozenset({"final", "provisional", "illustrative", WITHDRAWN})


def check_figures(figures: Figures) -> None:
    """Refuse figures given twice, numbers that are not finite, unknown states, and texts that cannot be stored."""
    twice = figures.repeated()
    if twice:
        raise _refusal("duplicate-figure", f"{_name(twice)} is given more than once.", "Keep one of them.")
    for column in NUMBER_COLUMNS:
        endless = np.flatnonzero(np.isinf(getattr(figures, column)))
        if len(endless):
            name = _name(figures.named(int(endless[0])))
            raise _refusal("not-finite", f"The {column} of {name} is not a finite number.", "Leave it empty.")
    odd = sorted(set(figures.state.words) - STATES)
    if odd:
        fix = "Use final, provisional or illustrative."
        raise _refusal("unknown-state", f"{excerpt(odd[0])} is not a state of a figure.", fix)
    for column in TEXT_COLUMNS:
        for word in getattr(figures, column).words:
            check_texts(**{column: word})


def check_entries(entries: Sequence[Entry]) -> None:
    """Refuse ordered entries that are given twice, or whose texts cannot be stored or found again."""
    for one, next_one in pairwise(entries):
        if (one.key, one.aside) == (next_one.key, next_one.aside):
            raise _refusal("duplicate-entry", f"{_entry(one)} is given more than once.", "Keep one of them.")
    for one in entries:
        check_texts(kind=one.kind, subject=one.subject, period=one.period, body=one.body)
        if max(map(len, one.key)) > LONGEST:
            fix = f"Use at most {LONGEST} characters."
            raise _refusal("long-name", f"{_entry(one)} has a name that is too long to be found again.", fix)
        if one.body != canonical(one.content):
            raise ValueError(f"the body of {one.subject} is not canonical JSON; make entries with Entry.of")


def check_texts(**texts: str) -> None:
    """Refuse texts that one of the databases cannot store as they are."""
    for name, text in texts.items():
        if "\x00" in text or not _encodes(text):
            fix = "Type the text anew without the odd characters."
            raise _refusal("unstorable-text", f"The {name} {excerpt(text)} holds characters that are not text.", fix)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _name(key: tuple[str, str, str]) -> str:
    indicator, area, period = key
    return f"The figure of {excerpt(indicator)}, {excerpt(area)}, {excerpt(period)}"


def _entry(one: Entry) -> str:
    return f"The entry of {excerpt(one.subject)}, {excerpt(one.period)}"


def _refusal(code: str, message: str, fix: str) -> ProblemError:
    return ProblemError([Problem(code, message, fix)])
