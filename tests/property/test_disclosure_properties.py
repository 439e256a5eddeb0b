"""Disclosure, proved by linear programmes: nobody who adds and subtracts can bound a withheld count too tightly.

The attacker here is written apart from the code: he knows the print, the rules, and that counts add up.
"""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from kpi.judge.disclosure import Protected, Reason, Rules, protect

COUNTS = st.one_of(st.integers(0, 8), st.integers(0, 60))
TRIED = settings(max_examples=25)


@dataclass(frozen=True)
class Attack:
    """All that can be worked out of a printed table."""

    equations: Any
    limits: list[tuple[float, float | None]]
    shape: tuple[int, int]

    def bounds(self, cell: tuple[int, int]) -> tuple[float, float]:
        goal = np.zeros(self.shape)
        goal[cell] = 1
        ends = [self._best(sign * goal.ravel()) for sign in (1, -1)]
        return ends[0], -ends[1]

    def _best(self, goal: Any) -> float:
        found = linprog(goal, A_eq=self.equations, b_eq=np.zeros(len(self.equations)), bounds=self.limits)
        assert found.status in (0, 3), found.message
        return float(found.fun) if found.status == 0 else -np.inf


def sums(rows: int, columns: int) -> Any:
    """Say as equations that the cells of each row and column add up to their total, the grand total included."""
    lines = []
    for row in range(rows + 1):
        line = np.zeros((rows + 1, columns + 1))
        line[row, :columns], line[row, columns] = 1, -1
        lines.append(line.ravel())
    for column in range(columns + 1):
        line = np.zeros((rows + 1, columns + 1))
        line[:rows, column], line[rows, column] = 1, -1
        lines.append(line.ravel())
    return np.array(lines)


def limits(protected: Protected, cell: tuple[int, int]) -> tuple[float, float | None]:
    """Say what the print of a cell means by itself."""
    rules, value, reason = protected.rules, protected.published[cell], protected.reasons[cell]
    if reason == Reason.NOT_PRINTED:
        return 0, None
    if np.isnan(value):
        return float(rules.zeros != "hidden" and protected.counts[cell] > 0), None
    inner = cell[0] < len(protected.rows) - 1 and cell[1] < len(protected.columns) - 1
    base = 1 if rules.rounded == "totals" and inner else rules.rounding
    could = [n for n in range(int(value) - base, int(value) + base + 1) if n == 0 or n > rules.threshold]
    could = [n for n in could if nearest(n, base) == value]
    return min(could), max(could)


def nearest(count: int, base: int) -> int:
    """Round half up; what is not zero never becomes zero."""
    return max((2 * count + base) // (2 * base) * base, base) if count else 0


def attack(protected: Protected) -> Attack:
    shape = protected.counts.shape
    cells = [(i, j) for i in range(shape[0]) for j in range(shape[1])]
    return Attack(sums(shape[0] - 1, shape[1] - 1), [limits(protected, cell) for cell in cells], shape)


@st.composite
def tables(draw: st.DrawFn) -> pd.DataFrame:
    rows, columns = draw(st.integers(1, 5)), draw(st.integers(1, 4))
    counts = draw(st.lists(st.lists(COUNTS, min_size=columns, max_size=columns), min_size=rows, max_size=rows))
    return pd.DataFrame(counts, index=[f"team {i}" for i in range(rows)], columns=[f"q{j}" for j in range(columns)])


RULES = st.builds(
    Rules,
    threshold=st.integers(0, 10),
    rounding=st.sampled_from([1, 5, 10]),
    rounded=st.sampled_from(["all", "totals"]),
    zeros=st.sampled_from(["shown", "unless_all", "hidden"]),
)
MARGINS = st.sampled_from([["rows", "columns"], ["rows"], ["columns"], []])


def is_safe(protected: Protected, cell: tuple[int, int], low: float, high: float) -> bool:
    """A small count may be anything from 1 to beyond the threshold, and every range is as wide as the threshold."""
    threshold, count = protected.rules.threshold, protected.counts[cell]
    small = count <= threshold or count == 0
    return high - low >= threshold and (not small or (low <= max(1, parts(protected, cell)) and high > threshold))


def parts(protected: Protected, cell: tuple[int, int]) -> int:
    """Count the parts of a total that are not zero: where zeros are shown, a total can be no less."""
    lines = [
        slice(-1) if at == size - 1 else slice(at, at + 1)
        for at, size in zip(cell, protected.counts.shape, strict=True)
    ]
    return int((protected.counts[tuple(lines)] > 0).sum())


def assert_safe(attacker: Attack, protected: Protected, cells: Any) -> None:
    for i, j in cells:
        low, high = attacker.bounds((i, j))
        assert is_safe(protected, (i, j), low, high)
        told = protected.bounds(protected.rows[i], protected.columns[j])
        assert np.allclose((told[0], np.inf if told[1] is None else told[1]), (low, high), atol=1e-6)


@TRIED
@given(tables(), RULES, MARGINS)
def test_no_withheld_count_can_be_bounded_more_tightly_than_allowed_or_than_the_code_says(
    table: pd.DataFrame, rules: Rules, totals: Any
) -> None:
    protected = protect(table, rules=rules, totals=totals)
    assert not protected.exposed.any()
    assert_safe(attack(protected), protected, np.argwhere(protected.hidden))


@TRIED
@given(tables(), RULES)
def test_small_parts_that_are_never_printed_are_as_safe_as_those_that_are(table: pd.DataFrame, rules: Rules) -> None:
    protected = protect(table, rules=rules, unprinted=["q0"])
    small = (protected.counts >= 1) & (protected.counts <= rules.threshold)
    assert_safe(
        attack(protected),
        protected,
        np.argwhere((small & (protected.reasons == Reason.NOT_PRINTED)) | protected.hidden),
    )


@TRIED
@given(tables(), RULES)
def test_no_small_count_is_ever_printed_and_every_hidden_cell_is_explained(table: pd.DataFrame, rules: Rules) -> None:
    protected = protect(table, rules=rules)
    small = (protected.counts >= 1) & (protected.counts <= rules.threshold)
    assert not (small & ~np.isnan(protected.published)).any()
    assert len(protected.explained()) == (protected.frame() == "c").to_numpy().sum()


@TRIED
@given(tables(), RULES)
def test_nothing_is_withheld_for_the_sake_of_others_that_could_as_well_be_shown(
    table: pd.DataFrame, rules: Rules
) -> None:
    protected = protect(table, rules=rules)
    for i, j in np.argwhere(protected.reasons == Reason.SECONDARY):
        published, reasons = protected.published.copy(), protected.reasons.copy()
        base = 1 if rules.rounded == "totals" and i < len(table) and j < len(table.columns) else rules.rounding
        published[i, j] = nearest(int(protected.counts[i, j]), base)
        reasons[i, j] = Reason.SHOWN
        attacker = attack(replace(protected, published=published, reasons=reasons))
        others = [(int(a), int(b)) for a, b in np.argwhere(protected.hidden) if (a, b) != (i, j)]
        assert not all(is_safe(protected, cell, *attacker.bounds(cell)) for cell in others)


@TRIED
@given(tables(), RULES, st.data())
def test_a_release_gives_nothing_back_that_it_or_the_one_before_withheld(
    table: pd.DataFrame, rules: Rules, data: st.DataObject
) -> None:
    changed = table.copy()
    for _ in range(data.draw(st.integers(0, 3))):
        row, column = (data.draw(st.integers(0, size - 1)) for size in table.shape)
        changed.iloc[row, column] = data.draw(COUNTS)
    before = protect(table, rules=rules)
    now = protect(changed, rules=rules, before=[before])
    same = before.counts == now.counts
    assert not (before.hidden & ~now.hidden).any()
    # A reader who takes what did not change from the one print into the other.
    attacker = attack(now)
    for place, cell in enumerate(np.ndindex(now.counts.shape)):
        if same[cell] and before.reasons[cell] == Reason.SHOWN:
            least, most = limits(before, cell)
            low, high = attacker.limits[place]
            attacker.limits[place] = max(low, least), most if high is None else min(high, most or most)
        elif now.hidden[cell] and now.counts[cell] == 0:
            attacker.limits[place] = 0, None
    for i, j in np.argwhere(now.hidden & ~(same & (before.reasons == Reason.SHOWN))):
        low, high = attacker.bounds((int(i), int(j)))
        assert high - low >= rules.threshold
