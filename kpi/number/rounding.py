"""Rounds as people do: half away from zero, on the decimal number that is written, not its binary shadow.

In: a value or an array, and decimals. Out: the value as displayed; colours are judged on it.
"""

import math
from decimal import ROUND_HALF_UP, Context, Decimal

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

DIGITS = 15
"""Significant digits that count; what stands beyond is noise of binary arithmetic (28.499999999999996 is 28.5)."""
WHOLE_FROM = 1e15
"""From here on a value has no decimals left and is not rounded."""
_CONTEXT = Context(prec=400, rounding=ROUND_HALF_UP)


def round_half_away(value: float, decimals: int) -> float:
    """Round to decimals, half away from zero: 2.675 gives 2.68, -0.5 gives -1, nothing gives -0.

    Decimals below 0 round to tens, hundreds and so on: to -5, 49,650,000 gives 49,700,000. Not-a-number and
    infinities come back as they are.
    """
    if not math.isfinite(value) or abs(value) >= WHOLE_FROM:
        return value
    exact = Decimal(f"{value:.{DIGITS}g}")
    return float(exact.quantize(Decimal(1).scaleb(-decimals), context=_CONTEXT)) + 0.0


def displayed(values: npt.ArrayLike, decimals: npt.ArrayLike) -> Floats:
    """Round an array of any shape, decimals broadcast to it, exactly as `round_half_away`; NaN stays NaN."""
    each = np.asarray(decimals)
    # Powers are worked out before they are laid over the values: a thousand figures share one number of decimals.
    powers, tens = np.power(10.0, np.maximum(each, 0)), np.power(10.0, np.maximum(-each, 0))
    numbers, places = np.broadcast_arrays(np.asarray(values, dtype=float), each)
    with np.errstate(invalid="ignore", over="ignore"):
        scaled = np.abs(numbers) * powers / tens
        whole = np.floor(scaled)
        from_tie = scaled - whole - 0.5
        result = np.copysign(whole + (from_tie >= -_SURE * scaled), numbers) * tens / powers + 0.0
        unsure = (_unsure(scaled, from_tie) | (np.abs(numbers) >= WHOLE_FROM)) & np.isfinite(numbers)
    result = np.where(np.isfinite(numbers), result, numbers)
    if unsure.any():
        result[unsure] = [round_half_away(v, int(d)) for v, d in zip(numbers[unsure], places[unsure], strict=True)]
    return result


_SURE, _DOUBT = 2.3e-16, 6e-15
"""Relative distance from a tie: within the first it is one; up to the second the decimal text must decide."""


def _unsure(scaled: Floats, from_tie: Floats) -> npt.NDArray[np.bool_]:
    """Mark values so near a tie, or so long, that only their decimal text says which way they go."""
    distance = np.abs(from_tie)
    near = (distance > _SURE * scaled) & (distance < _DOUBT * scaled)
    return np.asarray(near | (scaled >= WHOLE_FROM))
