"""Papers from a terminal: what they lack, their documents, and the texts that people write in them.

In: parsed arguments. Out: a document written whole, a checklist, or the revision that holds a text.
"""

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from kpi.cli.answer import Answer
from kpi.cli.common import content, settings, workspace
from kpi.problem import Problem, ProblemError, excerpt
from kpi.reports.as_dict import as_dict
from kpi.reports.model import Report
from kpi.reports.render import FORMS, rendered
from kpi.reports.texts import written_from
from kpi.safe_file import replace_file
from kpi.workspace.papers import Papers
from kpi.workspace.word_template import template


def arguments(command: ArgumentParser) -> None:
    """Add the arguments of `report`."""
    command.add_argument("paper", metavar="PAPER", help="id of the paper's recipe, such as committee")
    command.add_argument("--period", metavar="PERIOD", help="the quarter, for example '2018-19 Q4'")
    command.add_argument("--meeting", help="the meeting it goes to (id); the quarter's own when left out")
    command.add_argument(
        "--output", type=Path, metavar="FILE", help=".pdf, .docx or .json; what it lacks when left out"
    )
    command.add_argument("--template", type=Path, metavar="FILE", help="the council's own .docx, for a .docx")
    command.add_argument("--public", action="store_true", help="the copy without what is not for publication")
    command.add_argument("--write", metavar="SECTION", help="record the text of this section (id) instead")
    command.add_argument("--text", type=Path, metavar="FILE", help="the file that holds the text, as UTF-8")
    command.add_argument("--clearance", metavar="CODE", help="the code that cleared the text")
    command.add_argument("--cleared", metavar="DAY", help="the day it was cleared, such as 2019-06-07")


def report(args: Namespace) -> Answer:
    """Make a paper of a quarter as a document, or say what it lacks, or record a text of it."""
    place = Papers(workspace(args))
    if args.write:
        return _write(place, args)
    if args.output is None:
        return _checked(place, args)
    made = place.report(args.paper, args.period, args.meeting, args.as_at)
    made = made.public_copy() if args.public else made
    ending = args.output.suffix.lower()
    replace_file(args.output, _document(made, ending, args.template, template(place.place)))
    size = args.output.stat().st_size
    return Answer({"file": str(args.output), "bytes": size}, lead=(f"Written: {args.output}.", *_told(made)))


def _checked(place: Papers, args: Namespace) -> Answer:
    """Say what stands between a paper and its publication."""
    asked = (args.paper, args.period, args.meeting, args.as_at)
    found = place.checklist(*asked)
    told = [f"{item.title}: {detail}" for item in found for detail in item.details]
    columns = ("title", "state", "text", "fix")
    return Answer([item.as_dict() for item in found], columns, _told(place.report(*asked))[:1], closing=tuple(told))


def _write(place: Papers, args: Namespace) -> Answer:
    """Record the text of a section; figures in it that differ from the record are told."""
    if args.text is None:
        fix = "Name the file that holds the text with --text."
        raise ProblemError([Problem("text-missing", "There is no text to record.", fix)])
    given = {"text": content(args.text), "clearance": args.clearance, "cleared": args.cleared}
    written = written_from(given)
    revision = place.write(args.paper, args.write, written, period=args.period, who=settings(args).user, note=args.note)
    problems = place.texts(args.paper, args.period)[args.write].mismatches
    lead = (f"{args.paper}/{args.write} is recorded as revision {revision}.",)
    return Answer({"section": args.write, "revision": revision}, lead=lead, problems=problems)


def _document(made: Report, ending: str, named: Path | None, own: bytes | None) -> bytes:
    """Lay a report out in the form that an ending asks for: Word in the template named, or in the council's own."""
    if named is not None and ending != ".docx":
        fix = "Name an output file that ends in .docx, or leave --template out."
        raise ProblemError([Problem("template-unused", "Only Word documents take a template.", fix)])
    if ending == ".json":
        return (json.dumps(as_dict(made), ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
    if ending not in FORMS:
        fix = f"Name a file that ends in {', '.join([*FORMS, '.json'])}."
        raise ProblemError([Problem("unknown-form", f"{excerpt(ending)} is not a form of papers.", fix)])
    return rendered(made, ending, content(named) if named else own)


def _told(made: Report) -> tuple[str, ...]:
    """Say what it is, and what it lacks."""
    draft = "A draft: " if made.is_draft else ""
    lacking = [f"{gap.text} {gap.fix}" for gap in made.gaps]
    return (f"{draft}{made.title}, revision {made.revision}.", *lacking, *map(str, made.mismatches))
