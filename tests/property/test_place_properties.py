"""Places among others hold whatever the figures are.

In: figures as published, with gaps. Out: everybody is ahead, behind or level; the order of others says nothing.
"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kpi.judge.benchmark import standing, summary
from kpi.judge.direction import Polarity

NONE = np.nan


def place(own, others, polarity):
    found = standing(np.array([own]), np.array([others], dtype=float), np.array([polarity]))
    return tuple(int(part[0]) for part in (found.place, found.listed, found.ties, found.quarter))


figures = st.integers(0, 1000).map(lambda n: n / 10)


@given(figures, st.lists(figures | st.just(NONE), min_size=1, max_size=20))
def test_everybody_is_ahead_behind_or_level_and_both_polarities_mirror_each_other(own, others):
    low, listed, ties, _ = place(own, others, Polarity.LOWER)
    high = place(own, others, Polarity.HIGHER)[0]
    if listed:
        assert low + high + ties == listed + 1


@given(figures, st.lists(figures, min_size=1, max_size=20), st.randoms(use_true_random=False))
def test_the_order_of_others_says_nothing(own, others, random):
    mixed = random.sample(others, len(others))
    assert place(own, others, Polarity.LOWER) == place(own, mixed, Polarity.LOWER)
    one, other = (summary(np.array([rows])) for rows in (others, mixed))
    assert float(one.median[0]) == float(other.median[0])
