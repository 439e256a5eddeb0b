"""Commands about the plan, the inspection and the panel: plan, inspection, panel, sign-off, carry-forward.

In: parsed arguments. Out: Answers as known at a revision, or what was declared.
"""

from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from kpi.cli.answer import Answer
from kpi.cli.common import known, settings, workspace
from kpi.inspection import InspectionView
from kpi.panel import PanelView
from kpi.plan import CONCLUSIONS, UNDECLARED, ActionView, PlanView
from kpi.workspace import Records

PLAN_COLUMNS = ("ref", "text", "lead", "due", "moves", "stage", "status_label", "percent", "updated", "conclusions")
FILTERS = ("area", "stage", "status", "lead", "origin", "conclusion", "due", "text")


def plan(args: Namespace) -> Answer:
    """Show every action of a plan year as it stands in a quarter, or with --ref one of them in full."""
    view = Records(workspace(args)).plan(args.year, args.period, args.as_at)
    mark = f"{view.title}, {view.period.label}, revision {view.revision}."
    if args.ref:
        known([args.ref], [action.ref for action in view.actions], "action")
        shown = replace(view, actions=tuple(action for action in view.actions if action.ref == args.ref))
        lead = (mark, *(line for action in shown.actions for line in _told(action)))
    else:
        _known_filters(view, args)
        shown = view.filtered(**{name: getattr(args, name) for name in FILTERS})
        lead = (mark, *shown.headlines)
    rows = shown.as_rows() if args.format == "json" else [_flat(row) for row in shown.as_rows()]
    return Answer(rows, columns=PLAN_COLUMNS, lead=lead, closing=shown.marks)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    """Put what is concluded into one cell."""
    return row | {"conclusions": "; ".join(one["code"] for one in row["conclusions"])}


def _told(action: ActionView) -> Iterator[str]:
    """Say all that is known of one action: where it stands, what is concluded, how it came about, what it moved."""
    yield f"{action.ref}: {action.text}"
    yield action.sentence
    yield from (one.sentence for one in action.conclusions)
    yield from (one.sentence for one in action.moves)
    yield from (f"{one.sentence} {one.mark}".strip() for one in action.answers)


def _known_filters(view: PlanView, args: Namespace) -> None:
    """Refuse filters that the plan has nothing for."""
    statuses = [*(one.id for one in view.legend.statuses), UNDECLARED] if view.legend else [UNDECLARED]
    for name, names in (
        ("area", [area.id for area in view.areas]),
        ("status", statuses),
        ("lead", list(view.leads)),
        ("conclusion", list(CONCLUSIONS)),
    ):
        known([getattr(args, name)], names, name)


def inspection(args: Namespace) -> Answer:
    """Show judgements, recommendations with their actions and figures, promises and the self-evaluation."""
    return _record(args, Records(workspace(args)).inspection)


def panel(args: Namespace) -> Answer:
    """Show meetings with their deadlines, the work programme, questions, and claims with what the figures answer."""
    return _record(args, Records(workspace(args)).panel)


def _record(args: Namespace, ask: Callable[..., InspectionView | PanelView]) -> Answer:
    """Answer with the whole record as JSON, or with one row a thing."""
    view = ask(args.period, args.as_at, args.day)
    mark = f"{view.period.label}, revision {view.revision}."
    if args.format == "json":
        return Answer(view.as_dict())
    return Answer(view.as_rows(), lead=(mark, *view.headlines))


def sign_off(args: Namespace) -> Answer:
    """Sign off a quarter of a service area or of one action; a revision of its own."""
    records = Records(workspace(args))
    quarter = records.quarter(args.period)
    year = args.year or records.plan_year(quarter)
    revision = records.sign_off(
        args.subject,
        year=year,
        period=quarter,
        role=args.role,
        who=settings(args).user,
        base=records.place.head(),
        comment=args.note,
    )
    lead = f"{args.subject} is signed off for {quarter.label} by {args.role}: revision {revision}."
    return Answer({"revision": revision}, lead=(lead,))


def carry_forward(args: Namespace) -> Answer:
    """Say which actions the next plan year would take over, and with --write start it."""
    records = Records(workspace(args))
    prepared = records.carry_forward(args.year)
    data: dict[str, Any] = {
        "year": prepared.year,
        "from": prepared.old_year,
        "moving": [action.ref for action in prepared.moving],
        "ending": len(prepared.ending),
        "files": list(prepared.files),
        "revision": None,
    }
    said = f"{len(prepared.moving)} of {len(prepared.moving) + len(prepared.ending)} actions"
    if not args.write:
        return Answer(data, lead=(f"{said} would move to {prepared.year}. Nothing is written without --write.",))
    revision = records.start_year(prepared, who=settings(args).user)
    closed = f"; {prepared.old_year} is closed by revision {revision}" if revision else ""
    return Answer(data | {"revision": revision}, lead=(f"{said} move to {prepared.year}{closed}.",))
