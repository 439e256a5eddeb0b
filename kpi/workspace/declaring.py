"""What every kind of declaration shares: the quarter it is about, and the one way into the ledger.

In: a workspace and entries. Out: the revision in which they were recorded.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kpi.entry import Entry
from kpi.ledger import write
from kpi.ledger.chain import Declaring
from kpi.period import Calendar, Frequency, Period, containing
from kpi.workspace.place import Workspace


@dataclass(frozen=True)
class Declares:
    """A workspace in which people declare things."""

    place: Workspace

    def quarter(self, period: str | Period | None = None, as_at: int | None = None) -> Period:
        """Give the quarter of the council's calendar in which a period ends; the opening one when none is given."""
        asked = self.place.period(period, as_at)
        calendar = Calendar(self.place.pack_at(as_at).council.calendar)
        return containing(asked.last_day, Frequency.QUARTER, calendar)

    def record(
        self,
        entries: Sequence[Entry],
        kind: Declaring,
        who: str,
        note: str,
        base: int | None,
        file: tuple[str, str] = ("", ""),
    ) -> int:
        """Record entries in one revision; `base` is the newest revision that the person had seen, `file` name and hash.

        Raises ProblemError: changed-beneath where one of them was declared anew since, or what the ledger refuses.
        """
        name, digest = file
        return write.record(
            self.place.ledger,
            entries,
            kind=kind,
            who=who,
            note=note,
            file=name,
            sha256=digest,
            definitions=self.place.pack.text,
            expected_head=base,
        )
