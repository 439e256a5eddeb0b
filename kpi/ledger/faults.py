"""Says what a database complained of, as a Problem a person can act on.

In: an exception of SQLAlchemy, sqlite3, psycopg or the disk. Out: ProblemError; our own mistakes as they are.
"""

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from errno import ENOSPC
from typing import Final

from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from kpi.problem import Problem, ProblemError

RESTORE: Final = "Restore the newest backup in its place, as docs/ledger.md says."

SQLITE: Final = {
    "SQLITE_BUSY": "ledger-busy",
    "SQLITE_LOCKED": "ledger-busy",
    "SQLITE_CORRUPT": "ledger-damaged",
    "SQLITE_NOTADB": "ledger-damaged",
    "SQLITE_READONLY": "ledger-read-only",
    "SQLITE_FULL": "disk-full",
    "SQLITE_CANTOPEN": "ledger-unreachable",
    "SQLITE_IOERR": "ledger-unreachable",
    "SQLITE_PERM": "ledger-unreachable",
}
"""Problem codes by the stem of SQLite's error names."""

POSTGRESQL: Final = {
    "55P03": "ledger-busy",
    "40P01": "ledger-busy",
    "40001": "ledger-busy",
    "XX001": "ledger-damaged",
    "XX002": "ledger-damaged",
    "25006": "ledger-read-only",
    "42501": "ledger-read-only",
    "53100": "disk-full",
}
"""Problem codes by PostgreSQL's error states."""

WORDS: Final = {
    "ledger-busy": (
        "The ledger {place} is busy: others have been using it for too long. Nothing was recorded.",
        "Wait a minute and try again.",
    ),
    "ledger-damaged": ("The ledger {place} is damaged and cannot be read.", RESTORE),
    "ledger-read-only": (
        "The ledger {place} can be read but not written to. Nothing was recorded.",
        "Ask whoever looks after the server to allow writing, or work with another ledger.",
    ),
    "disk-full": (
        "The disk that holds the ledger {place} is full. Nothing was recorded.",
        "Free some space and try again; what was recorded before is safe.",
    ),
    "ledger-unreachable": (
        "The ledger {place} cannot be reached.",
        "Check that the address is right, that the disk or server is there, and that this account may use it.",
    ),
}


def problem(code: str, place: str) -> Problem:
    """Word a Problem about a ledger at `place`."""
    message, fix = WORDS[code]
    return Problem(code, message.format(place=place), fix)


def shown(address: URL) -> str:
    """Name a ledger's address without its password."""
    if address.get_backend_name() == "sqlite":
        return str(address.database)
    return address.set(drivername="postgresql", query={}).render_as_string()


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what the database raises within the block into a ProblemError; leave programming mistakes as they are."""
    try:
        yield
    except _of_databases() as error:
        code = code_of(error)
        if code is None:
            raise
        raise ProblemError([problem(code, place)]) from error


def code_of(error: Exception) -> str | None:
    """Give the Problem code for a database error, None when it is not the database's state that is at fault."""
    original: BaseException | None = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(original, PoolTimeoutError):
        return "ledger-busy"
    if isinstance(original, OSError):
        return "disk-full" if original.errno == ENOSPC else "ledger-unreachable"
    if isinstance(original, sqlite3.Error):
        name = str(getattr(original, "sqlite_errorname", ""))
        return SQLITE.get("_".join(name.split("_")[:2]))
    if isinstance(original, _of_psycopg("Error")):
        state = str(getattr(original, "sqlstate", None) or "")
        lost = isinstance(original, _of_psycopg("OperationalError")) and state not in POSTGRESQL
        return "ledger-unreachable" if lost else POSTGRESQL.get(state)
    return None


def _of_databases() -> tuple[type[Exception], ...]:
    return (DBAPIError, PoolTimeoutError, sqlite3.Error, OSError, *_of_psycopg("Error"))


def _of_psycopg(name: str) -> tuple[type[Exception], ...]:
    """Give one of psycopg's exceptions where it is in use; a SQLite ledger need not wait for it to load."""
    module = sys.modules.get("psycopg")
    return (getattr(module, name),) if module else ()
