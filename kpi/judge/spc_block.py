"""Limits and marked points of a block of stretches, by one of the named profiles.

In: figures with time along the first axis, one column a stretch that nothing crosses. Out: limits, kinds, directions.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

from kpi.judge.spc_limits import Counts, Limits, draw
from kpi.judge.spc_rules import Sides, first_match, near_limit, shift, trend
from kpi.judge.status import Codes, Floats


@dataclass(frozen=True)
class Profile:
    """A named way of judging: where tools in use differ, the one that was used can be said.

    `screening` drops large moving ranges once; `outside_is_near` lets points beyond a limit count as near it in two
    of three; `refuses` is False where even short and flat stretches are judged.
    """

    name: str
    screening: bool = True
    outside_is_near: bool = False
    refuses: bool = True


HOUSE: Final = Profile("house")
PROFILES: Final = {
    profile.name: profile
    for profile in (
        HOUSE,
        Profile("unscreened", screening=False),
        Profile("mdc_2023", outside_is_near=True),
        Profile("nhs_r", refuses=False),
        Profile("nhs_r_unscreened", screening=False, refuses=False),
    )
}
"""The house's own; without screening; two in three as proposed in 2023; as NHSRplotthedots judges, both ways."""


class Block(NamedTuple):
    """Limits by column; Kind codes and directions (1 up, -1 down, 0 none) by point."""

    limits: Limits
    kind: Codes
    direction: Codes


def judged(values: Floats, baseline: Counts | None, profile: Profile) -> Block:
    """Draw the limits of each column and mark its points."""
    limits = draw(values, baseline, screening=profile.screening)
    kind, direction = first_match(_rules(values, limits, profile))
    if profile.refuses and limits.refusal.any():
        kind *= limits.refusal == 0
        direction *= limits.refusal == 0
    return Block(limits, kind, direction)


def _rules(values: Floats, limits: Limits, profile: Profile) -> tuple[Sides, ...]:
    """Ask each rule in the order in which it counts: outside, trend, two of three, shift."""
    noise = limits.noise
    outside = Sides(values > limits.upper + noise, values < limits.lower - noise)
    side = Sides(values > limits.mean + noise, values < limits.mean - noise)
    near = Sides(values > limits.near_upper + noise, values < limits.near_lower - noise)
    if not profile.outside_is_near:
        near = Sides(near.up & ~outside.up, near.down & ~outside.down)
    moved = values[1:] - values[:-1]
    steps = Sides(moved > noise, moved < -noise)
    return outside, trend(steps), near_limit(near, side), shift(side)
