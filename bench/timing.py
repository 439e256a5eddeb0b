"""Times two things in one run and divides them.

In: callables or measured seconds. Out: Ratios that say what was measured and what the goal is.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Ratio:
    """Seconds of ours against seconds of the bare thing, with the goal and anything else worth saying."""

    name: str
    ours: float
    bare: float
    goal: float
    note: str = ""

    @property
    def text(self) -> str:
        """Say the ratio, its goal and the seconds it was made of."""
        value = self.ours / self.bare
        verdict = "met" if value <= self.goal else "missed"
        note = f"; {self.note}" if self.note else ""
        times = f"{self.ours:.3f} s against {self.bare:.3f} s"
        return f"ratio {value:.2f}, goal {self.goal:.2f} or less: {verdict} ({times}){note}"


def seconds(work: Callable[..., object], *given: object) -> float:
    """Time one run of the work with what it is given."""
    start = time.perf_counter()
    work(*given)
    return time.perf_counter() - start


def median_seconds(work: Callable[[], object], runs: int) -> float:
    """Time the work several times and give the median."""
    return statistics.median(seconds(work) for _ in range(runs))
