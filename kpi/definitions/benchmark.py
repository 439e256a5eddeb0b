"""Whom the council is compared with, and how published files of others' figures are read.

In: benchmarks.yaml. Out: frozen models whose every field is described; `docs/benchmarks.md` is checked against them.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from kpi.definitions.base import Definition, Id, Line

AreaCode = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]{1,12}$")]
"""An area as published files name it: a three-digit local authority code, or the ONS code of a region or a nation."""
Symbol = Literal["c", "x", "z", "k", "u", ":"]


class Source(Definition):
    """One published file: how it is recognised, and what its columns are."""

    id: Id
    """Stable id; it begins the name of every figure of the file in the ledger."""
    title: Line
    """Publisher and title, as sentences and tables name it."""
    reference: Line | None = None
    """Where the file can be downloaded or read about."""
    header: tuple[Line, ...] = Field(min_length=2, max_length=100)
    """Column names by which the file is recognised; all of them must be there, in any order."""
    period: Line | None = None
    """The column of the period; none where `dated` says it for the whole file."""
    dated: Line | None = None
    """The period of every figure of the file, as its publisher writes it."""
    areas: tuple[Line, ...] = Field(default=(), max_length=10)
    """Columns of area codes; of each row the first one that is filled counts. None: all is the council's own."""
    names: tuple[Line, ...] = Field(default=(), max_length=10)
    """Columns of the areas' names, in the order of `areas`."""
    codes: dict[Line, AreaCode] = Field(default={}, max_length=100)
    """Codes that this file alone uses, and the code that is meant: `"970": E92000001`."""
    by: tuple[Line, ...] = Field(default=(), max_length=10)
    """Columns that split a measure, such as a category; their cells become part of the measure's name."""
    measure: Line | None = None
    """The column that names the measure of each row; none where every measure has a column of its own."""
    value: Line | None = None
    """The column of the figures; given with `measure`."""
    leave_out: tuple[Line, ...] = Field(default=(), max_length=100)
    """Columns that hold no figures and are not read."""
    words: bool = False
    """Whether a cell may be words, such as a judgement, kept as they are."""
    symbols: dict[Line, Symbol] = Field(default={}, max_length=40)
    """Signs that mean something else here than they do today: `x: c` for DfE files of 2010 to 2017."""
    every_authority: bool = False
    """Whether the file holds every local authority of the nation, so that a place among all of them can be told."""

    @model_validator(mode="after")
    def _agrees(self) -> Self:
        if (self.measure is None) != (self.value is None):
            raise ValueError("measure and value go together; give both or neither")
        if self.period is not None and self.dated is not None:
            raise ValueError("period and dated are both given; keep one of them")
        if len(self.names) > len(self.areas):
            raise ValueError("there are more names than areas; give one for each column of areas at most")
        return self


class Compared(Definition):
    """The published measure that an indicator is compared by."""

    indicator: Id
    """The council's own indicator."""
    source: Id
    """The file."""
    measure: Line
    """The column or measure, with the cells that split it after a slash: `At31_episodes/Children in Need`."""
    four_digits: Literal["year_ends", "year_starts"] = "year_ends"
    """Whether 2019 is the year that ends or starts in 2019; without meaning for indicators of the calendar year."""


class Neighbours(Definition):
    """The statistical neighbours of one model."""

    model: Line
    """The model's year or month, as sentences name it."""
    areas: tuple[AreaCode, ...] = Field(default=(), max_length=50)
    """Their codes, nearest first; left out where a file lists them."""
    source: Id | None = None
    """The file that lists them: one row a council, one column a neighbour."""
    columns: Line | None = None
    """What the names of those columns begin with; a number follows: `SN_`."""

    @model_validator(mode="after")
    def _listed_once(self) -> Self:
        if bool(self.areas) == (self.source is not None) or (self.source is None) != (self.columns is None):
            raise ValueError("neighbours come from one place; give areas, or source and columns")
        return self


class BenchmarkFile(Definition):
    """What benchmarks.yaml holds."""

    own: AreaCode
    """The council's own code in published files."""
    region: AreaCode | None = None
    """Code of its region."""
    nation: AreaCode = "E92000001"
    """Code of its nation; England unless told otherwise."""
    sources: tuple[Source, ...] = Field(default=(), max_length=200)
    """Published files that can be loaded; of several that fit the first counts."""
    compared: tuple[Compared, ...] = Field(default=(), max_length=1000)
    """Which measure answers for which indicator; of several the first that has a figure counts."""
    neighbours: tuple[Neighbours, ...] = Field(default=(), max_length=20)
    """Lists of statistical neighbours, the one to use first."""
