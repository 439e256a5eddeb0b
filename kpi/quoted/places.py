"""Where figures are quoted in words: the notes of figures, and what is declared of the plan quarter by quarter.

In: figures in the series contract, entries of the record. Out: warnings that say whose words they are.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Final

import pandas as pd

from kpi.entry import Entry
from kpi.period import Calendar, PeriodError, parse
from kpi.problem import Problem, Where
from kpi.quoted.check import Quotations

TEXTS: Final = ("commentary", "due_reason")
"""Fields of an entry in which people write."""
FileOf = Callable[[int], str | None]
"""Gives the file of a revision, None where it had none."""


def in_notes(frame: pd.DataFrame, quotations: Quotations, file_of: FileOf) -> Iterator[Problem]:
    """Check the notes of figures, each against the ledger as at the figure's own period."""
    told = frame[frame["note"].astype(str).str.contains(r"\d", regex=True)]
    by_id = quotations.pack.by_id
    for indicator, text, note, revision in zip(
        told["indicator"], told["period"], told["note"], told["revision"], strict=True
    ):
        if indicator in by_id:
            period = parse(text, Calendar(by_id[indicator].calendar))
            where = Where(file_of(int(revision)), column="note")
            for problem in quotations.check(note, period, where):
                yield _of(f"{by_id[indicator].title}, {period.short_label}", problem)


def in_entries(entries: Iterable[Entry], quotations: Quotations, file_of: FileOf) -> Iterator[Problem]:
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
            where = Where(file_of(entry.revision), column=name)
            for problem in quotations.check(text, quarter, where):
                yield _of(f"{entry.subject.partition('/')[2]}, {quarter.short_label}", problem)


def _of(whose: str, problem: Problem) -> Problem:
    """Say whose words a warning is about."""
    return replace(problem, message=f"{whose}: {problem.message}")
