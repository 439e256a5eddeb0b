"""One function a command: ask the workspace, give an Answer.

In: parsed arguments. Out: Answers. A ProblemError ends the command with exit code 1.
"""

from argparse import Namespace
from collections.abc import Callable, Collection, Iterable
from dataclasses import asdict, fields
from difflib import get_close_matches
from pathlib import Path

from kpi import seed, story
from kpi import series as figures
from kpi.cli.answer import Answer
from kpi.definitions import schema as schemas
from kpi.intake import Options, read_figures
from kpi.ledger import Revision
from kpi.period import Calendar
from kpi.problem import Problem, ProblemError, Severity, Where, excerpt, has_errors
from kpi.safe_file import replace_file
from kpi.scorecard import Row
from kpi.settings import Settings
from kpi.workspace import Workspace, open_workspace, read_definitions, today_in_england

Command = Callable[[Namespace], Answer]

SCORECARD_COLUMNS = (
    "indicator",
    "area",
    "period",
    "text",
    "target_text",
    "gap_text",
    "status",
    "direction_previous",
    "direction_year",
    "state",
)


def settings(args: Namespace) -> Settings:
    """Take the environment's settings with what the command line says instead."""
    given = {"data": args.data, "database_url": args.database, "user": getattr(args, "who", None)}
    return Settings(**{name: value for name, value in given.items() if value is not None})


def workspace(args: Namespace) -> Workspace:
    """Open the workspace that the arguments name."""
    return open_workspace(settings(args))


def check(args: Namespace) -> Answer:
    """Check the definitions and the pack's own figures, or the spreadsheets named, and change nothing."""
    chosen = settings(args)
    pack, problems = read_definitions(chosen.data)
    options = _options(args)
    for path in args.files or seed.files(chosen.data):
        content = _content(path)
        problems += read_figures(
            path.name, content, pack, today=today_in_england(), current=figures.empty(), options=options
        ).problems
    refused = _refused(problems, args.strict)
    verdict = "Not in order." if refused else "In order."
    count = f"{len(pack.indicators)} indicators, {len(problems)} problems."
    return Answer(
        {"problems": [problem.as_dict() for problem in problems], "indicators": len(pack.indicators)},
        columns=("indicators",),
        lead=(f"{verdict} {count}",),
        problems=problems,
        code=int(refused),
    )


def load(args: Namespace) -> Answer:
    """Load a spreadsheet: it adds and corrects; with --replace it is the whole truth for what it names."""
    place = workspace(args)
    preview = place.preview(args.file.name, _content(args.file), _options(args))
    if _refused(preview.problems, args.strict):
        return _loaded(None, dict.fromkeys(preview.counts, 0), preview.problems, code=1)
    receipt = place.publish(preview, who=settings(args).user, note=args.note)
    return _loaded(receipt.revision, receipt.counts, preview.problems, code=0)


def _loaded(revision: int | None, counts: dict[str, int], problems: tuple[Problem, ...], code: int) -> Answer:
    """Say what a load did."""
    summary = ", ".join(f"{number:,} {name}" for name, number in counts.items())
    done = f"Published as revision {revision}" if revision else "Nothing was loaded" if code else "Nothing changed"
    data = {"revision": revision, **counts, "problems": [problem.as_dict() for problem in problems]}
    return Answer(data, columns=("revision", *counts), lead=(f"{done}: {summary}.",), problems=problems, code=code)


def undo(args: Namespace) -> Answer:
    """Take a revision back; the undo is a new revision and nothing is lost."""
    revision = workspace(args).undo(args.revision, who=settings(args).user, note=args.note, later=args.later)
    lead = f"Revision {args.revision} is taken back by revision {revision}."
    return Answer({"revision": revision, "undone": args.revision}, lead=(lead,))


def scorecard(args: Namespace) -> Answer:
    """Show every indicator of a period against its target."""
    card = workspace(args).scorecard(args.period, args.as_at)
    for name, known in (("theme", card.themes), ("owner", card.owners), ("area", card.areas)):
        _known([getattr(args, name)], known, name)
    shown = card.filtered(theme=args.theme, status=args.status, owner=args.owner, area=args.area)
    mark = f"{card.period.label}, revision {card.revision}."
    return Answer(
        [row.as_dict() for row in shown.rows],
        columns=SCORECARD_COLUMNS,
        lead=(mark, *story.headlines(shown)),
        closing=story.marks(shown),
    )


def series(args: Namespace) -> Answer:
    """Show every period of one indicator with target, status and directions."""
    history = workspace(args).indicator(args.indicator, args.area, args.as_at)
    columns = ("period", "text", "target_text", "status", "direction_previous", "direction_year", "state", "note")
    return Answer(history.as_rows(), columns=columns, lead=(f"{history.title}, revision {history.revision}.",))


def explain(args: Namespace) -> Answer:
    """Say in sentences what the figures show, each with what is illustrative about it."""
    card = workspace(args).scorecard(args.period, args.as_at)
    _known([args.area], card.areas, "area")
    card = card.filtered(area=args.area)
    _known(args.indicators, [row.indicator for row in card.rows], "indicator")
    rows = [row for row in card.rows if not args.indicators or row.indicator in args.indicators]
    data = [_explained(row) for row in rows]
    return Answer(data, lead=tuple(_paragraph(item) for item in data), columns=("indicator", "area", "period", "text"))


def _explained(row: Row) -> dict[str, str]:
    """Give what can be said of a row: the year, the sentence, the reason of its status, what is illustrative."""
    return {
        "indicator": row.indicator,
        "area": row.area,
        "period": row.period.text,
        "text": row.text,
        "year": row.year_statement,
        "sentence": row.sentence,
        "reason": row.status_reason,
        "mark": row.mark,
    }


def _paragraph(item: dict[str, str]) -> str:
    """Set the sentences of one row under each other, each once."""
    told = dict.fromkeys(item[name] for name in ("year", "sentence", "reason", "mark"))
    return "\n  ".join(line for line in told if line)


def _known(asked: Iterable[str | None], known: Collection[str], what: str) -> None:
    """Refuse names that the scorecard does not have, with the nearest that it has."""
    for name in asked:
        if name and name not in known:
            near = get_close_matches(name, known, n=3, cutoff=0.5) or list(known)[:10]
            fix = f"There are: {', '.join(dict.fromkeys(near))}."
            raise ProblemError([Problem(f"unknown-{what}", f"There is no {what} {excerpt(name)}.", fix)])


def due(args: Namespace) -> Answer:
    """List the figures a period asks for, who owes them and which have arrived."""
    figures_due = workspace(args).due(args.period, args.as_at)
    data = [asdict(one) | {"period": one.period.text, "expected": one.expected.isoformat()} for one in figures_due]
    arrived = sum(one.arrived for one in figures_due)
    return Answer(data, lead=(f"{arrived:,} of {len(data):,} figures have arrived.",))


def history(args: Namespace) -> Answer:
    """List every revision, oldest first."""
    columns = ("number", "kind", "who", "at", "file", "new", "changed", "withdrawn", "note")
    return Answer([_entry(revision) for revision in workspace(args).history()], columns=columns)


def _entry(revision: Revision) -> dict[str, object]:
    """Give a revision as printed, without the ledger's inner ids; the time is UTC."""
    inner = {"submission", "submission_hash"}
    told = {field.name: getattr(revision, field.name) for field in fields(revision) if field.name not in inner}
    return told | {"at": revision.at.isoformat(timespec="seconds")}


def verify(args: Namespace) -> Answer:
    """Check the chain of hashes over everything recorded."""
    place = workspace(args)
    problems = place.verify(args.head)
    verdict = "altered or incomplete" if problems else "whole"
    data = {
        "whole": not problems,
        "revision": place.head(),
        "head": place.chain_head(),
        "problems": [problem.as_dict() for problem in problems],
    }
    lead = f"The ledger is {verdict} up to revision {place.head()}; head {data['head']}."
    return Answer(data, columns=("revision", "head"), lead=(lead,), problems=problems, code=int(bool(problems)))


def export(args: Namespace) -> Answer:
    """Write every figure in force in the long form."""
    return _document(workspace(args).export(args.as_at, _form(args.output)), args.output)


def template(args: Namespace) -> Answer:
    """Write the spreadsheet in which a period's figures are returned."""
    return _document(workspace(args).template(args.period, _form(args.output)), args.output)


def _form(path: Path | None) -> str:
    """Choose the form of a document by its file's ending."""
    suffix = path.suffix.lower().lstrip(".") if path else "csv"
    if suffix not in {"csv", "xlsx"}:
        problem = Problem("unknown-form", f"'{suffix}' is not a form of figures.", "Name a .csv or .xlsx file.")
        raise ProblemError([problem])
    return suffix


def _document(content: bytes, path: Path | None) -> Answer:
    """Write a document to its file whole or not at all, or give it to standard output."""
    if path is None:
        return Answer({}, raw=content)
    replace_file(path, content)
    return Answer({"file": str(path), "bytes": len(content)}, lead=(f"Written: {path}.",), columns=("bytes",))


def schema(args: Namespace) -> Answer:
    """Write the JSON schemas that let an editor complete and check the YAML files."""
    folder = settings(args).data / "schema"
    stale = schemas.stale(folder)
    if not args.check:
        schemas.write(folder)
    verb = "Stale" if args.check else "Written"
    lead = f"{verb}: {', '.join(stale)}." if stale else "The schemas are up to date."
    return Answer({"stale": list(stale)}, lead=(lead,), code=int(bool(args.check and stale)))


def _options(args: Namespace) -> Options:
    """Take what settles how a spreadsheet is read."""
    calendar = Calendar(args.calendar) if args.calendar else None
    return Options(calendar=calendar, replace=getattr(args, "replace", False), sheet=args.sheet)


def _content(path: Path) -> bytes:
    """Read a file that a person named."""
    try:
        return path.read_bytes()
    except OSError as error:
        message = f"The file cannot be read: {error.strerror}."
        where = Where(path.name)
        raise ProblemError([Problem("file-unreadable", message, "Check the name and the folder.", where)]) from error


def _refused(problems: tuple[Problem, ...], strict: bool) -> bool:
    """Tell whether problems stop the work; warnings do when strict."""
    return has_errors(problems) or (strict and any(p.severity is Severity.WARNING for p in problems))
