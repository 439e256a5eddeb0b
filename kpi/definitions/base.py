"""What every definition shares: frozen, unknown keys refused, and an address in a YAML file.

In: mappings read from YAML. Out: immutable models. Faults are raised by pydantic; `read.py` tells file and line.
"""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

ID_PATTERN = r"^[a-z][a-z0-9_]*$"
LINE_PATTERN = r"^[^\r\n]*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=60)]
"""A stable name for programs: lower-case letters, digits and underscores, starting with a letter."""

Line = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400, pattern=LINE_PATTERN)]
"""One line of text for people, never empty."""

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=4000)]
"""A paragraph for people, never empty."""


class Definition(BaseModel):
    """A frozen value with known keys only."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False, use_attribute_docstrings=True)


class Titled(Definition):
    """Something with an id for programs and a title for people."""

    id: Id
    """Stable id."""
    title: Line
    """Title as people read it."""
    description: Text | None = Field(default=None)
    """A sentence of explanation."""
