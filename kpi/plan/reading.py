"""As at which day a quarter of the plan is judged.

In: the quarter shown and the day on which it is read. Out: whether something was due by then.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kpi.definitions.due import Due
from kpi.period import Period


@dataclass(frozen=True)
class Reading:
    """A quarter, and the day on which it is read; what falls due after the quarter is not judged in it."""

    period: Period
    day: date

    @cached_property
    def first_day(self) -> date:
        """The day the quarter begins."""
        return self.period.first_day

    @cached_property
    def last_day(self) -> date:
        """The day the quarter ends."""
        return self.period.last_day

    @property
    def over(self) -> bool:
        """Whether the quarter has ended."""
        return self.day > self.last_day

    @property
    def as_at(self) -> date:
        """The day as at which the plan stands: the last day of a quarter that is over, else the day it is read."""
        return min(self.day, self.last_day)

    def passed(self, due: Due) -> bool:
        """Tell whether something was due and the day has gone by; the last day of a quarter that is over has."""
        day = due.day
        return day is not None and day < self.day and day <= self.last_day
