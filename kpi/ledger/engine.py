"""Opens a council's ledger, on SQLite or PostgreSQL, for reading and where possible for writing.

In: an address and a council. Out: a Ledger; a Problem where it is missing, damaged or newer than this program.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from zlib import crc32

import sqlalchemy as sa
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from kpi.ledger import place
from kpi.ledger.connect import PATIENCE, WRITE, empty_wal, keep_wal, postgresql_engine, sqlite_engine
from kpi.ledger.faults import code_of, shown, told
from kpi.ledger.migrate import bring_up_to_date, require_readable
from kpi.ledger.tables import TABLES
from kpi.problem import Problem, ProblemError

WRITE_LOCK: Final = 0x4B5049
"""First number of the PostgreSQL lock under which a council's ledger is written; the second is the council's."""


@dataclass(frozen=True, eq=False)
class Ledger:
    """An open ledger of one council; `why_not` says why it is not `writable`."""

    engine: sa.Engine
    council: str
    writable: bool = True
    why_not: str = ""

    @property
    def name(self) -> str:
        """Name the ledger's address for messages, without a password."""
        return shown(self.engine.url)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """Give a connection that only reads."""
        with told(self.name), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """Give the one connection that may write to this council's ledger now; all of it is kept, or nothing."""
        if not self.writable:
            fix = "Ask whoever looks after the server to allow writing."
            raise ProblemError([Problem("ledger-read-only", self.why_not, fix)])
        options = {WRITE: True}
        with told(self.name), self.engine.connect().execution_options(**options) as connection, connection.begin():
            if connection.dialect.name == "postgresql":
                key = crc32(self.council.encode()) - 2**31
                connection.execute(sa.select(sa.func.pg_advisory_xact_lock(WRITE_LOCK, sa.cast(key, sa.Integer))))
            yield connection

    def close(self) -> None:
        """Let go of every connection."""
        self.engine.dispose()


def open_ledger(url: str, council: str, *, create: bool = True, patience: float = PATIENCE) -> Ledger:
    """Open the ledger of a council at a SQLAlchemy address, its tables brought up to date.

    `create=False` refuses a SQLite file that does not exist. `patience` is how many seconds a write waits for another.
    Raises ProblemError: ledger-address, ledger-missing, ledger-damaged, ledger-newer, ledger-busy, ledger-unreachable.
    """
    address = _address(url)
    if address.get_backend_name() == "postgresql":
        return _open_postgresql(address, council, patience)
    path = Path(str(address.database)).absolute()
    with told(str(path)):
        place.check(path, create=create)
        why_not = "The ledger's address asks for reading only (mode=ro)." if address.query.get("mode") == "ro" else ""
        why_not = why_not or place.unwritable(path)
        return _only_read(path, council, patience, why_not) if why_not else _open_sqlite(path, council, patience)


def _address(url: str) -> URL:
    """Read an address; refuse what is neither a SQLite file nor PostgreSQL."""
    try:
        address = make_url(url)
    except ArgumentError:
        address = None
    kind = address.get_backend_name() if address else ""
    if address is None or kind not in ("sqlite", "postgresql") or (kind == "sqlite" and _in_memory(address)):
        fix = "Write sqlite:////folder/ledger.sqlite or postgresql://person@server/database in KPI_DATABASE_URL."
        raise ProblemError([Problem("ledger-address", "The address of the ledger cannot be used.", fix)])
    return address


def _in_memory(address: URL) -> bool:
    return not address.database or address.database == ":memory:" or address.database.startswith("file:")


def _open_sqlite(path: Path, council: str, patience: float) -> Ledger:
    """Open a file for writing; the marker is left only when the tables are safely in it."""
    begun = place.marker(path).exists()
    if not begun:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    engine = sqlite_engine(path, "rw", patience)
    keep_wal(engine, patience)
    bring_up_to_date(engine)
    if not begun:
        empty_wal(engine)
        place.mark(path)
    return Ledger(engine, council)


def _only_read(path: Path, council: str, patience: float, why_not: str) -> Ledger:
    """Open a file that cannot or must not be written to.

    Where not even a lock can be left beside the file it is read as one that nobody changes, unless someone is writing.
    """
    engine = sqlite_engine(path, "ro", patience)
    try:
        require_readable(engine)
    except DBAPIError as error:
        if code_of(error) != "ledger-unreachable" or place.has_unsaved(path):
            raise
        engine = sqlite_engine(path, "immutable", patience)
        require_readable(engine)
    return Ledger(engine, council, writable=False, why_not=why_not)


def _open_postgresql(address: URL, council: str, patience: float) -> Ledger:
    """Open a database on a server; an account or a replica that may only read gets a ledger for reading."""
    engine = postgresql_engine(address, patience)
    with told(shown(engine.url)):
        why_not = _why_not_writable(engine)
        why_not = why_not or _why_not_upgraded(engine) or _why_not_granted(engine)
        if why_not:
            require_readable(engine)
    return Ledger(engine, council, writable=not why_not, why_not=why_not)


def _why_not_writable(engine: sa.Engine) -> str:
    with engine.connect() as connection:
        locked = connection.exec_driver_sql("SHOW transaction_read_only").scalar() == "on"
    return "The database takes no changes: it is a replica, or set to read only." if locked else ""


def _why_not_upgraded(engine: sa.Engine) -> str:
    """Bring the tables up to date; say why not where this account may not."""
    try:
        bring_up_to_date(engine)
    except DBAPIError as error:
        if code_of(error) != "ledger-read-only":
            raise
        return "The ledger's tables are of an older version, and this account may not change them."
    return ""


def _why_not_granted(engine: sa.Engine) -> str:
    asked = " AND ".join(f"has_table_privilege('{table}', 'INSERT')" for table in TABLES)
    with engine.connect() as connection:
        granted = connection.exec_driver_sql(f"SELECT {asked}").scalar()
    return "" if granted else "This account may read the ledger but not add to it."
