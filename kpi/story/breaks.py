"""Breaks: the periods from which a definition changed, so that earlier figures are not comparable.

In: an indicator and periods. Out: the break that lies between two periods, if any.
"""

from datetime import date
from functools import lru_cache

from kpi.definitions.indicator import Break, Indicator
from kpi.period import Calendar, Period, parse


def first_days(definition: Indicator) -> tuple[date, ...]:
    """Give the first day of each new definition, in the order they are declared."""
    calendar = Calendar(definition.calendar)
    return tuple(_first_day(broken.period, calendar) for broken in definition.breaks)


def between(definition: Indicator, earlier: Period | None, later: Period) -> Break | None:
    """Give the latest break that begins after `earlier` and no later than `later`; None when there is none."""
    days = zip(first_days(definition), definition.breaks, strict=True)
    crossed = [(day, broken.reason, broken) for day, broken in days if begun(day, later)]
    crossed = [item for item in crossed if earlier is None or not begun(item[0], earlier)]
    return max(crossed)[2] if crossed else None


def begun(first_day: date, period: Period) -> bool:
    """Tell whether a period is wholly or partly on a definition that begins on `first_day`."""
    return first_day <= period.last_day


@lru_cache(maxsize=4096)
def _first_day(text: str, calendar: Calendar) -> date:
    return parse(text, calendar).first_day
