"""Strict YAML: one plain document whose every value keeps its text and its line.

In: the bytes of a file. Out: dicts, lists and scalars with the line of every key, and a Problem for each fault.
Refused: tags, anchors and aliases, duplicate keys, directives, several documents, great size or depth. Only a number
in ordinary digits is a number, only true and false are truth values: NO, 010, 12:30 and 2019-02-11 stay words.
"""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from kpi.definitions.codes import Code
from kpi.definitions.yaml_guard import (
    UNSHOWABLE,
    StoppedError,
    checked_text,
    more_faults,
    syntax_problem,
    too_large,
    unreadable,
)
from kpi.problem import Problem, Where, excerpt

Path = tuple[str | int, ...]
"""Keys and list places that lead from the top of a document to a value."""
Scalar = None | bool | int | float | str
Value = Scalar | list["Value"] | dict[str, "Value"]

MAX_DEPTH: Final = 20
MAX_VALUES: Final = 60_000
MAX_PROBLEMS: Final = 50
NUMBER: Final = re.compile(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?([eE][-+]?[0-9]{1,3})?", re.ASCII)
WORDS: Final[Mapping[str, bool | None]] = {"": None, "~": None, "null": None, "true": True, "false": False}


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file as read: its value, the line of every key and list entry, and what was wrong with it.

    `unsound` holds the paths whose value could not be taken as written; nothing more should be said about them.
    """

    file: str
    value: Value
    lines: Mapping[Path, int]
    problems: tuple[Problem, ...] = ()
    unsound: frozenset[Path] = frozenset()

    def where(self, path: Path) -> Where:
        """Give the place of a value, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return Where(self.file, self.lines.get(path, 1))


def read_yaml(content: bytes, file: str) -> Document:
    """Read one file; never raises for anything the bytes may hold."""
    builder = _Builder(file)
    try:
        value = builder.document(checked_text(content, file))
    except StoppedError as stopped:
        return Document(file, None, {}, (*builder.problems, stopped.problem), frozenset({()}))
    except YAMLError as error:
        return Document(file, None, {}, (*builder.problems, syntax_problem(error, file)), frozenset({()}))
    return Document(file, value, builder.lines, tuple(builder.problems), frozenset(builder.unsound))


def scalar(text: str, *, plain: bool) -> Scalar:
    """Take a scalar as written: quoted text is text, a plain number a number, anything doubtful stays a word."""
    if not plain:
        return text
    if text in WORDS:
        return WORDS[text]
    if not NUMBER.fullmatch(text):
        return text
    number = float(text)
    if not math.isfinite(number):
        return text
    return number if set(text) & set(".eE") else int(text)


class _Builder:
    """Turns the parser's events into values, keeping lines and faults as it goes."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path, int] = {}
        self.problems: list[Problem] = []
        self.unsound: set[Path] = set()
        self.events: Iterator[Event] = iter(())
        self.seen = 0

    def document(self, text: str) -> Value:
        self.events = YAML(typ="safe", pure=True).parse(text)
        value: Value = None
        documents = 0
        while not isinstance(event := self.take(), StreamEndEvent):
            if isinstance(event, DocumentStartEvent):
                documents += 1
                self.check_document(event, documents)
            elif isinstance(event, NodeEvent):
                value = self.node(event, ())
        return value

    def take(self) -> Event:
        self.seen += 1
        if self.seen > MAX_VALUES:
            raise too_large(f"The file holds more than {MAX_VALUES:,} values.", self.file)
        try:
            return next(self.events)
        except YAMLError:
            raise
        except Exception as error:  # the parser lets stray Python errors out, such as chr() of a huge escape
            raise StoppedError(unreadable(self.file)) from error

    def fault(self, code: Code, event: Event, message: str, fix: str) -> None:
        if len(self.problems) >= MAX_PROBLEMS:
            raise StoppedError(more_faults(MAX_PROBLEMS, self.file))
        self.problems.append(Problem(code, message, fix, self.place(event)))

    def check_document(self, event: DocumentStartEvent, number: int) -> None:
        if event.version or event.tags:
            self.fault(
                Code.YAML_DOCUMENT, event, "The file starts with a % directive.", "Delete the line; YAML 1.2 is meant."
            )
        if number > 1:
            message = "The file holds a second document after '---'."
            raise StoppedError(Problem(Code.YAML_DOCUMENT, message, "Give it a file of its own.", self.place(event)))

    def place(self, event: Event) -> Where:
        return Where(self.file, _line(event))

    def node(self, event: Event, path: Path) -> Value:
        self.lines.setdefault(path, _line(event))
        self.check_node(event, path)
        if isinstance(event, ScalarEvent):
            return scalar(self.words(event), plain=event.style is None)
        if len(path) >= MAX_DEPTH:
            message = f"Values are nested more than {MAX_DEPTH} deep."
            raise StoppedError(
                Problem(Code.YAML_DEPTH, message, "Definitions need four or five levels.", self.place(event))
            )
        if isinstance(event, SequenceStartEvent):
            return self.sequence(path)
        return self.mapping(path) if isinstance(event, MappingStartEvent) else None

    def check_node(self, event: Event, path: Path) -> None:
        anchor, tag = getattr(event, "anchor", None), getattr(event, "ctag", None)
        if isinstance(event, AliasEvent):
            self.unsound.add(path)
            self.fault(
                Code.YAML_ALIAS,
                event,
                f"{excerpt(f'*{anchor}')} repeats a value from elsewhere.",
                "Write the value out.",
            )
        elif anchor:
            self.fault(
                Code.YAML_ALIAS, event, f"{excerpt(f'&{anchor}')} names a value to be repeated.", "Delete the name."
            )
        if tag:
            self.unsound.add(path)
            self.fault(Code.YAML_TAG, event, f"The tag {excerpt(tag)} is not allowed.", "Delete the tag.")

    def words(self, event: ScalarEvent) -> str:
        """Give a scalar's text without what cannot be stored or shown: half characters, control and reversing codes."""
        text = str(event.value)
        if not UNSHOWABLE.search(text):
            return text
        self.fault(Code.YAML_ENCODING, event, "The text holds a character that cannot be shown.", "Retype the text.")
        return UNSHOWABLE.sub("?", text)

    def sequence(self, path: Path) -> list[Value]:
        values: list[Value] = []
        while not isinstance(event := self.take(), SequenceEndEvent):
            values.append(self.node(event, (*path, len(values))))
        return values

    def mapping(self, path: Path) -> dict[str, Value]:
        values: dict[str, Value] = {}
        while not isinstance(event := self.take(), MappingEndEvent):
            key = self.key(event, path)
            inner = (*path, key)
            first = self.lines.setdefault(inner, _line(event))
            value = self.node(self.take(), inner)
            if key in values:
                message = f"The key {excerpt(key)} is given twice; the first is on line {first}."
                self.fault(Code.DUPLICATE_KEY, event, message, "Keep one of them.")
            values.setdefault(key, value)
        return values

    def key(self, event: Event, path: Path) -> str:
        if isinstance(event, ScalarEvent):
            self.check_node(event, path)
            return self.words(event)
        raise StoppedError(
            Problem(Code.YAML_KEY, "A key is a list or a group of keys.", "Use a word as key.", self.place(event))
        )


def _line(event: Event) -> int:
    return int(event.start_mark.line) + 1
