"""When an action or an answer is due: on a day, by the end of a period, or never in particular.

In: what a person wrote: `2019-03-31`, `30 September 2018`, `2018-19 Q4`, `March 2019`, `ongoing`. Out: a Due.
"""

from dataclasses import dataclass
from datetime import date
from functools import total_ordering
from typing import Final

from kpi.period import Calendar, Frequency, Period, PeriodError, parse, reader_date
from kpi.problem import excerpt

ONGOING: Final = "ongoing"


@total_ordering
@dataclass(frozen=True, slots=True)
class Due:
    """A due date as written and understood; `period` is None for ongoing, which comes after every day."""

    period: Period | None

    @property
    def day(self) -> date | None:
        """The last day on which it is not late, None for ongoing."""
        return self.period.last_day if self.period else None

    @property
    def text(self) -> str:
        """The canonical text: the canonical text of the period or day, or `ongoing`."""
        return self.period.text if self.period else ONGOING

    @property
    def label(self) -> str:
        """What people read: `31 March 2019`, `Q4 2018-19 (January to March 2019)` or `ongoing`."""
        return self.period.label if self.period else ONGOING

    @property
    def short_label(self) -> str:
        """The day in full, for a narrow column: `31 March 2019` or `ongoing`."""
        return reader_date(self.day) if self.day else ONGOING

    def passed(self, day: date) -> bool:
        """Tell whether it was due before a day."""
        return self.day is not None and self.day < day

    def within(self, first: date, last: date) -> bool:
        """Tell whether it falls from the first to the last day, both counted."""
        return self.day is not None and first <= self.day <= last

    def __lt__(self, other: "Due") -> bool:
        """Order by day; ongoing comes last. The same day written in two ways is ordered by its text."""
        return (self.day or date.max, self.text) < (other.day or date.max, other.text)


def read_due(text: str, calendar: Calendar = Calendar.FINANCIAL) -> Due:
    """Read a due date; raises PeriodError with the reason and the question for what cannot be read or is ambiguous."""
    if " ".join(text.split()).casefold() == ONGOING:
        return Due(None)
    return Due(parse(text, None if calendar is Calendar.FINANCIAL else calendar))


def read_day(text: str) -> date:
    """Read a single day such as `2019-06-19` or `19 June 2019`; raises PeriodError for anything longer."""
    period = parse(text)
    if period.frequency is not Frequency.DATE:
        raise PeriodError(f"{excerpt(text)} is not a day.", "Which day is meant? Write it as in 2019-06-19.")
    return period.first_day
