"""The calendar of meetings: when papers are due, which quarter's figures they can show, what will be late.

In: meetings and quarters with their readiness. Out: Html; every day is counted by kpi.panel.
"""

from collections.abc import Sequence
from datetime import date

from kpi.panel.meetings import MeetingDay
from kpi.panel.readiness import Awaited, days
from kpi.panel.schedule import MeetingView, QuarterView
from kpi.period import reader_date
from kpi.ui import address
from kpi.ui.markup import NOTHING, Html, element, facts, join, link, prose
from kpi.ui.parts import empty, heading, mark, sentence
from kpi.ui.table import Column, Group, Line, Table, html, of_rows

MADE_UP = "Illustrative"
_MEETINGS = (
    Column("Meeting", class_="kpi-col-meeting"),
    Column("Papers published by", class_="kpi-col-day"),
    Column("What the papers can show"),
    Column("Late figures", number=True, class_="kpi-col-late"),
)
_QUARTERS = (
    Column("Quarter", class_="kpi-col-quarter"),
    Column("Figures ready on", class_="kpi-col-day"),
    Column("Meeting that fits", class_="kpi-col-meeting"),
    Column("In words"),
)
_LATE = ("Figure", "Period", "Who answers for it", "Promised by", Column("Late by", number=True))


def title(meeting: MeetingDay) -> Html:
    """Name a meeting, and say that it was made up where it was."""
    return join([meeting.title, mark(MADE_UP) if meeting.illustrative else None], " ")


def meetings(views: Sequence[MeetingView], day: date, chosen: str) -> Html:
    """Draw the meetings still to come on a day, the next first; those held before are opened on demand."""
    if not views:
        return empty("No meeting is in the calendar.", "Add the meetings to panel.yaml in the council's pack.")
    coming = [view for view in views if view.day >= day]
    held = [view for view in reversed(views) if view.day < day]
    caption = f"Meetings from {reader_date(day)} on, the next first"
    drawn = _table(caption, coming, chosen, "No later meeting is in the calendar.")
    if not held:
        return drawn
    summary = element("summary", f"{len(held):,} {'meeting' if len(held) == 1 else 'meetings'} before that day")
    earlier = _table(f"Meetings before {reader_date(day)}, the newest first", held, chosen, "")
    is_open = any(view.id == chosen for view in held)
    return join([drawn, element("details", summary, earlier, open=is_open)])


def _table(caption: str, views: Sequence[MeetingView], chosen: str, empty_words: str) -> Html:
    lines = tuple(_line(view, chosen) for view in views)
    return html(Table(caption, _MEETINGS, (Group(lines),), class_="kpi-record kpi-meetings", empty=empty_words))


def _line(view: MeetingView, chosen: str) -> Line:
    here = view.id == chosen
    there = address.here("panel", meeting=None if here else view.id)
    name = link(reader_date(view.day), there, aria_current="true" if here else None)
    place = ", ".join(filter(None, (view.venue, "" if view.public else "not public")))
    about = [element("small", view.body_title), element("small", place) if place else None]
    made_up = mark(MADE_UP) if view.illustrative else None
    shown = prose(gist(view))
    late = f"{view.late:,}" if view.late else "none"
    return Line((join([name, *about, made_up]), reader_date(view.deadline), shown, late), "kpi-here" if here else None)


def gist(view: MeetingView) -> str:
    """Say what a meeting's papers can show, without the deadline and the names of late figures."""
    shows = view.sentence.split(". ", 1)[-1].partition(": ")[0]
    return f"{shows.rstrip('.')}."


def quarters(views: Sequence[QuarterView]) -> Html:
    """Draw the quarters with the meeting that fits each, or the advice to send a written update."""
    rows = [
        (
            view.period.short_label,
            reader_date(view.quarter.ready_on) if view.quarter.ready_on else "not asked for",
            _fits(view),
            prose(view.sentence),
        )
        for view in views
    ]
    caption = "Which meeting can see which quarter"
    return of_rows(caption, _QUARTERS, rows, class_="kpi-quarters", empty="No quarter lies ahead.")


def _fits(view: QuarterView) -> Html:
    if view.meeting:
        return link(view.meeting.title, address.here("panel", meeting=view.meeting.id))
    return element("strong", "None: send a written update" if view.written_update else "None")


def one(view: MeetingView) -> Html:
    """Say everything about one meeting: its papers, what they can show, and each figure that will be late."""
    about = {
        "Venue": view.venue,
        "Open to the public": "Yes" if view.public else "No",
        "Papers published by": reader_date(view.deadline),
        "Newest quarter that ended before it": view.newest.period.label,
        "Newest quarter its papers can show whole": view.shows.label if view.shows else "None",
        "Source": view.meeting.source,
    }
    close = link("Close", address.here("panel", meeting=None))
    named = join([heading(view.title, 3), mark(MADE_UP) if view.illustrative else NOTHING])
    return join([named, sentence(view.sentence), facts(about), _late(view), element("p", close)])


def _late(view: MeetingView) -> Html:
    late = view.newest.late(view.deadline)
    rows = [_late_row(figure, view) for figure in late]
    caption = f"Figures of {view.newest.period.label} that miss the papers"
    return of_rows(caption, _LATE, rows, empty="None: every figure is promised in time.")


def _late_row(figure: Awaited, view: MeetingView) -> tuple[str | Html, ...]:
    there = address.link("indicator", indicator=figure.indicator)
    late = days(figure.late_by(view.deadline))
    return (link(figure.title, there), figure.period.short_label, figure.owner, reader_date(figure.expected), late)
