"""Commands that record what the panel asks and hears: ask, answer, withdraw, claim.

In: parsed arguments. Out: Answers that name the revision in which it was recorded.
"""

import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from kpi.cli.answer import Answer
from kpi.cli.common import settings, workspace
from kpi.definitions.base import Definition
from kpi.definitions.faults import validated
from kpi.definitions.panel import Claim, Question
from kpi.definitions.yaml_text import read_yaml
from kpi.panel import next_ref
from kpi.problem import NOWHERE, Problem, ProblemError
from kpi.workspace import Records

Declared = TypeVar("Declared", bound=Definition)


def ask(args: Namespace) -> Answer:
    """Record a question or request of the panel; a revision of its own."""
    records = Records(workspace(args))
    kind = "request" if args.request else "question"
    ref = args.ref or next_ref(records.panel().refs, "Q")
    given = {"ref": ref, "kind": kind, "text": args.text, "owner": args.owner, "due": args.due}
    question = _made(Question, given | _occasion(args) | {"asked": args.day})
    doubts = records.doubts(question)
    return _recorded(ref, records.ask(question, who=settings(args).user), doubts)


def answer(args: Namespace) -> Answer:
    """Record the answer to an open question."""
    records = Records(workspace(args))
    day = args.day or records.place.today
    doubts = records.doubts(records.answered(args.ref, args.text, day))
    return _recorded(args.ref, records.answer(args.ref, args.text, day, who=settings(args).user), doubts)


def withdraw(args: Namespace) -> Answer:
    """Record that an open question was withdrawn."""
    revision = Records(workspace(args)).withdraw(args.ref, who=settings(args).user, note=args.note)
    return _recorded(args.ref, revision)


def claim(args: Namespace) -> Answer:
    """Record a claim about the future, which the figure of its period will bear out or not."""
    records = Records(workspace(args))
    ref = args.ref or next_ref(records.panel().refs, "C")
    names = ("indicator", "area", "expects", "value", "period", "since")
    expected = {name: getattr(args, name) for name in names if getattr(args, name) is not None}
    given = {"ref": ref, "text": args.text, "by": args.by, "expectation": expected, "made": args.day}
    made = _made(Claim, given | _occasion(args))
    return _recorded(ref, records.claim(made, who=settings(args).user), records.doubts(made))


def _occasion(args: Namespace) -> dict[str, str | None]:
    """Take where it was said: a meeting of the calendar, or a place."""
    return {"meeting": args.meeting, "where": args.where}


def _made(model: type[Declared], given: Mapping[str, object]) -> Declared:
    """Make a definition of what was written, by the rules and in the words of the panel's file."""
    said = {name: value for name, value in given.items() if value is not None}
    made, problems, _ = validated(read_yaml(json.dumps(said, default=str).encode(), "options"), (), model)
    if made is None:
        raise ProblemError(replace(problem, where=NOWHERE) for problem in problems)
    return made


def _recorded(ref: str, revision: int, doubts: tuple[Problem, ...] = ()) -> Answer:
    """Say what was recorded; figures that its words quote otherwise than the ledger are warned of."""
    lead = (f"{ref} is recorded as revision {revision}.",)
    return Answer({"ref": ref, "revision": revision}, lead=lead, problems=doubts)
