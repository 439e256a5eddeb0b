"""Little words of the plan's sentences: counts, due dates, and lists of references.

In: numbers, due dates and references. Out: parts of English sentences.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from kpi.definitions.due import Due
from kpi.period import Calendar, Frequency, read_as, reader_date
from kpi.story import grammar

FEW: Final = 4
"""As many references as this are named in a sentence; of more only the number is told."""


def counted(count: int, singular: str, plural: str) -> str:
    """Say how many do what: 'one is complete', '27 are complete'."""
    return f"one {singular}" if count == 1 else f"{count:,} {plural}"


def actions(count: int) -> str:
    """Count actions: 'one action', '42 actions'."""
    return counted(count, "action", "actions")


def named(refs: Sequence[str]) -> str:
    """Name references where they are few: 'SSS 2.1 and YOT 2.2'; empty where they are many."""
    return grammar.listed(refs) if 0 < len(refs) <= FEW else ""


def capital(sentence: str) -> str:
    """Begin a sentence with a capital letter, whatever else it holds."""
    return sentence[:1].upper() + sentence[1:]


def joined(sentences: Iterable[str]) -> str:
    """Put sentences behind each other, without the empty ones."""
    return " ".join(sentence for sentence in sentences if sentence)


def when_due(due: Due) -> str:
    """Say when something is due: 'on 31 March 2019', 'by the end of Q4 2018-19 (31 March 2019)'."""
    if due.period is None or due.day is None:
        return "at no set date"
    if due.period.frequency is Frequency.DATE:
        return f"on {reader_date(due.day)}"
    return f"by the end of {due.period.short_label} ({reader_date(due.day)})"


def due_name(due: Due) -> str:
    """Name a due date: '31 March 2019', 'the end of Q4 2018-19', 'ongoing'."""
    whole = due.period is not None and due.period.frequency is not Frequency.DATE
    return f"the end of {due.period.short_label}" if due.period and whole else due.short_label


def is_due(due: Due) -> str:
    """Say what something is: 'due on 31 March 2019', or 'ongoing'."""
    return due.label if due.period is None else f"due {when_due(due)}"


def percent(value: float) -> str:
    """Write how much is done: '60%', '12.5%'."""
    return f"{value:g}%"


def year_after(year: str, calendar: Calendar) -> str:
    """Name the plan year that follows: '2019-20' after '2018-19'."""
    return read_as(year, Frequency.YEAR, calendar).period.next().text


def day(on: date) -> str:
    """Write a day for readers: '19 June 2019'."""
    return reader_date(on)
