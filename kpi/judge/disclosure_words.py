"""Why a figure is not shown, in a sentence: one that may be printed, and one for the officer.

In: reasons by name. Out: text. Print never tells a small count from one withheld for its sake: that would narrow both.
"""

from typing import Final

PUBLIC: Final = "Not shown, so that no child can be recognised: this count is small, or would give a small one away."
PUBLIC_SHARE: Final = "Not shown, so that no child can be recognised: it would tell how many children a small count is."
FEW: Final = "Not shown: the group may have fewer than {least}, too few for a percentage, a rate or an average."
NOT_HELD: Final = "Not shown: the numbers of children behind it are not held, so that nobody can check it."
UNCHECKED: Final = "Shown as returned: the numbers of children behind it are not held, so that nothing was checked."
SUPPLIER: Final = "Not shown: whoever supplied the figure withheld it."

_OFFICER: Final = {
    "SMALL": "It is a count from 1 to {threshold}.",
    "EMPTY_GROUP": "It is zero, and the rules of the council do not show such a zero.",
    "AT_SOURCE": "Whoever supplied it withheld it.",
    "LAST_RELEASE": "The last release withheld it; shown now, the difference would give back what was withheld then.",
    "SECONDARY": "It is not small, but with totals or other figures in print it would give a withheld count back.",
}
_EXPOSED: Final = "The last release showed enough to work it out, and withholding it now cannot take that back."


def officer(reason: str, threshold: int, *, exposed: bool) -> str:
    """Say why a cell is withheld, for the officer who checks a publication."""
    said = _OFFICER[reason].format(threshold=threshold)
    return f"{said} {_EXPOSED}" if exposed else said
