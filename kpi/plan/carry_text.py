"""Writes a service area's part of a plan as YAML that a person can go on editing and the reader reads back equal.

In: a PlanFile. Out: the text of its file, with the line that names its schema.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Any, Final

from kpi.definitions.plan import PlanFile
from kpi.definitions.yaml_text import scalar

SCHEMA: Final = "# yaml-language-server: $schema=../../schema/plan.json"
WIDTH: Final = 120
PLAIN: Final = re.compile(r"[A-Za-z0-9£][^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff:#\[\]{},&*!|>%@`\"\\]*")
"""Text that YAML takes as written: no sign that means something in it."""


def as_yaml(plan: PlanFile) -> str:
    """Write a service area's part of a plan; what says nothing but the default is left out."""
    content = plan.model_dump(mode="json", exclude_defaults=True)
    return "\n".join([SCHEMA, *_mapping(content, 0)]) + "\n"


def _mapping(content: Mapping[str, Any], depth: int) -> Iterator[str]:
    for key, value in content.items():
        yield from _entry(f"{'  ' * depth}{key}:", value, depth)


def _entry(key: str, value: Any, depth: int) -> Iterator[str]:
    """Write one key with its value."""
    if isinstance(value, Mapping):
        yield key
        yield from _mapping(value, depth + 1)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from _list(key, value, depth)
    else:
        yield from _value(key, value, depth)


def _list(key: str, values: Sequence[Any], depth: int) -> Iterator[str]:
    """Write a list: a dash an entry, in which a group begins on the dash's line."""
    yield key if values else f"{key} []"
    for value in values:
        if isinstance(value, Mapping):
            first, *others = _mapping(value, depth + 2)
            yield f"{'  ' * (depth + 1)}- {first.lstrip()}"
            yield from others
        else:
            yield from _value(f"{'  ' * (depth + 1)}-", value, depth + 1)


def _value(key: str, value: Any, depth: int) -> Iterator[str]:
    """Write a text, number or truth value behind its key; a long text is folded below it."""
    if not isinstance(value, str):
        yield f"{key} {json.dumps(value)}"
    elif len(key) + len(value) < WIDTH or not _folds(value):
        yield f"{key} {_text(value)}"
    else:
        indent = "  " * (depth + 1)
        yield f"{key} >-"
        yield from (f"{indent}{line}" for line in wrap(value, WIDTH - len(indent), **NEVER_WITHIN_WORDS))


NEVER_WITHIN_WORDS: Final[dict[str, Any]] = {"break_long_words": False, "break_on_hyphens": False}


def _folds(value: str) -> bool:
    """Tell whether a text can be broken at its spaces and read back the same."""
    return value.isprintable() and value == " ".join(value.split(" ")) and "  " not in value and value == value.strip()


def _text(value: str) -> str:
    """Write a text plain where YAML takes it as that text, else in quotes."""
    plain = PLAIN.fullmatch(value) and value == value.rstrip() and scalar(value, plain=True) == value
    if plain and value.isprintable():
        return value
    return BREAKS.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(value, ensure_ascii=False))


BREAKS: Final = re.compile("[\x85\u2028\u2029\ufeff]")
"""Characters at which YAML would begin a new line."""
