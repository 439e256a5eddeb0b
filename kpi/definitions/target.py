"""Targets and the tolerance around them: what a period is judged against, who set it and why.

In: YAML mappings. Out: frozen models; `kpi.judge.status` gets them as arrays.
"""

from collections.abc import Mapping
from math import nan
from typing import Annotated, Final, Literal, Self

from pydantic import Field, model_validator

from kpi.definitions.base import Definition, Id, Line, Text

Profile = Annotated[dict[str, float], Field(max_length=500)]
"""A target that changes through the year: canonical period to value, in the indicator's unit."""


class Sides(Definition):
    """An allowance that differs below and above the target, in the tolerance's measure."""

    below: float = Field(default=0, ge=0)
    """Allowance for a value below the target."""
    above: float = Field(default=0, ge=0)
    """Allowance for a value above the target."""


def sides(allowance: float | Sides) -> Sides:
    """Give one allowance as two sides."""
    return allowance if isinstance(allowance, Sides) else Sides(below=allowance, above=allowance)


class Tolerance(Definition):
    """How far off the target still counts as green, and how far as amber; beyond that is red.

    Without a tolerance a value is green when it meets the target and red when it does not.
    """

    measure: Literal["percent", "points"]
    """`percent`: of the target. `points`: in the indicator's own unit."""
    green: float | Sides = 0
    """Off target by this much or less is still green."""
    amber: float | Sides = Field(default_factory=lambda given: given.get("green", 0))
    """Off target by this much or less is amber; left out, nothing is amber."""

    @model_validator(mode="after")
    def _amber_reaches_as_far_as_green(self) -> Self:
        green, amber = sides(self.green), sides(self.amber)
        if amber.below < green.below or amber.above < green.above:
            raise ValueError("amber is narrower than green; give amber the wider allowance")
        return self


NO_TOLERANCE: Final = Tolerance(measure="points", green=0, amber=0)


class Target(Definition):
    """A target for some periods and areas: exactly one of at_least, at_most or between.

    A plain number needs `periods`; a profile names its own periods.
    """

    periods: Line | None = None
    """A period, or a range of periods: `2018-19 Q4`, `2016-17 Q1 to 2018-19 Q4`, `from 2018-19 Q1`."""
    areas: tuple[Id, ...] | None = Field(default=None, max_length=500)
    """Areas it holds for; all of the indicator's areas when left out."""
    at_least: float | Profile | None = None
    """The value must be this or more."""
    at_most: float | Profile | None = None
    """The value must be this or less."""
    between: tuple[float, float] | None = None
    """The value must lie from the first to the second, both included."""
    floor: float | None = None
    """The worst value that needs no action; worse than that is red whatever the tolerance.

    Worse is below it; above it for at_most, and for between where lower is better.
    """
    tolerance: Tolerance | None = None
    """A tolerance for these periods in place of the indicator's own."""
    set_by: Literal["national", "local", "statutory"]
    """Who set it."""
    reason: Text
    """Why this target."""

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = [kind for kind in ("at_least", "at_most", "between") if getattr(self, kind) is not None]
        if len(kinds) != 1:
            raise ValueError("give exactly one of at_least, at_most or between")
        if isinstance(getattr(self, kinds[0]), dict) == (self.periods is not None):
            raise ValueError("give periods with a number, or a profile of periods, not both")
        if self.between and self.between[0] > self.between[1]:
            raise ValueError("between runs from the lower value to the higher one")
        return self

    @property
    def kind(self) -> Literal["at_least", "at_most", "between"]:
        """Which of the three kinds it is."""
        if self.between is not None:
            return "between"
        return "at_least" if self.at_least is not None else "at_most"

    @property
    def profile(self) -> Mapping[str, float]:
        """The values of a profile by period as written; empty for a plain number."""
        given = self.at_least if self.at_least is not None else self.at_most
        return given if isinstance(given, dict) else {}

    def ends(self, value: float | None = None) -> tuple[float, float]:
        """Give the lower and the upper end; NaN where there is none. `value` stands for the entry of a profile."""
        if self.between is not None:
            return self.between
        given = self.at_least if self.at_least is not None else self.at_most
        end = given if isinstance(given, float) else value
        end = nan if end is None else end
        return (end, nan) if self.at_least is not None else (nan, end)

    def floors(self, polarity: str) -> tuple[float, float]:
        """Give the floor as a lower or an upper one, whichever side is worse; NaN where there is none."""
        if self.floor is None:
            return nan, nan
        above_is_worse = self.at_most is not None or (self.between is not None and polarity == "lower")
        return (nan, self.floor) if above_is_worse else (self.floor, nan)
