"""The words of the command line: commands, their arguments and the options that every command takes.

In: nothing. Out: an argparse parser. Every command and option stands in docs/command-line.md, and a test says so.
"""

import argparse
from datetime import date
from pathlib import Path
from typing import get_args

from kpi.cli import changes, documents, meetings, others, plans, publishing, questions, recipes, words_papers
from kpi.cli.words import Parser, Subparsers, add_command, add_signature, revision, shared_options
from kpi.definitions.expectation import Expected
from kpi.definitions.legend import STAGES
from kpi.definitions.plan import ORIGIN_WORDS
from kpi.judge.status import Status
from kpi.plan import DUE


def parser() -> Parser:
    """Build the parser; each command carries the function that answers it."""
    shared = shared_options(argparse.SUPPRESS)
    top = argparse.ArgumentParser(
        prog="python -m kpi",
        description="The improvement plan's figures from a terminal: the same answers as on screen.",
        parents=[shared_options(None)],
        allow_abbrev=False,
    )
    subparsers = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    figures = _check, _load, _recipe, _undo, _questions, _publishing
    for add in (*figures, _plans, _meetings, _record, words_papers.add, _documents):
        add(subparsers, shared)
    return top


def _check(subparsers: Subparsers, shared: Parser) -> None:
    command = add_command(subparsers, shared, "check", changes.check, "check definitions and figure files")
    command.add_argument("files", nargs="*", type=Path, metavar="FILE", help="spreadsheets to check without loading")
    _reading_options(command)


def _reading_options(command: Parser) -> None:
    """Add what settles how a spreadsheet is read."""
    command.add_argument("--calendar", choices=("financial", "calendar", "academic"), help="what 'Q1 2022' means here")
    command.add_argument("--sheet", help="name of the sheet to read")
    command.add_argument("--recipe", metavar="NAME", help="recipe of the pack by which files of its shape are read")
    command.add_argument("--strict", action="store_true", help="refuse warnings as well as errors")


def _load(subparsers: Subparsers, shared: Parser) -> None:
    command = add_command(subparsers, shared, "load", changes.load, "load a spreadsheet of figures or of updates")
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--replace", action="store_true", help="withdraw what the file no longer holds")
    command.add_argument(
        "--settle", choices=("mine", "theirs"), help="which of two colliding updates of the plan counts"
    )
    _reading_options(command)
    add_signature(command)


def _recipe(subparsers: Subparsers, shared: Parser) -> None:
    help_text = "say what a spreadsheet is taken for, correct it, keep it as a recipe"
    command = add_command(subparsers, shared, "recipe", recipes.recipe, help_text)
    recipes.arguments(command)
    _reading_options(command)


def _undo(subparsers: Subparsers, shared: Parser) -> None:
    command = add_command(subparsers, shared, "undo", changes.undo, "take a revision back by a new one")
    command.add_argument("revision", type=revision, metavar="REVISION")
    command.add_argument(
        "--later",
        choices=("ask", "keep", "undo"),
        default="ask",
        help="what to do with later revisions of the same figures (ask: stop and name them)",
    )
    add_signature(command)


def _questions(subparsers: Subparsers, shared: Parser) -> None:
    scorecard = add_command(subparsers, shared, "scorecard", questions.scorecard, "every indicator against its target")
    scorecard.add_argument("--period", metavar="PERIOD", help="for example '2018-19 Q4'")
    scorecard.add_argument("--status", choices=[status.value for status in Status], help="only this status")
    for name in ("theme", "owner", "area"):
        scorecard.add_argument(f"--{name}", help=f"only this {name}")
    series = add_command(subparsers, shared, "series", questions.series, "every period of one indicator")
    series.add_argument("indicator", metavar="INDICATOR")
    series.add_argument("--area", help="a team; the indicator's first area when left out")
    series.add_argument("--limits", action="store_true", help="the limits of its control chart instead of the target")
    compare = add_command(subparsers, shared, "compare", questions.compare, "two spans of periods in a sentence")
    compare.add_argument("indicator", metavar="INDICATOR")
    compare.add_argument("span", metavar="SPAN", help="for example '2018-11 to 2019-03'")
    compare.add_argument("against", metavar="AGAINST", help="for example '2018-06 to 2018-10'")
    compare.add_argument("--area", help="a team; the indicator's first area when left out")
    explain = add_command(subparsers, shared, "explain", questions.explain, "say in sentences what the figures show")
    explain.add_argument("indicators", nargs="*", metavar="INDICATOR", help="all when left out")
    explain.add_argument("--period", metavar="PERIOD")
    explain.add_argument("--area")
    compare = add_command(subparsers, shared, "compare-others", others.compare_others, "an indicator against others")
    compare.add_argument("indicator", metavar="INDICATOR")
    compare.add_argument("--period", metavar="YEAR", help="the newest published year when left out")
    origin = add_command(subparsers, shared, "origin", others.origin, "where a figure came from")
    origin.add_argument("name", metavar="NAME", help="an indicator's id, or SOURCE/MEASURE of a published file")
    origin.add_argument("period", metavar="PERIOD")
    origin.add_argument("--area", help="the whole service, or the area's code in a published file")
    origin.add_argument("--file", type=Path, action="append", default=[], help="a file the figure may have come from")
    due = add_command(subparsers, shared, "due", questions.due, "what a period asks for, by owner, and what came")
    due.add_argument("--period", metavar="PERIOD")


def _publishing(subparsers: Subparsers, shared: Parser) -> None:
    help_text = "counts of children as they may be published"
    disclose = add_command(subparsers, shared, "disclose", publishing.disclose, help_text)
    disclose.add_argument("--period", metavar="PERIOD", help="for example '2018-19 Q4'")
    disclose.add_argument("--area", help="only this area; all are protected together")
    disclose.add_argument("--since", metavar="REVISION", type=revision, help="revision of the last release")
    disclose.add_argument("--explain", action="store_true", help="add reasons that are not for publication")


def _plans(subparsers: Subparsers, shared: Parser) -> None:
    plan = add_command(subparsers, shared, "plan", plans.plan, "the improvement plan as it stands in a quarter")
    plan.add_argument("--ref", help="only this action, in full")
    plan.add_argument("--stage", choices=STAGES, help="only this stage")
    plan.add_argument("--origin", choices=list(ORIGIN_WORDS), help="only actions of this origin")
    plan.add_argument("--due", choices=list(DUE), help="only actions due then")
    for name, help_text in (
        ("area", "only this service area (id)"),
        ("status", "only this status of the legend (id, or undeclared)"),
        ("lead", "only actions of this lead"),
        ("conclusion", "only actions of which this is concluded (code)"),
        ("text", "only actions that hold this text"),
    ):
        plan.add_argument(f"--{name}", help=help_text)
    inspection = add_command(subparsers, shared, "inspection", plans.inspection, "judgements, and what came of them")
    panel = add_command(subparsers, shared, "panel", plans.panel, "meetings, deadlines, questions and claims")
    for command in (inspection, panel):
        command.add_argument("--day", type=date.fromisoformat, metavar="DATE", help="the day it is read on: 2019-06-19")
    sign_off = add_command(subparsers, shared, "sign-off", plans.sign_off, "sign off a quarter of the plan")
    sign_off.add_argument("subject", metavar="AREA_OR_REF", help="id of a service area, or reference of an action")
    sign_off.add_argument("--role", required=True, help="the role that signs, such as the Head of Service")
    carry = add_command(subparsers, shared, "carry-forward", plans.carry_forward, "start the plan year after this one")
    carry.add_argument("--write", action="store_true", help="write the files and close the old year")
    for command in (plan, sign_off, carry):
        command.add_argument("--year", metavar="YEAR", help="plan year, for example 2018-19")
    for command in (plan, inspection, panel, sign_off):
        command.add_argument("--period", metavar="PERIOD", help="the quarter, for example '2018-19 Q4'")
    add_signature(sign_off)
    carry.add_argument("--who", help="name recorded with the revision (KPI_USER)")


def _meetings(subparsers: Subparsers, shared: Parser) -> None:
    ask = add_command(subparsers, shared, "ask", meetings.ask, "record a question or request of the panel")
    answer = add_command(subparsers, shared, "answer", meetings.answer, "record the answer to a question")
    withdraw = add_command(subparsers, shared, "withdraw", meetings.withdraw, "record that a question was withdrawn")
    claim = add_command(subparsers, shared, "claim", meetings.claim, "record a claim that a figure will answer")
    ask.add_argument("--owner", required=True, help="the role that answers")
    ask.add_argument("--due", required=True, help="when: a date or a period")
    ask.add_argument("--request", action="store_true", help="something is asked for, rather than asked")
    claim.add_argument("--by", required=True, help="the role that made it")
    claim.add_argument("--indicator", required=True, help="the indicator it is about (id)")
    claim.add_argument("--area", help="a team; the whole service when left out")
    claim.add_argument("--expects", required=True, choices=get_args(Expected), help="what its figure will do")
    claim.add_argument("--value", type=float, help="the number for at_least and at_most")
    claim.add_argument("--period", required=True, metavar="PERIOD", help="the period whose figure answers")
    claim.add_argument("--since", metavar="PERIOD", help="the period compared with; the one before when left out")
    for command in (ask, claim):
        command.add_argument("--ref", help="its reference; the next free one when left out")
        command.add_argument("--meeting", help="the meeting at which it was said (id)")
        command.add_argument("--where", help="where it was said, if not at a meeting")
    for command in (ask, answer, claim):
        command.add_argument("--text", required=True, help="the words")
        command.add_argument("--day", type=date.fromisoformat, metavar="DATE", help="the day, such as 2019-06-19")
    for command in (answer, withdraw):
        command.add_argument("ref", metavar="REF")
    withdraw.add_argument("--note", default="", help="why")
    for command in (ask, answer, withdraw, claim):
        command.add_argument("--who", help="name recorded with the revision (KPI_USER)")


def _record(subparsers: Subparsers, shared: Parser) -> None:
    add_command(subparsers, shared, "history", questions.history, "every revision: who, when, what")
    verify = add_command(subparsers, shared, "verify", questions.verify, "check that nothing recorded was altered")
    verify.add_argument("pack", nargs="?", type=Path, metavar="PACK", help="a quarter pack, in place of the ledger")
    verify.add_argument("--head", metavar="HASH", help="head of the chain as printed on a paper")


def _documents(subparsers: Subparsers, shared: Parser) -> None:
    export = add_command(subparsers, shared, "export", documents.export, "every figure in the long form, to load again")
    export.add_argument("--output", type=Path, metavar="FILE", help=".csv or .xlsx; standard output when left out")
    template = add_command(subparsers, shared, "template", documents.template, "the spreadsheet for a period's figures")
    template.add_argument("--period", metavar="PERIOD")
    template.add_argument("--updates", action="store_true", help="the tracker for the plan's updates instead")
    template.add_argument("--output", type=Path, metavar="FILE", required=True, help=".csv or .xlsx")
    schema = add_command(subparsers, shared, "schema", documents.schema, "write the JSON schemas of the YAML files")
    schema.add_argument("--check", action="store_true", help="only say whether they are up to date")
