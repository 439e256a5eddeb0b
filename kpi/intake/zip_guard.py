"""Looks into a workbook's zip container before anything else does, and refuses what only an attack would hold.

In: bytes of a zip file. Out: which kind of workbook it is, or a ProblemError.
"""

import io
import zipfile
import zlib

from kpi.problem import Problem, ProblemError, Where

MAX_ENTRIES = 2_000
MAX_UNPACKED = 150_000_000
MAX_RATIO = 100
RATIO_MATTERS_FROM = 10_000_000
CHUNK = 1 << 20
_MARKS = tuple(word.encode(code) for word in ("<!DOCTYPE", "<!ENTITY") for code in ("utf-8", "utf-16-le", "utf-16-be"))
_FAULTS = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError, EOFError, ValueError)
_LONGEST = max(len(mark) for mark in _MARKS)


def zip_kind(file: str, content: bytes) -> str:
    """Tell xlsx from ods after checking the container; ProblemError for anything else."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as container:
            _check_sizes(file, container, len(content))
            names = set(container.namelist())
            if any(info.flag_bits & 1 for info in container.infolist()):
                raise _refusal(
                    file, "password", "The workbook is locked with a password.", "Take it off and save it again."
                )
            kind = _kind(names)
            if kind is None:
                fix = "Save it as .xlsx or as CSV and upload that."
                raise _refusal(file, "not-a-workbook", "The file is a zip container, but not a workbook.", fix)
            _check_parts(file, container)
            return kind
    except _FAULTS as fault:
        raise damaged(file) from fault


def damaged(file: str) -> ProblemError:
    """Say that a workbook cannot be read at all."""
    fix = "Open it in Excel, save it under a new name and upload that, or save it as CSV."
    return _refusal(file, "damaged-workbook", "The workbook is damaged, or is not a workbook.", fix)


def hostile(file: str, message: str) -> ProblemError:
    """Say that a workbook unpacks to far more than a table of figures needs."""
    return _refusal(file, "workbook-too-large", message, "Copy the table alone into a new workbook, or save it as CSV.")


def _kind(names: set[str]) -> str | None:
    if "xl/workbook.xml" in names:
        return "xlsx"
    return "ods" if {"mimetype", "content.xml"} <= names else None


def _check_sizes(file: str, container: zipfile.ZipFile, length: int) -> None:
    """Compare what the directory declares with what may be unpacked."""
    entries = container.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES:
        raise hostile(file, f"The workbook holds {len(entries):,} parts; at most {MAX_ENTRIES:,} are read.")
    if sum(entry.compress_size for entry in entries) > length:
        raise damaged(file)
    if unpacked > MAX_UNPACKED or unpacked > max(RATIO_MATTERS_FROM, MAX_RATIO * length):
        raise hostile(file, f"The workbook unpacks to {unpacked // 1_000_000:,} MB, far more than its table can need.")


def _check_parts(file: str, container: zipfile.ZipFile) -> None:
    """Unpack every XML part in small pieces: sizes must be as declared, and no part may declare entities."""
    for entry in container.infolist():
        if entry.filename.endswith((".xml", ".rels", ".vml")):
            with container.open(entry) as part:
                tail = b""
                while piece := part.read(CHUNK):
                    if any(mark in tail + piece for mark in _MARKS):
                        message = "The workbook declares XML entities, which no spreadsheet program writes."
                        raise _refusal(file, "xml-entities", message, "Save it again in Excel, or as CSV.")
                    tail = piece[-_LONGEST:]


def _refusal(file: str, code: str, message: str, fix: str) -> ProblemError:
    return ProblemError([Problem(code, message, fix, Where(file=file))])
