"""The one Problem type, from a typo in YAML to a bad cell in an upload.

In: what went wrong, where, and what to do. Out: one line that could be read aloud to an analyst.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a Problem matters: an error stops the work, a warning asks for confirmation, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Where:
    """A place: a file with a line (YAML), or a file with sheet, row and column as the spreadsheet shows them.

    Rows and lines count from 1. `column` is the header as written, or a letter where there is none.
    """

    file: str | None = None
    line: int | None = None
    sheet: str | None = None
    row: int | None = None
    column: str | None = None

    def __str__(self) -> str:
        """Say the place as `file:line`, or `file, sheet S, row 14, column value`."""
        name = f"{self.file}:{self.line}" if self.file and self.line else self.file or ""
        parts = [
            name,
            f"sheet {self.sheet}" if self.sheet else "",
            f"row {self.row}" if self.row else "",
            f"column {self.column}" if self.column else "",
        ]
        return ", ".join(part for part in parts if part)


NOWHERE = Where()


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, where, and what to do about it.

    `code` is a stable kebab-case word for programs; `message` and `fix` are sentences for people.
    """

    code: str
    message: str
    fix: str = ""
    where: Where = NOWHERE
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Say the whole Problem in one line: `place: what is wrong. What to do.`"""
        place = str(self.where)
        text = " ".join(part for part in (self.message, self.fix) if part)
        return f"{place}: {text}" if place else text

    def as_dict(self) -> dict[str, str | int | None]:
        """Give the JSON object of the command line: severity, code, file, line, sheet, row, column, message, fix."""
        where = self.where
        return {
            "severity": self.severity.value,
            "code": self.code,
            "file": where.file,
            "line": where.line,
            "sheet": where.sheet,
            "row": where.row,
            "column": where.column,
            "message": self.message,
            "fix": self.fix,
        }


class ProblemError(Exception):
    """Raised where work cannot go on; carries every Problem that was found, never a traceback for people."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order they were found."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether any Problem stops the work."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def excerpt(text: object, length: int = 40) -> str:
    """Quote text from a file safely in a message: one line, control characters shown, cut at `length` characters."""
    shown = "".join(c if c.isprintable() else repr(c)[1:-1] for c in str(text))
    return f"'{shown if len(shown) <= length else shown[: length - 1] + '…'}'"
