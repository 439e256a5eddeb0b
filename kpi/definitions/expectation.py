"""What a figure is expected to show: the measurable half of an action, a claim or a self-evaluation.

In: YAML mappings. Out: frozen models; `kpi.expectation` compares them with the figures.
"""

from typing import Literal, Self

from pydantic import Field, model_validator

from kpi.definitions.base import Definition, Id, Line

Expected = Literal["rises", "falls", "improves", "no_worse", "on_target", "at_least", "at_most"]
MOVEMENTS = frozenset({"rises", "falls", "improves", "no_worse"})
"""Expectations that compare two periods."""


class Expectation(Definition):
    """One indicator and what its figure should do, in or by a period."""

    indicator: Id
    """The indicator's id."""
    area: Id = "all"
    """The area whose figure is meant."""
    expects: Expected
    """rises, falls, improves (by polarity), no_worse, on_target, at_least or at_most (`value`)."""
    value: float | None = None
    """The number for at_least and at_most, in the indicator's unit."""
    period: Line | None = None
    """The period whose figure answers; left out, the newest figure does."""
    since: Line | None = Field(default=None)
    """The period compared with; left out, each use says what stands for it."""

    @model_validator(mode="after")
    def _value_for_a_limit_only(self) -> Self:
        limit = self.expects in ("at_least", "at_most")
        if limit != (self.value is not None):
            wrong = "needs value; add the number" if limit else "takes no value; delete it"
            raise ValueError(f"an expectation of {self.expects} {wrong}")
        if self.since and self.expects not in MOVEMENTS:
            raise ValueError(f"an expectation of {self.expects} takes no since; delete it")
        return self
