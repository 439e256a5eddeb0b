"""What slides are made of: large figures, points, tables and facts, every text literal.

In: values of a Slide. Out: Html.
"""

from collections.abc import Mapping, Sequence

from kpi.charts.chip import chip
from kpi.charts.palette import LOOKS
from kpi.markup import NOTHING, Html, element, join, listed, prose
from kpi.reports.literal import line
from kpi.reports.model import Cell, Column, KeyFigure, Table

_NAMED = {"complete": "blue"}
"""Statuses whose look has another name."""


def said(text: str) -> Html:
    """Write words on one line, with periods and references such as 'SAR 1.2' kept whole."""
    return prose(line(text))


def status(name: str, word: str) -> Html | None:
    """Show a status as shape, letter, word and colour; None for no status."""
    look = _NAMED.get(name, name)
    words = line(word)
    return chip(look, words[:1].upper() + words[1:] or None) if look in LOOKS else None


def key_figures(figures: Sequence[KeyFigure]) -> Html:
    """Write large figures side by side."""
    return element(
        "ul", *(element("li", _figure(one)) for one in figures), class_=f"figures n-{len(figures)}", role="list"
    )


def points(texts: Sequence[str]) -> Html:
    """Write points as a list."""
    return listed(map(said, texts), class_="points" if len(texts) > 1 else "points single", role="list")


def facts(told: Mapping[str, str]) -> Html:
    """Write terms with what they are; a term without words is left out."""
    pairs = [element("div", element("dt", term), element("dd", said(text))) for term, text in told.items() if text]
    return element("dl", *pairs, class_="facts") if pairs else NOTHING


def table(given: Table) -> Html:
    """Write a table with its caption, its first column as headings of the rows."""
    head = element("tr", *(element("th", line(one.heading), scope="col", class_=one.align) for one in given.columns))
    rows = join(_row(given.columns, row) for row in given.rows)
    note = element("p", said(given.note), class_="note") if given.note else None
    caption = element("caption", said(given.caption))
    return join([element("table", caption, element("thead", head), element("tbody", rows)), note])


def _figure(one: KeyFigure) -> Html:
    sentence = element("p", said(one.sentence), class_="sentence") if one.sentence else None
    label = _label(one)
    return join(
        [
            element("p", said(label), class_="label") if label else None,
            element("p", line(one.text), class_="number"),
            status(one.status, one.status_word),
            sentence,
        ]
    )


def _label(one: KeyFigure) -> str:
    """Give what a figure is, without the word that its chip says anyway."""
    label, word = line(one.label), line(one.status_word)
    if not (one.status and word and label.casefold().startswith(word.casefold())):
        return label
    return label[len(word) :].lstrip(" ,:") if label[len(word) :][:1] in ("", ",", ":") else label


def _row(columns: Sequence[Column], cells: Sequence[Cell]) -> Html:
    pairs = list(zip(columns, cells, strict=True))
    first = element("th", _cell(pairs[0][1]), scope="row", class_=pairs[0][0].align)
    return element("tr", first, *(element("td", _cell(cell), class_=column.align) for column, cell in pairs[1:]))


def _cell(cell: Cell) -> Html:
    return status(cell.status, cell.text) or said(cell.text)
