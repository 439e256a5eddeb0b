"""An indicator: what is measured, how, by whom, and what good looks like.

In: YAML mappings. Out: frozen models whose every field is described; `docs/indicators.md` is checked against them.
"""

from math import inf
from typing import Final, Literal, Self

from pydantic import Field, model_validator

from kpi.definitions.base import Definition, Id, Line, Text
from kpi.definitions.target import Target, Tolerance

UnitName = Literal["count", "percent", "rate", "pounds", "days", "cases", "score"]
Polarity = Literal["higher", "lower", "range", "none"]
Frequency = Literal["month", "quarter", "year", "date"]
Basis = Literal["snapshot", "in_period", "year_to_date", "rolling_12_months"]
CalendarName = Literal["financial", "academic", "calendar"]
IN_A_MILLION: Final = 6
"""Decimals by which a figure in millions is shorter than the same in ones."""


class Break(Definition):
    """A period from which figures are not comparable with earlier ones."""

    period: Line
    """The first period on the new definition."""
    reason: Text
    """What changed."""


class Doubt(Definition):
    """A figure that is shown as published, and counts, but is never compared with."""

    period: Line
    """The period whose figure is in doubt."""
    areas: tuple[Id, ...] | None = Field(default=None, max_length=500)
    """Areas whose figure is in doubt; all of the indicator's areas when left out."""
    reason: Line
    """Why, in words that follow 'in doubt': published as 0, almost certainly a failed return."""


class Rebase(Definition):
    """A period from which the limits of a control chart start afresh."""

    period: Line
    """The first period of the new limits."""
    reason: Text
    """What changed in the service."""


class Bounds(Definition):
    """The least and most a value can possibly be."""

    least: float | None = None
    """No value lies below this."""
    most: float | None = None
    """No value lies above this."""

    @model_validator(mode="after")
    def _least_below_most(self) -> Self:
        if self.least is not None and self.most is not None and self.least > self.most:
            raise ValueError("least is more than most; swap them")
        return self


class Indicator(Definition):
    """One measured thing, as the council defines it."""

    id: Id
    """Stable id, used in spreadsheets and addresses."""
    title: Line
    """Title as officers know it."""
    plain_title: Line
    """Title in plain English for the public."""
    known_as: tuple[Line, ...] = Field(default=(), max_length=20)
    """Other names by which commentary speaks of it; figures quoted beside them are checked."""
    theme: Id
    """Id of a theme of council.yaml."""
    definition: Text
    """What exactly is counted."""
    why: Text
    """Why it matters."""
    plain_definition: Text | None = None
    """What is counted, in plain English for the public; the definition itself when left out."""
    plain_why: Text | None = None
    """Why it matters to children and families, in plain English; `why` when left out."""
    plain_better: Line | None = None
    """What a better figure means for children and families, as a sentence."""
    plain_worse: Line | None = None
    """What a worse figure means for children and families, as a sentence."""
    unit: UnitName
    """count, percent, rate (per `per`), pounds, days, cases (per worker) or score."""
    per: int | None = Field(default=None, gt=0)
    """The N of a rate per N; given for rates only."""
    decimals: int = Field(default=0, ge=0, le=4)
    """Decimals shown; judgement uses the value as shown."""
    in_millions: bool = False
    """Pounds only: figures are shown in millions with `decimals` decimals, £49.6m; they are stored in pounds."""
    polarity: Polarity
    """higher or lower is better, range (stay close to target), or none (no good direction)."""
    frequency: Frequency
    """How often a figure comes: month, quarter, year, or date (a dated snapshot)."""
    basis: Basis
    """snapshot at period end, in_period, year_to_date or rolling_12_months."""
    calendar: CalendarName = "financial"
    """Which years its periods belong to."""
    numerator: Line | None = None
    """What stands above the line."""
    denominator: Line | None = None
    """What stands below the line."""
    source: Line
    """System or publication the figure comes from."""
    reference: Line | None = None
    """Where the definition or the published figures can be read."""
    owner: Line
    """The role that answers for it, not a person's name."""
    in_control: Literal["full", "partial", "none"] = "full"
    """How far the council controls it."""
    lag_days: int = Field(ge=0, le=1000)
    """Days after the period's end until the figure is expected."""
    areas: tuple[Id, ...] = Field(default=("all",), max_length=500)
    """Areas with figures of their own: `all`, or areas of council.yaml."""
    targets: tuple[Target, ...] = Field(default=(), max_length=1000)
    """Targets by period and area; none means it is not rated."""
    tolerance: Tolerance | None = None
    """How far off target is still green or amber; none means met or not met."""
    no_change: float = Field(default=0, ge=0)
    """A change of this much or less, in the indicator's unit, is called no change."""
    breaks: tuple[Break, ...] = Field(default=(), max_length=100)
    """Periods from which earlier figures are not comparable."""
    doubts: tuple[Doubt, ...] = Field(default=(), max_length=100)
    """Figures that are shown as published but never compared with."""
    rebases: tuple[Rebase, ...] = Field(default=(), max_length=100)
    """Periods from which the limits of its control chart start afresh, while figures stay comparable."""
    baseline: int | None = Field(default=None, ge=12, le=1000)
    """Figures that limits are drawn from, the first so many since they started; all when left out."""
    bounds: Bounds | None = None
    """Possible values; a percentage lies from 0 to 100 unless given here, counts from 0."""
    disclosure: Literal["counts_of_children", "none"] = "none"
    """Whether small numbers could point at a child."""
    made_of: tuple[Id, ...] = Field(default=(), max_length=50)
    """Counts that add up to this one: parts of it that are indicators of their own, or one that comes more often."""
    published_as: Id | None = None
    """The indicator with the DfE's own figures of the same name; the two are linked on screen and never joined."""
    order: int = Field(ge=0)
    """Place on the scorecard within its theme."""

    @property
    def shown_decimals(self) -> int:
        """Decimals to which the value as stored is shown and judged; below 0 for figures shown in millions."""
        return self.decimals - IN_A_MILLION if self.in_millions else self.decimals

    @property
    def possible(self) -> tuple[float, float]:
        """The least and most a value can be: its bounds, else 0 to 100 for percentages, 0 up but for money and scores.

        A bound that is not given stays the unit's own.
        """
        bounds = self.bounds or Bounds()
        least = -inf if self.unit in ("pounds", "score") else 0.0
        most = 100.0 if self.unit == "percent" else inf
        least = least if bounds.least is None else bounds.least
        most = most if bounds.most is None else bounds.most
        return least, most


class IndicatorFile(Definition):
    """One file of the folder indicators: as many indicators as belong together."""

    indicators: tuple[Indicator, ...]
    """The indicators; `[]` for none yet."""
