"""What publishing a file would change, in words and tables: new, changed from and to, unchanged, withdrawn.

In: a Preview and the definitions. Out: Html and spreadsheets; every text of the file stays literal.
"""

from collections.abc import Iterator, Mapping
from typing import Any

import pandas as pd

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.intake.preview import Preview
from kpi.number import text as figure_text
from kpi.period import Calendar, parse
from kpi.problem import Severity
from kpi.story import value_text
from kpi.ui.download import csv_file
from kpi.ui.html import NOTHING, Html, element, join
from kpi.ui.parts import heading, mark, sentence
from kpi.ui.table import Column, of_rows

SHOWN = 100
"""Figures of one kind that are listed on the screen; the download has all."""
CHANGED_FIGURE = "changed-figure"
"""The warning that the table of changed figures says better."""

_PLACE = ("Indicator", "Period")
Cells = Mapping[str, Any]


def lead(preview: Preview) -> Html:
    """Say first what publishing would do."""
    return sentence(counts_sentence(preview), lead=True)


def counts_sentence(preview: Preview) -> str:
    """Say in one sentence what publishing would change, or why nothing can be published."""
    name, counts = preview.name, preview.counts
    refused = sum(problem.severity is Severity.ERROR for problem in preview.problems)
    if refused:
        many = "one problem is" if refused == 1 else f"{refused:,} problems are"
        return f"Nothing of {name} can be published until {many} put right."
    if not preview.changes_something:
        return f"{name} changes nothing: {_all(counts['unchanged'])} published already."
    verbs = {"new": "add {}", "changed": "change {}", "withdrawn": "withdraw {}"}
    done = [verb.format(_figures(counts[kind])) for kind, verb in verbs.items() if counts[kind]]
    stay = (
        f"; {_figures(counts['unchanged'])} would stay as {_they(counts['unchanged'])}" if counts["unchanged"] else ""
    )
    return f"Publishing {name} would {_and(done)}{stay}. Nothing is published yet."


def done_sentence(preview: Preview) -> str:
    """Say in one sentence what publishing has changed."""
    verbs = {"new": "added", "changed": "changed", "withdrawn": "withdrawn", "unchanged": "as before"}
    counted = [f"{_figures(count)} {verbs[kind]}" for kind, count in preview.counts.items() if count]
    return f"{_and(counted)}, from {preview.name}."


def _figures(count: int) -> str:
    return "one figure" if count == 1 else f"{count:,} figures"


def _they(count: int) -> str:
    return "it is" if count == 1 else "they are"


def _all(count: int) -> str:
    return "its one figure is" if count == 1 else f"all {count:,} figures are"


def _and(parts: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))


def tables(preview: Preview, pack: Pack) -> Html:
    """Show every figure by what would happen to it; what stays the same is folded away."""
    figure = Column("Figure", number=True)
    return join(
        [
            _table("New", preview.new, pack, (figure, Column("State and notes"))),
            _changed(preview.changed, pack),
            _table(
                "Withdrawn",
                preview.withdrawn,
                pack,
                (Column("Figure until now", number=True), Column("State and notes")),
            ),
            _folded(
                _table("Unchanged", preview.unchanged, pack, (figure, Column("State and notes"))),
                len(preview.unchanged),
            ),
        ]
    )


def _table(kind: str, frame: pd.DataFrame, pack: Pack, columns: tuple[Column, ...]) -> Html:
    rows = ((*_place(cells, pack), _figure(cells, pack), _notes(cells)) for cells in _cells(frame))
    return _headed(kind, frame, of_rows(_caption(kind, frame), (*_PLACE, *columns), rows, caption_seen=False))


def _changed(frame: pd.DataFrame, pack: Pack) -> Html:
    columns = (*_PLACE, Column("From", number=True), Column("To", number=True), Column("State and notes"))
    rows = ((*_place(cells, pack), *_from_to(cells, pack), _moved_notes(cells)) for cells in _cells(frame))
    return _headed("Changed", frame, of_rows(_caption("Changed", frame), columns, rows, caption_seen=False))


def _headed(kind: str, frame: pd.DataFrame, table: Html) -> Html:
    if not len(frame):
        return NOTHING
    more = len(frame) - SHOWN
    rest = element("p", f"and {more:,} more; the download has them all.") if more > 0 else None
    return element("section", heading(f"{kind} ({len(frame):,})", 3), table, rest)


def _caption(kind: str, frame: pd.DataFrame) -> str:
    return f"{kind} figures, {min(SHOWN, len(frame)):,} of {len(frame):,}"


def _folded(section: Html, count: int) -> Html:
    words = "Show the figure that stays as it is" if count == 1 else f"Show the {count:,} figures that stay as they are"
    return element("details", element("summary", words), section) if section else NOTHING


def _cells(frame: pd.DataFrame, most: int | None = SHOWN) -> Iterator[Cells]:
    """Walk the first rows of a frame as plain values; no number is None."""
    shown = frame if most is None else frame.head(most)
    for row in shown.astype(object).where(shown.notna(), None).to_dict("records"):
        yield {str(name): value for name, value in row.items()}


def _place(cells: Cells, pack: Pack) -> tuple[str, str]:
    """Name the indicator, with its area unless it is the whole service, and the period."""
    definition = pack.by_id[cells["indicator"]]
    area = cells["area"]
    title = definition.title if area == "all" else f"{definition.title}: {pack.area_titles.get(area, area)}"
    return title, parse(cells["period"], Calendar(definition.calendar)).label


def _figure(cells: Cells, pack: Pack, after: str = "") -> str:
    definition = pack.by_id[cells["indicator"]]
    return value_text(cells[f"value{after}"], cells[f"symbol{after}"], cells[f"note{after}"], definition)


def _from_to(cells: Cells, pack: Pack) -> tuple[str, str]:
    """Write a figure before and after; in full where both look the same as displayed."""
    before, after = _figure(cells, pack, "_before"), _figure(cells, pack)
    old, new = cells["value_before"], cells["value"]
    if before == after and old is not None and new is not None and old != new:
        return f"{old:.10g}", f"{new:.10g}"
    return before, after


def _notes(cells: Cells, after: str = "") -> Html:
    """Say the state, what the figure was worked out from, and its note."""
    state, words = cells[f"state{after}"], cells[f"note{after}"]
    return join(
        [
            mark(state.capitalize()) if state not in ("", "final") else None,
            *(element("small", text) for text in (_worked(cells, after), words) if text),
        ]
    )


def _worked(cells: Cells, after: str) -> str:
    top, bottom = cells[f"numerator{after}"], cells[f"denominator{after}"]
    return f"{_count(top)} of {_count(bottom)}" if top is not None and bottom is not None else ""


def _count(number: float) -> str:
    return figure_text(number, "count", 0 if number == round(number) else 1)


def _moved_notes(cells: Cells) -> Html:
    """Say state and notes, from and to where they differ."""
    before, after = _notes(cells, "_before"), _notes(cells)
    if before == after:
        return after
    plain = element("small", "final, no note")
    return join([element("small", "from"), before or plain, element("small", "to"), after or plain], " ")


def csv(preview: Preview, pack: Pack) -> bytes:
    """Write every figure of the preview with what would happen to it."""
    headings = (
        "change,indicator_id,title,area,period,value_before,value,numerator,denominator,symbol,state,note,row_in_file"
    )
    kinds = ("new", "changed", "withdrawn", "unchanged")
    frames = ((kind, getattr(preview, kind)) for kind in kinds)
    return csv_file(headings.split(","), (_csv_row(kind, c, pack.by_id) for kind, f in frames for c in _cells(f, None)))


def _csv_row(kind: str, cells: Cells, known: Mapping[str, Indicator]) -> tuple[object, ...]:
    named = (kind, cells["indicator"], known[cells["indicator"]].title, cells["area"], cells["period"])
    figure = (cells.get("value_before"), cells["value"], cells["numerator"], cells["denominator"])
    return (*named, *figure, cells["symbol"], cells["state"], cells["note"], cells.get("file_row"))


def problems_csv(preview: Preview) -> bytes:
    """Write every problem with its place and what to do."""
    columns = ("severity", "code", "sheet", "row", "column", "message", "fix")
    rows = (problem.as_dict() for problem in preview.problems)
    return csv_file(columns, ([row[column] for column in columns] for row in rows))
