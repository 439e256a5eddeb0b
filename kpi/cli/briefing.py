"""The command for the slides of a meeting: list them, choose them, write them as a file.

In: parsed arguments. Out: Answers, and files that open without the dashboard.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import Any

from kpi.cli.answer import Answer
from kpi.cli.common import content, settings, workspace
from kpi.problem import Problem, ProblemError, Where, excerpt
from kpi.reports.briefing import Arranged
from kpi.reports.briefing.edit import chosen_of
from kpi.reports.render import SLIDES, slides
from kpi.reports.slides import Deck
from kpi.safe_file import replace_file
from kpi.workspace.briefings import AUDIENCES, Briefings, read_chosen


def arguments(command: ArgumentParser) -> None:
    """Add the arguments of `briefing`."""
    command.add_argument(
        "--audience", choices=list(AUDIENCES), default="leadership", help="who is briefed (leadership)"
    )
    command.add_argument("--period", metavar="PERIOD", help="the quarter, for example '2018-19 Q4'")
    command.add_argument("--output", type=Path, metavar="FILE", help=".html (one file, offline) or .pptx")
    command.add_argument("--choose", type=Path, metavar="FILE", help="keep the choice of slides in this JSON file")
    command.add_argument("--who", help="name recorded with the revision (KPI_USER)")


def briefing(args: Namespace) -> Answer:
    """List the slides of a briefing in their order, keep a choice of them, or write them as a file."""
    briefings = Briefings(workspace(args))
    if args.choose:
        chosen = read_chosen(content(args.choose).decode("utf-8-sig", errors="replace"))
        revision = briefings.choose(chosen, args.audience, args.period, who=settings(args).user)
        found, lead = briefings.warnings(chosen, args.audience, args.period), (f"Recorded as revision {revision}.",)
        return Answer({"revision": revision}, lead=lead, columns=("revision",), problems=found)
    if args.output:
        return _written(briefings.deck(args.audience, args.period, args.as_at), args.output)
    return _listed(briefings, args)


def _listed(briefings: Briefings, args: Namespace) -> Answer:
    """Give every slide, those left out as well."""
    slides = briefings.slides(args.audience, args.period, args.as_at)
    deck = briefings.deck(args.audience, args.period, args.as_at)
    chosen = chosen_of(slides)
    rows = [_row(place, one) for place, one in enumerate(slides, 1)]
    told = {"title": deck.title, "revision": deck.revision, "slides": rows, "chosen": chosen.model_dump(mode="json")}
    lead = (f"{deck.title}, revision {deck.revision}.", deck.illustrative)
    if args.format in ("json", None):
        return Answer(told if args.format else rows, ("place", "shown", "why", "id", "title"), lead)
    return Answer(rows)


def _row(place: int, one: Arranged) -> dict[str, Any]:
    slide = one.slide
    return {
        "place": place,
        "shown": one.shown,
        "why": slide.why,
        "id": slide.id,
        "title": slide.title,
        "points": list(slide.points),
        "gap": slide.gap,
        "who": slide.who,
        "mark": slide.mark,
        "notes": slide.notes,
        "worded": one.worded,
    }


def _written(deck: Deck, path: Path) -> Answer:
    """Write the deck to a file whole or not at all."""
    if path.suffix.lower() not in SLIDES:
        message = f"{excerpt(path.suffix or path.name)} is not a form of a briefing."
        raise ProblemError([Problem("unknown-form", message, "Name a .html or .pptx file.", Where(path.name))])
    document = slides(deck, path.suffix.lower())
    replace_file(path, document)
    return Answer({"file": str(path), "bytes": len(document)}, lead=(f"Written: {path}.",), columns=("bytes",))
