"""What publishing a tracker would change, in words and a table: action, field, from and to, and its row in the file.

In: an UpdatePreview. Out: Html and a spreadsheet; every text of the file stays literal.
"""

from collections.abc import Mapping

from kpi.intake.updates import Choice, UpdateLine, UpdatePreview
from kpi.problem import Severity
from kpi.story import grammar
from kpi.ui import address
from kpi.ui.download import csv_file
from kpi.ui.markup import NOTHING, Html, element, join, link, prose
from kpi.ui.parts import heading, sentence
from kpi.ui.table import Column, Group, Line, Table, html

SHOWN = 100
"""Changes that are listed on the screen; the download has all."""
_COLUMNS = (
    Column("Field", class_="kpi-col-field"),
    Column("From"),
    Column("To"),
    Column("Row in the file", number=True),
)


def lead(preview: UpdatePreview) -> Html:
    """Say first what publishing would do and for which quarter; it is announced."""
    period = preview.candidate.period
    quarter = f"They are for {period.label}, plan year {preview.candidate.year}." if period else ""
    told = sentence(quarter) if quarter and preview.can_publish and preview.changes_something else None
    return element("div", sentence(counts_sentence(preview), lead=True), told, role="status")


def counts_sentence(preview: UpdatePreview) -> str:
    """Say in one sentence what publishing would change, or why nothing can be published."""
    refused = sum(problem.severity is Severity.ERROR for problem in preview.problems)
    if refused:
        many = "one problem is" if refused == 1 else f"{refused:,} problems are"
        return f"Nothing of {preview.name} can be published until {many} put right."
    if not preview.changes_something:
        return f"{preview.name} changes nothing: what it says is known already."
    counts = preview.counts
    parts = [
        f"declare the quarter of {_actions(counts['new'])}" if counts["new"] else "",
        f"change what is declared of {_actions(counts['changed'])}" if counts["changed"] else "",
    ]
    rest = f"; {_rows(counts['unchanged'])} nothing new" if counts["unchanged"] else ""
    return (
        f"Publishing {preview.name} would {grammar.listed(list(filter(None, parts)))}{rest}. Nothing is published yet."
    )


def done_sentence(preview: UpdatePreview, choices: Mapping[str, Choice]) -> str:
    """Say in one sentence what publishing has changed."""
    aside = sum(choice == "theirs" for choice in choices.values())
    stands = len(preview.landing) - aside
    told = [
        f"updates of {_actions(stands)}" if stands else "",
        f"{'one version' if aside == 1 else f'{aside:,} versions'} set aside" if aside else "",
    ]
    return f"{grammar.listed(list(filter(None, told)))}, from {preview.name}."


def _actions(count: int) -> str:
    return "one action" if count == 1 else f"{count:,} actions"


def _rows(count: int) -> str:
    return "one row says" if count == 1 else f"{count:,} rows say"


def table(preview: UpdatePreview) -> Html:
    """Show every change, by action."""
    count = len(preview.lines)
    if not count:
        return NOTHING
    groups: dict[str, list[UpdateLine]] = {}
    for line in preview.lines[:SHOWN]:
        groups.setdefault(line.ref, []).append(line)
    drawn = tuple(Group(tuple(map(_line, lines)), _title(lines[0], preview)) for lines in groups.values())
    caption = f"What would change, {min(SHOWN, count):,} of {count:,}"
    more = element("p", f"and {count - SHOWN:,} more; the download has them all.") if count > SHOWN else None
    shown = html(Table(caption, _COLUMNS, drawn, caption_seen=False, class_="kpi-preview"))
    return element("section", heading(f"What would change ({count:,})", 3), shown, more)


def _title(line: UpdateLine, preview: UpdatePreview) -> Html:
    period = preview.candidate.period
    there = address.link("action", ref=line.ref, year=preview.candidate.year, period=period.text if period else None)
    return join([link(line.ref, there), prose(f" {line.text}")])


def _line(line: UpdateLine) -> Line:
    return Line((line.field, prose(line.before), prose(line.after), f"{line.row:,}"))


def csv(preview: UpdatePreview) -> bytes:
    """Write every change of the preview."""
    rows = ((one.ref, one.text, one.field, one.before, one.after, one.row) for one in preview.lines)
    return csv_file(("ref", "action", "field", "before", "after", "row_in_file"), rows)
