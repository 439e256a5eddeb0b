"""The meeting that a quarter's paper goes to.

In: definitions, a recipe, a quarter. Out: the meeting, None for a paper that goes to none.
"""

from typing import Final

from kpi.definitions.pack import Pack
from kpi.definitions.paper import Paper
from kpi.panel import MeetingDay, meetings
from kpi.panel.meetings import first_carrying
from kpi.panel.programme import period_of
from kpi.panel.readiness import Quarters
from kpi.period import Period
from kpi.problem import Problem, ProblemError, excerpt

LONGEST_WAIT: Final = 366
"""Days after a quarter from which on no meeting is taken for its own."""


def meeting_for(pack: Pack, paper: Paper, period: Period, asked: str | None = None) -> MeetingDay | None:
    """Give the meeting of the paper's body that is asked for, else that the work programme takes the quarter to, else
    the first that can carry its figures; ProblemError unknown-meeting.
    """
    days = tuple(one for one in meetings(pack) if one.body == paper.body)
    if asked:
        found = next((one for one in days if one.id == asked), None)
        if found is None:
            fix = f"There are: {', '.join(one.id for one in days)}." if days else "This paper goes to no meeting."
            raise ProblemError([Problem("unknown-meeting", f"It has no meeting {excerpt(asked)} to go to.", fix)])
        return found
    whole = (one for one in pack.panel.work_programme if one.kind != "written_update" and not one.indicators)
    taken = {one.meeting for one in whole if period_of(one, pack) == period}
    named = next((one for one in days if one.id in taken and one.day > period.last_day), None)
    ready = Quarters(pack).of(period).ready_on
    found = named or (first_carrying(days, ready, public=False) if ready else None)
    return found if found and (found.day - period.last_day).days <= LONGEST_WAIT else None
