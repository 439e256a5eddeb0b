"""What only a server has: accounts that may only read, replicas, and rows that belong to nothing."""

import subprocess
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.engine import make_url

from kpi.ledger import open_ledger, read
from kpi.ledger.verify import chain_head, verify
from kpi.problem import ProblemError
from tests.support.ledgers import CASELOAD, codes, figures, publish
from tests.support.postgres import Server, programs

pytestmark = pytest.mark.postgres


@pytest.fixture
def url(postgresql: Server) -> str:
    fresh = postgresql.fresh_url()
    publish(open_ledger(fresh, "demonstration"), {CASELOAD: 16.0})
    return fresh


def as_account(url: str, name: str, *rights: str) -> str:
    """Make an account with rights on the ledger's schema, and give the address with which it comes in."""
    engine = open_ledger(url, "demonstration").engine
    with engine.begin() as connection:
        schema = connection.execute(sa.text("SELECT current_schema()")).scalar()
        connection.exec_driver_sql(f"DROP ROLE IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE ROLE {name} LOGIN")
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {name}")
        for right in rights:
            connection.exec_driver_sql(f"GRANT {right} ON ALL TABLES IN SCHEMA {schema} TO {name}")
    return make_url(url).set(username=name).render_as_string()


def test_an_account_that_may_only_read_gets_a_ledger_for_reading(url: str) -> None:
    ledger = open_ledger(as_account(url, "reader", "SELECT"), "demonstration")

    assert (ledger.writable, figures(ledger)) == (False, {CASELOAD: 16.0})
    assert ledger.why_not == "This account may read the ledger but not add to it."
    with pytest.raises(ProblemError) as told:
        publish(ledger, {CASELOAD: 17.0})
    assert codes(told.value) == ["ledger-read-only"]


def test_an_account_that_may_add_needs_no_more_rights_than_that(url: str) -> None:
    ledger = open_ledger(as_account(url, "writer", "SELECT", "INSERT"), "demonstration")

    assert publish(ledger, {CASELOAD: 17.0}) == 2


def test_a_replica_gives_a_ledger_for_reading(url: str) -> None:
    ledger = open_ledger(f"{url}%20-cdefault_transaction_read_only%3Don", "demonstration")

    assert (ledger.writable, figures(ledger)) == (False, {CASELOAD: 16.0})
    with pytest.raises(ProblemError, match="The database takes no changes"):
        publish(ledger, {CASELOAD: 17.0})


def test_a_replica_without_a_ledger_is_told(postgresql: Server) -> None:
    with pytest.raises(ProblemError) as told:
        open_ledger(f"{postgresql.fresh_url()}%20-cdefault_transaction_read_only%3Don", "demonstration")

    assert codes(told.value) == ["ledger-older"]


@pytest.mark.parametrize("ids", ["99, 1", "1, 99"])
def test_an_observation_that_belongs_to_nothing_is_refused(url: str, ids: str) -> None:
    row = f"INSERT INTO observation VALUES ({ids}, '2019-20', 1, NULL, NULL, '', 'final', '')"
    with pytest.raises(sa.exc.IntegrityError), open_ledger(url, "demonstration").engine.begin() as connection:
        connection.exec_driver_sql(row)


def test_a_server_restarted_between_two_reads_is_not_noticed(url: str, postgresql: Server) -> None:
    ledger = open_ledger(url, "demonstration")
    assert read.head(ledger) == 1
    with postgresql.connect() as connection:
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()")

    assert read.head(ledger) == 1


def test_a_councils_lock_does_not_hold_up_another_council(url: str) -> None:
    other = open_ledger(url, "other", patience=0.05)

    with open_ledger(url, "demonstration").writing():
        assert publish(other, {CASELOAD: 22.0}) == 1


def test_a_dump_restored_elsewhere_verifies(url: str, postgresql: Server, tmp_path: Path) -> None:
    schema = str(make_url(url).query["options"]).rpartition("=")[2]
    server = ("--host=127.0.0.1", f"--port={postgresql.port}", "--username=kpi")
    dump = tmp_path / "ledger.dump"
    with postgresql.connect() as connection:
        connection.execute(f"CREATE DATABASE restored_{schema}")
    out = (programs() / "pg_dump", *server, "--format=custom", f"--schema={schema}", f"--file={dump}", "postgres")
    back = (programs() / "pg_restore", *server, "--no-owner", f"--dbname=restored_{schema}", dump)
    for command in (out, back):
        subprocess.run(command, check=True)

    restored = open_ledger(make_url(url).set(database=f"restored_{schema}").render_as_string(), "demonstration")

    assert figures(restored) == {CASELOAD: 16.0}
    assert verify(restored, chain_head(open_ledger(url, "demonstration"))) == ()
    assert publish(restored, {CASELOAD: 17.0}) == 2
