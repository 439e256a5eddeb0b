"""Where a figure stood, folded until it is opened: file, row, column and the file's hash, revision by revision.

In: Origins. Out: Html; nothing where the figure never was.
"""

from collections.abc import Sequence

from kpi.ui import address
from kpi.ui.markup import NOTHING, Html, element, link
from kpi.ui.table import of_rows
from kpi.workspace.origins import Origin

NOT_AT_HAND = "not at hand"
WHY_NOT = (
    "Of a file that was uploaded the record keeps the name and the hash and not the file itself: whoever has the file "
    "finds the row with python -m kpi origin."
)


def show(found: Sequence[Origin]) -> Html:
    """List where the figure stood in the file of each revision, the newest first."""
    if not found:
        return NOTHING
    rows = (
        (
            link(f"Revision {one.change.revision}", address.link("history", revision=one.change.revision)),
            one.file or "no file",
            f"{one.row:,}" if one.row else NOT_AT_HAND,
            one.column or NOT_AT_HAND,
            element("code", one.sha256) if one.sha256 else "",
        )
        for one in reversed(found)
    )
    columns = ("Revision", "File", "Row", "Column", "File's hash (SHA-256)")
    table = of_rows("Where this figure stood", columns, rows, caption_seen=False)
    unknown = any(one.row is None and one.file for one in found)
    return element(
        "details",
        element("summary", "Show the file, row and column it stood in"),
        table,
        element("p", WHY_NOT) if unknown else None,
    )
