"""The command that tells the public: a web site, a zip of it, or a PDF.

In: parsed arguments. Out: an Answer that says what was written and what the reader will find.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any, Final

from kpi.cli.answer import Answer
from kpi.cli.common import workspace
from kpi.cli.words import revision
from kpi.problem import Problem, ProblemError, excerpt
from kpi.reports.package import packed
from kpi.reports.public.edition import PublicEdition
from kpi.reports.public.manifest import is_edition
from kpi.reports.public.texts import Text, texts, unexplained
from kpi.reports.reading import AIM
from kpi.reports.render import public_paper, public_site
from kpi.safe_file import replace_file
from kpi.safe_folder import refuse_others, replace_folder
from kpi.workspace.public import Public

COLUMNS: Final = ("place", "period", "revision", "since", "figures", "hidden")
FORMS: Final = (".zip", ".pdf")


def arguments(command: ArgumentParser) -> None:
    """Add the arguments of `public`."""
    command.add_argument("--period", metavar="PERIOD", help="the quarter, for example '2018-19 Q4'")
    command.add_argument("--output", type=Path, metavar="PLACE", required=True, help="a folder, or a .zip or .pdf file")
    command.add_argument("--since", metavar="REVISION", type=revision, help="revision of the last release")


def public(args: Namespace) -> Answer:
    """Write the edition for the public of a period: protected figures in plain English.

    A folder or a .zip holds a web site with the figures as CSV; a .pdf the same on paper. With --since what an earlier
    release withheld stays withheld; left out, every publication on record counts.
    """
    form = _form(args.output)
    edition = Public(workspace(args)).edition(args.period, args.as_at, args.since)
    _write(edition, args.output, form)
    told: dict[str, Any] = {
        "place": str(args.output),
        "period": edition.period.text,
        "revision": edition.revision,
        "since": edition.since,
        "figures": len(edition.measures),
        "hidden": edition.hidden,
    }
    checked = texts(edition)
    told["texts"] = [{"about": one.about, "reading_age": one.reading.age, "text": one.text} for one in checked]
    return Answer(told, columns=COLUMNS, lead=(f"Written: {args.output}.",), closing=_advice(edition, checked))


def _advice(edition: PublicEdition, checked: tuple[Text, ...]) -> tuple[str, ...]:
    """Tell the editor which texts are hard to read, and which short forms nobody explains."""
    hard = [one for one in checked if not one.reading.is_plain]
    said = [f"Reading age {one.reading.age}, {one.about}: {one.text}" for one in hard]
    lead = f"{len(checked) - len(hard)} of {len(checked)} texts can be read at the age of {AIM}."
    forms = ", ".join(unexplained(edition))
    told = f"Nobody explains {forms}: add what it stands for to short_forms in council.yaml." if forms else ""
    return (lead, *said, *([told] if told else []))


def _form(place: Path) -> str:
    """Tell by the name of its place what to write, before any work: '' for a folder, '.zip' or '.pdf'."""
    form = place.suffix.lower()
    if form not in ("", *FORMS):
        fix = f"Name a folder without an ending, or a file that ends in {' or '.join(FORMS)}."
        raise ProblemError([Problem("unknown-form", f"{excerpt(form)} is not a form of the edition.", fix)])
    if not form:
        refuse_others(place, is_edition)
    return form


def _write(edition: PublicEdition, place: Path, form: str) -> None:
    """Write the edition in a form, whole or not at all."""
    if form == ".pdf":
        replace_file(place, public_paper(edition))
    elif form == ".zip":
        replace_file(place, packed(public_site(edition), edition.made))
    else:
        replace_folder(place, public_site(edition), is_edition)
