"""What publishing a file would change, in words and tables: new, changed from and to, unchanged, withdrawn.

In: a Preview. Out: Html and a spreadsheet; every text of the file stays literal.
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from kpi.intake.lines import Line
from kpi.intake.preview import Preview
from kpi.period import Calendar, Frequency, Period, containing, parse
from kpi.problem import Severity
from kpi.ui.download import csv_file
from kpi.ui.markup import NOTHING, Html, element, join
from kpi.ui.parts import heading, sentence
from kpi.ui.table import Column, of_rows

SHOWN = 50
"""Figures of one kind that are listed on the screen; the download has all."""
NAMED = 4
"""Periods that are named; the rest are counted."""

_PLACE = (Column("Indicator", class_="kpi-col-what"), Column("Period"))
_ROW = Column("Row in the file", number=True)
_FROM, _TO = Column("From", number=True), Column("To", number=True)
_NOTE = Column("Note")
_COLUMNS = {
    "new": (*_PLACE, Column("Figure", number=True), _ROW),
    "changed": (*_PLACE, _FROM, _TO, _ROW),
    "withdrawn": (*_PLACE, Column("Figure until now", number=True)),
    "unchanged": (*_PLACE, Column("Figure", number=True), _ROW),
}


def lead(preview: Preview) -> Html:
    """Say first what publishing would do and for which periods; it is announced."""
    periods = periods_sentence(preview)
    words = sentence(counts_sentence(preview), lead=True)
    return element("div", words, sentence(periods) if periods else None, role="status")


def counts_sentence(preview: Preview) -> str:
    """Say in one sentence what publishing would change, or why nothing can be published."""
    name, counts = preview.name, preview.counts
    refused = sum(problem.severity is Severity.ERROR for problem in preview.problems)
    if refused:
        many = "one problem is" if refused == 1 else f"{refused:,} problems are"
        return f"Nothing of {name} can be published until {many} put right."
    if not preview.changes_something:
        return f"{name} changes nothing: {_all(counts['unchanged'])} published already."
    verbs = {"new": "add", "changed": "change", "withdrawn": "withdraw"}
    done = [f"{verb} {_figures(counts[kind])}" for kind, verb in verbs.items() if counts[kind]]
    stay = "it is" if counts["unchanged"] == 1 else "they are"
    rest = f"; {_figures(counts['unchanged'])} would stay as {stay}" if counts["unchanged"] else ""
    return f"Publishing {name} would {_and(done)}{rest}. Nothing is published yet."


def done_sentence(preview: Preview) -> str:
    """Say in one sentence what publishing has changed."""
    verbs = {"new": "added", "changed": "changed", "withdrawn": "withdrawn", "unchanged": "as before"}
    counted = [f"{_figures(count)} {verbs[kind]}" for kind, count in preview.counts.items() if count]
    return f"{_and(counted)}, from {preview.name}."


def _figures(count: int) -> str:
    return "one figure" if count == 1 else f"{count:,} figures"


def _all(count: int) -> str:
    return "its one figure is" if count == 1 else f"all {count:,} figures are"


def _and(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def _counted(preview: Preview) -> Counter[Period]:
    """Count the file's figures by period."""
    frame, found = preview.candidate.frame, Counter[Period]()
    for (indicator, period), count in Counter(zip(frame["indicator"], frame["period"], strict=True)).items():
        found[parse(period, Calendar(preview.pack.by_id[indicator].calendar))] += count
    return found


def periods_sentence(preview: Preview) -> str:
    """Name the periods the file has figures for, the newest first; nothing where it has errors."""
    counted = sorted(_counted(preview).items(), reverse=True) if preview.can_publish else []
    if len(counted) < 2:
        return f"They are for {counted[0][0].label}." if counted else ""
    named = [f"{period.short_label} ({count:,})" for period, count in counted[:NAMED]]
    more = len(counted) - NAMED
    return f"They are for {_and([*named, f'{more:,} more periods'] if more > 0 else named)}."


def quarter_of(preview: Preview, chosen: Period) -> Period:
    """Give the quarter to look at afterwards: the chosen one if the file has figures for it, else its newest."""
    days = {period.last_day for period in _counted(preview)}
    if not days or any(chosen.first_day <= day <= chosen.last_day for day in days):
        return chosen
    return containing(max(days), Frequency.QUARTER, chosen.calendar)


def tables(preview: Preview) -> Html:
    """Show every figure by what would happen to it; what stays the same is folded away."""
    changing = [_section(preview, kind) for kind in ("new", "changed", "withdrawn")]
    return join([*changing, _folded(_section(preview, "unchanged"), preview.counts["unchanged"])])


def _section(preview: Preview, kind: str) -> Html:
    count = preview.counts[kind]
    if not count:
        return NOTHING
    lines = preview.lines(kind, SHOWN)
    noted = any(line.note for line in lines)
    rows = ((*_cells(line, kind), *((line.note,) if noted else ())) for line in lines)
    caption = f"{kind.capitalize()} figures, {min(SHOWN, count):,} of {count:,}"
    table = of_rows(
        caption, (*_COLUMNS[kind], *((_NOTE,) if noted else ())), rows, caption_seen=False, class_="kpi-preview"
    )
    more = element("p", f"and {count - SHOWN:,} more; the download has them all.") if count > SHOWN else None
    return element("section", heading(f"{kind.capitalize()} ({count:,})", 3), table, more)


def _cells(line: Line, kind: str) -> tuple[str | Html, ...]:
    place = (titled(line), line.period_label)
    if kind == "withdrawn":
        return (*place, line.before)
    figure = (line.before, line.after) if kind == "changed" else (line.after,)
    return (*place, *figure, f"{line.row:,}" if line.row else "")


def titled(line: Line) -> str:
    """Name the indicator, and its area unless it is the whole service."""
    return line.title if line.area == "all" else f"{line.title}: {line.area_title}"


def _folded(section: Html, count: int) -> Html:
    words = "Show the figure that stays as it is" if count == 1 else f"Show the {count:,} figures that stay as they are"
    return element("details", element("summary", words), section) if section else NOTHING


def csv(preview: Preview) -> bytes:
    """Write every figure of the preview with what would happen to it."""
    headings = "change,indicator_id,title,area,period,before,after,row_in_file,note"
    return csv_file(headings.split(","), _csv_rows(preview))


def _csv_rows(preview: Preview) -> Iterator[tuple[object, ...]]:
    for kind, count in preview.counts.items():
        for line in preview.lines(kind, count):
            yield (
                kind,
                line.indicator,
                titled(line),
                line.area,
                line.period,
                line.before,
                line.after,
                line.row,
                line.note,
            )
