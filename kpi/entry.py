"""What people declare, as the ledger keeps it: a quarter's update of an action, a sign-off, an answer, a claim.

In: a subject, a quarter and what is said of it. Out: an Entry whose body is canonical JSON text.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Key = tuple[str, str, str]
"""Kind, subject and period: what a newer entry takes the place of."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing said about one subject.

    `kind` names what it is, `subject` what it is about (`2018-19/PMQA 2.1`), `period` the quarter in canonical text, ''
    for none. `aside` keeps a version on record that lost when a conflict was settled; it is never in force. The
    revision, who, when (aware, UTC), why, and whether it is in force are filled in by the ledger.
    """

    kind: str
    subject: str
    period: str
    body: str
    aside: bool = False
    revision: int = 0
    who: str = ""
    at: datetime | None = None
    note: str = ""
    in_force: bool = True

    @classmethod
    def of(cls, kind: str, subject: str, period: str, content: Mapping[str, Any], *, aside: bool = False) -> "Entry":
        """Make an entry of what is said; equal content gives equal text."""
        return cls(kind, subject, period, canonical(content), aside)

    @property
    def key(self) -> Key:
        """Kind, subject and period."""
        return self.kind, self.subject, self.period

    @property
    def content(self) -> dict[str, Any]:
        """What is said, as a mapping."""
        return dict(json.loads(self.body))


def canonical(content: Mapping[str, Any]) -> str:
    """Write a mapping as JSON in one form: keys sorted, no spaces, UTF-8."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
