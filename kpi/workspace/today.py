"""What day it is.

In: the clock. Out: today's date where the council is.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today_in_england() -> date:
    """Give today's date where the council is."""
    return datetime.now(ZoneInfo("Europe/London")).date()
