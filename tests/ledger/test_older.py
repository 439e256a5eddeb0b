"""Ledgers from before there were entries: brought up to date where that may be, read as they are where it may not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.engine import make_url

from kpi.ledger import Ledger, open_ledger, read, write
from kpi.ledger.connect import WRITE, postgresql_engine, sqlite_engine
from kpi.ledger.migrate import FOLDER
from kpi.ledger.tables import WITHOUT_ENTRIES
from kpi.ledger.verify import chain_head, verify
from kpi.problem import ProblemError
from tests.support.ledgers import (
    CASELOAD,
    CHILDREN_IN_NEED,
    DEFINITIONS,
    codes,
    declare,
    figures,
    publish,
    submission,
    update,
)

HEADS = (
    "8a360181c3e02fddb2120cbaa2539f169b9779cf2b723ab336b385b8d9fa895e",
    "cd945408266e2ed020d9073d6515ca18d8e18e111907df6577962f14b0455d95",
)
"""What papers of then have printed on them for the two revisions made below."""
AT = datetime(2019, 6, 19, 17, 5, 30, tzinfo=UTC)


def engine_of(url: str) -> sa.Engine:
    address = make_url(url)
    sqlite = address.get_backend_name() == "sqlite"
    return sqlite_engine(Path(str(address.database)), "rwc") if sqlite else postgresql_engine(address)


@pytest.fixture
def older(ledger_url: str) -> str:
    """The address of a ledger that was left as the first version made it, with a load and its undo."""
    engine, config = engine_of(ledger_url), Config()
    config.set_main_option("script_location", str(FOLDER))
    with engine.connect().execution_options(**{WRITE: True}) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, WITHOUT_ENTRIES)
    ledger = Ledger(engine, "demonstration")
    given = submission({CHILDREN_IN_NEED: 1037.0, CASELOAD: 16.0})
    write.publish(ledger, given, who="Analyst", note="Quarter 4", definitions=DEFINITIONS, expected_head=None, at=AT)
    write.undo(ledger, 1, who="Analyst", note="Wrong file", definitions=DEFINITIONS, at=AT)
    publish(ledger, {CASELOAD: 16.0})
    ledger.close()
    return ledger_url


def version(url: str) -> str:
    with engine_of(url).connect() as connection:
        return str(connection.execute(sa.text("SELECT version_num FROM ledger_version")).scalar())


def reading_only(url: str) -> str:
    """Address a ledger so that nothing may be written to it."""
    return f"{url}?mode=ro" if url.startswith("sqlite") else f"{url}%20-cdefault_transaction_read_only%3Don"


def test_an_older_ledger_is_brought_up_to_date_with_every_figure_and_head_as_it_was(older: str) -> None:
    ledger = open_ledger(older, "demonstration")

    assert figures(ledger) == {CASELOAD: 16.0}
    assert tuple(entry.hash for entry in read.history(ledger)[:2]) == HEADS
    assert verify(ledger, HEADS[1]) == ()
    assert read.entries(ledger) == ()
    assert declare(ledger, update("complete")) == 4
    assert verify(ledger, HEADS[1]) == ()


def test_an_older_ledger_that_may_not_be_changed_is_read_as_it_is(older: str) -> None:
    ledger = open_ledger(reading_only(older), "demonstration")

    assert (ledger.writable, figures(ledger)) == (False, {CASELOAD: 16.0})
    assert read.entries(ledger) == read.entries(ledger, every=True) == ()
    assert verify(ledger, HEADS[1]) == ()
    assert version(older) == "0001"
    with pytest.raises(ProblemError) as told:
        declare(ledger, update("complete"))
    assert codes(told.value) == ["ledger-read-only"]


def test_a_reader_sees_entries_once_another_has_brought_the_ledger_up_to_date(older: str) -> None:
    reader = open_ledger(reading_only(older), "demonstration")
    declare(open_ledger(older, "demonstration"), update("complete"))

    assert [one.content["stage"] for one in read.entries(reader)] == ["complete"]
    assert chain_head(reader) == read.history(reader)[3].hash
    assert verify(reader) == ()


def test_a_reader_who_waits_for_the_first_opening_is_told_that_there_is_nothing_yet(ledger_url: str) -> None:
    engine_of(ledger_url).connect().close()

    with pytest.raises(ProblemError) as told:
        open_ledger(reading_only(ledger_url), "demonstration")

    assert codes(told.value)[0] in {"ledger-older", "ledger-missing"}


def account(url: str, rights: str) -> str:
    """Make an account with rights on the tables that there are, and give the address with which it comes in."""
    with engine_of(url).begin() as connection:
        schema = connection.execute(sa.text("SELECT current_schema()")).scalar()
        name = f"{schema}_{rights.replace(', ', '_').lower()}"
        connection.exec_driver_sql(f"CREATE ROLE {name} LOGIN")
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {name}")
        connection.exec_driver_sql(f"GRANT {rights} ON ALL TABLES IN SCHEMA {schema} TO {name}")
    return make_url(url).set(username=name).render_as_string()


ON_A_SERVER = pytest.mark.parametrize(
    "ledger_url", [pytest.param("postgresql", marks=pytest.mark.postgres)], indirect=True
)


@ON_A_SERVER
@pytest.mark.parametrize("rights", ["SELECT", "SELECT, INSERT"])
def test_an_account_that_may_not_make_tables_reads_an_older_ledger_as_it_is(older: str, rights: str) -> None:
    ledger = open_ledger(account(older, rights), "demonstration")

    assert (ledger.writable, figures(ledger), read.entries(ledger)) == (False, {CASELOAD: 16.0}, ())
    assert ledger.why_not == "The ledger's tables are of an older version, and this account may not change them."
    assert verify(ledger) == ()


@ON_A_SERVER
def test_whoever_could_read_and_add_before_can_once_it_is_up_to_date(older: str) -> None:
    reader, writer = account(older, "SELECT"), account(older, "SELECT, INSERT")
    open_ledger(older, "demonstration").close()

    assert declare(open_ledger(writer, "demonstration"), update("complete")) == 4
    assert len(read.entries(open_ledger(reader, "demonstration"))) == 1
    assert not open_ledger(reader, "demonstration").writable
    with engine_of(writer).connect() as connection:
        granted = connection.exec_driver_sql("SELECT has_table_privilege('entry', 'UPDATE, DELETE, TRUNCATE')")
        assert granted.scalar() is False


@ON_A_SERVER
def test_an_account_that_may_not_make_tables_is_told_where_there_are_none(ledger_url: str) -> None:
    with pytest.raises(ProblemError) as told:
        open_ledger(account(ledger_url, "SELECT"), "demonstration")

    assert codes(told.value) == ["ledger-older"]
