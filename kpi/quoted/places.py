"""Where figures are quoted in words: the notes of figures, and what is declared of the plan quarter by quarter.

In: figures in the series contract, entries of the record. Out: warnings that say whose words they are.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi.entry import Entry
from kpi.period import Calendar, PeriodError, parse
from kpi.problem import Problem, Where
from kpi.quoted.check import Quotations
from kpi.quoted.names import plain

TEXTS: Final = ("commentary", "due_reason", "text")
"""Fields of an entry in which people write."""
DIGIT: Final = re.compile(r"[0-9]")
WhereOf = Callable[[int], Where]
"""Gives the place of a figure or an entry by the number of its revision, or of its row in a file."""


def in_notes(frame: pd.DataFrame, quotations: Quotations, where_of: WhereOf, by: str = "revision") -> Iterator[Problem]:
    """Check the notes of figures, each against the ledger as at the figure's own period.

    `by` is the column whose number tells the place of a figure.
    """
    by_id, told = quotations.pack.by_id, frame[naming(frame, quotations)]
    columns = (told[name] for name in ("indicator", "period", "note", by))
    for indicator, text, note, number in zip(*columns, strict=True):
        if indicator in by_id:
            period = parse(text, Calendar(by_id[indicator].calendar))
            for problem in quotations.check(note, period, replace(where_of(int(number)), column="note")):
                yield _of(f"{by_id[indicator].title}, {period.short_label}", problem)


def naming(frame: pd.DataFrame, quotations: Quotations) -> NDArray[np.bool_]:
    """Mark the figures whose note holds a digit and names an indicator."""
    notes, found = frame["note"].cat, quotations.names.pattern.search
    told = [bool(DIGIT.search(note) and found(plain(note))) for note in notes.categories]
    return np.array([*told, False], dtype=bool)[notes.codes.to_numpy()]


def in_entries(entries: Iterable[Entry], quotations: Quotations, where_of: WhereOf) -> Iterator[Problem]:
    """Check what is declared of a quarter, such as the commentary of an action."""
    for entry in entries:
        content = entry.content
        texts = {name: content[name] for name in TEXTS if isinstance(content.get(name), str)}
        if not texts or not entry.period:
            continue
        try:
            quarter = parse(entry.period)
        except PeriodError:
            continue
        for name, text in texts.items():
            for problem in quotations.check(text, quarter, replace(where_of(entry.revision), column=name)):
                yield _of(f"{entry.subject.partition('/')[2]}, {quarter.short_label}", problem)


def _of(whose: str, problem: Problem) -> Problem:
    """Say whose words a warning is about."""
    return replace(problem, message=f"{whose}: {problem.message}")
