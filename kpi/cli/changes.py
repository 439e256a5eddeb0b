"""Commands that check and change: check, load, undo.

In: parsed arguments. Out: Answers that say what was done, or that nothing was.
"""

from argparse import Namespace
from collections import Counter
from pathlib import Path

from kpi import seed
from kpi.cli.answer import Answer
from kpi.cli.common import content, settings, workspace
from kpi.cli.recipes import named
from kpi.definitions.pack import Pack
from kpi.intake import Options
from kpi.intake.benchmarks import PublishedPreview
from kpi.intake.preview import Preview
from kpi.intake.updates import Choice, is_updates
from kpi.period import Calendar
from kpi.problem import Problem, ProblemError, Severity, has_errors
from kpi.workspace import Others, Records, Workspace, read_definitions, today_in_england

UPDATED = {"new": 0, "changed": 0, "unchanged": 0, "withdrawn": 0}
"""The counts of a load of which nothing landed; updates are never withdrawn."""
TRACKER = "It is a tracker of the plan's updates."


def check(args: Namespace) -> Answer:
    """Check the definitions and the pack's own figures and updates, or the spreadsheets named, and change nothing."""
    if args.files:
        place = workspace(args)
        pack, told = place.pack, [_told_of(args, place, path) for path in args.files]
        problems = (*place.problems, *(problem for _, found in told for problem in found))
    else:
        chosen, told = settings(args), []
        pack, problems = read_definitions(chosen.data)
        problems = (*problems, *seed.checked(chosen.data, pack, today_in_england()))
    refused = _refused(problems, args.strict)
    counts = Counter(problem.severity.value for problem in problems)
    found = ", ".join(f"{counts[severity.value]:,} {severity.value}s" for severity in Severity)
    return Answer(
        {"problems": [problem.as_dict() for problem in problems], "indicators": len(pack.indicators)},
        columns=("indicators",),
        lead=(f"{'Not in order' if refused else 'In order'}: {found}.", *(words for words, _ in told)),
        problems=problems,
        code=int(refused),
    )


def _told_of(args: Namespace, place: Workspace, path: Path) -> tuple[str, tuple[Problem, ...]]:
    """Say how a spreadsheet is read, and what loading it would find wrong."""
    file, options = content(path), _options(args, place.pack)
    if options.recipe is None and is_updates(path.name, file):
        return f"{path.name}: {TRACKER}", Records(place).preview_updates(path.name, file, options).problems
    published = Others(place).preview(path.name, file) if options.recipe is None else None
    if published is not None:
        return f"{path.name}: {_of_others(published)}", published.problems
    preview = place.preview(path.name, file, options)
    return f"{path.name}: {_read_as(preview)}", preview.problems


def _read_as(preview: Preview) -> str:
    """Say in words what a file of figures was taken for."""
    return " ".join(preview.candidate.decided) or "It was not read as a table of figures."


def _of_others(preview: PublishedPreview) -> str:
    """Say in words which published file a file was taken for."""
    return f"It is the published file '{preview.source.title}'."


def load(args: Namespace) -> Answer:
    """Load a spreadsheet of figures, or a tracker of the plan's updates; which of the two it is, its header tells.

    A published file of others' figures is known by its header too, as benchmarks.yaml describes it.
    Figures are added and corrected; with --replace the file is the whole truth for what it names. Of an update that
    collides with a newer one, --settle says which counts; the other is kept on record.
    """
    place, file = workspace(args), content(args.file)
    if args.recipe is None and is_updates(args.file.name, file):
        return _load_updates(args, Records(place), file)
    published = None if args.recipe else Others(place).preview(args.file.name, file)
    if published is not None:
        return _load_published(args, Others(place), published)
    preview = place.preview(args.file.name, file, _options(args, place.pack))
    if _refused(preview.problems, args.strict):
        return _loaded(None, dict.fromkeys(preview.counts, 0), preview.problems, _read_as(preview), code=1)
    receipt = place.publish(preview, who=settings(args).user, note=_note(args))
    return _loaded(receipt.revision, receipt.counts, preview.problems, _read_as(preview), code=0)


def _load_published(args: Namespace, others: Others, preview: PublishedPreview) -> Answer:
    """Load a published file of others' figures; one that lacks figures of an earlier file withdraws nothing."""
    if _refused(preview.problems, args.strict):
        return _loaded(None, dict.fromkeys(preview.counts, 0), preview.problems, _of_others(preview), code=1)
    receipt = others.publish(preview, who=settings(args).user, note=args.note)
    return _loaded(receipt.revision, receipt.counts, preview.problems, _of_others(preview), code=0)


def _load_updates(args: Namespace, records: Records, file: bytes) -> Answer:
    """Load a tracker, all or nothing; a collision that --settle does not settle stops it."""
    preview = records.preview_updates(args.file.name, file, _options(args, records.place.pack))
    if _refused(preview.problems, args.strict):
        return _loaded(None, UPDATED, preview.problems, TRACKER, code=1)
    choices: dict[str, Choice] = {one.ref: args.settle for one in preview.conflicts if args.settle}
    try:
        receipt = records.publish_updates(preview, who=settings(args).user, note=args.note, choices=choices)
    except ProblemError as error:
        return _loaded(None, UPDATED, (*preview.problems, *error.problems), TRACKER, code=1)
    return _loaded(receipt.revision, UPDATED | receipt.counts, preview.problems, TRACKER, code=0)


def _loaded(
    revision: int | None, counts: dict[str, int], problems: tuple[Problem, ...], read_as: str, code: int
) -> Answer:
    """Say what a load did, and what the file was taken for."""
    summary = ", ".join(f"{number:,} {name}" for name, number in counts.items())
    done = f"Published as revision {revision}" if revision else "Nothing was loaded" if code else "Nothing changed"
    data = {"revision": revision, **counts, "problems": [problem.as_dict() for problem in problems]}
    return Answer(
        data, columns=("revision", *counts), lead=(f"{done}: {summary}.", read_as), problems=problems, code=code
    )


def undo(args: Namespace) -> Answer:
    """Take a revision back; the undo is a new revision and nothing is lost."""
    revision = workspace(args).undo(args.revision, who=settings(args).user, note=args.note, later=args.later)
    lead = f"Revision {args.revision} is taken back by revision {revision}."
    return Answer({"revision": revision, "undone": args.revision}, lead=(lead,))


def _note(args: Namespace) -> str:
    """Keep in the record by which recipe a file was read."""
    read_by = f"Read with the recipe '{args.recipe}'." if args.recipe else ""
    return f"{args.note} {read_by}".strip()


def _options(args: Namespace, pack: Pack) -> Options:
    """Take what settles how a spreadsheet is read; ProblemError for a recipe that the pack does not have."""
    calendar = Calendar(args.calendar) if args.calendar else None
    recipe = named(pack, args.recipe)
    return Options(calendar=calendar, replace=getattr(args, "replace", False), sheet=args.sheet, recipe=recipe)


def _refused(problems: tuple[Problem, ...], strict: bool) -> bool:
    """Tell whether problems stop the work; warnings do when strict."""
    return has_errors(problems) or (strict and any(p.severity is Severity.WARNING for p in problems))
