"""Disclosure, attacked with whole numbers: every way to complete what is printed is tried, by code of its own.

Linear programmes may leave room between whole numbers that nobody can be; this does not.
"""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.judge.disclosure import Protected, Rules, Sum, draft, protect, protect_together
from kpi.judge.disclosure_shares import shares
from tests.support.attacker import Print, printed

COUNTS = st.one_of(st.integers(0, 6), st.integers(0, 20))
RULES = st.builds(
    Rules,
    threshold=st.integers(1, 5),
    rounding=st.sampled_from([1, 5, 10]),
    rounded=st.sampled_from(["all", "totals"]),
    zeros=st.sampled_from(["shown", "unless_all", "hidden"]),
)
TRIED = settings(max_examples=25)


@st.composite
def tables(draw: st.DrawFn, rows: int = 3, columns: int = 2) -> pd.DataFrame:
    counts = [[draw(COUNTS) for _ in range(columns)] for _ in range(rows)]
    return pd.DataFrame(counts, index=[f"team {i}" for i in range(rows)], columns=[f"q{j}" for j in range(columns)])


def largest(*tables: Protected) -> int:
    return max(int(one.counts.max()) for one in tables) + 12


def is_safe(protected: Protected, cell: tuple[int, int], could: set[int]) -> bool:
    """A small count could be one beyond the threshold and one as low as 1; any other has as wide a range."""
    threshold, count = protected.rules.threshold, int(protected.counts[cell])
    assert count in could
    if max(could) - min(could) < threshold:
        return False
    return not 1 <= count <= threshold or max(could) > threshold


def assert_nothing_given_back(reader: Print, protected: Protected, begin: int = 0) -> None:
    """Of all that is withheld nothing can be found, `begin` cells into what the reader holds."""
    for i, j in np.argwhere(protected.guarded & ~protected.exposed).tolist():
        could = reader.could_be(begin + i * len(protected.columns) + j)
        assert is_safe(protected, (i, j), could), (protected.rows[i], protected.columns[j], could)


@TRIED
@given(tables(), RULES)
def test_no_withheld_count_is_found_from_the_table_in_print(table: pd.DataFrame, rules: Rules) -> None:
    protected = protect(table, rules=rules)
    assert_nothing_given_back(printed(protected, largest(protected)), protected)


@TRIED
@given(tables(), RULES, st.data())
def test_no_withheld_count_is_found_from_two_releases_of_which_one_knows_what_changed(
    table: pd.DataFrame, rules: Rules, data: st.DataObject
) -> None:
    later = table.copy()
    for _ in range(data.draw(st.integers(0, 2))):
        later.iloc[data.draw(st.integers(0, 2)), data.draw(st.integers(0, 1))] = data.draw(COUNTS)
    before = protect(table, rules=rules)
    now = protect(later, rules=rules, before=[before])
    same = [(at, at) for at in np.flatnonzero(before.counts == now.counts).tolist()]
    most = largest(before, now)
    reader = printed(now, most).and_also(printed(before, most), same)
    assert_nothing_given_back(reader, now)
    assert_nothing_given_back(reader, before, begin=now.counts.size)


@TRIED
@given(st.lists(tables(2, 1), min_size=2, max_size=2), st.lists(st.integers(0, 3), min_size=2, max_size=2), RULES)
def test_no_withheld_count_is_found_from_indicators_that_add_up(
    parts: list[pd.DataFrame], left: list[int], rules: Rules
) -> None:
    whole = parts[0] + parts[1] + pd.DataFrame({"q0": left}, index=parts[0].index)
    tables = protect_together(
        [draft(one, rules=rules, totals=["columns"]) for one in (whole, *parts)],
        sums=[Sum((0, row, "q0"), ((1, row, "q0"), (2, row, "q0"))) for row in (*whole.index, "total")],
    )
    most = largest(*tables)
    reader = printed(tables[0], most)
    for one in tables[1:]:
        reader = reader.and_also(printed(one, most), [])
    size, others = tables[0].counts.size, len(reader.ends)
    reader = Print((*reader.ends, *[(0, most)] * 3), reader.sums)
    for line, count in enumerate((*left, sum(left))):
        rest = (others + line,) if count else ()
        reader = reader.adding(2 * line, size + 2 * line, 2 * size + 2 * line, *rest)
    for number, one in enumerate(tables):
        assert_nothing_given_back(reader, one, begin=number * size)


@TRIED
@given(st.lists(tables(2, 1), min_size=4, max_size=4), RULES)
def test_no_withheld_count_is_found_from_a_year_and_its_quarters(quarters: list[pd.DataFrame], rules: Rules) -> None:
    released = [protect(one, rules=rules, totals=["columns"]) for one in quarters[:3]]
    last, year = (draft(one, rules=rules, totals=["columns"]) for one in (quarters[3], sum(quarters)))
    sums = [Sum((1, row, "q0"), tuple((at, row, "q0") for at in (0, 2, 3, 4))) for row in ("team 0", "team 1", "total")]
    tables = [*protect_together([last, year], released, sums), *released]
    most = largest(*tables)
    reader = printed(tables[0], most)
    for one in tables[1:]:
        reader = reader.and_also(printed(one, most), [])
    size = tables[0].counts.size
    for line in range(3):
        reader = reader.adding(size + 2 * line, *(at * size + 2 * line for at in (0, 2, 3, 4)))
    for number, one in enumerate(tables):
        assert_nothing_given_back(reader, one, begin=number * size)


def prints(counted: int, group: int, rules: Rules, least: int) -> tuple[object, ...]:
    """What is printed of a share: its two counts, and the share itself."""
    table = pd.DataFrame({"on time": [counted], "late": [group - counted]})
    protected = protect(table, rules=rules, totals=["rows"], unprinted=["late"])
    share = shares(protected, "on time", least=least)[0]
    return protected.at("0", "on time"), protected.at("0", "total"), round(float(share), 1)


@given(RULES, st.integers(0, 12))
@settings(max_examples=5)
def test_a_percentage_tells_no_more_than_the_counts_beside_it(rules: Rules, least: int) -> None:
    of_counts: dict[object, set[str]] = {}
    for group in range(0, 31):
        for counted in range(group + 1):
            part, whole, share = prints(counted, group, rules, least)
            of_counts.setdefault((part, whole), set()).add(str(share))
    assert all(len(told) == 1 for told in of_counts.values())
