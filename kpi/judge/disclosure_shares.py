"""Percentages and rates that may be published beside protected counts, worked out from those counts alone.

In: a Protected table whose columns add up to the group. Out: shares of the group by row, NaN where none may be shown.
"""

import numpy as np
from numpy.typing import NDArray

from kpi.judge.disclosure import rounded
from kpi.judge.disclosure_model import Protected, Reason


def shares(protected: Protected, column: str, *, per: float = 100, least: int = 10) -> NDArray[np.float64]:
    """Give a column as a share of its row's total, times `per`, for each row, the total last: (n+1,).

    There is none where the count or the group is not printed, or the group could have fewer than `least` for all that
    its print says. Both counts are rounded as the rules round totals. So a share, and that there is one, tells no more
    than they do. Raises ValueError for no column.
    """
    at = protected.columns.index(column)
    shown = (protected.reasons[:, [at, -1]] == Reason.SHOWN).all(axis=1) & ~too_few(protected, least)
    base = np.array(protected.rules.rounding)
    part, whole = (rounded(counts, base).astype(np.float64) for counts in protected.counts[:, [at, -1]].T)
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.asarray(np.where(shown, part / whole * per, np.nan))


def too_few(protected: Protected, least: int) -> NDArray[np.bool_]:
    """Tell for each row, the total last, whether its group could have too few for a share, for all its print says."""
    return np.asarray(protected.least[:, -1] < max(least, 1))
