"""The sign-off of a quarter by the Head of Service, for a whole service area or for one action.

In: a role and a comment, or an Entry of the ledger. Out: a frozen SignOff, or the Entry that keeps it.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from kpi.definitions.base import Definition, Line, Text
from kpi.entry import Entry
from kpi.period import Period
from kpi.plan.update import subject_of

KIND: Final = "sign-off"
"""The kind of the entries that hold sign-offs."""


class SignOff(Definition):
    """That a role has signed off a quarter."""

    role: Line
    """The role that signs, such as Head of Safeguarding."""
    comment: Text | None = None
    """What is added to it."""


@dataclass(frozen=True, slots=True)
class SignedOff:
    """A sign-off in force: who did it, when (UTC), in which revision, and whether updates changed afterwards.

    `of` is the service area's id, or the reference where one action was signed off by itself.
    """

    of: str
    period: Period
    role: str
    comment: str
    who: str
    at: datetime | None
    revision: int
    changed_since: bool = False


def entry(year: str, subject: str, period: Period, sign_off: SignOff) -> Entry:
    """Make the entry of a sign-off; `subject` is a service area's id or an action's reference."""
    return Entry.of(KIND, subject_of(year, subject), period.text, sign_off.model_dump(exclude_none=True))


def read(found: Entry) -> SignOff:
    """Read the sign-off that an entry keeps."""
    return SignOff.model_validate_json(found.body)
