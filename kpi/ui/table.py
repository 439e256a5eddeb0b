"""One accessible table: a caption, headers with scope, groups of rows; on a narrow screen every row becomes a card.

In: columns, and rows of cells as text or Html. Out: Html.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kpi.ui.markup import NOTHING, Html, element, hidden


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, whether it holds numbers, and a class for its width."""

    label: str
    number: bool = False
    class_: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A row: the first cell is its header; `class_` marks the row."""

    cells: tuple[str | Html, ...]
    class_: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under one heading; no heading when the title is empty."""

    lines: tuple[Line, ...]
    title: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table. `caption` says what it holds; it is seen when `caption_seen`, and always read out."""

    caption: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    caption_seen: bool = True
    class_: str = ""
    empty: str = "Nothing to show."


def of_rows(
    caption: str,
    columns: Sequence[Column | str],
    rows: Iterable[Sequence[str | Html]],
    *,
    caption_seen: bool = True,
    class_: str = "",
    empty: str = "Nothing to show.",
) -> Html:
    """Draw rows that need no groups."""
    headed = tuple(Column(column) if isinstance(column, str) else column for column in columns)
    group = Group(tuple(Line(tuple(row)) for row in rows))
    return html(Table(caption, headed, (group,), caption_seen, class_, empty))


def html(table: Table) -> Html:
    """Draw the table; its roles are spelled out because cards on a narrow screen would lose them."""
    bodies = [_body(group, table.columns) for group in table.groups if group.lines]
    content = bodies or [_nothing(table)]
    caption = element("caption", table.caption if table.caption_seen else hidden(table.caption))
    heads = (
        element("th", column.label, scope="col", role="columnheader", class_=_classes(column))
        for column in table.columns
    )
    head = element("thead", element("tr", *heads, role="row"), role="rowgroup")
    return element("table", caption, head, *content, role="table", class_=f"kpi-table {table.class_}".strip())


def _body(group: Group, columns: Sequence[Column]) -> Html:
    title = NOTHING
    if group.title:
        across = element(
            "th", group.title, scope="rowgroup", role="rowheader", colspan=len(columns), aria_colspan=len(columns)
        )
        title = element("tr", across, role="row", class_="kpi-group")
    return element("tbody", title, *(_line(line, columns) for line in group.lines), role="rowgroup")


def _line(line: Line, columns: Sequence[Column]) -> Html:
    first, *rest = zip(columns, line.cells, strict=True)
    header = element("th", first[1], scope="row", role="rowheader", class_=_classes(first[0]))
    cells = (
        element("td", element("div", cell), role="cell", data_label=column.label, class_=_classes(column))
        for column, cell in rest
    )
    return element("tr", header, *cells, role="row", class_=line.class_)


def _nothing(table: Table) -> Html:
    cell = element("td", table.empty, role="cell", colspan=len(table.columns), class_="kpi-empty-cell")
    return element("tbody", element("tr", cell, role="row"), role="rowgroup")


def _classes(column: Column) -> str | None:
    return " ".join(filter(None, ("kpi-number" if column.number else "", column.class_ or ""))) or None
