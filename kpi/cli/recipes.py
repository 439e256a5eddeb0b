"""The command that says what a spreadsheet was taken for, corrects it, and keeps the correction as a recipe.

In: parsed arguments. Out: an Answer with what was decided in words, and the recipe; with --save a file of the pack.
"""

import argparse
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any, get_args

from kpi import series
from kpi.cli.answer import Answer
from kpi.cli.common import content, settings
from kpi.definitions.faults import nearest
from kpi.definitions.pack import Pack
from kpi.definitions.recipe import LabelRole, Meaning, Recipe
from kpi.definitions.recipe_text import as_yaml
from kpi.intake import Candidate, Options, read_figures
from kpi.number import Dialect
from kpi.problem import Problem, ProblemError, excerpt, has_errors
from kpi.workspace import read_definitions, today_in_england
from kpi.workspace.recipes import keep_recipe, recipe_from

PAIRS = ("columns", "fixed", "indicators", "areas", "symbols")
"""Keys of a recipe that are told as NAME=MEANING, once for each name."""
PLAIN = ("sheet", "header_row", "header_rows", "last_row", "calendar", "dialect", "percentages")
UNSAVED = "unsaved"


def arguments(command: argparse.ArgumentParser) -> None:
    """Add what corrects the reading of a file."""
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--save", metavar="NAME", help="keep it as this recipe of the pack")
    command.add_argument("--title", help="what files of this shape are, in a line")
    command.add_argument("--header-row", type=int, metavar="ROW", help="the header's row, the lower one of two")
    command.add_argument("--header-rows", type=int, choices=(1, 2), help="how many rows the header has")
    command.add_argument("--last-row", type=int, metavar="ROW", help="the last row of the table")
    for option, key, help_text in (
        ("--column", "columns", "what a column is, as 'Outturn=value' or 'RAG=ignore'"),
        ("--fixed", "fixed", "what holds for every row, as 'period=2018-19 Q4'"),
        ("--indicator", "indicators", "an indicator's own name in the file, as 'Avg caseload=caseload'"),
        ("--area-name", "areas", "an area's own name in the file, as 'Total=all'"),
        ("--symbol", "symbols", f"what a symbol means ({', '.join(get_args(Meaning))}), as '*=c'"),
    ):
        command.add_argument(option, dest=key, type=_pair, action="append", metavar="NAME=MEANING", help=help_text)
    command.add_argument(
        "--fill-down", action="append", choices=get_args(LabelRole), help="a text holds for rows below"
    )
    command.add_argument("--leave-out", action="append", metavar="TEXT", help="rows that begin so are not read")
    command.add_argument("--dialect", choices=[one.value for one in Dialect], help="whose symbols the file uses")
    command.add_argument("--percentages", choices=("percent", "fraction"), help="52 or 0.52")


def recipe(args: Namespace) -> Answer:
    """Say what a spreadsheet was taken for, with corrections; --save keeps them as a recipe of the pack."""
    folder = settings(args).data
    pack, _ = read_definitions(folder)
    told = _told(args, named(pack, args.recipe))
    found = _read(args, pack, recipe_from(told))
    whole = told | {"shape": list(found.shape) or told.get("shape", [])}
    path = _saved(folder, whole, found) if args.save else None
    data = {
        "decided": list(found.decided),
        "figures": len(found.frame),
        "offered": list(found.offered),
        "recipe": recipe_from(whole).model_dump(mode="json", exclude_defaults=True),
        "file": str(path) if path else None,
        "problems": [problem.as_dict() for problem in found.problems],
    }
    lead = (*found.decided, f"Written: {path}." if path else as_yaml(whole))
    return Answer(data, columns=("figures",), lead=lead, problems=found.problems, code=int(has_errors(found.problems)))


def named(pack: Pack, name: str | None) -> Recipe | None:
    """Give a recipe of the pack by its name; ProblemError when there is none of that name."""
    if name is None:
        return None
    known = {one.id: one for one in pack.recipes}
    if name not in known:
        fix = (
            nearest(name, list(known))
            or "The pack has no recipes yet; python -m kpi recipe FILE --save NAME writes one."
        )
        raise ProblemError([Problem("unknown-recipe", f"There is no recipe {excerpt(name)}.", fix)])
    return known[name]


def _pair(text: str) -> tuple[str, str]:
    name, equals, meaning = text.rpartition("=")
    if not equals:
        raise argparse.ArgumentTypeError("write it as NAME=MEANING")
    return name.strip(), meaning.strip()


def _told(args: Namespace, base: Recipe | None) -> dict[str, Any]:
    """Put what is told above what the recipe named says."""
    told: dict[str, Any] = base.model_dump(mode="json", exclude_defaults=True) if base else {}
    given: Mapping[str, Any] = vars(args)
    told["id"] = args.save or told.get("id", UNSAVED)
    told["title"] = args.title or told.get("title", f"Files such as {args.file.name}")
    told |= {key: given[key] for key in PLAIN if given[key] is not None}
    for key in PAIRS:
        told[key] = {**told.get(key, {}), **dict(given[key] or ())}
    for key in ("fill_down", "leave_out"):
        told[key] = list(dict.fromkeys([*told.get(key, []), *(given[key] or ())]))
    return told


def _read(args: Namespace, pack: Pack, told: Recipe) -> Candidate:
    """Read the file with what is told; with nothing told, as if there were no recipe."""
    plain = not args.save and not told.model_dump(exclude_defaults=True, exclude={"id", "title"})
    options = Options(recipe=None if plain else told)
    file = content(args.file)
    today = today_in_england()
    return read_figures(args.file.name, file, pack, today=today, current=series.empty(), options=options)


def _saved(folder: Path, told: Mapping[str, Any], found: Candidate) -> Path:
    """Write the recipe into the pack; one that the pack cannot take is taken out again. ProblemError says why."""
    if has_errors(found.problems):
        raise ProblemError(found.problems)
    return keep_recipe(folder, told)
