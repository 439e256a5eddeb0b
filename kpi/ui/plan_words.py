"""Small pieces that the Plan and Action screens share: chips of the legend, links to actions, due dates, times.

In: an ActionView, or parts of it. Out: Html.
"""

from collections.abc import Iterable, Sequence

from kpi.definitions.due import Due
from kpi.definitions.legend import PlanStatus
from kpi.period import Calendar, Frequency, Period, consecutive, containing, read_as
from kpi.plan import ActionView
from kpi.ui import address
from kpi.ui.markup import Html, element, hidden, join, link
from kpi.ui.parts import chip

FEW = 4
"""As many references as this are named in a row."""
NO_STATUS = "No status declared"


def status_chip(status: PlanStatus | None) -> Html:
    """Show a declared status by the label of the legend; the colour never stands alone."""
    if status is None:
        return element("span", NO_STATUS.lower(), class_="kpi-quiet")
    return chip(status.colour, status.label)


def action_address(view: ActionView, as_at: int | None) -> str:
    """Give the address of an action's screen in the quarter and at the revision that is looked at."""
    return address.link("action", ref=view.ref, year=view.year, period=view.period.text, as_at=as_at)


def ref_link(view: ActionView, as_at: int | None) -> Html:
    """Link an action's reference to its screen."""
    return link(view.ref, action_address(view, as_at), class_="kpi-ref")


def named_link(view: ActionView, as_at: int | None) -> Html:
    """Link to an action by its reference, with its text behind it."""
    return join([ref_link(view, as_at), f" {view.text}"])


def times(count: int) -> str:
    """Say how often something happened: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count:,} times")


def due_in_full(due: Due) -> str:
    """Write a due date with its last day: '31 March 2019', '2019-20, by 31 March 2020', 'ongoing'."""
    if due.period is None or due.period.frequency is Frequency.DATE:
        return due.label
    return f"{due.period.short_label}, by {due.short_label}"


def due_words(view: ActionView) -> Html:
    """Say when it is due now and, where that was moved, how often and when it was due first."""
    if not view.moves:
        return element("span", view.due.short_label)
    first = f"moved {times(len(view.moves))}; first due {view.original_due.short_label}"
    return join([element("span", view.due.short_label), hidden(", "), element("small", first)])


def stage_words(view: ActionView) -> Html:
    """Say the stage, what was declared where a sign-off made another of it, and how much is done."""
    declared = f"declared: {view.declared_word}" if view.declared != view.stage else ""
    done = "" if view.percent is None else f"{view.percent:g}% done"
    told = (element("small", text) for text in (declared, done) if text)
    return join([element("span", view.stage_word.capitalize()), *told])


def about(actions: Iterable[ActionView], indicator: str, area: str) -> list[ActionView]:
    """Leave the actions that are expected to move the figures of one indicator and area."""
    wanted = indicator, area
    return [one for one in actions if wanted in ((e.indicator, e.area) for e in one.action.indicators)]


def refs(actions: Sequence[ActionView], as_at: int | None) -> Html | None:
    """Link to a few actions by their references, and say how many more there are; None for none."""
    if not actions:
        return None
    rest = f" and {len(actions) - FEW:,} more" if len(actions) > FEW else ""
    links = join((ref_link(one, as_at) for one in actions[:FEW]), ", ")
    return element("small", "Action " if len(actions) == 1 else "Actions ", links, rest)


def year_quarters(year: str, calendar: Calendar) -> tuple[Period, ...]:
    """Give the four quarters of a plan year, oldest first."""
    whole = read_as(year, Frequency.YEAR, calendar).period
    first = containing(whole.first_day, Frequency.QUARTER, calendar)
    return consecutive(first, first.shift(3))
