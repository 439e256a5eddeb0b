"""The actions of a plan on a scale of quarters: start, due date, moves, milestones, and the day the plan is read.

In: a PlanView and a page. Out: Html; every line says in words what its drawing shows.
"""

from dataclasses import dataclass
from datetime import date
from itertools import groupby

from kpi.period import Frequency, Period, consecutive, containing, reader_date
from kpi.plan import ActionView, PlanView
from kpi.plan.milestones import MilestoneView
from kpi.story import grammar
from kpi.ui.markup import Html, element, hidden, join
from kpi.ui.parts import heading
from kpi.ui.plan_choice import Choice, on_page
from kpi.ui.plan_words import ref_link, times, year_quarters

HEIGHT = 26
AFTER = 4
"""Quarters after the plan year that are drawn at most; what is due later runs to the edge."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Quarters one after another, from the plan year's first; `today` is the day as at which the plan stands."""

    quarters: tuple[Period, ...]
    today: date

    def at(self, day: date) -> float:
        """Give the place of a day, in per cent from the left; what lies outside is at the edge."""
        first, last = self.quarters[0].first_day, self.quarters[-1].last_day
        whole = (last - first).days + 1
        return min(max((day - first).days / whole, 0.0), 1.0) * 100

    def holds(self, day: date) -> bool:
        """Tell whether a day lies on the scale."""
        return self.quarters[0].first_day <= day <= self.quarters[-1].last_day


def scale(view: PlanView) -> Scale:
    """Make the scale of a plan: its year, and as many quarters more as its due dates need, four at most."""
    calendar = view.period.calendar
    quarters = year_quarters(view.year, calendar)
    dues = [one.due.day for one in view.actions if one.due.day]
    latest = containing(max([*dues, quarters[-1].last_day]), Frequency.QUARTER, calendar)
    last = min(latest, quarters[-1].shift(AFTER))
    return Scale(consecutive(quarters[0], last), min(view.day, view.period.last_day))


def timeline(view: PlanView, page: int, _choice: Choice, as_at: int | None) -> Html:
    """Draw one page of actions on their scale, under their service areas."""
    ruler = scale(view)
    areas = groupby(on_page(view.actions, page), key=lambda one: one.area_title)
    lists = (join([heading(title, 3), _lines(tuple(these), ruler, as_at)]) for title, these in areas)
    nothing = element("p", "No action matches this choice.") if not view.actions else None
    return element("div", key(ruler), _ruler(ruler), *lists, nothing, class_="kpi-time")


def _lines(actions: tuple[ActionView, ...], ruler: Scale, as_at: int | None) -> Html:
    return element("ol", *(element("li", _name(one, as_at), _drawing(one, ruler)) for one in actions))


def _name(one: ActionView, as_at: int | None) -> Html:
    return element("span", ref_link(one, as_at), " ", one.text, hidden(f" {in_words(one)}"), class_="kpi-named")


def in_words(one: ActionView) -> str:
    """Say what the drawing of an action shows."""
    due = f"due {one.due.short_label}" if one.due.day else "ongoing"
    moved = f", first due {one.original_due.short_label} and moved {times(len(one.moves))}" if one.moves else ""
    done = f", {one.percent:g}% done" if one.percent is not None else ""
    steps = grammar.listed([f"{step.title}, due {step.due.short_label}, {step.word}" for step in one.milestones])
    told = f" Milestones: {steps}." if one.milestones else ""
    return f"From {reader_date(one.start)}, {due}{moved}; {one.stage_word}{done}.{told}"


def _ruler(ruler: Scale) -> Html:
    names = (
        element("text", f"Q{quarter.quarter_number}", x=f"{ruler.at(quarter.first_day) + 0.6:.2f}%", y=18)
        for quarter in ruler.quarters
    )
    drawn = element("svg", *_grid(ruler), *names, width="100%", height=HEIGHT)
    span = f"{ruler.quarters[0].short_label} to {ruler.quarters[-1].short_label}"
    return element("div", element("span", span), drawn, class_="kpi-scale", aria_hidden="true")


def _grid(ruler: Scale) -> list[Html]:
    """Rule the beginning of every quarter, and the day the plan is read."""
    lines = [_rule(ruler.at(quarter.first_day), "kpi-grid") for quarter in ruler.quarters]
    return [*lines, _rule(ruler.at(ruler.today), "kpi-today")] if ruler.holds(ruler.today) else lines


def _rule(place: float, class_: str, top: int = 0, foot: int = HEIGHT) -> Html:
    x = f"{place:.2f}%"
    return element("line", x1=x, x2=x, y1=top, y2=foot, class_=class_)


def _drawing(one: ActionView, ruler: Scale) -> Html:
    """Draw one action: its time as first agreed, what was added by moves, what is done, due dates and milestones."""
    end = ruler.quarters[-1].last_day
    due, first = one.due.day or end, one.original_due.day or end
    begin, agreed, now = ruler.at(one.start), ruler.at(first), ruler.at(due)
    share = 1.0 if one.finished else (one.percent or 0.0) / 100
    pieces = [*_grid(ruler), _bar(begin, min(agreed, now), "kpi-bar"), _bar(min(agreed, now), now, "kpi-later")]
    pieces.append(_bar(begin, begin + (now - begin) * share, "kpi-done", 10, 6))
    if one.moves and one.original_due.day and ruler.holds(first):
        pieces.append(_rule(agreed, "kpi-first-due", 5, HEIGHT - 5))
    if one.due.day and ruler.holds(due):
        pieces.append(_rule(now, "kpi-due", 3, HEIGHT - 3))
    pieces.extend(_step(step, ruler) for step in one.milestones if step.due.day and ruler.holds(step.due.day))
    return element("svg", *pieces, width="100%", height=HEIGHT, aria_hidden="true")


def _bar(start: float, end: float, class_: str, top: int = 7, height: int = 12) -> Html:
    width = max(end - start, 0.0)
    return element("rect", x=f"{start:.2f}%", width=f"{width:.2f}%", y=top, height=height, class_=class_)


def _step(step: MilestoneView, ruler: Scale) -> Html:
    place = ruler.at(step.due.day) if step.due.day else 0.0
    done = " kpi-step-done" if step.state == "done" else ""
    return element("circle", cx=f"{place:.2f}%", cy=HEIGHT // 2, r=4.5, class_=f"kpi-step{done}")


def key(ruler: Scale) -> Html:
    """Explain the drawing."""
    drawn = {
        "time agreed, and how much is done": [_bar(5, 95, "kpi-bar"), _bar(5, 55, "kpi-done", 10, 6)],
        "time added when the due date moved": [_bar(5, 95, "kpi-later")],
        "first due": [_rule(50, "kpi-first-due", 5, HEIGHT - 5)],
        "due": [_rule(50, "kpi-due", 3, HEIGHT - 3)],
        "milestone done": [element("circle", cx="50%", cy=HEIGHT // 2, r=4.5, class_="kpi-step kpi-step-done")],
        "milestone open": [element("circle", cx="50%", cy=HEIGHT // 2, r=4.5, class_="kpi-step")],
        f"as at {reader_date(ruler.today)}": [_rule(50, "kpi-today")],
    }
    items = (
        element("li", element("svg", *pieces, width=34, height=HEIGHT, aria_hidden="true"), words)
        for words, pieces in drawn.items()
    )
    return element("ul", *items, class_="kpi-key", aria_label="What the drawing shows")
