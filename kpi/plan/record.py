"""What was declared, found by action and quarter: every version of every update, and the sign-offs.

In: entries of the ledger, every one up to a revision. Out: updates by quarter with their versions, and sign-offs.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from kpi.entry import Entry
from kpi.period import Calendar, Frequency, Period, read_as
from kpi.plan import signoff, update
from kpi.plan.signoff import SignedOff
from kpi.plan.update import Update

Standing = Literal["in force", "replaced", "undone", "set aside"]
Undone = Mapping[int, int]
"""The revision that took each undone revision back."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a quarter's update: what it says, who recorded it when (UTC), and whether it stands.

    `undone_by` is the revision that took it back, None where it stands or that is not known.
    """

    update: Update
    revision: int
    who: str
    at: datetime | None
    note: str
    standing: Standing
    undone_by: int | None = None

    @property
    def counts(self) -> bool:
        """Whether it stands, or stood until a newer one took its place."""
        return self.standing in ("in force", "replaced")


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A quarter's update of an action with all its versions, newest first, and the sign-off of the quarter.

    `current` is the version in force, None where each was undone or set aside. `last_change` is the newest revision
    that changed what the quarter says, 0 for none.
    """

    year: str
    ref: str
    period: Period
    versions: tuple[Version, ...]
    current: Version | None
    last_change: int
    signed_off: SignedOff | None = None

    @property
    def update(self) -> Update | None:
        """What the quarter says, None where nothing is in force."""
        return self.current.update if self.current else None

    @property
    def others(self) -> tuple[Version, ...]:
        """The versions that do not stand, newest first."""
        return tuple(version for version in self.versions if version.standing != "in force")

    @property
    def illustrative(self) -> bool:
        """Whether what it says was made up for a demonstration."""
        return self.current is not None and self.current.update.state == "illustrative"


class Record:
    """Updates and sign-offs by what they are about; each entry is looked at once."""

    def __init__(
        self, entries: Sequence[Entry], upto: Period, calendar: Calendar, undone: Undone | None = None
    ) -> None:
        """Sort entries; those of quarters after `upto` are left out, for nobody knew them then."""
        self._undone = undone or {}
        self._updates: dict[str, dict[int, list[Entry]]] = defaultdict(lambda: defaultdict(list))
        self._signed: dict[str, list[SignedOff]] = defaultdict(list)
        self._quarters: dict[int, Period] = {}
        ordinals: dict[str, int] = {}
        for one in entries:
            if one.kind not in (update.KIND, signoff.KIND):
                continue
            if one.period not in ordinals:
                period = read_as(one.period, Frequency.QUARTER, calendar).period
                ordinals[one.period] = period.ordinal
                self._quarters[period.ordinal] = period
            ordinal = ordinals[one.period]
            if ordinal > upto.ordinal:
                continue
            if one.kind == update.KIND:
                self._updates[one.subject][ordinal].append(one)
            elif one.in_force:
                self._signed[one.subject].append(_signed_off(one, self._quarters[ordinal]))

    def updates(self, year: str, ref: str, area: str) -> tuple[UpdateView, ...]:
        """Give the updates of an action, oldest quarter first, each with the sign-off of its quarter."""
        quarters = self._updates.get(update.subject_of(year, ref), {})
        signed = {one.period.ordinal: one for one in self.sign_offs(year, ref, area)}
        return tuple(
            self._view(year, ref, ordinal, found, signed.get(ordinal)) for ordinal, found in sorted(quarters.items())
        )

    def sign_offs(self, year: str, *names: str) -> list[SignedOff]:
        """Give the sign-offs in force of service areas or actions of a plan year, in the order they were recorded."""
        found = [one for name in names for one in self._signed.get(update.subject_of(year, name), ())]
        return sorted(found, key=lambda one: one.revision)

    def _view(self, year: str, ref: str, ordinal: int, found: Sequence[Entry], signed: SignedOff | None) -> UpdateView:
        versions = self._versions(found)
        current = next((version for version in versions if version.standing == "in force"), None)
        changed = max(
            max(version.revision if version.standing != "set aside" else 0, version.undone_by or 0)
            for version in versions
        )
        if signed and changed > signed.revision:
            signed = replace(signed, changed_since=True)
        return UpdateView(year, ref, self._quarters[ordinal], versions, current, changed, signed)

    def _versions(self, found: Sequence[Entry]) -> tuple[Version, ...]:
        """Tell of each version whether it stands; newest first."""
        standing = max((one.revision for one in found if one.in_force and not one.aside), default=0)
        ordered = sorted(found, key=lambda one: (one.revision, not one.aside), reverse=True)
        return tuple(self._version(one, standing) for one in ordered)

    def _version(self, one: Entry, standing: int) -> Version:
        undone_by = self._undone.get(one.revision)
        told = _standing(one, standing, undone_by is not None)
        return Version(update.read(one), one.revision, one.who, one.at, one.note, told, undone_by)


def _standing(one: Entry, standing: int, undone: bool) -> Standing:
    """Tell whether a version stands; one that does not, and has none newer in its place, was undone."""
    if one.aside:
        return "set aside"
    if one.in_force:
        return "in force"
    return "undone" if undone or one.revision > standing else "replaced"


def _signed_off(one: Entry, period: Period) -> SignedOff:
    told = signoff.read(one)
    name = one.subject.partition("/")[2]
    return SignedOff(name, period, told.role, told.comment or "", one.who, one.at, one.revision)
