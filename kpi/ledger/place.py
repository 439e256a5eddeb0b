"""Looks at the file that holds a SQLite ledger before anything is opened, so that no empty ledger is begun by mistake.

In: the path of the file. Out: whether to create, open or only read it; Problems where it is missing or no ledger.
"""

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from uuid import uuid4

from kpi.ledger.faults import RESTORE
from kpi.problem import Problem, ProblemError, Where

HEADER: Final = b"SQLite format 3\x00"


def marker(path: Path) -> Path:
    """Name the small file that stands beside a ledger from its first day: `ledger.id` beside `ledger.sqlite`."""
    return path.with_suffix(".id")


def check(path: Path, *, create: bool) -> None:
    """Refuse a place that holds no ledger but should, or that holds something else."""
    if path.is_dir():
        raise _refusal("ledger-damaged", path, "is a folder, not a ledger.", f"Move it away. {RESTORE}")
    empty = not _size(path) and not has_unsaved(path)
    if empty and marker(path).exists():
        raise _missing(path)
    if empty and not create:
        raise _refusal("ledger-missing", path, "does not exist.", "Check the address, or begin it with a first load.")
    if _size(path) and not _is_sqlite(path):
        raise _refusal("ledger-damaged", path, "is damaged or is not a ledger.", RESTORE)


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def has_unsaved(path: Path) -> bool:
    """Tell whether commits stand in the write-ahead file that are not in the ledger's own file yet."""
    return _size(path.with_name(f"{path.name}-wal")) > 0


def _is_sqlite(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(HEADER)) == HEADER
    except OSError as error:
        fix = "Ask whoever looks after the server to let this account read it."
        raise _refusal("ledger-unreachable", path, "cannot be read by this account.", fix) from error


def _missing(path: Path) -> ProblemError:
    fix = (
        f"Restore the newest backup as {path.name}. To begin an empty ledger instead, delete the file "
        f"{marker(path).name} beside it; everything published before is then gone."
    )
    return _refusal("ledger-missing", path, "was here and is gone or empty.", fix)


def _refusal(code: str, path: Path, what: str, fix: str) -> ProblemError:
    return ProblemError([Problem(code, f"The ledger {what}", fix, Where(str(path)))])


def unwritable(path: Path) -> str:
    """Say why this account cannot write to the ledger's file or folder; nothing when it can."""
    if path.parent.exists() and not os.access(path.parent, os.W_OK):
        return f"The folder {path.parent.name} can be read but not written to by this account."
    if path.exists() and not os.access(path, os.W_OK):
        return f"The file {path.name} can be read but not written to by this account."
    return ""


def mark(path: Path) -> None:
    """Leave the marker beside a ledger that has none; whole or not at all."""
    place = marker(path)
    if place.exists():
        return
    begun = f"{datetime.now(UTC):%Y-%m-%d}"
    promise = f"While this file is here, a lost {path.name} is reported, never begun anew."
    text = f"Ledger {uuid4()}, begun {begun}.\n{promise}\n"
    unfinished = place.with_name(f"{place.name}.{os.getpid()}")
    with unfinished.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(place)
