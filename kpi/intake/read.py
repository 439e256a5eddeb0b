"""Bytes and a file name in, sheets of text cells out, whatever the file turns out to be.

In: what a person uploaded. Out: one Sheet for a text file, one for each worksheet of a workbook. The content decides
what a file is; the name is only a label, shown without its folders and never used on disk.
"""

import re

from kpi.intake.read_text import read_text
from kpi.intake.read_workbook import read_workbook
from kpi.intake.sheet import Sheet
from kpi.intake.zip_guard import zip_kind
from kpi.problem import Problem, ProblemError, Where

MAX_BYTES = 200_000_000
TEXT_ENDINGS = ("csv", "txt", "tsv")
WORKBOOK_ENDINGS = ("xlsx", "xlsm", "xls", "ods")
_OLD_WORKBOOK = bytes.fromhex("d0cf11e0a1b11ae1")
_KINDS = {"xlsx": "an Excel workbook", "xls": "an old Excel workbook", "ods": "an OpenDocument spreadsheet"}


def label(name: str) -> str:
    """Give a file name safe to show: its last part, printable characters only, at most 100 of them."""
    last = re.split(r"[\\/]", name)[-1]
    shown = "".join(character for character in last if character.isprintable()).strip(" .")
    return shown[-100:] or "file"


def read_sheets(name: str, content: bytes) -> tuple[Sheet, ...]:
    """Read every sheet of a file; hidden worksheets come with `hidden` set.

    ProblemError: empty, too large, not a spreadsheet, its ending tells something else, locked, damaged or hostile.
    """
    file = label(name)
    if not content:
        raise _refusal(file, "empty-file", "The file is empty.", "Save the spreadsheet again and upload that.")
    if len(content) > MAX_BYTES:
        fix = "Split it by year and load the parts one after the other."
        raise _refusal(file, "file-too-large", f"The file is larger than {MAX_BYTES // 1_000_000} MB.", fix)
    kind = _kind(file, content)
    _refuse_wrong_ending(file, kind)
    return (read_text(file, content),) if kind == "csv" else read_workbook(file, content, kind)


def _kind(file: str, content: bytes) -> str:
    """Tell from the content what a file is: csv, xlsx, xls or ods."""
    if content.startswith(b"PK"):
        return zip_kind(file, content)
    if content.startswith(_OLD_WORKBOOK):
        if "EncryptedPackage".encode("utf-16-le") in content:
            fix = "Open it, take the password off (File, Info, Protect Workbook) and save it again."
            raise _refusal(file, "password", "The workbook is locked with a password, so it cannot be read.", fix)
        return "xls"
    return "csv"


def _refuse_wrong_ending(file: str, kind: str) -> None:
    ending = file.rpartition(".")[2].lower() if "." in file else ""
    if ending not in TEXT_ENDINGS + WORKBOOK_ENDINGS:
        fix = "Save it as .xlsx or as CSV and upload that."
        raise _refusal(file, "unknown-ending", "Only .csv, .xlsx, .xls and .ods files are read.", fix)
    if kind == "csv" and ending in WORKBOOK_ENDINGS:
        message = f"The name ends in .{ending}, but the file is not a workbook, or is damaged."
        raise _refusal(file, "wrong-ending", message, "Open it in Excel and save it again as .xlsx or CSV.")
    if kind != "csv" and ending not in (kind, "xlsm" if kind == "xlsx" else kind):
        message = f"The name ends in .{ending}, but the file is {_KINDS[kind]}."
        raise _refusal(file, "wrong-ending", message, f"Rename it so that it ends in .{kind}.")


def _refusal(file: str, code: str, message: str, fix: str) -> ProblemError:
    return ProblemError([Problem(code, message, fix, Where(file=file))])
