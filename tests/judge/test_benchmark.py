"""Places among others: by polarity, with ties told, and none where none can be told."""

import numpy as np

from kpi.judge.benchmark import FEWEST, standing, summary
from kpi.judge.direction import Polarity

NONE = np.nan
TURNOVER = np.array([[15.2, 11.2, 9.9, NONE]])


def place(own, others, polarity):
    found = standing(np.array([own]), np.array([others], dtype=float), np.array([polarity]))
    return tuple(int(part[0]) for part in (found.place, found.listed, found.ties, found.quarter))


def test_the_mean_and_the_median_are_of_those_that_had_a_figure():
    found = summary(TURNOVER)
    assert (round(float(found.mean[0]), 6), float(found.median[0])) == (12.1, 11.2)
    assert (int(found.had[0]), found.asked) == (3, 4)


def test_the_median_of_an_even_number_lies_in_the_middle_of_two():
    assert float(summary(np.array([[10.0, NONE, 20.0, 40.0, 30.0]])).median[0]) == 25


def test_nobody_with_a_figure_has_neither_mean_nor_median():
    found = summary(np.array([[NONE, NONE]]))
    assert np.isnan(found.mean[0])
    assert np.isnan(found.median[0])


def test_where_lower_is_better_the_lowest_is_first():
    assert place(9.0, TURNOVER[0], Polarity.LOWER)[:2] == (1, 4)
    assert place(9.0, TURNOVER[0], Polarity.HIGHER)[:2] == (4, 4)


def test_the_same_figure_shares_the_better_place():
    assert place(11.2, TURNOVER[0], Polarity.LOWER)[:3] == (2, 4, 1)


def test_there_is_no_place_without_polarity_or_for_a_range():
    assert place(11.2, TURNOVER[0], Polarity.NONE) == (0, 0, 0, 0)
    assert place(16.0, TURNOVER[0], Polarity.RANGE) == (0, 0, 0, 0)


def test_there_is_no_place_without_a_figure_or_without_others():
    assert place(NONE, TURNOVER[0], Polarity.LOWER) == (0, 0, 0, 0)
    assert place(11.2, [NONE, NONE], Polarity.LOWER) == (0, 0, 0, 0)


def test_a_zero_is_a_figure():
    assert place(0.0, [0.0, 1.0], Polarity.LOWER)[:3] == (1, 3, 1)


def test_a_long_list_is_cut_into_quarters_and_a_short_one_is_not():
    others = [float(n) for n in range(1, FEWEST)]
    assert [place(float(n), others, Polarity.LOWER)[3] for n in (0, 3.5, 6.5, 12)] == [1, 2, 3, 4]
    assert place(0.0, others[:-1], Polarity.LOWER)[3] == 0
