"""What pydantic finds wrong with a definition, told in plain English with file and line.

In: a document, the path of a definition in it, and its model. Out: the model or None, and a Problem for each fault.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from kpi.definitions.base import ID_PATTERN, LINE_PATTERN
from kpi.definitions.codes import Code
from kpi.definitions.plan import REF_PATTERN
from kpi.definitions.yaml_guard import more_faults
from kpi.definitions.yaml_text import Document, Path, Value
from kpi.problem import Problem, excerpt

MAX_FAULTS: Final = 200
"""Faults listed for one file, and contradictions listed for one pack."""
MAX_LOOKED_AT: Final = 2_000
Model = TypeVar("Model", bound=BaseModel)

KINDS: Final[Mapping[str, str]] = {
    "string_type": "text",
    "float_type": "a number",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a list of keys and numbers",
    "model_type": "a group of keys",
}
LIMITS: Final[Mapping[str, str]] = {
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than": "must be less than {lt:g}",
    "less_than_equal": "must be {le:g} or less",
    "string_too_short": "must not be empty",
    "string_too_long": "must be at most {max_length} characters long",
    "too_short": "must have at least {min_length} entries",
    "too_long": "may have at most {max_length} entries",
}
FORMS: Final[Mapping[str, str]] = {
    ID_PATTERN: "must start with a lower-case letter and hold only a to z, 0 to 9 and underscores",
    LINE_PATTERN: "must be one line",
    REF_PATTERN: "must start with a letter or digit and hold only letters, digits, spaces, full stops and hyphens",
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a definition: the path of the value in the document, pydantic's details, and the model around it."""

    path: Path
    details: ErrorDetails
    model: type[BaseModel]


def validated(
    document: Document, path: Path, model: type[Model]
) -> tuple[Model | None, tuple[Problem, ...], set[Path]]:
    """Make a model of the value at a path; tell every fault, and the paths at fault.

    With more than MAX_LOOKED_AT faults the rest are not looked at and the path itself counts as at fault.
    """
    value = at(document.value, path)
    try:
        return model.model_validate_json(json.dumps(value), strict=True), (), set()
    except ValidationError as error:
        looked_at = error.errors(include_url=False)[:MAX_LOOKED_AT]
        faults = [_fault(details, value, path, model) for details in looked_at]
        whole = {path} if error.error_count() > MAX_LOOKED_AT else set()
    around = {fault.path[:length] for fault in faults for length in range(len(fault.path))}
    told = [fault for fault in faults if not _said_better(fault, around) and not _unsound(fault, document)]
    return None, _problems(told, document), {fault.path for fault in faults} | whole


def at(value: Value, path: Path) -> Value:
    """Give the value at a path of a document, None where there is none."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def nearest(word: str, known: Sequence[str]) -> str:
    """Suggest the known word nearest to a wrong one, or list what is known."""
    close = get_close_matches(word[:60], known[:500], n=1, cutoff=0.6)
    if close:
        return f"Did you mean {close[0]}?"
    return f"Known are {', '.join(list(dict.fromkeys(known))[:40])}." if known else ""


def _fault(details: ErrorDetails, value: Value, base: Path, model: type[BaseModel]) -> Fault:
    """Find the value a fault is about: pydantic's location also names the branches of a union, which no file holds."""
    path: Path = base
    around = model
    location = details["loc"]
    for place, step in enumerate(location):
        last = place == len(location) - 1
        if not _holds(value, step) and not (last and details["type"] == "missing"):
            continue
        path, value = (*path, step), at(value, (step,))
        around = around if last else _model_under(around, step)
    return Fault(path, details, around)


def _holds(value: Value, step: str | int) -> bool:
    return step in value if isinstance(value, dict) else isinstance(value, list) and isinstance(step, int)


def _model_under(model: type[BaseModel], step: str | int) -> type[BaseModel]:
    field = model.model_fields.get(str(step))
    return next(_models_in(field.annotation), model) if field else model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _said_better(fault: Fault, around: set[Path]) -> bool:
    """Tell whether a fault further in says more: of a number or a profile, the profile was meant."""
    return fault.path in around and fault.details["type"] in KINDS


def _unsound(fault: Fault, document: Document) -> bool:
    return any(fault.path[: len(path)] == path for path in document.unsound)


def _problems(faults: list[Fault], document: Document) -> tuple[Problem, ...]:
    """Tell one Problem a path: where a value may be of several kinds, all kinds are named together."""
    by_path: dict[Path, list[Fault]] = {}
    for fault in faults:
        by_path.setdefault(fault.path, []).append(fault)
    groups = list(by_path.values())
    told = tuple(_problem(group, document) for group in groups[:MAX_FAULTS])
    return (*told, more_faults(MAX_FAULTS, document.file)) if len(groups) > MAX_FAULTS else told


def _problem(group: list[Fault], document: Document) -> Problem:
    fault = group[0]
    tell = _TELLERS.get(fault.details["type"], _tell_value)
    code, message, fix = tell(fault, group, document)
    return Problem(code, message, fix, document.where(fault.path))


def _tell_unknown(fault: Fault, _group: list[Fault], _document: Document) -> tuple[Code, str, str]:
    key = str(fault.path[-1])
    return Code.UNKNOWN_KEY, f"Unknown key {excerpt(key)}.", nearest(key, list(fault.model.model_fields))


def _tell_missing(fault: Fault, _group: list[Fault], _document: Document) -> tuple[Code, str, str]:
    key = fault.path[-1]
    if isinstance(key, int):
        return Code.VALUE_TYPE, f"{_name(fault.path[:-1])} must hold two numbers.", "Write it as [16, 18]."
    field = fault.model.model_fields.get(key)
    return Code.MISSING_KEY, f"Missing key '{key}'.", f"Add it: {field.description}" if field else "Add it."


def _tell_choice(fault: Fault, _group: list[Fault], document: Document) -> tuple[Code, str, str]:
    allowed = fault.details["ctx"]["expected"].replace("'", "")
    message = f"{_name(fault.path)} is {_shown(at(document.value, fault.path))}, which is not one of its values."
    return Code.VALUE_CHOICE, message, f"Use {allowed}."


def _tell_rule(fault: Fault, _group: list[Fault], _document: Document) -> tuple[Code, str, str]:
    wrong, _, fix = str(fault.details["ctx"]["error"]).partition("; ")
    return Code.VALUE_RULE, f"{wrong[:1].upper()}{wrong[1:]}.", f"{fix[:1].upper()}{fix[1:]}." if fix else ""


def _tell_value(fault: Fault, group: list[Fault], document: Document) -> tuple[Code, str, str]:
    value = at(document.value, fault.path)
    kind = fault.details["type"]
    context = fault.details.get("ctx", {})
    limit = FORMS.get(context.get("pattern", ""), LIMITS.get(kind))
    if limit:
        limit = limit.format(**context)
        return Code.VALUE_LIMIT, f"{_name(fault.path)} {limit}; it is {_shown(value)}.", ""
    kinds = " or ".join(dict.fromkeys(KINDS.get(other.details["type"], "something else") for other in group))
    return Code.VALUE_TYPE, f"{_name(fault.path)} must be {kinds}; it is {_shown(value)}.", _kind_fix(kinds, value)


def _tell_odd(_fault: Fault, _group: list[Fault], _document: Document) -> tuple[Code, str, str]:
    fix = "Type the text anew without the odd characters."
    return Code.VALUE_RULE, "A text holds characters that are not text.", fix


def _kind_fix(kinds: str, value: Value) -> str:
    if kinds.startswith("text") and isinstance(value, int | float):
        return "Put it in quotes, so that it stays as written."
    if "number" in kinds and isinstance(value, str):
        return "Write plain digits without quotes or signs, such as 1200 or 0.5."
    return ""


def _name(path: Path) -> str:
    words = [str(step) for step in path if isinstance(step, str)]
    return words[-1] if words else "The file"


def _shown(value: Value) -> str:
    if isinstance(value, dict | list):
        return "a group of keys" if isinstance(value, dict) else "a list"
    if isinstance(value, str):
        return excerpt(value) if value else "empty"
    return "empty" if value is None else str(value).lower()


_TELLERS: Final = {
    "extra_forbidden": _tell_unknown,
    "missing": _tell_missing,
    "literal_error": _tell_choice,
    "value_error": _tell_rule,
    "json_invalid": _tell_odd,
}
