"""A group of keys of a parsed file, so that one fault does not hide the next.

In: a file as read. Out: its groups and texts with their places; what is at fault already is passed over.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kpi.definitions.codes import Code
from kpi.definitions.faults import at
from kpi.definitions.files import Part
from kpi.definitions.yaml_text import Path, Value
from kpi.problem import Problem, Severity, Where, excerpt


@dataclass(frozen=True, slots=True)
class Node:
    """A group of keys at a path of a file."""

    part: Part[Any]
    path: Path
    value: Value

    def text(self, key: str) -> str | None:
        """Give a text without the blanks around it; None where there is none or it is at fault."""
        found = self.value.get(key) if isinstance(self.value, dict) else None
        if not isinstance(found, str) or (self.part.faulty and (*self.path, key) in self.part.faulty):
            return None
        return found.strip()

    def number(self, key: str) -> int | None:
        """Give a whole number; None where there is none or it is at fault."""
        found = at(self.value, (key,))
        return None if isinstance(found, bool) or not isinstance(found, int) or not self.sound(key) else found

    def texts(self, key: str) -> Iterator[tuple[str, Where]]:
        """Give the sound texts of a list with their places."""
        found = at(self.value, (key,))
        for place, entry in enumerate(found if isinstance(found, list) else []):
            if isinstance(entry, str) and self.sound(key, place):
                yield entry.strip(), self.where(key, place)

    def node(self, key: str) -> "Node | None":
        """Give the group under a key."""
        found = at(self.value, (key,))
        return Node(self.part, (*self.path, key), found) if isinstance(found, dict) else None

    def nodes(self, key: str) -> Iterator["Node"]:
        """Give the groups of a list."""
        found = self.value.get(key) if isinstance(self.value, dict) else None
        for place, entry in enumerate(found if isinstance(found, list) else []):
            if isinstance(entry, dict):
                yield Node(self.part, (*self.path, key, place), entry)

    def has(self, key: str) -> bool:
        """Tell whether a key is given and not empty, sound or not."""
        return at(self.value, (key,)) is not None

    def sound(self, *steps: str | int) -> bool:
        """Tell whether a value can be relied on."""
        return (*self.path, *steps) not in self.part.faulty

    def whole(self, key: str) -> bool:
        """Tell whether a value and all within it can be relied on."""
        path = (*self.path, key)
        return not any(fault[: len(path)] == path for fault in self.part.faulty)

    def where(self, *steps: str | int) -> Where:
        """Give the place of a value of this group."""
        return self.part.document.where((*self.path, *steps))


def root(part: Part[Any] | None) -> Node | None:
    """Give the whole of a file; None where there is no file or too much of it is at fault."""
    return None if part is None or () in part.faulty else Node(part, (), part.document.value)


def nodes(part: Part[Any] | None, key: str) -> Iterator[Node]:
    """Give the groups of a list at the top of a file; nothing where there is no file."""
    top = root(part)
    return top.nodes(key) if top else iter(())


def warning(code: Code, message: str, fix: str, where: Where) -> Problem:
    """Tell what is doubtful and does not stop the work."""
    return Problem(code, message, fix, where, Severity.WARNING)


def taken(found: str, where: Where, first_of: dict[str, Where]) -> Iterator[Problem]:
    """Require an id that nothing of its kind has; `first_of` remembers where each was first seen."""
    first = first_of.setdefault(found, where)
    if first is not where:
        yield Problem(Code.DUPLICATE_ID, f"The id {excerpt(found)} is taken: {first}.", "Choose another id.", where)


def ids_of_their_own(top: Node, *keys: str) -> Iterator[Problem]:
    """Require, in each of these lists by itself, ids of their own."""
    for key in keys:
        first_of: dict[str, Where] = {}
        for one in top.nodes(key):
            found = one.text("id")
            if found:
                yield from taken(found, one.where("id"), first_of)


def refs_of_their_own(nodes: Iterable[Node]) -> Iterator[Problem]:
    """Require references of their own over all of these."""
    first_of: dict[str, Where] = {}
    for one in nodes:
        ref = one.text("ref")
        if ref:
            yield from ref_taken(ref, one.where("ref"), first_of)


def ref_taken(found: str, where: Where, first_of: dict[str, Where]) -> Iterator[Problem]:
    """Require a reference that nothing of its kind has, however its letters and spaces are written."""
    first = first_of.setdefault(" ".join(found.split()).casefold(), where)
    if first is not where:
        message = f"The ref {excerpt(found)} is taken: {first}."
        yield Problem(Code.DUPLICATE_REF, message, "Give each a ref of its own.", where)
