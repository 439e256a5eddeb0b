"""Working days in England, and the last day on which papers for a meeting can be published.

In: days. Out: bank holidays with their names, and the deadline that leaves so many clear working days.
"""

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

ENGLAND: Final = ("GB", "ENG")
"""Country and part of it, as the library of holidays names them."""
SATURDAY: Final = 5
ONE_DAY: Final = timedelta(days=1)


@lru_cache(maxsize=512)
def bank_holidays(year: int) -> dict[date, str]:
    """Give the bank holidays of England in a year with their names, by the `holidays` package; they are computed."""
    # Loaded when it is first needed: most answers never ask for a working day.
    import holidays

    country, subdivision = ENGLAND
    return dict(holidays.country_holidays(country, subdiv=subdivision, years=[year]))


def is_working_day(day: date) -> bool:
    """Tell a day that is neither at a weekend nor a bank holiday in England."""
    return day.weekday() < SATURDAY and day not in bank_holidays(day.year)


@lru_cache(maxsize=4096)
def clear_working_days_before(day: date, clear: int) -> date:
    """Give the last working day that leaves so many clear working days before a day; neither of the two is counted."""
    published, left = day - ONE_DAY, clear
    while left or not is_working_day(published):
        left -= is_working_day(published)
        published -= ONE_DAY
    return published
