"""Recipes of the pack: made of what a person told, and kept in its folder.

In: what is told of a file, in the words of a recipe's file. Out: a valid Recipe, or the file of one.
"""

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kpi.definitions.faults import validated
from kpi.definitions.files import RECIPE_FOLDER
from kpi.definitions.recipe import Recipe
from kpi.definitions.recipe_text import as_yaml
from kpi.definitions.yaml_text import read_yaml
from kpi.problem import ProblemError
from kpi.safe_file import replace_file
from kpi.workspace.folder import read_definitions


def recipe_from(told: Mapping[str, Any]) -> Recipe:
    """Make a recipe of what is told; ProblemError with every fault."""
    document = read_yaml(as_yaml(told).encode(), f"{RECIPE_FOLDER}/{told['id']}.yaml")
    found, problems, _ = validated(document, (), Recipe)
    if found is None:
        raise ProblemError((*document.problems, *problems))
    return found


def id_from(title: str) -> str:
    """Make the id of a recipe from its title: 'HR return' is hr_return; '' where no letter begins it."""
    return re.sub(r"^[^a-z]+", "", re.sub(r"[^a-z0-9]+", "_", title.lower())).strip("_")[:60].strip("_")


def why_not_kept(folder: Path) -> str:
    """Say why recipes cannot be kept in a pack; '' where they can."""
    home = folder / RECIPE_FOLDER
    if os.access(home if home.is_dir() else folder, os.W_OK):
        return ""
    return "The folder of definitions can only be read by this service. Ask whoever looks after it for access."


def keep_recipe(folder: Path, told: Mapping[str, Any]) -> Path:
    """Write a recipe into the pack, whole or not at all; one that the pack cannot take is taken out again.

    Raises ProblemError with its faults, or why the file cannot be written.
    """
    path = folder / RECIPE_FOLDER / f"{recipe_from(told).id}.yaml"
    before = path.read_bytes() if path.is_file() else None
    if os.access(folder, os.W_OK):
        path.parent.mkdir(exist_ok=True)
    replace_file(path, as_yaml(told).encode())
    try:
        read_definitions(folder)
    except ProblemError:
        if before is None:
            path.unlink()
        else:
            replace_file(path, before)
        raise
    return path
