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
from kpi.ui.as_published import changes
from kpi.ui.markup import Html, element, join, link
from kpi.ui.parts import sentence
from kpi.ui.surround import moment
from kpi.ui.table import of_rows

STATES = {"written": "Written", "carried": "Carried forward, not confirmed", "missing": "Missing"}
"""The state of a text in words."""
NOT_NEEDED = "Nothing written, which is allowed"


def lead(report: Report) -> Html:
    """Say what the paper is, for which meeting, by when, and whether it can go out."""
    goes = f" It goes to the {report.meeting}." if report.meeting else ""
    by = f" Papers are published by {reader_date(report.deadline)}." if report.deadline else ""
    return join([sentence(f"{report.title}. {standing(report)}", lead=True), sentence(f"{goes}{by}".strip())])


def standing(report: Report) -> str:
    """Say whether anything is missing."""
    count = len(report.gaps)
    if not count:
        return "Nothing is missing: it can be published."
    return f"It is a draft: {'one thing is' if count == 1 else f'{count} things are'} missing."


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


def texts(views: Mapping[str, TextView]) -> Html:
    """List what people write: its state, who wrote it, and a way to write it."""
    rows = ((view.section.title, _written(view), _by(view), _door(view.section.id)) for view in views.values())
    columns = ("Section", "State", "Who and when", "Write")
    return of_rows("What people write in this paper", columns, rows, empty="Nobody writes in this paper.")


def _written(view: TextView) -> str:
    return NOT_NEEDED if view.state == "missing" and not view.section.needed else STATES[view.state]


def _by(view: TextView) -> str:
    if view.written is None:
        return ""
    when = f", {moment(view.at)}" if view.at else ""
    of = f" (for {view.said.short_label})" if view.said and view.state == "carried" else ""
    return f"{view.who}{when}{of}"


def _door(section: str) -> Html:
    return link("Write it", address.here("papers", record=section), aria_label=f"Write it: {section}")


def published(found: Sequence[Publication], changed: Mapping[int, tuple[Since, ...]]) -> Html:
    """List what went out for the quarter, with what has changed since."""
    rows = (
        (
            one.frozen.title,
            f"{one.who}{f', {moment(one.at)}' if one.at else ''}",
            one.frozen.recipients or one.frozen.audience.replace("_", " "),
            _standing(one, changed.get(one.recorded, ())),
            _documents(one),
        )
        for one in found
    )
    columns = ("Paper", "Published by", "For", "Since then", "Documents")
    return of_rows("What went out", columns, rows, empty="Nothing has been published for this quarter yet.")


def _standing(one: Publication, changed: tuple[Since, ...]) -> Html:
    """Say whether it still holds, and lead to the scorecard as it was."""
    there = link(
        f"The scorecard as published (revision {one.frozen.revision})",
        address.link("scorecard", period=one.period, as_at=one.frozen.revision),
    )
    state = "" if one.in_force else "Published again since, or taken back. "
    return join([element("p", f"{state}{since_sentence(changed)}"), element("p", there), changes(changed)])


def _documents(one: Publication) -> Html:
    """Name the documents with their hashes, opened on request."""
    items = (
        element("li", document.name, " ", element("code", document.sha256[:16]), f" {document.bytes:,} bytes")
        for document in one.frozen.documents
    )
    return element("details", element("summary", f"{len(one.frozen.documents)} documents"), element("ul", *items))
