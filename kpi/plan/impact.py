"""Whether the figures show that an action made a difference.

In: the figures an action is expected to move, and how to get them. Out: one Answer a figure.
"""

from datetime import date

from kpi.definitions.expectation import Expectation
from kpi.definitions.plan import Action
from kpi.expectation import Answer, Figures, Outcome, answer
from kpi.period import Calendar, Frequency, Period, containing

__all__ = ["Answer", "Asked", "Figures", "not_borne_out"]


class Asked:
    """Asks the figures once for each expectation, however many actions share it."""

    def __init__(self, figures: Figures | None, upto: Period, calendar: Calendar) -> None:
        """Keep where the figures come from and the quarter up to which they are known; without figures none answer."""
        self._figures, self._upto, self._calendar = figures, upto, calendar
        self._known: dict[tuple[Expectation, Period], Answer] = {}

    def about(self, action: Action, start: date) -> tuple[Answer, ...]:
        """Answer each expectation of an action, compared with the quarter that ended before it began."""
        if self._figures is None:
            return ()
        since = containing(start, Frequency.QUARTER, self._calendar).previous()
        return tuple(self._answer(self._figures, expectation, since) for expectation in action.indicators)

    def _answer(self, figures: Figures, expectation: Expectation, since: Period) -> Answer:
        key = expectation, since
        if key not in self._known:
            self._known[key] = answer(expectation, figures, self._upto, since)
        return self._known[key]


def not_borne_out(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Give the answers that contradict what was expected."""
    return tuple(one for one in answers if one.outcome is Outcome.NOT_BORNE_OUT)
