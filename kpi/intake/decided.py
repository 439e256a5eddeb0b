"""What was decided about a sheet, in words, and what somebody should look at before it counts.

In: a sheet, its header and body, the recipe it was read with. Out: sentences for people, Problems, and the names by
which a file of the same shape is known again.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from kpi.definitions.recipe import Recipe
from kpi.intake.body import Body, last_with_figures
from kpi.intake.find import LOOK_FOR_HEADER, find_header, rows_to, text_above
from kpi.intake.header import Header, bare
from kpi.intake.sheet import Sheet
from kpi.problem import Problem, Severity, excerpt


def shape_of(header: Header) -> tuple[str, ...]:
    """Name the columns of a header as they are compared, without periods, which change with every file."""
    dated = {one.place for one in header.across if one.role == "period"}
    names = (bare(text) for place, text in enumerate(header.texts) if place not in dated)
    return tuple(sorted({name for name in names if name}))


def offered(sheet: Sheet, recipes: Iterable[Recipe]) -> tuple[str, ...]:
    """Name the recipes that were made for files of this shape."""
    found = []
    for recipe in recipes:
        header = find_header(sheet, recipe)
        if header is not None and recipe.shape and set(map(bare, recipe.shape)) == set(shape_of(header)):
            found.append(recipe.id)
    return tuple(found)


def offers(sheet: Sheet, names: Iterable[str]) -> list[Problem]:
    """Say which recipes fit a file that was read without one."""
    fix = "Read it with the recipe: --recipe {} on the command line."
    message = "A file of this shape was read with the recipe '{}' before."
    return [
        Problem("recipe-offered", message.format(name), fix.format(name), sheet.where(), Severity.NOTE)
        for name in names
    ]


def missing(sheet: Sheet, header: Header | None, recipe: Recipe | None) -> list[Problem]:
    """Name the columns of a recipe that a header lacks, or without a header the row that has most of them."""
    if recipe is None or not recipe.columns:
        return []
    rows = range(min(len(sheet), LOOK_FOR_HEADER)) if header is None else range(header.first_row, header.row + 1)
    told = {bare(name): name for name in recipe.columns}
    found = {row: {bare(text): text for text in sheet.cells(row)} for row in rows}
    best = max(found, key=lambda row: len(told.keys() & found[row].keys()), default=0)
    there = found.get(best, {}) if header is None else {key: text for row in rows for key, text in found[row].items()}
    spare = [text for key, text in there.items() if text and key not in told]
    return [_missing(sheet, best, recipe, told[key], spare) for key in told if key not in there]


def _missing(sheet: Sheet, row: int, recipe: Recipe, name: str, spare: list[str]) -> Problem:
    message = f"The recipe '{recipe.id}' names a column {excerpt(name)}, which is not there."
    near = get_close_matches(name, spare, n=1, cutoff=0.6)
    fix = f"Is {excerpt(near[0])} meant? Then name it in the recipe." if near else "Correct the recipe or the file."
    return Problem("recipe-column-missing", message, fix, sheet.where(row), Severity.WARNING)


def doubtful(sheet: Sheet, header: Header, recipe: Recipe | None) -> list[Problem]:
    """Tell what was left out above the header and read from two rows; someone confirms it unless a recipe was named."""
    severity = Severity.WARNING if recipe is None else Severity.NOTE
    fix = "Publish it if that is right, or say by a recipe where the header is." if recipe is None else ""
    found = []
    if text_above(sheet, header):
        message = (
            f"The header is in {_header_rows(header)}; the text above it, in {rows_to(header.first_row)}, is not read."
        )
        found.append(Problem("header-not-first", message, fix, sheet.where(header.row), severity))
    if header.top is not None and not _merged(sheet, header):
        labels = ", ".join(excerpt(one.text) for one in header.across[:4])
        message = f"Rows {header.top + 1} and {header.row + 1} are read as one header: {labels}."
        found.append(Problem("header-of-two-rows", message, fix, sheet.where(header.row), severity))
    return found


def decided(sheet: Sheet, header: Header, body: Body, recipe: Recipe | None) -> tuple[str, ...]:
    """Say in sentences what the sheet was taken for."""
    told = [f"Read with the recipe '{recipe.id}': {recipe.title}."] if recipe else []
    told += [f"The sheet '{sheet.title}' is read."] if sheet.title else []
    told.append(f"The header is {_header_rows(header)}.")
    told.append(_form(header))
    told += [f"Column {excerpt(header.texts[place])} is {role}." for role, place in _renamed(header)]
    if header.identifier is not None:
        told.append(f"Column {excerpt(header.texts[header.identifier])} says what kind of period it is.")
    told += [
        f"Every row is about the {role.removesuffix('_id')} {excerpt(text)}." for role, text in header.fixed.items()
    ]
    last = last_with_figures(body, header)
    if last is not None:
        told.append(f"The table ends with row {last + 1}.")
    if body.footnotes:
        rows = ", ".join(str(one.row + 1) for one in body.footnotes[:10])
        told.append(
            f"Footnotes stand in rows {rows}." if len(body.footnotes) > 1 else f"A footnote stands in row {rows}."
        )
    return tuple(told)


def _renamed(header: Header) -> list[tuple[str, int]]:
    named = {place: role for role, place in header.roles.items()}
    return [(role, place) for place, role in sorted(named.items()) if bare(header.texts[place]) != bare(role)]


def _form(header: Header) -> str:
    if not header.across:
        return "Every row is one figure."
    what = "period" if header.across[0].role == "period" else "indicator"
    names = ", ".join(dict.fromkeys(one.text for one in header.across[:6]))
    more = ", ..." if len(header.across) > 6 else ""
    return f"Every column of figures is one {what}: {names}{more}."


def _header_rows(header: Header) -> str:
    return f"row {header.row + 1}" if header.top is None else f"rows {header.top + 1} and {header.row + 1}"


def _merged(sheet: Sheet, header: Header) -> bool:
    return any(top == header.top and right > left for top, left, _, right in sheet.merged)
