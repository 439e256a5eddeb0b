"""Makes the database connections of a ledger, each set so that a commit survives the loss of power.

In: the ledger's address. Out: a SQLAlchemy engine for SQLite or PostgreSQL.
"""

import sqlite3
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import quote

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.pool import QueuePool

if TYPE_CHECKING:
    import psycopg

PATIENCE: Final = 30.0
"""Seconds to wait for someone else's write before giving up."""
CACHE_KIB: Final = 8_192
WRITE: Final = "kpi_write"
"""Execution option of a connection that is going to write."""


def sqlite_engine(path: Path, mode: str, patience: float = PATIENCE) -> sa.Engine:
    """Connect to a SQLite file; `mode` is rwc (create), rw, ro, or immutable (read where nothing can be locked)."""
    wish = "immutable=1" if mode == "immutable" else f"mode={mode}"
    address = f"file:{quote(str(path))}?{wish}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=patience, isolation_level=None, check_same_thread=False)

    engine = sa.create_engine(
        URL.create("sqlite", database=str(path)), creator=connect, poolclass=QueuePool, max_overflow=45
    )
    event.listen(engine, "connect", _settle_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    event.listen(engine, "checkout", lambda _connection, record, _proxy: _same_file(path, mode, record))
    return engine


def _settle_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    """Set what SQLite forgets between connections."""
    for setting in (
        "synchronous=FULL",
        "foreign_keys=ON",
        "recursive_triggers=ON",
        "trusted_schema=OFF",
        f"cache_size=-{CACHE_KIB}",
    ):
        connection.execute(f"PRAGMA {setting}")


def _begin_sqlite(connection: sa.Connection) -> None:
    """Take the write lock at once when going to write: a read that turns into a write fails with 'locked'."""
    writing = connection.get_execution_options().get(WRITE)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _same_file(path: Path, mode: str, record: Any) -> None:
    """Drop a connection whose file was moved away or replaced, as what it writes would be lost.

    One that reads a file as unchanging is dropped when the file changed after all.
    """
    try:
        seen = path.stat()
    except OSError as error:
        raise DisconnectionError("the ledger's file is gone") from error
    file = (seen.st_dev, seen.st_ino, *((seen.st_mtime_ns, seen.st_size) if mode == "immutable" else ()))
    if record.info.setdefault("file", file) != file:
        raise DisconnectionError("the ledger's file was replaced")


def keep_wal(engine: sa.Engine, patience: float = PATIENCE) -> None:
    """Put a SQLite file into write-ahead mode, which it keeps: readers then never wait for a writer.

    SQLite does not wait for other programs at this step, so it is tried again until `patience` is over.
    """
    give_up = monotonic() + patience
    while not _switched(engine):
        if monotonic() > give_up:
            raise sqlite3.OperationalError("database is locked")
        sleep(0.01)


def _switched(engine: sa.Engine) -> bool:
    """Ask for write-ahead mode once; tell whether the file is in it."""
    with closing(engine.raw_connection()) as connection:
        try:
            connection.cursor().execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as error:
            if not str(getattr(error, "sqlite_errorname", "")).startswith("SQLITE_BUSY"):
                raise
            return False
    return True


def empty_wal(engine: sa.Engine) -> None:
    """Bring every commit from the write-ahead file into the ledger's own file."""
    with closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")


def postgresql_engine(url: URL, patience: float = PATIENCE) -> sa.Engine:
    """Connect to PostgreSQL with psycopg; a lock is waited for as long as `patience`."""
    engine = sa.create_engine(
        url.set(drivername="postgresql+psycopg"),
        isolation_level="READ COMMITTED",
        pool_pre_ping=True,
        connect_args={"connect_timeout": 10, "application_name": "kpi"},
    )

    @event.listens_for(engine, "connect")
    def _settle(connection: "psycopg.Connection", _record: Any) -> None:
        connection.execute(f"SET lock_timeout = {int(patience * 1000)}")
        connection.commit()

    return engine
