"""The council itself: its name, themes, areas, year and thresholds.

In: council.yaml. Out: one frozen model.
"""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kpi.definitions.base import Definition, Id, Line, Text, Titled

ControlCharts = Literal["house", "unscreened", "mdc_2023"]
"""Profiles of control charts that a council can choose; those that refuse nothing are for comparing tools only."""


class Thresholds(Definition):
    """Numbers that the checks of an upload use."""

    jump_factor: float = Field(default=5, gt=1)
    """A change this many times the series' usual change is suspicious."""
    jump_history: int = Field(default=6, ge=3)
    """Figures a series must have before a jump can be judged."""
    zero_between: float = Field(default=10, gt=0)
    """A zero between values of at least this size is suspicious."""
    rounding_slack: float = Field(default=0.5, ge=0)
    """How far, in units of the last shown decimal, value may differ from numerator over denominator."""
    small_number: int = Field(default=5, ge=0)
    """Counts of children from 1 to this are not published."""


class Publication(Definition):
    """How counts of children are made safe for print, beside the threshold `small_number`."""

    rounding: Literal[1, 5, 10] = 5
    """To what counts are rounded in print; 1 does not round."""
    rounded: Literal["totals", "all"] = "totals"
    """Whether every count is rounded, or only groups and figures of the whole service."""
    zeros: Literal["shown", "unless_all", "hidden"] = "unless_all"
    """Zeros are shown, shown unless a whole row or column of a table is zero, or withheld like small counts."""
    least_denominator: int = Field(default=10, ge=0)
    """A group with fewer than this has no percentage or rate in print."""
    without_counts: Literal["withheld", "shown"] = "withheld"
    """What becomes of a percentage or rate whose numerator and denominator are not held: nothing can be checked."""


class HeaderField(Definition):
    """What stands in a line over a committee report."""

    text: Line
    """The words: a role, not a person's name."""
    illustrative: bool = False
    """Whether they were made up for a demonstration."""


class Committee(Definition):
    """What stands over every committee report."""

    cabinet_member: HeaderField | None = None
    """The cabinet member with lead responsibility."""
    wards_affected: HeaderField | None = None
    """The wards affected."""
    accountable_director: HeaderField | None = None
    """The accountable director."""
    originating_service: HeaderField | None = None
    """The service it comes from."""
    accountable_employee: HeaderField | None = None
    """The employee to ask."""
    considered_by: HeaderField | None = None
    """Who has considered it before."""


Short = Annotated[str, StringConstraints(pattern=r"^[A-Za-z&]{2,20}$")]
"""A short form such as GCSE."""


class Theme(Titled):
    """What belongs together on the scorecard."""

    plain_title: Line | None = None
    """Title in plain English for the public; the title itself when left out."""


class Council(Definition):
    """Whose dashboard this is."""

    id: Id
    """Stable id; every ledger row carries it."""
    name: Line
    """Full name."""
    service: Line
    """The service under review."""
    plan: Line
    """Name of the improvement plan."""
    la_code: Line | None = None
    """Three-digit DfE code."""
    ons_code: Line | None = None
    """Nine-character ONS code."""
    calendar: Literal["financial", "academic", "calendar"] = "financial"
    """The year the scorecard runs by."""
    opening_period: Line
    """The period the scorecard opens on."""
    legend: Id | None = None
    """Id of the legend of legends.yaml that the plan is declared in; needed where there is a plan."""
    about: Text
    """What a newcomer should know about the figures, such as which are illustrative."""
    themes: tuple[Theme, ...] = Field(max_length=200)
    """Themes in the order of the scorecard."""
    areas: tuple[Titled, ...] = Field(default=(), max_length=500)
    """Teams or localities with figures of their own; `all`, the whole service, needs no entry."""
    thresholds: Thresholds = Thresholds()
    """What the checks of an upload consider suspicious."""
    contact: Line | None = None
    """How the public can reach the council about the figures: an address, a telephone number."""
    short_forms: Mapping[Short, Line] = Field(default={}, max_length=200)
    """What short forms of the council's own stand for, explained wherever the public edition uses them."""
    publication: Publication = Publication()
    """How counts of children are made safe for print."""
    committee: Committee | None = None
    """What stands over every committee report."""
    control_charts: ControlCharts = "house"
    """The profile by which control charts are judged, where the tools that analysts use differ."""
