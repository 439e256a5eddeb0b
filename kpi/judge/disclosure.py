"""What may be published of counts of children: small counts withheld, and what would give them back.

In: a table of counts, or several that belong together, the rules, the last release. Out: a frozen Protected table with
totals, every hidden cell explained. What a reader can work out from it is bounded exactly; see docs/disclosure.md.
"""

from collections.abc import Collection, Sequence

import pandas as pd

from kpi.judge.disclosure_cover import Flags, cover, unprotected
from kpi.judge.disclosure_draft import BOTH, Draft, Margin, draft, finished, rounded
from kpi.judge.disclosure_linked import Sum, linked
from kpi.judge.disclosure_model import HIDDEN, TOTAL, Explained, Protected, Reason, Rules

__all__ = [
    "HIDDEN", "TOTAL", "Draft", "Explained", "Margin", "Protected", "Reason", "Rules", "Sum",
    "draft", "protect", "protect_together", "rounded",
]  # fmt: skip


def protect(
    table: pd.DataFrame,
    threshold: int = 5,
    *,
    rules: Rules | None = None,
    totals: Collection[Margin] = BOTH,
    unprinted: Collection[str] = (),
    withheld: Flags | None = None,
    before: Sequence[Protected] = (),
) -> Protected:
    """Protect a table of counts, given without totals, so that nothing printed gives a small count back.

    `rules` say more than the threshold alone. `totals` are those to print: of rows at the right, of columns beneath;
    the grand total needs both. `unprinted` names rows and columns that count in totals and are not printed.
    `withheld` (n, m) marks what the source withheld. `before` are earlier releases that share cells with this table, by
    the names of rows and columns. Raises ValueError for what is no table of counts.
    """
    made = draft(table, threshold, rules=rules, totals=totals, unprinted=unprinted, withheld=withheld, before=before)
    return protect_together([made])[0]


def protect_together(
    drafts: Sequence[Draft], printed: Sequence[Protected] = (), sums: Sequence[Sum] = ()
) -> list[Protected]:
    """Protect tables that a reader has side by side: each by itself, then all that `sums` or earlier releases join.

    `printed` are tables that were published before and cannot be changed. `sums` count the drafts first, then those.
    """
    chosen = [cover(made.layout, made.hidden, made.sought) for made in drafts]
    if sums or any(release.hidden.any() for made in drafts for release in made.before):
        chosen, failed = linked(drafts, chosen, printed, sums)
    else:
        both = zip(drafts, chosen, strict=True)
        failed = [unprotected(made.layout, one, made.guarded(one)) for made, one in both]
    return [finished(*one) for one in zip(drafts, chosen, failed, strict=True)]
