"""The record of revisions as words and a table: who did what, when and why, and what it changed.

In: Revisions, oldest first, as the ledger lists them. Out: Html; what a person typed stays literal.
"""

from collections.abc import Sequence

from kpi.ledger import Revision
from kpi.ui import address
from kpi.ui.markup import NOTHING, Html, element, facts, join, link
from kpi.ui.parts import mark, sentence
from kpi.ui.surround import moment
from kpi.ui.table import Column, Group, Line, Table, html

PER_PAGE = 50
SHORT = 8
"""Characters of a hash that are shown where there is no room for all of it."""

_DECLARED = {
    "update": "Updated the plan",
    "sign-off": "Signed off the plan",
    "panel": "Added to the panel's record",
    "paper": "Wrote in papers",
    "briefing": "Prepared a briefing",
    "publication": "Published papers",
}
"""What revisions did that hold entries, by their kind."""
_PUBLISHED = {"load": "Published", "benchmark": "Loaded published figures of others from"}
_NOTHING = ("nothing in force", "no figures")
_COUNTED = ("new", "changed", "unchanged", "withdrawn")
_COLUMNS = (
    Column("Revision", class_="kpi-col-revision"),
    Column("When", class_="kpi-col-when"),
    Column("Who", class_="kpi-col-who"),
    Column("What", class_="kpi-col-what"),
    Column("Note"),
    Column("File's hash", class_="kpi-col-hash"),
)


def lead(entries: Sequence[Revision]) -> Html:
    """Say how long the record is and what stands at its end."""
    if not entries:
        return sentence("Nothing has been published yet.", lead=True)
    newest = entries[-1]
    many = "One revision is" if len(entries) == 1 else f"{len(entries):,} revisions are"
    return join(
        [
            sentence(f"{many} on record; the newest was made on {moment(newest.at)} by {newest.who}.", lead=True),
            sentence("Nothing is ever overwritten: a correction and an undo are revisions too."),
        ]
    )


def what(entry: Revision, entries: Sequence[Revision]) -> str:
    """Say in a few words what a revision did."""
    if entry.kind in _PUBLISHED:
        return f"{_PUBLISHED[entry.kind]} {entry.file}: {counts(entry)}"
    if entry.kind in _DECLARED:
        return f"{_DECLARED[entry.kind]}{f' from {entry.file}' if entry.file else ''}: {counts(entry)}"
    if entry.kind == "definitions":
        return "Recorded new definitions"
    taken = entries[(entry.undoes or 1) - 1]
    if taken.kind == "undo":
        return f"Took back the undo in revision {taken.number}, so revision {taken.undoes} is in force again"
    return f"Took revision {taken.number} back"


def counts(entry: Revision) -> str:
    """Say what a load changed: '3 new, 2 changed'."""
    given = {name: int(getattr(entry, name)) for name in _COUNTED}
    return (
        ", ".join(f"{count:,} {name}" for name, count in given.items() if count) or _NOTHING[entry.kind in _PUBLISHED]
    )


def page_of(text: str | None, count: int) -> int:
    """Read the page asked for, from 1; what is no page falls back to the first."""
    last = pages(count)
    known = text is not None and text.isascii() and text.isdigit() and len(text) < 10
    return min(max(int(text or 1), 1), last) if known else 1


def pages(count: int) -> int:
    """Count the pages that so many revisions fill, 1 at least."""
    return max(1, -(-count // PER_PAGE))


def chosen(entries: Sequence[Revision], text: str | None) -> Revision | None:
    """Give the revision that the address names, None when there is none such."""
    known = text is not None and text.isascii() and text.isdigit() and 0 < int(text[:9]) <= len(entries)
    return entries[int(text[:9]) - 1] if text and known else None


def table(entries: Sequence[Revision], page: int, shown: Revision | None) -> Html:
    """Draw one page of the record, the newest first."""
    newest_first = entries[::-1][(page - 1) * PER_PAGE : page * PER_PAGE]
    lines = tuple(_line(entry, entries, shown) for entry in newest_first)
    first, last = (newest_first[0].number, newest_first[-1].number) if newest_first else (0, 0)
    caption = f"Revisions {first:,} to {last:,} of {len(entries):,}" if len(entries) > PER_PAGE else "Every revision"
    empty = "Nothing has been published yet."
    return html(Table(f"{caption}, the newest first", _COLUMNS, (Group(lines),), class_="kpi-record", empty=empty))


def _line(entry: Revision, entries: Sequence[Revision], shown: Revision | None) -> Line:
    number = link(f"Revision {entry.number}", address.here("history", revision=entry.number))
    undone = mark(f"Undone by revision {entry.undone_by}") if entry.undone_by else NOTHING
    did = join([what(entry, entries), undone], " ")
    cells = (number, moment(entry.at), entry.who, did, entry.note, _hash(entry.sha256))
    return Line(cells, "kpi-here" if shown and shown.number == entry.number else None)


def _hash(sha256: str | None) -> Html:
    """Show the beginning of a file's hash; all of it stands with the revision."""
    if not sha256:
        return element("span", "no file", class_="kpi-quiet")
    return element("code", sha256[:SHORT], title=sha256)


def turn(page: int, count: int) -> Html:
    """Link to newer and older pages."""
    last = pages(count)
    if last == 1:
        return NOTHING
    newer = link("Newer revisions", address.here("history", page=page - 1 if page > 2 else None), rel="prev")
    older = link("Older revisions", address.here("history", page=page + 1), rel="next")
    where = element("span", f"Page {page:,} of {last:,}", aria_current="page")
    pieces = (newer if page > 1 else NOTHING, where, older if page < last else NOTHING)
    return element("nav", *pieces, class_="kpi-turn", aria_label="Pages of the record")


def detail(entry: Revision, entries: Sequence[Revision]) -> Html:
    """Say everything about one revision."""
    return facts(
        {
            "What": what(entry, entries),
            "When": moment(entry.at),
            "Who": entry.who,
            "Note": entry.note,
            "File's hash (SHA-256)": element("code", entry.sha256) if entry.sha256 else None,
            "Figures in the file": f"{entry.rows:,}" if entry.kind in _PUBLISHED else None,
            "Entries in it": f"{entry.rows:,}" if entry.kind in _DECLARED else None,
            "Undone by": _to(entry.undone_by),
            "Took back": _to(entry.undoes),
            "Hash of the definitions in force": element("code", entry.definitions),
            "Seal of this revision": element("code", entry.hash),
        }
    )


def _to(number: int | None) -> Html | None:
    return link(f"Revision {number}", address.here("history", revision=number)) if number else None


def onward(entry: Revision) -> Html:
    """Link to the scorecard and definitions as they were known at a revision."""
    card = link(f"See the scorecard as at revision {entry.number}", address.link("scorecard", as_at=entry.number))
    terms = link("See the definitions then in force", address.link("definitions", as_at=entry.number))
    close = link("Close", address.here("history", revision=None))
    return element("p", join([card, terms, close], " · "))
