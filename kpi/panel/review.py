"""The day on which the record of a quarter is read: a quarter that is over is judged as it was at its meeting.

In: definitions, a quarter, today. Out: a day.
"""

from datetime import date

from kpi.definitions.pack import Pack
from kpi.panel.meetings import MeetingDay, meetings
from kpi.panel.programme import period_of
from kpi.panel.readiness import Quarters
from kpi.panel.schedule import quarter_view
from kpi.period import Period


def review_day(pack: Pack, period: Period, today: date) -> date:
    """Give the day on which a quarter's record is read.

    That is today while the quarter or the one after it runs. An older quarter is read on the day of the public meeting
    that the work programme takes all of it to; else of the first public meeting that could carry its figures before
    the next quarter ended; else on the last day of the next quarter.
    """
    end = period.next().last_day
    if today <= end:
        return today
    days = meetings(pack)
    meeting = _taken_to(pack, days, period) or quarter_view(period, days, Quarters(pack)).meeting
    return min(meeting.day, today) if meeting else end


def _taken_to(pack: Pack, days: tuple[MeetingDay, ...], period: Period) -> MeetingDay | None:
    """Find the first public meeting to which the work programme takes all of a period's figures."""
    whole = (one for one in pack.panel.work_programme if one.kind != "written_update" and not one.indicators)
    taken = {one.meeting for one in whole if period_of(one, pack) == period}
    return next((one for one in days if one.id in taken and one.public and one.day > period.last_day), None)
