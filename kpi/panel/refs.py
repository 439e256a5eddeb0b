"""References of questions and claims.

In: references that are taken. Out: the next free one.
"""

import re
from collections.abc import Iterable


def next_ref(taken: Iterable[str], letter: str) -> str:
    """Propose the next free reference: after Q1 and Q7 it is Q8; whatever else is taken does not count."""
    pattern = re.compile(rf"{re.escape(letter)}(\d+)", re.IGNORECASE)
    numbers = [int(found[1]) for ref in taken if (found := pattern.fullmatch(ref.strip()))]
    return f"{letter}{max(numbers, default=0) + 1}"
