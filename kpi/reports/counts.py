"""Small numbers in words, so that none stands beside the number of its paragraph.

In: a count and what is counted. Out: parts of sentences.
"""

from typing import Final

TO_SIX: Final = ("no", "one", "two", "three", "four", "five", "six")
SMALL: Final = (*TO_SIX, "seven", "eight", "nine", "ten", "eleven", "twelve")


def number(count: int) -> str:
    """Write a number, in words up to twelve."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def begin(count: int, singular: str, plural: str) -> str:
    """Begin a sentence with a count: 'Nine figures are'."""
    told = f"{number(count)} {singular if count == 1 else plural}"
    return told[:1].upper() + told[1:]
