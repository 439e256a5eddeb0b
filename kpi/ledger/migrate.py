"""Brings a ledger's tables to the version this code knows, once, even when several programs open it at the same moment.

In: an engine. Out: tables as in `kpi.ledger.tables`; a ledger of a newer version is refused.
"""

from pathlib import Path
from typing import Final

import sqlalchemy as sa

from kpi.ledger.connect import WRITE
from kpi.ledger.tables import CURRENT, VERSION_TABLE, VERSIONS, WITHOUT_ENTRIES
from kpi.problem import Problem, ProblemError

FOLDER: Final = Path(__file__).parent / "migrations"
MIGRATION_LOCK: Final = 0x4B504900
"""Number of the PostgreSQL advisory lock under which tables are made."""


def version(connection: sa.Connection) -> str | None:
    """Give the version of the tables, None where there are none; refuse one this code does not know."""
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return None
    found = connection.execute(sa.select(sa.column("version_num")).select_from(sa.table(VERSION_TABLE))).scalar()
    if found is not None and found not in VERSIONS:
        what = (
            f"The ledger was written by a newer version of this program (its tables are {found}, known is {CURRENT})."
        )
        raise ProblemError(
            [Problem("ledger-newer", what, "Install the newer version of the program; nothing was touched.")]
        )
    return None if found is None else str(found)


def bring_up_to_date(engine: sa.Engine) -> None:
    """Make or change the tables in one transaction; do nothing when they are already as they should be."""
    with engine.connect() as connection:
        if version(connection) == CURRENT:
            return
    with engine.connect().execution_options(**{WRITE: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(MIGRATION_LOCK)))
        if version(connection) != CURRENT:
            _upgrade(connection)


def keeps_entries(connection: sa.Connection) -> bool:
    """Tell whether the tables hold entries; older ones, which nobody here may change, hold figures only."""
    return version(connection) != WITHOUT_ENTRIES


def require_readable(engine: sa.Engine) -> None:
    """Refuse tables that would have to be made first, where nothing may be written."""
    with engine.connect() as connection:
        if version(connection) is None:
            what = "The ledger's tables are missing, and it is open for reading only."
            raise ProblemError([Problem("ledger-older", what, "Open it once with an account that may write to it.")])


def _upgrade(connection: sa.Connection) -> None:
    """Run alembic on this connection; it is imported here because a ledger needs it once in its life."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, CURRENT)
