"""The words of papers that came with a pack: one file a quarter.

In: a file's name and bytes, and the definitions. Out: entries for the ledger, or a Problem with file and line for each
fault.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kpi.definitions.faults import validated
from kpi.definitions.pack import Pack
from kpi.definitions.paper import TextFile
from kpi.definitions.yaml_text import Document, read_yaml
from kpi.entry import Entry
from kpi.period import Calendar, Frequency, Period, PeriodError, read_as
from kpi.problem import Problem, ProblemError, has_errors
from kpi.reports.texts import check_written, entry, written_section


@dataclass(frozen=True)
class Texts:
    """The entries of a file; none where something is wrong with it."""

    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def read_texts(name: str, content: bytes, pack: Pack) -> Texts:
    """Read a file of texts; raises nothing for a bad one."""
    document = read_yaml(content, name)
    found, faults, _ = validated(document, (), TextFile)
    problems = (*document.problems, *faults)
    if found is None or has_errors(problems):
        return Texts((), problems)
    try:
        period = read_as(found.period, Frequency.QUARTER, Calendar(pack.council.calendar)).period
    except PeriodError as error:
        where = document.where(("period",))
        return Texts((), (*problems, Problem("period-unreadable", error.reason, error.question or "", where)))
    problems = (*problems, *_contradictions(found, document, pack))
    return Texts(() if has_errors(problems) else tuple(_entries(found, period)), problems)


def _contradictions(found: TextFile, document: Document, pack: Pack) -> Iterator[Problem]:
    """Require of each text a paper, a section of it in which people write, and a day that can be read; each once."""
    seen: set[tuple[str, str]] = set()
    for place, one in enumerate(found.texts):
        where = document.where(("texts", place, "section"))
        try:
            written_section(pack, one.paper, one.section)
        except ProblemError as error:
            yield from (Problem(told.code, told.message, told.fix, where) for told in error.problems)
        for told in check_written(one):
            yield Problem(told.code, told.message, told.fix, document.where(("texts", place, "cleared")))
        if (one.paper, one.section) in seen:
            message = f"{one.paper}/{one.section} is written twice."
            yield Problem("duplicate-text", message, "Keep one of the two.", where)
        seen.add((one.paper, one.section))


def _entries(found: TextFile, period: Period) -> Iterator[Entry]:
    for one in found.texts:
        yield entry(one.paper, one.section, period, one)
