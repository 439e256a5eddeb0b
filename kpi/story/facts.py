"""What the sentences are made of: one figure, its target, its judgement and the figures it is compared with.

In: judged arrays, cut into values. Out: frozen facts, without a word of text.
"""

from dataclasses import dataclass, field

from kpi.definitions.indicator import Indicator
from kpi.judge.direction import Direction, Why
from kpi.judge.status import Status
from kpi.period import Period


@dataclass(frozen=True, slots=True)
class Comparison:
    """An earlier figure and the movement from it to the figure now.

    `period` is None where a dated series has nothing to compare with. `value` None is no number; `symbol` and `note`
    then say what stands in its place. `change` is now minus then as displayed, None where it cannot be told.
    """

    period: Period | None
    value: float | None
    symbol: str
    note: str
    state: str
    change: float | None
    direction: Direction
    why: Why


@dataclass(frozen=True, slots=True)
class Facts:
    """One indicator and area for one period, judged.

    `asked` is the period of the scorecard; `period` the one whose figure it shows. `value`, `numerator` and
    `denominator` are as stored, in the indicator's unit, None without a number; `gap` is the displayed value minus the
    nearest edge of the target. `last` is the latest earlier number where the figure is missing.
    """

    definition: Indicator = field(hash=False)
    theme_title: str
    area: str
    area_title: str
    asked: Period
    period: Period
    value: float | None
    numerator: float | None
    denominator: float | None
    symbol: str
    note: str
    state: str
    revision: int | None
    target_low: float | None
    target_high: float | None
    gap: float | None
    status: Status
    previous: Comparison
    year_before: Comparison
    last: tuple[Period, float] | None
