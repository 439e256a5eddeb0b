"""Percentages and rates beside protected counts: they tell no more than the counts in print."""

import numpy as np
import pandas as pd
import pytest

from kpi.judge.disclosure import Rules, protect
from kpi.judge.disclosure_shares import shares, too_few

RULES = Rules()


def on_time(*teams: tuple[int, int], rules: Rules = RULES) -> list[float | None]:
    """The percentage on time of each team, the service last; None where it may not be shown."""
    table = pd.DataFrame(list(teams), columns=["on time", "late"])
    found = shares(protect(table, rules=rules, unprinted=["late"]), "on time")
    return [None if np.isnan(share) else round(float(share), 1) for share in found]


def test_a_percentage_of_large_counts_is_shown() -> None:
    assert on_time((80, 20), (45, 15)) == [80.0, 75.0, 78.1]


def test_a_small_count_takes_its_percentage_with_it() -> None:
    assert on_time((3, 97), (40, 60), (50, 50))[0] is None


def test_almost_everybody_is_as_telling_as_almost_nobody() -> None:
    # 98 of 100 on time: two children were not.
    assert on_time((98, 2))[0] is None


def test_everybody_and_nobody_may_be_said_of_a_large_group() -> None:
    assert on_time((100, 0), (0, 60)) == [100.0, 0.0, 62.5]


def test_a_group_of_fewer_than_ten_has_no_percentage() -> None:
    table = pd.DataFrame([(8, 0)], columns=["on time", "late"])
    protected = protect(table, unprinted=["late"], totals=["rows"])
    assert protected.at("0", "on time") == 8
    assert np.isnan(shares(protected, "on time")[0])
    assert too_few(protected, 10)[0]


def test_a_percentage_comes_from_the_rounded_counts() -> None:
    assert on_time((52, 46), rules=Rules(rounding=10))[0] == 50.0
    assert on_time((52, 46))[0] == 53.1


def test_all_of_a_group_stays_all_of_it_when_totals_are_rounded() -> None:
    assert on_time((98, 0), rules=Rules(rounding=5, rounded="totals"))[0] == 100.0


def test_a_rate_is_per_as_many_as_the_indicator_says() -> None:
    table = pd.DataFrame([(821, 60_179)], columns=["in need", "others"])
    protected = protect(table, unprinted=["others"], totals=["rows"])
    assert round(float(shares(protected, "in need", per=10_000)[0]), 1) == 134.6


def test_a_share_of_a_column_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError, match="not in"):
        shares(protect(pd.DataFrame([[10]], columns=["on time"])), "late")
