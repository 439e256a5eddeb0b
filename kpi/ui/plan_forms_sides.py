"""Two versions of one update side by side: what was known before, what somebody else recorded, what you say.

In: an action as it was and as it stands, and the Update that is not recorded yet. Out: Html.
"""

from kpi.intake.updates.news import NOTHING as NONE
from kpi.intake.updates.news import in_words, known_in_words, news
from kpi.ledger import Revision
from kpi.plan import ActionView, Update
from kpi.ui import ask
from kpi.ui.markup import Html, element, prose
from kpi.ui.surround import moment
from kpi.ui.table import Column, of_rows

UNTOUCHED = "not changed"


def who_and_when(action: ActionView) -> str:
    """Say who changed what the quarter says of an action last: 'Head of Workforce updated WFD 1.1 on ...'."""
    made = _last(action)
    if made is None:
        return f"{action.ref} was updated"
    did = "took back an update of" if made.kind == "undo" else "updated"
    return f"{made.who} {did} {action.ref} on {moment(made.at)} (revision {made.number})"


def _last(action: ActionView) -> Revision | None:
    number = action.quarter.last_change if action.quarter else 0
    return next((one for one in ask.history() if one.number == number), None)


def sides(ref: str, before: ActionView, now: ActionView, mine: Update, who: str) -> Html:
    """Draw every field that either version changes, with what was known before."""
    made = _last(now)
    theirs = f"Theirs: {made.who}, {moment(made.at)}" if made else "Theirs"
    yours = f"Yours: {who}" if who else "Yours"
    columns = (Column("Field", class_="kpi-col-field"), Column("Before"), Column(theirs), Column(yours))
    rows = ((name, *map(_cell, values)) for name, *values in compared(before, now, mine))
    return of_rows(f"Two versions of {ref}", columns, rows, class_="kpi-sides")


def compared(before: ActionView, now: ActionView, mine: Update) -> list[tuple[str, str, str, str]]:
    """List each field that either version changes: its name, what was known, what they say, what you say."""
    calendar = before.period.calendar
    quarter = now.quarter.update if now.quarter else None
    theirs = news(quarter, before, calendar) if quarter else Update()
    either = mine.over(theirs)
    own = dict(in_words(mine, now, now.legend, calendar))
    names = [name for name, _ in in_words(either, now, now.legend, calendar)]
    known = zip(names, known_in_words(either, before), known_in_words(either, now), strict=True)
    return [(name, was, stands, own.get(name, UNTOUCHED)) for name, was, stands in known]


def _cell(text: str) -> Html:
    return element("span", prose(text), class_="kpi-quiet" if text in (UNTOUCHED, NONE) else None)
