"""Writes a recipe as YAML that a person can go on editing and the reader reads back equal.

In: a Recipe, or what is told of one. Out: the text of its file, with the line that names its schema.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from kpi.definitions.recipe import Recipe

SCHEMA: Final = "# yaml-language-server: $schema=../schema/recipes.json"
_BREAKS: Final = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def as_yaml(recipe: Mapping[str, Any]) -> str:
    """Write a recipe; what is empty is left out. Texts stand in quotes, so that none is taken for anything else."""
    order = [key for key in Recipe.model_fields if recipe.get(key) not in (None, (), [], {})]
    return "\n".join([SCHEMA, *(line for key in order for line in _entry(key, recipe[key]))]) + "\n"


def _entry(key: str, value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        yield f"{key}:"
        yield from (f"  {_scalar(name)}: {_scalar(text)}" for name, text in value.items())
    elif isinstance(value, list | tuple):
        yield f"{key}:"
        yield from (f"  - {_scalar(text)}" for text in value)
    else:
        yield f"{key}: {_scalar(value)}"


def _scalar(value: object) -> str:
    return _BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))
