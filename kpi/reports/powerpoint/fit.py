"""Letters that fit: how large a text may be in a box, by a rule that needs no font.

In: texts and a box. Out: a size in points.
"""

import unicodedata
from collections.abc import Iterable
from math import ceil
from typing import Final

LETTER: Final = 0.5
"""Width of a letter on average, as a share of its size: a little more than in Arial, bold too."""
LINE: Final = 1.2
PADDING: Final = 0.2
"""Inches that a box keeps free at both sides together."""


def size_for(texts: Iterable[str], width: float, height: float, sizes: Iterable[int], between: float = 0.0) -> int:
    """Give the first of `sizes` at which the texts fit into a box (inches), else the last.

    `between` is the space after each text as a share of its size.
    """
    told, chosen = tuple(texts), 0
    for chosen in sizes:
        needed = sum(lines(text, width, chosen) * LINE + between for text in told) * chosen / 72
        if needed <= height:
            return chosen
    return chosen


def lines(text: str, width: float, size: float) -> int:
    """Count the lines that a text takes at a size in points, word by word."""
    room = max((width - PADDING) * 72 / (size * LETTER), 1)
    count, used = 1, 0.0
    for word in text.split():
        wide = letters(word)
        if used and used + 1 + wide > room:
            count, used = count + 1, 0.0
        count += max(ceil(wide / room) - 1, 0)
        used += wide % room if wide > room else wide + (1 if used else 0)
    return count


def letters(text: str) -> int:
    """Count letters; wide ones, such as emoji, count twice."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
