"""An answer as a value: what was expected, what came of it, and the figures that say so.

In: an expectation and rows of a series. Out: a frozen Answer that screens, papers and commands print from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from kpi.definitions.expectation import Expectation
from kpi.scorecard import IndicatorHistory, Row

Figures = Callable[[str, str], IndicatorHistory]
"""Gives the judged series of an indicator id and an area; raises KeyError for an indicator that is not defined."""


class Outcome(StrEnum):
    """What came of an expectation."""

    BORNE_OUT = "borne_out"
    NOT_BORNE_OUT = "not_borne_out"
    CANNOT_TELL = "cannot_tell"


OUTCOME_WORDS: Final = {
    Outcome.BORNE_OUT: "borne out",
    Outcome.NOT_BORNE_OUT: "not borne out",
    Outcome.CANNOT_TELL: "cannot tell",
}
"""Outcomes as people read them."""


@dataclass(frozen=True)
class Answer:
    """What came of one expectation.

    `now` is the figure that answers and `then` the one it is compared with, None where there is none or none is
    needed. `waiting` tells that the figure may still come, `expected` by when (None where nobody promised a day).
    """

    expectation: Expectation
    title: str
    said: str
    outcome: Outcome
    sentence: str
    now: Row | None = None
    then: Row | None = None
    mark: str = ""
    waiting: bool = False
    expected: date | None = None

    @property
    def word(self) -> str:
        """The outcome as people read it: borne out, not borne out, cannot tell, cannot tell yet."""
        return f"{OUTCOME_WORDS[self.outcome]}{' yet' if self.waiting else ''}"

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "indicator": self.expectation.indicator,
            "area": self.expectation.area,
            "title": self.title,
            "expects": self.expectation.expects,
            "expected": self.said,
            "outcome": self.outcome.value,
            "waiting": self.waiting,
            "figure_expected_by": self.expected.isoformat() if self.expected else None,
            "sentence": self.sentence,
            "mark": self.mark,
            "now": _figure(self.now),
            "then": _figure(self.then),
        }


def _figure(row: Row | None) -> dict[str, Any] | None:
    """Give a figure that an answer rests on, as stored and as displayed."""
    if row is None:
        return None
    return {"period": row.period.text, "value": row.value, "text": row.text, "state": row.state or None}
