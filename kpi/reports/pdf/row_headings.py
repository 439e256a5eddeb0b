"""Tag the first cell of every row as the row's heading, which typst has no word for yet.

In: a PDF by typst. Out: the same PDF with other names in the same bytes, so that nothing in it moves. Cells no longer
name their column's heading: a reader finds both headings by the way they lie.
"""

import re
from typing import Final

_CELL: Final = re.compile(
    rb"(?<= 0 obj\n)<</Type/StructElem/S/TD/P \d+ 0 R"
    rb"/A\[<</O/Table(?P<told>/Headers\[\(U\d+x(?P<column>\d+)y\d+\)\])>>"
)


def with_row_headings(made: bytes) -> bytes:
    """Make cells of first columns headings of their rows."""
    return _CELL.sub(_renamed, made)


def _renamed(found: re.Match[bytes]) -> bytes:
    first = found["column"] == b"0"
    told = b"/Scope/Row" if first else b"/RowSpan 1"
    whole = found[0].replace(found["told"], told.ljust(len(found["told"])))
    return whole.replace(b"/S/TD", b"/S/TH", 1) if first else whole
