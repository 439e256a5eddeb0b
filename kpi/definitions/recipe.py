"""How spreadsheets of one shape are read: which column is what, where the header stands, what their symbols mean.

In: recipes/*.yaml, one recipe a file. Out: frozen models. A recipe says only what cannot be told from the file itself.
"""

from collections.abc import Mapping
from typing import Annotated, Final, Literal, get_args

from pydantic import Field, StringConstraints

from kpi.definitions.base import LINE_PATTERN, Id, Line, Titled

Role = Literal["indicator_id", "area", "period", "value", "numerator", "denominator", "state", "note"]
"""What a column of figures can be."""
LabelRole = Literal["indicator_id", "area", "period", "state"]
"""Roles whose texts say which figure a row is about."""
Meaning = Literal["c", "x", "z", "k", "u", ":"]
"""A canonical symbol: suppressed, not available, not applicable, rounds to zero, unreliable, missing."""
Written = Annotated[str, StringConstraints(strip_whitespace=True, max_length=400, pattern=LINE_PATTERN)]
"""A text as a spreadsheet writes it."""

ROLES: Final[tuple[Role, ...]] = get_args(Role)
IGNORE: Final = "ignore"
"""What a recipe says of a column that is not read."""


class Recipe(Titled):
    """How files of one shape are read."""

    sheet: Line | None = None
    """Worksheet to read; the first one with figures when left out."""
    header_row: int | None = Field(default=None, ge=1, le=200)
    """Row of the header, the lower one of two, as the spreadsheet counts it; found by its names when left out."""
    header_rows: int = Field(default=1, ge=1, le=2)
    """How many rows the header has, where `header_row` is given."""
    last_row: int | None = Field(default=None, ge=1)
    """Last row of the table as the spreadsheet counts it; what stands below is not read."""
    columns: Mapping[Written, Line] = Field(default={}, max_length=300)
    """What a column is, by its name: a role, a period, an indicator's id, or ignore."""
    fixed: Mapping[LabelRole, Line] = {}
    """What is the same for every row and stands in no column: an indicator, area, period or state."""
    indicators: Mapping[Written, Id] = Field(default={}, max_length=2000)
    """The id of an indicator, by the name that the file writes."""
    areas: Mapping[Written, Id] = Field(default={}, max_length=2000)
    """The id of an area, by the name that the file writes."""
    fill_down: tuple[LabelRole, ...] = ()
    """Columns whose text stands only in the first of several rows and holds for those below."""
    leave_out: tuple[Line, ...] = Field(default=(), max_length=200)
    """Rows that begin with one of these texts are not read, such as Grand Total."""
    calendar: Literal["financial", "calendar", "academic"] | None = None
    """What a label such as Q1 2022 means in these files."""
    dialect: Literal["dfe", "dfe_2010_2017", "adoption", "lait", "council"] | None = None
    """Whose symbols the files use."""
    symbols: Mapping[Written, Meaning] = Field(default={}, max_length=100)
    """What single symbols mean, above the dialect."""
    percentages: Literal["percent", "fraction"] | None = None
    """Whether percentages are written as 52 (percent) or as 0.52 (fraction)."""
    shape: tuple[Written, ...] = Field(default=(), max_length=300)
    """The names of the header by which a file of the same shape is known again; written by `recipe --save`."""
