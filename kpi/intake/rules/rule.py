"""What a check is: a code, how much it matters, its rule in prose, an example of each kind, and a function that looks.

In: a sheet, or the figures read from it with what is in force. Out: Problems, a thousand of one kind at most.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kpi.intake.facts import Facts
from kpi.intake.sheet import Places, Sheet
from kpi.problem import Problem, Severity, Where

MOST = 1_000
"""Problems of one check that are told one by one; the rest are counted."""
NOT_RUN = "check-not-run"

Say = Callable[[int], tuple[str, str]]
"""Gives the message and the fix for a row, by its position in the figures."""


@dataclass(frozen=True, eq=False)
class Found:
    """Rows of the figures, ascending, where a check found something in the column of a role."""

    rows: Places
    role: str
    say: Say


@dataclass(frozen=True, kw_only=True)
class Rule:
    """What is said of every check.

    `fails` and `passes` are files that it refuses and lets through, on top of the published figures in `held`.
    """

    code: str
    severity: Severity
    prose: str
    fails: str
    passes: str
    held: str = ""


@dataclass(frozen=True, kw_only=True)
class SheetRule(Rule):
    """A check of the cells as they stand in the file, before anyone knows what they mean."""

    find: Callable[[Sheet], Iterable[Problem]]


@dataclass(frozen=True, kw_only=True)
class FigureRule(Rule):
    """A check of the figures."""

    find: Callable[[Facts], Iterable[Found | Problem]]


def problems_of(rule: FigureRule, facts: Facts) -> Iterator[Problem]:
    """Run a check of the figures and put what it found into words."""
    for found in rule.find(facts):
        if isinstance(found, Problem):
            yield found
            continue
        rows = facts.figures.cells.distinct(found.rows, found.role)
        for row in rows[:MOST].tolist():
            message, fix = found.say(row)
            yield Problem(rule.code, message, fix, facts.figures.cells.where(row, found.role), rule.severity)
        if len(rows) > MOST:
            yield more(rule, len(rows) - MOST, facts.figures.cells.where(int(rows[MOST]), found.role))


def more(rule: Rule, count: int, first: Where) -> Problem:
    """Say how many places were found beyond those that are told one by one; `first` is the first of them."""
    words = rule.code.replace("-", " ")
    return Problem(rule.code, f"{count:,} more of the same ({words}) from here on.", "", first, rule.severity)


def not_run(facts: Facts, check: str, reason: str) -> Problem:
    """Say that a check could not run, and why."""
    message = f"The check for {check} did not run {reason}."
    return Problem(NOT_RUN, message, "", facts.figures.cells.sheet.where(), Severity.NOTE)


def where(marked: NDArray[np.bool_]) -> Places:
    """Give the positions at which an array of flags is set."""
    return np.flatnonzero(marked).astype(np.int64)
