"""Slides that hold what a projector can show: what is too much for one goes on to the next, and nothing is lost.

In: a Deck as people wrote it. Out: a Deck whose every slide fits a screen of 4:3 with letters of 24 or more.
"""

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil
from typing import Final

from kpi.reports.literal import line
from kpi.reports.model import Cell, KeyFigure, Table
from kpi.reports.slides import Deck, Slide

LINES: Final = 12
"""Lines of points or of rows on one slide."""
ACROSS: Final = 85
"""Letters on one line of points."""
TABLE_LINES: Final = 14
TABLE_ACROSS: Final = 105
"""Letters on one line of a table."""
MOST_FIGURES: Final = 6
BESIDE: Final = 60
"""Letters of a figure that stands beside a chart."""
POINT: Final = 480
TITLE, GAP, WHO, MARK, LABEL, NUMBER, STATUS, SENTENCE, CELL = 230, 120, 200, 90, 80, 18, 32, 140, 160
"""How many letters each may have."""


NONE: Final = Slide("none", "There is nothing to show for this quarter.", "written")


def fitted(deck: Deck) -> Deck:
    """Give the deck with every slide that holds too much in parts; one that says so where there is none."""
    slides = tuple(part for slide in deck.slides or (NONE,) for part in parts(slide))
    council, period = cut(deck.council, LABEL), cut(deck.period, LABEL)
    return replace(deck, slides=slides, council=council, period=period, illustrative=cut(deck.illustrative, WHO))


def parts(slide: Slide) -> tuple[Slide, ...]:
    """Give the slide itself where it fits, else its parts, numbered in their titles."""
    short = _shortened(slide)
    bare = replace(short, chart=None, figures=(), points=(), table=None)
    pages = list(_pages(short, bare))
    pages += [replace(bare, points=points) for points in _by_room(_pieces(_in_full(slide)))]
    if len(pages) < 2:
        return tuple(pages) or (short,)
    first = replace(pages[0], title=f"{short.title} (1 of {len(pages)})")
    return first, *(_further(page, number, len(pages)) for number, page in enumerate(pages[1:], 2))


def cut(text: str, most: int) -> str:
    """Cut a text at a word, with an ellipsis, where it is longer than `most` letters."""
    whole = line(text)
    return whole if _width(whole) <= most else f"{_wrapped(whole, most - 1)[0]}…"


def _further(page: Slide, number: int, of: int) -> Slide:
    title = f"{page.title} ({number} of {of})"
    return replace(page, id=f"{page.id}.{number}", title=title, gap="", who="", notes="")


def _shortened(slide: Slide) -> Slide:
    """Cut every word that would take the room of the rest."""
    figures = tuple(_short_figure(one) for one in slide.figures)
    return replace(
        slide,
        title=cut(slide.title, TITLE),
        gap=cut(slide.gap, GAP),
        who=cut(slide.who, WHO),
        mark=cut(slide.mark, MARK),
        figures=figures,
        table=_short_table(slide.table) if slide.table else None,
    )


def _short_figure(one: KeyFigure) -> KeyFigure:
    label, text, sentence = cut(one.label, LABEL), cut(one.text, NUMBER), cut(one.sentence, SENTENCE)
    return replace(one, label=label, text=text, sentence=sentence, status_word=cut(one.status_word, STATUS))


def _short_table(table: Table) -> Table:
    rows = tuple(tuple(replace(cell, text=cut(cell.text, _room_of(cell))) for cell in row) for row in table.rows)
    columns = tuple(replace(column, heading=cut(column.heading, LABEL)) for column in table.columns)
    return replace(table, caption=cut(table.caption, CELL), note=cut(table.note, CELL), columns=columns, rows=rows)


def _room_of(cell: Cell) -> int:
    return STATUS if cell.status else CELL


def _in_full(slide: Slide) -> Iterator[str]:
    """Give in full what was cut."""
    told = [(slide.title, TITLE), (slide.gap, GAP), (slide.who, WHO), (slide.mark, MARK)]
    for one in slide.figures:
        told += [(one.label, LABEL), (one.text, NUMBER), (one.status_word, STATUS), (one.sentence, SENTENCE)]
    if slide.table:
        told += [(slide.table.caption, CELL), (slide.table.note, CELL)]
        told += [(column.heading, LABEL) for column in slide.table.columns]
        told += [(cell.text, _room_of(cell)) for row in slide.table.rows for cell in row]
    return (text for text, most in told if _width(line(text)) > most)


def _pages(slide: Slide, bare: Slide) -> Iterator[Slide]:
    """Give a slide for each thing to look at: the chart with its figures, other figures, the table, the points."""
    beside = tuple(one for one in slide.figures[:1] if slide.chart and _is_narrow(one))
    if slide.chart:
        yield replace(bare, chart=slide.chart, figures=beside)
    others = slide.figures[len(beside) :]
    for start in range(0, len(others), MOST_FIGURES):
        yield replace(bare, figures=others[start : start + MOST_FIGURES])
    if slide.table:
        for rows in _rows_by_room(slide.table, _beside_lines(slide)):
            yield replace(bare, table=replace(slide.table, rows=rows))
    for points in _by_room(_pieces(slide.points)):
        yield replace(bare, points=points)


def _is_narrow(one: KeyFigure) -> bool:
    return _width(one.label) + _width(one.sentence) <= BESIDE


def _pieces(texts: Sequence[str] | Iterator[str]) -> list[str]:
    """Break points that are longer than a slide should hold; an ellipsis says that one goes on."""
    found: list[str] = []
    for text in texts:
        pieces = _wrapped(line(text), POINT)
        found += [f"{'…' if n else ''}{piece}{'…' if n < len(pieces) - 1 else ''}" for n, piece in enumerate(pieces)]
    return found


def _by_room(points: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Gather points until a slide is full."""
    page: list[str] = []
    for point in points:
        if page and sum(map(_lines, (*page, point))) > LINES:
            yield tuple(page)
            page = []
        page.append(point)
    if page:
        yield tuple(page)


def _rows_by_room(table: Table, taken: float) -> Iterator[tuple[tuple[Cell, ...], ...]]:
    """Gather rows until a slide is full, of which `taken` lines are for what stands under the table."""
    share = sum(column.weight for column in table.columns)
    room = [max(column.weight / share * TABLE_ACROSS - 2, 4) for column in table.columns]
    heads = _tallest((column.heading for column in table.columns), room)
    taken += max(heads - 1, 0) + sum(
        max(ceil(_width(text) / TABLE_ACROSS) - 1, 0) for text in (table.caption, table.note)
    )
    page: list[tuple[Cell, ...]] = []
    used = taken
    for row in table.rows:
        height = _tallest((cell.text for cell in row), room) + 0.6
        if page and used + height > TABLE_LINES:
            yield tuple(page)
            page, used = [], taken
        page, used = [*page, row], used + height
    yield tuple(page)


def _tallest(texts: Iterable[str], room: Sequence[float]) -> int:
    """Give the lines of the tallest of cells side by side."""
    return max(ceil(_width(text) / wide) for text, wide in zip(texts, room, strict=True))


def _beside_lines(slide: Slide) -> float:
    """Give the lines of the gap and of who acts, which stand side by side."""
    told = [text for text in (slide.gap, slide.who) if text]
    return max((ceil(_width(text) * len(told) / TABLE_ACROSS) for text in told), default=-1) + 1


def _lines(point: str) -> float:
    return ceil(_width(point) / ACROSS) + 0.5


def _wrapped(text: str, most: int) -> list[str]:
    """Break a text at words; wide letters, such as emoji, count twice."""
    return textwrap.wrap(text, max(most * len(text) // max(_width(text), 1), 1)) or [text]


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
