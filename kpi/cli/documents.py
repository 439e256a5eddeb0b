"""Commands that write documents: export, template, schema.

In: parsed arguments. Out: a file written whole, or bytes for standard output.
"""

from argparse import Namespace
from pathlib import Path

from kpi.cli.answer import Answer
from kpi.cli.common import settings, workspace
from kpi.definitions import schema as schemas
from kpi.problem import Problem, ProblemError
from kpi.safe_file import replace_file
from kpi.workspace import Records


def export(args: Namespace) -> Answer:
    """Write every figure in force in the long form."""
    return _document(workspace(args).export(args.as_at, _form(args.output)), args.output)


def template(args: Namespace) -> Answer:
    """Write the spreadsheet in which a period's figures are returned, or with --updates the plan's updates."""
    place, form = workspace(args), _form(args.output)
    if args.updates:
        return _document(Records(place).update_template(None, args.period, form), args.output)
    return _document(place.template(args.period, form), args.output)


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
