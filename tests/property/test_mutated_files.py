"""A good file in which somebody dropped, doubled, swapped or dirtied something: right figures, or a Problem.

In: good files of five shapes and a mutation. Out: never a wrong figure without an error or a warning.
"""

import csv
import io
import re
from collections.abc import Callable
from itertools import product

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi.problem import Severity
from tests.intake.conftest import INDICATORS, Intake, pack_of

Grid = list[list[str]]
LONG = """indicator_id,area,period,value,numerator,denominator,note
caseload,north,2018-19 Q3,18.1,,,
caseload,south,2018-19 Q3,19,,,busy
caseload,north,2018-19 Q4,17.5,,,
reviews_on_time,all,2018-19 Q4,87.5,84,96,
children_in_need,all,2018-19 Q4,821,,,
"""
WIDE = """indicator_id,area,2018-19 Q2,2018-19 Q3,2018-19 Q4
caseload,north,18.4,18.1,17.5
caseload,south,19.2,19,18.2
children_in_need,all,902,860,821
"""
TITLED = f"""Children's services performance,,,,
Run date: 02/07/2019,,,,
,,,,
{WIDE}Grand Total,,939.6,897.1,856.7
,,,,
Source: case records,,,,
"""
STACKED = """,,2017-18,2018-19,,
Indicator,Team,Q4,Q1,Q2,Q3
caseload,north,18.4,18.1,17.5,17.2
caseload,south,19.2,19,18.2,18
children_in_need,,1037,960,902,860
"""
PARTS = """Indicator,2018-19 Q3,,2018-19 Q4,
,Numerator,Denominator,Numerator,Denominator
reviews_on_time,80,100,84,96
"""
FILES = {"long": LONG, "wide": WIDE, "titled": TITLED, "stacked": STACKED, "parts": PARTS}
DIRT = (
    "",
    " ",
    "x",
    "n/a",
    "-",
    "Total",
    "1,037",
    "2018",
    "2018-19 Q1",
    "Q3",
    "caseload",
    "value",
    "17",
    "0",
    "low 20s",
    "*",
)


NUMBER = re.compile(r"\d+(\.\d+)?")


def text(grid: Grid) -> str:
    body = io.StringIO(newline="")
    csv.writer(body, lineterminator="\n").writerows(grid)
    return body.getvalue()


def keyed(frame: pd.DataFrame) -> dict[tuple[str, ...], tuple[object, ...]]:
    """Give each figure by its indicator, area and period."""
    rows = frame.astype(object).where(frame.notna(), None).to_dict("records")
    content = ("value", "numerator", "denominator", "symbol")
    return {(row["indicator"], row["area"], row["period"]): tuple(row[one] for one in content) for row in rows}


def wrong(figure: tuple[object, ...], right: tuple[object, ...] | None) -> bool:
    """Tell whether a figure says anything else than the right one; a part of it that is lacking says nothing."""
    if right is None or (figure[0], figure[3]) != (right[0], right[3]):
        return True
    return any(part is not None and part != known for part, known in zip(figure[1:3], right[1:3], strict=True))


@st.composite
def mutations(draw: st.DrawFn) -> tuple[str, str]:
    """A file's name and its text with one thing changed."""
    name = draw(st.sampled_from(sorted(FILES)))
    grid = list(csv.reader(io.StringIO(FILES[name])))
    change: Callable[[st.DrawFn, Grid], Grid] = draw(
        st.sampled_from([drop, double, swap, dirty, shift, repeat_header, other_year, other_unit])
    )
    return name, text(change(draw, grid))


def rows_of(draw: st.DrawFn, grid: Grid) -> int:
    return draw(st.integers(0, len(grid) - 1))


def cells_of(draw: st.DrawFn, grid: Grid) -> int:
    return draw(st.integers(0, len(grid[0]) - 1))


def drop(draw: st.DrawFn, grid: Grid) -> Grid:
    """Drop a row, a column or one cell, so that those to its right move up."""
    kind, row, column = draw(st.sampled_from(["row", "column", "cell"])), rows_of(draw, grid), cells_of(draw, grid)
    if kind == "row":
        return grid[:row] + grid[row + 1 :]
    if kind == "column":
        return [cells[:column] + cells[column + 1 :] for cells in grid]
    return [cells[:column] + cells[column + 1 :] if place == row else cells for place, cells in enumerate(grid)]


def double(draw: st.DrawFn, grid: Grid) -> Grid:
    """Double a row, a column or one cell."""
    kind, row, column = draw(st.sampled_from(["row", "column", "cell"])), rows_of(draw, grid), cells_of(draw, grid)
    if kind == "row":
        return grid[: row + 1] + grid[row:]
    if kind == "column":
        return [cells[: column + 1] + cells[column:] for cells in grid]
    return [cells[: column + 1] + cells[column:] if place == row else cells for place, cells in enumerate(grid)]


def swap(draw: st.DrawFn, grid: Grid) -> Grid:
    """Swap two rows, two columns or two cells."""
    kind = draw(st.sampled_from(["row", "column", "cell"]))
    first, second = (rows_of(draw, grid), cells_of(draw, grid)), (rows_of(draw, grid), cells_of(draw, grid))
    made = [list(cells) for cells in grid]
    if kind == "row":
        made[first[0]], made[second[0]] = made[second[0]], made[first[0]]
    elif kind == "column":
        for cells in made:
            cells[first[1]], cells[second[1]] = cells[second[1]], cells[first[1]]
    else:
        kept = made[first[0]][first[1]]
        made[first[0]][first[1]], made[second[0]][second[1]] = made[second[0]][second[1]], kept
    return made


def dirty(draw: st.DrawFn, grid: Grid) -> Grid:
    """Write something else into a cell."""
    row, column, what = rows_of(draw, grid), cells_of(draw, grid), draw(st.sampled_from(DIRT))
    return [
        [what if (place, at) == (row, column) else cell for at, cell in enumerate(cells)]
        for place, cells in enumerate(grid)
    ]


def shift(draw: st.DrawFn, grid: Grid) -> Grid:
    """Move the rest of a column by one row, or the rest of a row by one cell, as a slip of the mouse does."""
    row, column, down = rows_of(draw, grid), cells_of(draw, grid), draw(st.booleans())
    made = [list(cells) for cells in grid]
    if draw(st.booleans()):
        made[row] = _moved(made[row], column, down)
    else:
        for cells, text in zip(made, _moved([cells[column] for cells in grid], row, down), strict=True):
            cells[column] = text
    return made


def _moved(cells: list[str], start: int, on: bool) -> list[str]:
    """Move cells from a place on by one, or back over it; their number stays."""
    return [*cells[:start], "", *cells[start:-1]] if on else [*cells[:start], *cells[start + 1 :], ""]


def repeat_header(draw: st.DrawFn, grid: Grid) -> Grid:
    """Say one of the first rows again further down, whole or without its last cell, as reports do on every page."""
    first, below, short = draw(st.integers(0, 2)), rows_of(draw, grid), draw(st.booleans())
    again = [*grid[first][:-1], ""] if short else list(grid[first])
    return [*grid[: below + 1], again, *grid[below + 1 :]]


def other_year(draw: st.DrawFn, grid: Grid) -> Grid:
    """Write another year into a label that names one, in one cell or in all."""
    year = draw(st.sampled_from(["2017-18", "2018-19", "2019-20", "2008-09", "1918-19", "2091-92", "2018", "2017-19"]))
    dated = [
        (row, at) for row, cells in enumerate(grid) for at, cell in enumerate(cells) if "20" in cell and "-" in cell
    ]
    chosen = {draw(st.sampled_from(dated))} if draw(st.booleans()) else set(dated)
    return [
        [re.sub(r"20\d\d-\d\d", year, cell) if (row, at) in chosen else cell for at, cell in enumerate(cells)]
        for row, cells in enumerate(grid)
    ]


def other_unit(draw: st.DrawFn, grid: Grid) -> Grid:
    """Write figures in another unit: as fractions, in thousands, with a mark of money or of a percentage."""
    written = draw(st.sampled_from(["{:.15g}%", "£{:.15g}", "{:.15g}k", "{:.15g}m"]))
    times, column = draw(st.sampled_from([1, 0.01, 0.001, 100, 1000])), cells_of(draw, grid)
    form = written if times == 1 or draw(st.booleans()) else "{:.15g}"
    return [
        [
            form.format(times * float(cell)) if at == column and NUMBER.fullmatch(cell) else cell
            for at, cell in enumerate(cells)
        ]
        for cells in grid
    ]


def around(frame: pd.DataFrame) -> list[dict[str, object]]:
    """Give figures of every indicator, area and period of the files that a file itself lacks."""
    here = set(zip(frame["indicator"], frame["area"], frame["period"], strict=True))
    quarters = [f"{year} Q{number}" for year in ("2017-18", "2018-19") for number in (1, 2, 3, 4)]
    keys = product(("caseload", "reviews_on_time", "children_in_need"), ("all", "north", "south"), quarters)
    nothing = {"numerator": None, "denominator": None, "symbol": "", "state": "final", "note": ""}
    lacking = [key for key in keys if key not in here]
    return [
        {"indicator": one, "area": area, "period": period, "value": 3 + place / 8, **nothing}
        for place, (one, area, period) in enumerate(lacking)
    ]


@pytest.fixture(scope="module")
def published() -> dict[str, Intake]:
    """Each good file, published as it is beside the figures around it: a swapped label names one of those."""
    made = {}
    for name, content in FILES.items():
        made[name] = Intake(pack_of(INDICATORS))
        made[name].hold(content)
        made[name].take(around(made[name].current))
    return made


@pytest.mark.parametrize("name", FILES)
def test_the_good_files_are_read_whole(published, name):
    found = published[name].read(FILES[name])
    assert not [one for one in found.problems if one.severity is Severity.ERROR]
    assert len(found.frame) == {"long": 5, "wide": 9, "titled": 9, "stacked": 12, "parts": 2}[name]


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(made=mutations())
def test_a_changed_file_gives_right_figures_or_a_problem(published, made):
    name, content = made
    found = published[name].read(content)
    if [one for one in found.problems if one.severity is not Severity.NOTE and one.code not in CONFIRMED.get(name, ())]:
        return
    right = keyed(published[name].current)
    assert {key: figure for key, figure in keyed(found.frame).items() if wrong(figure, right.get(key))} == {}


CONFIRMED = {
    "titled": ("header-not-first", "total-row"),
    "stacked": ("header-of-two-rows",),
    "parts": ("header-of-two-rows",),
}
"""Warnings that the good file has too: they alone excuse nothing."""
