"""What stands between a paper and its publication: each thing with its state and what to do about it.

In: Sources, the figures that the quarter asks for, today. Out: items in the order in which they are worked through.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final, Literal

from kpi.intake.due import Due
from kpi.panel.readiness import days
from kpi.period import reader_date
from kpi.reports.sources import OF_PLAN, Sources
from kpi.story import words

State = Literal["done", "open", "late", "note"]
"""Done; to be done; too late for the papers; told, and nothing to be done."""
STATE_WORDS: Final[dict[State, str]] = {"done": "done", "open": "to do", "late": "late", "note": "for information"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to check; `details` name what is missing, one a line. `stops` tells that it makes the paper a draft."""

    id: str
    title: str
    state: State
    text: str
    fix: str = ""
    details: tuple[str, ...] = ()
    stops: bool = False

    @property
    def word(self) -> str:
        """The state as people read it."""
        return STATE_WORDS[self.state]

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return asdict(self) | {"details": list(self.details)}


def checklist(sources: Sources, due: Sequence[Due], today: date) -> tuple[Item, ...]:
    """Check figures, updates, texts, quoted figures and the deadline."""
    found = (_figures(sources, due), _updates(sources), _texts(sources), _quoted(sources), _deadline(sources, today))
    return tuple(item for item in found if item)


def _figures(sources: Sources, due: Sequence[Due]) -> Item:
    """Tell which of the figures that the paper tells of have arrived."""
    told = {(row.indicator, row.area) for row in sources.told_of(sources.paper.sections)}
    asked = [one for one in due if (one.indicator, one.area) in told]
    missing = [one for one in asked if not one.arrived]
    details = tuple(
        f"{words.named(one.title, one.area, one.area_title)}, {words.when(one.period)}: promised by the {one.owner} "
        f"for {reader_date(one.expected)}"
        for one in missing
    )
    text = f"{len(asked) - len(missing):,} of {len(asked):,} figures have arrived."
    if not missing:
        return Item("figures", "Figures complete", "done", text)
    fix = "Ask the owner and load the figure, or let the paper say that there is none."
    return Item("figures", "Figures complete", "open", text, fix, details)


def _updates(sources: Sources) -> Item | None:
    """Tell which service areas have signed off the quarter, where the paper tells of the plan."""
    if sources.plan is None or not sources.tells(OF_PLAN):
        return None
    areas = [area for area in sources.plan.areas if sources.plan.in_area(area.id)]
    changed = [area for area in areas if area.signed_off and area.signed_off.changed_since]
    waiting = [area for area in areas if area.signed_off is None]
    details = (
        *(f"{area.title}: {area.head}" for area in waiting),
        *(f"{area.title}: {area.head}, as something was changed since" for area in changed),
    )
    signed = len(areas) - len(waiting) - len(changed)
    text = f"{signed:,} of {len(areas):,} service areas have signed off {sources.period.short_label}."
    if not details:
        return Item("updates", "Updates signed off", "done", text)
    return Item("updates", "Updates signed off", "open", text, "Ask the Head of Service to sign off.", details)


def _texts(sources: Sources) -> Item | None:
    """Tell which texts are written, confirmed and cleared."""
    views = [view for view in sources.texts.values() if view.section.needed or view.written]
    if not views:
        return None
    gaps = [gap for view in views for gap in view.gaps]
    lacking = {gap.section for gap in gaps}
    text = f"{len(views) - len(lacking):,} of {len(views):,} texts are written and cleared."
    if not gaps:
        return Item("texts", "Texts written and cleared", "done", text)
    details = tuple(f"{gap.text} {gap.fix}" for gap in gaps)
    return Item("texts", "Texts written and cleared", "open", text, "Write what is missing.", details, stops=True)


def _quoted(sources: Sources) -> Item | None:
    """Tell which figures in the texts differ from the ledger's."""
    if not sources.texts:
        return None
    found = [one for view in sources.texts.values() for one in view.mismatches]
    if not found:
        return Item("quoted", "Figures quoted agree", "done", "No figure in the texts differs from the record.")
    text = "One figure in the texts differs" if len(found) == 1 else f"{len(found):,} figures in the texts differ"
    fix = "Correct the text, or load the figure if the record is behind."
    details = tuple(f"{one.where.column}: {one.message}" for one in found)
    return Item("quoted", "Figures quoted agree", "open", f"{text} from the record.", fix, details)


def _deadline(sources: Sources, today: date) -> Item:
    """Tell by when the papers are published: clear working days count neither that day nor the meeting's."""
    meeting, title = sources.meeting, "Deadline"
    if meeting is None:
        goes = "It goes to no meeting." if sources.paper.body is None else "The calendar has no meeting for it."
        return Item("deadline", title, "note", f"{goes} Send it when it is complete.")
    clear = sources.pack.panel.clear_days
    when = f"{reader_date(meeting.deadline)}, {clear:,} clear working days before"
    by = f"Papers for the {meeting.title} are published by {when}"
    if meeting.day < today:
        met = f"The {meeting.body_title} met on {reader_date(meeting.day)}; its papers were due by {when}."
        return Item("deadline", title, "note", met)
    left = (meeting.deadline - today).days
    if left < 0:
        fix = "Ask the chair to take it as an urgent item, or choose the next meeting."
        return Item("deadline", title, "late", f"{by}: {days(-left)} ago.", fix)
    return Item("deadline", title, "open", f"{by}: {'today' if left == 0 else f'in {days(left)}'}.", "Publish by then.")
