"""Runs one command and turns its Answer into output and an exit code.

In: arguments. Out: standard output, standard error, 0, 1 or 2.
"""

import sys
from argparse import Namespace
from collections.abc import Sequence

from kpi.cli.answer import Answer, printed
from kpi.cli.parser import parser
from kpi.problem import Problem, ProblemError

SHOWN = 20


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code; wrong use ends in SystemExit(2) by argparse."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    args = parser().parse_args(arguments)
    try:
        answer: Answer = args.answer(args)
    except ProblemError as error:
        answer = Answer(
            {"problems": [problem.as_dict() for problem in error.problems]}, problems=error.problems, code=1
        )
    _print(answer, args)
    return answer.code


def _print(answer: Answer, args: Namespace) -> None:
    """Put the answer on standard output and its Problems on standard error."""
    _tell(answer.problems)
    if answer.raw is not None:
        sys.stdout.buffer.write(answer.raw)
    elif answer.code == 0 or args.format == "json" or answer.lead:
        sys.stdout.write(printed(answer, args.format or "table"))
    sys.stdout.flush()


def _tell(problems: tuple[Problem, ...]) -> None:
    """Say the first problems, and how many there are in all."""
    for problem in problems[:SHOWN]:
        print(f"{problem.severity.value}: {problem}", file=sys.stderr)  # noqa: T201
    if len(problems) > SHOWN:
        print(f"{len(problems):,} problems in all; the first {SHOWN} are shown.", file=sys.stderr)  # noqa: T201
