"""What day it is, or was, where the council is.

In: the clock, or a time. Out: a date in England.
"""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def today_in_england() -> date:
    """Give today's date where the council is."""
    return day_in_england(datetime.now(UTC))


def day_in_england(at: datetime) -> date:
    """Give the date in England at a time (aware)."""
    return at.astimezone(ZoneInfo("Europe/London")).date()
