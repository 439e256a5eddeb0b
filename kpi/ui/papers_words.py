"""What the Papers screen says: whether a paper can go out, what people write in it, and what went out.

In: a report, its texts, publications. Out: Html.
"""

from collections.abc import Mapping, Sequence

from kpi.period import reader_date
from kpi.reports.checklist import Item
from kpi.reports.model import Report
from kpi.reports.publication import Publication
from kpi.reports.texts import TextView
from kpi.scorecard.since import Since, since_sentence
from kpi.ui import address
from kpi.ui.as_published import changes, when
from kpi.ui.markup import Html, element, join, link
from kpi.ui.parts import sentence
from kpi.ui.surround import moment
from kpi.ui.table import of_rows
from kpi.workspace.briefings import AUDIENCES

STATES = {"written": "Written", "carried": "Carried forward, not confirmed", "missing": "Missing"}
"""The state of a text in words."""
NOT_NEEDED = "Nothing written, which is allowed"


def said_of(found: Sequence[Publication], paper: str, as_at: int | None) -> Publication | None:
    """Choose the publication that the first sentence tells of: that of the revision shown, or the one in force."""
    own = (one for one in found if one.paper == paper)
    return next((one for one in own if (one.in_force if as_at is None else one.frozen.revision == as_at)), None)


def lead(
    report: Report,
    items: Sequence[Item],
    views: Mapping[str, TextView],
    out: Publication | None,
    changed: Mapping[int, tuple[Since, ...]],
) -> Html:
    """Say whether the paper went out or can go out, what is worth doing first, for which meeting it is and by when."""
    goes = f"It goes to the {report.meeting}." if report.meeting else ""
    by = f"Papers are published by {reader_date(report.deadline)}." if report.deadline else ""
    told = " ".join(part for part in (_first(items) if out is None else "", goes, by) if part)
    since = f" {since_sentence(changed.get(out.recorded, ()))}{_rewritten(views, out)}" if out else ""
    return join([sentence(f"{standing(report, out)}{since}", lead=True), sentence(told) if told else None])


def standing(report: Report, out: Publication | None) -> str:
    """Say whether the paper went out, whether it can, and how much is missing."""
    if out and report.revision == out.frozen.revision:
        return f"This is the paper as it was published{when(out)}."
    if out:
        return f"This paper was published{when(out)}, as at revision {out.frozen.revision}."
    count = len(report.gaps)
    if not count:
        return "This paper can be published: every text it needs is there."
    return f"This paper is a draft: {'one thing is' if count == 1 else f'{count} things are'} missing."


def _rewritten(views: Mapping[str, TextView], out: Publication) -> str:
    """Say how many texts were written after a paper went out."""
    count = sum(view.revision > out.frozen.revision for view in views.values())
    if not count:
        return ""
    return f" {'One text was' if count == 1 else f'{count:,} texts were'} written after it."


def _first(items: Sequence[Item]) -> str:
    """Name what is not needed and yet worth doing before a paper goes out."""
    titles = [item.title.lower() for item in items if item.state == "open" and item.details and not item.stops]
    return f"Still open: {', '.join(titles)}." if titles else ""


def checklist(items: Sequence[Item]) -> Html:
    """List what stands between the paper and its publication, each with its state and what to do."""
    rows = ((item.title, _state(item), _told(item)) for item in items)
    return of_rows("Before it goes out", ("What", "State", "How it stands"), rows, caption_seen=False)


def _state(item: Item) -> Html:
    return element("span", item.word.capitalize(), class_=f"kpi-state kpi-state-{item.state}")


def _told(item: Item) -> Html:
    """Say how one thing stands and what to do; what is missing is opened on request."""
    details = None
    if item.details:
        items = (element("li", one) for one in item.details)
        details = element("details", element("summary", "Which ones"), element("ul", *items))
    fix = element("span", f" {item.fix}", class_="kpi-fix") if item.fix else None
    return join([element("p", item.text, fix), details])


def texts(views: Mapping[str, TextView], *, folded: bool, writable: bool) -> Html:
    """List what people write: its state, who wrote it, a way to write it where it is `writable`; `folded` hides it."""
    if not views:
        return element("p", "Nobody writes in this paper.")
    there = sum(view.written is not None for view in views.values())
    count = "The text" if len(views) == 1 else f"{there:,} of {len(views):,} texts"
    summary = f"{count}: {'see, write or change' if writable else 'who wrote what and when'}"
    table = _texts(views, writable=writable)
    return element("details", element("summary", summary), table) if folded else table


def _texts(views: Mapping[str, TextView], *, writable: bool) -> Html:
    rows = ((view.section.title, _written(view), _by(view), _door(view)) for view in views.values())
    columns = ("Section", "State", "Who and when", "Write")
    seen = len(columns) if writable else len(columns) - 1
    shown = (row[:seen] for row in rows)
    return of_rows("What people write in this paper", columns[:seen], shown, caption_seen=False)


def _written(view: TextView) -> str:
    if view.state == "missing" and not view.section.needed:
        return NOT_NEEDED
    lacking = ", not cleared" if view.state == "written" and view.gaps else ""
    return f"{STATES[view.state]}{lacking}{differing(view)}"


def differing(view: TextView) -> str:
    """Say how many figures in a text differ from the record."""
    count = len(view.mismatches)
    if not count:
        return ""
    return f"; {'one figure differs' if count == 1 else f'{count:,} figures differ'} from the record"


def _by(view: TextView) -> str:
    if view.written is None:
        return ""
    when = f", {moment(view.at)}" if view.at else ""
    of = f" (for {view.said.short_label})" if view.said and view.state == "carried" else ""
    return f"{view.who}{when}{of}"


def _door(view: TextView) -> Html:
    words = "Write it" if view.written is None else "Change it" if view.state == "written" else "Confirm it"
    there = address.here("papers", record=view.section.id)
    return link(words, there, aria_label=f"{words}: {view.section.title}")


def published(found: Sequence[Publication], changed: Mapping[int, tuple[Since, ...]]) -> Html:
    """List what went out for the quarter, with what has changed since."""
    if not found:
        return element("p", "Nothing has been published for this quarter yet.")
    rows = (
        (
            one.frozen.title,
            _publisher(one),
            _recipients(one),
            _standing(one, changed.get(one.recorded, ())),
            _documents(one),
        )
        for one in found
    )
    columns = ("Paper", "Published by", "For", "Since then", "Documents")
    return of_rows("What went out", columns, rows, caption_seen=False)


def _publisher(one: Publication) -> Html:
    """Say who published a paper and when, and lead to the revision, which can be undone."""
    who = f"{one.who}{f', {moment(one.at)}' if one.at else ''}, "
    there = link(f"revision {one.recorded}", address.link("history", revision=one.recorded))
    return join([element("span", who), there])


def _recipients(one: Publication) -> str:
    """Say for whom a paper was, and to whom it went where somebody wrote that down."""
    audience = AUDIENCES.get(one.frozen.audience, "Everyone")
    return f"{audience}: {one.frozen.recipients}" if one.frozen.recipients else audience


def _standing(one: Publication, changed: tuple[Since, ...]) -> Html:
    """Say whether it still holds, and lead to the scorecard as it was."""
    there = link(
        f"The scorecard as published (revision {one.frozen.revision})",
        address.link("scorecard", period=one.period, as_at=one.frozen.revision),
    )
    paper = link(
        "The paper as published",
        address.link(
            "papers", paper=one.paper, period=one.period, meeting=one.frozen.meeting, as_at=one.frozen.revision
        ),
    )
    state = "" if one.in_force else "Published again since, or taken back. "
    doors = (element("p", door) for door in (paper, there))
    return join([element("p", f"{state}{since_sentence(changed)}"), *doors, changes(changed)])


def _documents(one: Publication) -> Html:
    """Name the documents with their hashes, opened on request."""
    items = (
        element("li", document.name, " ", element("code", document.sha256[:16]), f" {document.bytes:,} bytes")
        for document in one.frozen.documents
    )
    return element("details", element("summary", f"{len(one.frozen.documents)} documents"), element("ul", *items))
