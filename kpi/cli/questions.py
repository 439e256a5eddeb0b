"""Commands that ask: scorecard, series, compare, explain, due, history, verify.

In: parsed arguments. Out: Answers as known at a revision; nothing changes.
"""

from argparse import Namespace
from dataclasses import asdict, fields

from kpi import story
from kpi.cli import limits, releases
from kpi.cli.answer import Answer
from kpi.cli.common import known, workspace
from kpi.ledger import Revision
from kpi.scorecard import Row
from kpi.story import spans

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


def scorecard(args: Namespace) -> Answer:
    """Show every indicator of a period against its target."""
    card = workspace(args).scorecard(args.period, args.as_at)
    for name, names in (("theme", card.themes), ("owner", card.owners), ("area", card.areas)):
        known([getattr(args, name)], names, name)
    shown = card.filtered(theme=args.theme, status=args.status, owner=args.owner, area=args.area)
    mark = f"{card.period.label}, revision {card.revision}."
    return Answer(
        [row.as_dict() for row in shown.rows],
        columns=SCORECARD_COLUMNS,
        lead=(mark, *story.headlines(shown)),
        closing=story.marks(shown),
    )


def series(args: Namespace) -> Answer:
    """Show every period of one indicator with target, status and directions, or with the limits of its chart."""
    history = workspace(args).indicator(args.indicator, args.area, args.as_at)
    lead = (f"{history.title}, revision {history.revision}.",)
    if args.limits:
        told = limits.sentences(history)
        return Answer(limits.with_limits(history), columns=limits.COLUMNS, lead=lead, closing=told)
    columns = ("period", "text", "target_text", "status", "direction_previous", "direction_year", "state", "note")
    return Answer(history.as_rows(), columns=columns, lead=lead)


def compare(args: Namespace) -> Answer:
    """Compare two spans of months, quarters or years: what each comes to, and how far apart they are."""
    found = workspace(args).compare(args.indicator, args.span, args.against, args.area, args.as_at)
    columns = ("span", "value", "per_period", "state")
    rows = [_spanned(one) for one in (found.later, found.earlier)]
    if args.format == "json":
        return Answer(spans.as_dict(found) | {"spans": rows})
    return Answer(rows, columns=columns, lead=spans.told(found))


def _spanned(one: spans.Spanned) -> dict[str, object]:
    """Give what one span comes to as printed."""
    return {
        "span": one.label,
        "first": one.periods[0].text,
        "last": one.periods[-1].text,
        "value": one.value,
        "per_period": one.per_period,
        "numerator": one.numerator,
        "denominator": one.denominator,
        "state": one.state,
    }


def explain(args: Namespace) -> Answer:
    """Say in sentences what the figures show, each with what is illustrative about it."""
    card = workspace(args).scorecard(args.period, args.as_at)
    known([args.area], card.areas, "area")
    card = card.filtered(area=args.area)
    known(args.indicators, [row.indicator for row in card.rows], "indicator")
    rows = [row for row in card.rows if not args.indicators or row.indicator in args.indicators]
    data = [_explained(row) for row in rows]
    return Answer(data, lead=tuple(_paragraph(item) for item in data), columns=("indicator", "area", "period", "text"))


def _explained(row: Row) -> dict[str, str]:
    """Give what can be said of a row: the year, the sentence, why its status, what is illustrative, what lies ahead."""
    return {
        "indicator": row.indicator,
        "area": row.area,
        "period": row.period.text,
        "text": row.text,
        "year": row.year_statement,
        "sentence": row.sentence,
        "reason": row.status_reason,
        "mark": row.mark,
        "forecast": " ".join(part for part in (row.forecast_sentence, row.forecast_reason) if part),
        "recent_trend": row.recent_trend_reason,
        "variation": "" if row.variation == "cannot_tell" else row.variation_reason,
    }


def _paragraph(item: dict[str, str]) -> str:
    """Set the sentences of one row under each other, each once."""
    told = dict.fromkeys(
        item[name] for name in ("year", "sentence", "reason", "mark", "forecast", "recent_trend", "variation")
    )
    return "\n  ".join(line for line in told if line)


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
    """Check the chain of hashes over everything recorded, or a quarter pack against it."""
    if args.pack:
        return releases.verify_pack(args)
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
