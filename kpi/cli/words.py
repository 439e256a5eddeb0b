"""The words that all commands share: options before and after them, who does it and why.

In: nothing. Out: argparse parsers with those options.
"""

import argparse
from pathlib import Path
from typing import TypeAlias

from kpi.cli.common import Command

Subparsers: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
Parser: TypeAlias = argparse.ArgumentParser


def shared_options(default: str | None) -> Parser:
    """Give the options that may stand before or after the command."""
    shared = argparse.ArgumentParser(add_help=False, argument_default=default, allow_abbrev=False)
    shared.add_argument("--data", metavar="DIR", type=Path, help="folder of the council's pack (KPI_DATA)")
    shared.add_argument("--database", metavar="URL", help="the ledger's address (KPI_DATABASE_URL)")
    shared.add_argument("--format", choices=("table", "csv", "json"), help="how to print the answer (table)")
    shared.add_argument("--as-at", metavar="REVISION", type=revision, help="answer as known at this revision")
    return shared


def revision(text: str) -> int:
    """Read a revision number; 0 and below are wrong use."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("a revision is a whole number from 1")
    return number


def add_command(subparsers: Subparsers, shared: Parser, name: str, answer: Command, help_text: str) -> Parser:
    """Add one command with the shared options and the function that answers it."""
    command = subparsers.add_parser(
        name, help=help_text, description=answer.__doc__, parents=[shared], allow_abbrev=False
    )
    command.set_defaults(answer=answer)
    return command


def add_signature(command: Parser) -> None:
    """Add who does it and why."""
    command.add_argument("--who", help="name recorded with the revision (KPI_USER)")
    command.add_argument("--note", default="", help="a sentence recorded with the revision")
