"""The gate before a YAML file is parsed, and plain English for what the parser cannot read.

In: raw bytes, or the parser's own error. Out: the text, or one Problem that says what to do.
"""

import re
from typing import Final

from ruamel.yaml.error import MarkedYAMLError, YAMLError

from kpi.definitions.codes import Code
from kpi.problem import Problem, Where

MAX_BYTES: Final = 1_000_000
MAX_LINES: Final = 50_000
MAX_LINE: Final = 10_000
UNSHOWABLE: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
"""Half characters, control codes, and codes that reverse what is read: they cannot be stored or would mislead."""
BOM: Final = "\ufeff"

PLAIN_ENGLISH: Final = (
    ("'\\t'", "A tab stands where YAML wants spaces.", "Replace the tab with spaces."),
    (
        "mapping values are not allowed",
        "A colon stands where none is expected.",
        "Put text that holds a colon in quotes, and check that the line above is indented the same.",
    ),
    ("could not find expected ':'", "A key has no colon.", "Write it as 'key: value'."),
    ("expected <block end>", "The indentation does not fit the lines above.", "Line the key up with its neighbours."),
    ("found unexpected end of stream", "A quotation mark is opened and never closed.", "Close the quotation mark."),
    (
        "special characters are not allowed",
        "The file holds a control character.",
        "Delete the character and retype it.",
    ),
    ("cannot start any token", "A value starts with a character that means something in YAML.", "Put it in quotes."),
    ("found unknown escape", "A backslash in double quotes is read as a code.", "Use single quotes."),
    ("expected ',' or", "A bracket is opened and never closed.", "Close the bracket, or put one entry on each line."),
)
BEGUN_EARLIER: Final = ("could not find expected ':'", "found unexpected end of stream", "expected ',' or")
OTHERWISE: Final = (
    "This is not readable as YAML.",
    "Compare the line and the one above with the examples in docs/indicators.md.",
)


class StoppedError(Exception):
    """Reading one file cannot go on; carries the Problem that says why."""

    def __init__(self, problem: Problem) -> None:
        """Keep the Problem."""
        self.problem = problem
        super().__init__(str(problem))


def checked_text(content: bytes, file: str) -> str:
    """Decode a file of fair size; raise StoppedError for one that is too large or not plain UTF-8 text."""
    if len(content) > MAX_BYTES:
        raise too_large(f"The file is larger than {MAX_BYTES:,} bytes.", file)
    try:
        text = content.decode("utf-8").removeprefix(BOM)
    except UnicodeDecodeError as error:
        raise _not_utf8(content, error.start, file) from None
    lines = text.split("\n")
    if len(lines) > MAX_LINES:
        raise too_large(f"The file has more than {MAX_LINES:,} lines.", file)
    for number, line in enumerate(lines, start=1):
        if len(line) > MAX_LINE:
            raise too_large(f"The line is longer than {MAX_LINE:,} characters.", file, number)
        if UNSHOWABLE.search(line.removesuffix("\r")):
            message = "The line holds a character that cannot be shown."
            raise StoppedError(Problem(Code.YAML_ENCODING, message, "Retype the line.", Where(file, number)))
    return text


def too_large(message: str, file: str, line: int | None = None) -> StoppedError:
    """Say that a file is beyond the size a definition file may have."""
    return StoppedError(Problem(Code.YAML_SIZE, message, "Split it into smaller files.", Where(file, line)))


def more_faults(listed: int, file: str | None = None) -> Problem:
    """Say that more is wrong than what is listed."""
    message = f"More is wrong; only the first {listed} faults are listed."
    return Problem(Code.MORE_FAULTS, message, "Correct these first.", Where(file))


def _not_utf8(content: bytes, start: int, file: str) -> StoppedError:
    line = content.count(b"\n", 0, start) + 1
    fix = "Save the file again with the encoding UTF-8."
    return StoppedError(Problem(Code.YAML_ENCODING, "The file is not UTF-8 text.", fix, Where(file, line)))


def syntax_problem(error: YAMLError, file: str) -> Problem:
    """Put the parser's complaint into plain English, at the line it means."""
    said = str(error)
    sign, message, fix = next((words for words in PLAIN_ENGLISH if words[0] in said), ("", *OTHERWISE))
    return Problem(Code.YAML_SYNTAX, message, fix, Where(file, _line(error, begun=sign in BEGUN_EARLIER)))


def unreadable(file: str) -> Problem:
    """Say that the parser gave up without saying where."""
    return Problem(Code.YAML_SYNTAX, *OTHERWISE, Where(file))


def _line(error: YAMLError, *, begun: bool) -> int | None:
    """Give the line where the parser stopped, or where what it was reading had begun."""
    if not isinstance(error, MarkedYAMLError):
        return None
    marks = (error.context_mark, error.problem_mark) if begun else (error.problem_mark, error.context_mark)
    return next((mark.line + 1 for mark in marks if mark), None)
