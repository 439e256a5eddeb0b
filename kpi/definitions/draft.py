"""An indicator as far as it can be understood, so that one fault does not hide the next.

In: a file of indicators, parsed. Out: a draft an entry, sound parts kept, and the Problems of its keys and values.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from pydantic import ValidationError

from kpi.definitions.faults import at, validated
from kpi.definitions.indicator import Indicator, IndicatorFile
from kpi.definitions.target import Target
from kpi.definitions.yaml_text import Document, Path, Value
from kpi.problem import Problem, Where

STAND_INS: Final[Mapping[str, Value]] = {
    "id": "unknown",
    "title": "unknown",
    "plain_title": "unknown",
    "theme": "unknown",
    "definition": "unknown",
    "why": "unknown",
    "unit": "count",
    "polarity": "none",
    "frequency": "quarter",
    "basis": "snapshot",
    "source": "unknown",
    "owner": "unknown",
    "lag_days": 0,
    "order": 0,
}
"""What stands in for a key at fault; no check that needs the key then looks at the draft."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An indicator, the keys of it that are at fault, and its sound targets with their places in the file."""

    indicator: Indicator
    document: Document
    path: Path
    faulty: frozenset[str]
    targets: tuple[tuple[int, Target], ...]

    def where(self, *steps: str | int) -> Where:
        """Give the place of a value of this indicator."""
        return self.document.where((*self.path, *steps))

    def sound(self, *keys: str) -> bool:
        """Tell whether all these keys can be relied on."""
        return not self.faulty.intersection(keys)


def drafts(document: Document) -> tuple[list[Draft], tuple[Problem, ...]]:
    """Read every indicator of a file; entries that cannot be understood at all are left out, with their Problems."""
    found, problems, faults = validated(document, (), IndicatorFile)
    if () in faults:
        return [], problems
    entries = at(document.value, ("indicators",))
    places = range(len(entries)) if isinstance(entries, list) else range(0)
    by_place = _by_place(faults | document.unsound)
    read = (_draft(document, place, found, by_place.get(place, set())) for place in places)
    return [draft for draft in read if draft], problems


def _by_place(faults: set[Path]) -> dict[int, set[Path]]:
    """Sort faults by the entry they belong to, as paths within it."""
    sorted_out: dict[int, set[Path]] = {}
    for fault in faults:
        match fault:
            case ("indicators", int(place), *inner):
                sorted_out.setdefault(place, set()).add(tuple(inner))
    return sorted_out


def _draft(document: Document, place: int, file: IndicatorFile | None, faults: set[Path]) -> Draft | None:
    path = ("indicators", place)
    if file and not faults:
        indicator = file.indicators[place]
        return Draft(indicator, document, path, frozenset(), tuple(enumerate(indicator.targets)))
    value = at(document.value, path)
    return _repaired(document, path, value, faults) if isinstance(value, dict) else None


def _repaired(document: Document, path: Path, value: Mapping[str, Value], faults: set[Path]) -> Draft | None:
    """Make an indicator of what is sound: keys at fault are left out or stood in for, targets at fault left out."""
    faulty = frozenset(str(fault[0]) for fault in faults if fault)
    sound = {key: given for key, given in value.items() if key not in faulty and key in Indicator.model_fields}
    kept = dict(_sound_targets(value.get("targets"), faults))
    content = {**STAND_INS, **sound, "targets": list(kept.values())}
    try:
        indicator = Indicator.model_validate_json(json.dumps(content), strict=True)
    except ValidationError:  # everything at fault was left out, so this is a fault of no single key
        return None
    return Draft(indicator, document, path, faulty, tuple(zip(kept, indicator.targets, strict=True)))


def _sound_targets(value: Value, faults: set[Path]) -> Iterator[tuple[int, Value]]:
    at_fault = {fault[1] for fault in faults if fault[:1] == ("targets",) and len(fault) > 1}
    whole = ("targets",) in faults
    for place, target in enumerate(value if isinstance(value, list) and not whole else []):
        if place not in at_fault:
            yield place, target
