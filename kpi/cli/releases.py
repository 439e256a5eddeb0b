"""Commands of what goes out: publish, published, pack, and verify for the ledger or a quarter pack.

In: parsed arguments. Out: Answers; documents and packs as files written whole.
"""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kpi.cli.answer import Answer
from kpi.cli.common import content, settings, workspace
from kpi.problem import Problem, ProblemError, Where
from kpi.reports.publication import Publication
from kpi.safe_file import replace_file
from kpi.workspace.packs import OTHER_TEMPLATE, Packs
from kpi.workspace.publications import Publications


def publish_arguments(command: ArgumentParser) -> None:
    """Add the arguments of `publish`."""
    command.add_argument("paper", metavar="PAPER", help="id of the paper's recipe, such as committee")
    command.add_argument("--period", metavar="PERIOD", help="the quarter, for example '2018-19 Q4'")
    command.add_argument("--meeting", help="the meeting it goes to (id); the quarter's own when left out")
    command.add_argument("--recipients", default="", help="to whom it goes, in words")
    command.add_argument("--folder", type=Path, metavar="DIR", help="write the documents into this folder as well")
    command.add_argument("--who", help="name recorded with the revision (KPI_USER)")


def publish(args: Namespace) -> Answer:
    """Freeze a paper: its revision, every status, the hashes of its documents and for whom they are."""
    done = Publications(workspace(args)).publish(
        args.paper,
        args.period,
        args.meeting,
        who=settings(args).user,
        recipients=args.recipients,
        progress=_tell,
    )
    problems = _saved(args.folder, done.files) if args.folder else ()
    told = {"revision": done.revision, "as_at": done.frozen.revision, "title": done.frozen.title}
    documents = [{"name": one.name, "sha256": one.sha256, "bytes": one.bytes} for one in done.frozen.documents]
    lead = f"{done.frozen.title} is published as revision {done.revision}, as at revision {done.frozen.revision}."
    columns, code = ("revision", "as_at", "title"), 1 if problems else 0
    return Answer({**told, "documents": documents}, columns, (lead,), problems, code)


def _saved(folder: Path, files: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Write documents into a folder; what keeps them from it is told beside the publication, which stands."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, document in files.items():
            replace_file(folder / name, document)
    except OSError as error:
        fix = "The paper is published; python -m kpi report makes its documents again, in a folder that you may write."
        message = f"The folder cannot be made: {error.strerror}."
        return (Problem("file-unwritable", message, fix, Where(str(folder))),)
    except ProblemError as error:
        return error.problems
    return ()


def published(args: Namespace) -> Answer:
    """List what went out, the newest first, with what has changed since."""
    releases = Publications(workspace(args))
    found = releases.publications(args.period, args.as_at)
    return Answer([_row(one, releases) for one in found], columns=("recorded", "title", "who", "in_force", "changed"))


def _row(one: Publication, releases: Publications) -> dict[str, Any]:
    changed = releases.changed_since(one)
    return {
        "recorded": one.recorded,
        "paper": one.paper,
        "period": one.period,
        **one.frozen.model_dump(mode="json"),
        "who": one.who,
        "at": one.at.isoformat() if one.at else None,
        "in_force": one.in_force,
        "changed": len(changed),
        "changes": [line.as_dict() for line in changed],
    }


def pack_arguments(command: ArgumentParser) -> None:
    """Add the arguments of `pack`."""
    command.add_argument("--period", metavar="PERIOD", help="the quarter, for example '2018-19 Q4'")
    command.add_argument("--output", type=Path, metavar="FILE", required=True, help="a .zip file")


def pack(args: Namespace) -> Answer:
    """Put everything of a quarter into one file: papers, slides, the public edition, figures, definitions, history."""
    made = Packs(workspace(args)).pack(args.period, args.as_at, _tell)
    replace_file(args.output, made)
    return Answer(
        {"file": str(args.output), "bytes": len(made)}, lead=(f"Written: {args.output}.",), columns=("bytes",)
    )


def verify_pack(args: Namespace) -> Answer:
    """Say whether anything in a quarter pack was altered, and whether the ledger still reproduces it."""
    found = Packs(workspace(args)).verify(content(args.pack), args.pack.name, _tell)
    about = found.about
    verdict = "whole, and the ledger reproduces it" if found.whole else "altered, or not what the ledger gives"
    data = {
        "whole": found.whole,
        "council": about.council,
        "period": about.period,
        "revision": about.revision,
        "files": found.files,
        "same_program": found.same_program,
        "same_template": found.same_template,
        "problems": [problem.as_dict() for problem in found.problems],
    }
    lead = f"The pack of {about.period} at revision {about.revision} ({found.files} files) is {verdict}."
    told = (lead,) if found.same_template else (lead, OTHER_TEMPLATE)
    columns = ("period", "revision", "files")
    return Answer(data, columns=columns, lead=told, problems=found.problems, code=int(not found.whole))


def _tell(what: str, share: float) -> None:
    """Say on a terminal what is being made."""
    if sys.stderr.isatty():
        print(f"{share:4.0%} {what}", file=sys.stderr)  # noqa: T201
