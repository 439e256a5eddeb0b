"""A publication: what was frozen when papers went out, and to whom.

In: a report with its documents, or an entry of the ledger. Out: an entry; Publications, the newest first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from pydantic import Field, TypeAdapter, ValidationError

from kpi.definitions.base import Definition, Id, Line, Text
from kpi.definitions.paper import Audience
from kpi.entry import Entry
from kpi.problem import Problem, ProblemError, Where

KIND: Final = "publication"
"""The kind of the entries that hold publications; the subject is the paper, the period the quarter."""


class Document(Definition):
    """A document that went out."""

    name: Line
    """Its file name."""
    sha256: Line
    """The hash of its bytes."""
    bytes: int = Field(ge=0)
    """How long it is."""


class Frozen(Definition):
    """What a publication fixes: nothing of it changes when figures do."""

    title: Text
    """The paper's title."""
    audience: Audience
    """For whom it is."""
    recipients: Line | None = None
    """To whom it went, in words."""
    meeting: Id | None = None
    """The meeting it was for."""
    revision: int = Field(ge=1)
    """The revision that its figures are as at."""
    seal: Line
    """The seal on that revision."""
    statuses: Mapping[str, str]
    """The status of each figure, by indicator and area (`icpc_15/all`)."""
    documents: tuple[Document, ...] = Field(min_length=1, max_length=50)
    """The documents that went out."""
    template: Line | None = None
    """The hash of the council's own Word template that they were made in, where it had one."""


@dataclass(frozen=True, slots=True)
class Publication:
    """A paper that went out for a quarter; `in_force` is false for one that was taken back or followed by another."""

    paper: str
    period: str
    frozen: Frozen
    who: str
    at: datetime | None
    recorded: int
    in_force: bool


def sent_to(recipients: str) -> str | None:
    """Read to whom a paper goes, None where nobody is named; ProblemError recipients for what is not one short line."""
    try:
        return TypeAdapter(Line).validate_python(recipients) if recipients.strip() else None
    except ValidationError as error:
        what, fix = "To whom it goes is not one line of text.", "Write one line of 400 letters at most."
        raise ProblemError([Problem("recipients", what, fix, Where(column="recipients"))]) from error


def documents(files: Mapping[str, bytes]) -> tuple[Document, ...]:
    """Describe files by name, hash and length, in the order of their names."""
    return tuple(Document(name=name, sha256=_hash(files[name]), bytes=len(files[name])) for name in sorted(files))


def entry(paper: str, period: str, frozen: Frozen) -> Entry:
    """Make the entry of a publication."""
    return Entry.of(KIND, paper, period, frozen.model_dump(mode="json", exclude_none=True))


def publications(entries: Iterable[Entry]) -> tuple[Publication, ...]:
    """Give every publication among entries, the newest first."""
    found = (one for one in entries if one.kind == KIND and not one.aside)
    return tuple(sorted((_read(one) for one in found), key=lambda one: -one.recorded))


def _read(one: Entry) -> Publication:
    frozen = Frozen.model_validate_json(one.body)
    return Publication(one.subject, one.period, frozen, one.who, one.at, one.revision, one.in_force)


def _hash(content: bytes) -> str:
    return sha256(content).hexdigest()
