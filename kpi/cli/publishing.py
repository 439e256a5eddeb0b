"""The command that says what may be published: disclose.

In: parsed arguments. Out: an Answer with counts of children as they may be printed.
"""

from argparse import Namespace

from kpi.cli.answer import Answer
from kpi.cli.common import known, workspace
from kpi.workspace.publishing import publication

COLUMNS = ("indicator", "area", "period", "text", "numerator", "denominator", "reason")
NOT_FOR_PRINT = "The column why tells small counts from others: it is for the officer who checks, not for publication."


def disclose(args: Namespace) -> Answer:
    """Show the counts of children of a period as they may be published, with the reason wherever one is not shown.

    With --since what an earlier release withheld stays withheld. --explain adds reasons that are not for publication.
    """
    made = publication(workspace(args), args.period, args.as_at, args.since)
    known([args.area], dict.fromkeys(figure.row.area for figure in made.figures), "area")
    shown = made.filtered(args.area)
    lead = (
        f"{made.period.label}, revision {made.revision}.",
        f"{shown.hidden:,} of {len(shown.figures):,} figures about children are not shown.",
    )
    return Answer(
        [figure.as_dict(explain=args.explain) for figure in shown.figures],
        columns=(*COLUMNS, "why") if args.explain else COLUMNS,
        lead=(*lead, NOT_FOR_PRINT) if args.explain else lead,
    )
