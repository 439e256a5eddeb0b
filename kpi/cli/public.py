"""The command that tells the public: a web site, a zip of it, or a PDF.

In: parsed arguments. Out: an Answer that says what was written and what the reader will find.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Final

from kpi.charts.static import vector
from kpi.cli.answer import Answer
from kpi.cli.common import workspace
from kpi.problem import Problem, ProblemError, excerpt
from kpi.reports.package import packed
from kpi.reports.public.edition import PublicEdition
from kpi.reports.public.site import is_edition, site
from kpi.safe_file import replace_file
from kpi.safe_folder import replace_folder
from kpi.workspace.public import Public

FORMS: Final = (".zip", ".pdf")


def arguments(command: ArgumentParser) -> None:
    """Add the arguments of `public`."""
    command.add_argument("--period", metavar="PERIOD", help="the quarter, for example '2018-19 Q4'")
    command.add_argument("--output", type=Path, metavar="PLACE", required=True, help="a folder, or a .zip or .pdf file")
    command.add_argument("--since", metavar="REVISION", type=int, help="revision of the last release")


def public(args: Namespace) -> Answer:
    """Write the edition for the public of a period: protected figures in plain English.

    A folder or a .zip holds a web site with the figures as CSV; a .pdf the same on paper. With --since what an earlier
    release withheld stays withheld; left out, the latest publication on record counts.
    """
    edition = Public(workspace(args)).edition(args.period, args.as_at, args.since)
    _write(edition, args.output)
    told = {
        "place": str(args.output),
        "period": edition.period.text,
        "revision": edition.revision,
        "since": edition.since,
        "figures": len(edition.measures),
        "hidden": edition.hidden,
    }
    return Answer(told, lead=(f"Written: {args.output}.",))


def _write(edition: PublicEdition, place: Path) -> None:
    """Write the edition in the form that the name of its place asks for, whole or not at all."""
    match place.suffix.lower():
        case ".zip":
            replace_file(place, packed(site(edition, vector), edition.made))
        case "":
            replace_folder(place, site(edition, vector), is_edition)
        case ending:
            fix = f"Name a folder without an ending, or a file that ends in {' or '.join(FORMS)}."
            raise ProblemError([Problem("unknown-form", f"{excerpt(ending)} is not a form of the edition.", fix)])
