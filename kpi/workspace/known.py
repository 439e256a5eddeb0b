"""What is known at a revision: definitions, what people declared, and the figures, read once for many questions.

In: a workspace and a revision. Out: a Known, shared by every question about that revision.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache

import pandas as pd

from kpi import plan as plans
from kpi.definitions.pack import Pack
from kpi.entry import Entry
from kpi.expectation import Figures
from kpi.ledger import Ledger, Revision, read
from kpi.ledger.chain import undone
from kpi.period import Period
from kpi.plan import PlanView, RecordedDue, agreed_dues, recorded_dues
from kpi.scorecard import IndicatorHistory, Scorecard, assemble, judged_series
from kpi.scorecard.printed import printed
from kpi.workspace.place import Workspace, frame_at, pack_from

Agreed = tuple[int, datetime, str, dict[tuple[str, str], str]]
"""A revision that brought new definitions: its number, when, who, and the due dates by plan year and reference."""


@dataclass(frozen=True, eq=False)
class Known:
    """One revision of a council's record.

    `entries` holds every one ever made up to it, in force or not; `dues` the due dates that the definitions had one
    after another; `undone` the revision that took each undone one back.
    """

    pack: Pack
    revision: int
    entries: tuple[Entry, ...]
    figures: Figures
    scorecard: Callable[[Period], Scorecard]
    dues: tuple[RecordedDue, ...]
    undone: Mapping[int, int]
    plan: Callable[[str, Period, date], PlanView]


def known(place: Workspace, as_at: int | None = None, *, for_print: bool = False) -> Known:
    """Read what is known at a revision; None is the newest, with the definitions on disk.

    `for_print` withholds the figures that could point at a child, and with them whatever is concluded from them.
    """
    revision = place.head() if as_at is None else as_at
    return _known(place.ledger, revision, place.pack_at(as_at).text, for_print)


@lru_cache(maxsize=4)
def _known(ledger: Ledger, revision: int, definitions: str, for_print: bool) -> Known:
    pack = pack_from(definitions)

    @cache
    def frame() -> pd.DataFrame:
        return printed(frame_at(ledger, revision), pack) if for_print else frame_at(ledger, revision)

    @cache
    def figures(indicator: str, area: str) -> IndicatorHistory:
        return judged_series(frame(), pack, indicator, area, revision)

    @cache
    def scorecard(period: Period) -> Scorecard:
        return assemble(frame(), pack, period, revision)

    history = read.history(ledger)[:revision]
    entries = read.entries(ledger, revision, every=True)
    dues, taken_back = recorded_dues(_agreed(ledger, history)), undone(history)

    @lru_cache(maxsize=8)
    def plan(year: str, quarter: Period, day: date) -> PlanView:
        card = scorecard(quarter)
        return plans.assemble(pack, year, quarter, entries, figures, card, day, revision, dues, taken_back)

    return Known(pack, revision, entries, figures, scorecard, dues, taken_back, plan)


def _agreed(ledger: Ledger, history: tuple[Revision, ...]) -> Iterator[Agreed]:
    """Give the due dates of the definitions in force one after another, from the revision on that brought each."""
    last = ""
    for revision in history:
        if revision.definitions != last:
            last = revision.definitions
            yield revision.number, revision.at, revision.who, _dues(ledger, revision.number, last)


@lru_cache(maxsize=4096)
def _dues(ledger: Ledger, revision: int, _definitions: str) -> dict[tuple[str, str], str]:
    """Keep the due dates of each text of definitions, which are few, in place of the text."""
    return agreed_dues(read.definitions(ledger, revision))
