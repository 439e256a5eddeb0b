"""The four rules that mark a point of a control chart, on flags with time along the first axis.

In: flags of points (beyond a limit, on one side, near a limit) or of steps (rises, falls). Out: flags of points.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from kpi.judge.status import Codes

Flags = NDArray[np.bool_]

RUN = 7
"""Points that make a shift, and points that make a trend."""
STEPS = RUN - 1
WINDOW = 3
"""Points of which two near a limit are a signal."""


class Sides(NamedTuple):
    """The same question asked of the upper and of the lower side."""

    up: Flags
    down: Flags

    @property
    def either(self) -> Flags:
        """Where it holds on one side or the other."""
        return self.up | self.down


def run_ends(flags: Flags, length: int) -> Flags:
    """Mark the last of every `length` flags in a row that are all set."""
    found, have = flags, 1
    while have < length:
        step = min(have, length - have)
        found = found[step:] & found[:-step]
        have += step
    ends = np.zeros_like(flags)
    ends[length - 1 :] = found
    return ends


def members(ends: Flags, length: int) -> Flags:
    """Spread each mark back over the `length` points that made it."""
    spread, have = ends.copy(), 1
    while have < length:
        step = min(have, length - have)
        spread[:-step] |= spread[step:].copy()
        have += step
    return spread


def shift(side: Sides) -> Sides:
    """Mark the points of seven or more in a row on one side of the mean; a point on the mean is on neither."""
    return Sides(*(members(run_ends(flags, RUN), RUN) for flags in side))


def trend(steps: Sides) -> Sides:
    """Mark the points of six or more rises, or falls, in a row; a shared peak or trough takes the later direction.

    `steps` has one row less than there are points: step i leads from point i to point i + 1.
    """
    up, down = (members(_led_to(run_ends(flags, STEPS)), RUN) for flags in steps)
    shared = up & down
    if shared.any():
        # The later of the two runs is the one that goes on from the point that they share.
        up[:-1] &= ~(shared[:-1] & steps.down)
        down[:-1] &= ~(shared[:-1] & steps.up)
    return Sides(up, down)


def _led_to(steps: Flags) -> Flags:
    """Turn marks of steps into marks of the points that they lead to."""
    points = np.zeros((steps.shape[0] + 1, *steps.shape[1:]), dtype=bool)
    points[1:] = steps
    return points


def two_of_three(near: Flags, side: Flags) -> Flags:
    """Mark all points of windows of three, all on one side, of which two or more are near its limit."""
    ends = np.zeros_like(near)
    first, second, third = near[:-2], near[1:-1], near[2:]
    enough = (first & second) | ((first | second) & third)
    ends[2:] = enough & side[:-2] & side[1:-1] & side[2:]
    return members(ends, WINDOW)


def near_limit(near: Sides, side: Sides) -> Sides:
    """Mark the points near a limit that are two of three; the third is not marked for being between them."""
    return Sides(*(two_of_three(close, one) & close for close, one in zip(near, side, strict=True)))


def first_match(rules: tuple[Sides, ...]) -> tuple[Codes, Codes]:
    """Give each point the place (from 1) of the first rule that marks it, 0 for none, and its direction: 1, 0 or -1."""
    kind = np.zeros(rules[0].up.shape, dtype=np.int8)
    up, down, taken = np.zeros_like(rules[0].up), np.zeros_like(rules[0].up), np.zeros_like(rules[0].up)
    for place, rule in enumerate(rules, start=1):
        free = ~taken
        here = rule.either & free
        kind += here.view(np.int8) * np.int8(place)
        up |= rule.up & here
        down |= rule.down & here
        taken |= here
    return kind, up.view(np.int8) - down.view(np.int8)
