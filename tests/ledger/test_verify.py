"""Verify: an insider with the whole database in hand is found out, and told where."""

import pytest
import sqlalchemy as sa

from kpi.ledger import Ledger, open_ledger, read, write
from kpi.ledger.tables import GUARDS, TABLES
from kpi.ledger.verify import chain_head, verify
from kpi.problem import ProblemError, Severity
from tests.support.ledgers import CASELOAD, CHILDREN_IN_NEED, DEFINITIONS, declare, publish, update

ALTERED = [
    ("UPDATE observation SET value = 15.0 WHERE submission = 2", "Revision 2 was altered"),
    ("UPDATE observation SET note = 'checked' WHERE submission = 2", "Revision 2 was altered"),
    ("UPDATE observation SET state = 'withdrawn' WHERE submission = 1 AND value = 16.0", "Revision 1 was altered"),
    ("UPDATE observation SET value = NULL WHERE submission = 1 AND value = 16.0", "Revision 1 was altered"),
    ("DELETE FROM observation WHERE submission = 1 AND value = 16.0", "had 2 figures and now has 1"),
    (
        "INSERT INTO observation SELECT 2, series, '2019-20', value, numerator, denominator, symbol, state, note "
        "FROM observation WHERE submission = 1 AND value = 16.0",
        "had 1 figures and now has 2",
    ),
    ("UPDATE series SET area = 'team-b' WHERE area = 'team-a'", "Revision 1 was altered"),
    ("UPDATE observation SET series = 99 WHERE submission = 2", "Revision 2 was altered"),
    ("DELETE FROM series", "Revision 1 was altered"),
    ("UPDATE revision SET undoes = 3 WHERE number = 3", "Revision 3 was altered"),
    ("DELETE FROM submission WHERE id = 2", "Revision 2 was altered"),
    ("UPDATE submission SET file = 'other.csv' WHERE id = 2", "Revision 2 was altered"),
    ("UPDATE submission SET changed = 0, new = 7 WHERE id = 1", "Revision 1 was altered"),
    ("UPDATE submission SET hash = '0' WHERE id = 2", "Revision 2 was altered"),
    ("UPDATE revision SET who = 'Nobody' WHERE number = 2", "Revision 2 was altered"),
    ("UPDATE revision SET note = '' WHERE number = 1", "Revision 1 was altered"),
    ("UPDATE revision SET at = '2019-06-19T18:00:00.000000Z' WHERE number = 3", "Revision 3 was altered"),
    ("UPDATE revision SET at = 'yesterday' WHERE number = 3", "Revision 3 was altered"),
    ("UPDATE revision SET undoes = 1 WHERE number = 3", "Revision 3 was altered"),
    ("UPDATE definition SET text = '{}'", "Revision 1 was altered"),
    ("DELETE FROM definition", "Revision 1 was altered"),
    ("INSERT INTO entry VALUES (2, 'action', 'PMQA 2.1', '', 0, '{}')", "had 1 figures and now has 2"),
    ("DELETE FROM revision WHERE number = 1", "Revision 1 is missing"),
    ("DELETE FROM revision WHERE number = 2", "Revision 2 is missing"),
]
DECLARED = [
    ("UPDATE entry SET body = '{}' WHERE submission = 3", "Revision 4 was altered"),
    ("UPDATE entry SET subject = '2018-19/PMQA 2.2' WHERE submission = 4", "the entries of tracker.xlsx, its name"),
    ("UPDATE entry SET period = '2018-19 Q3' WHERE submission = 4", "Revision 5 was altered"),
    ("UPDATE entry SET kind = 'claim' WHERE submission = 4", "Revision 5 was altered"),
    ("UPDATE entry SET aside = 1 WHERE submission = 4", "Revision 5 was altered"),
    ("UPDATE entry SET submission = 4 WHERE aside = 1", "it had 2 entries and now has 1"),
    ("DELETE FROM entry WHERE submission = 4", "tracker.xlsx had 1 entries and now has 0"),
    ("DELETE FROM entry WHERE submission = 3", "it had 2 entries and now has 0"),
    (
        "INSERT INTO observation SELECT 4, series, period, 1, NULL, NULL, '', 'final', '' FROM observation "
        "WHERE submission = 2",
        "Revision 5 was altered",
    ),
    ("UPDATE revision SET kind = 'sign-off' WHERE number = 4", "Revision 4 was altered"),
]


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    opened = open_ledger(ledger_url, "demonstration")
    publish(opened, {CASELOAD: 16.0, CHILDREN_IN_NEED: 1037.0})
    publish(opened, {CASELOAD: 17.0})
    write.undo(opened, 2, who="Analyst", note="", definitions=DEFINITIONS)
    return opened


def as_insider(ledger: Ledger, *statements: str) -> None:
    """Change rows as someone can who owns the database: with the guards off for as long as it takes."""
    with ledger.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        for statement in _guards(connection, on=False) + list(statements) + _guards(connection, on=True):
            raw.execute(statement)
        if connection.dialect.name == "postgresql":
            raw.commit()


def _guards(connection: sa.Connection, *, on: bool) -> list[str]:
    if connection.dialect.name == "postgresql":
        return [f"ALTER TABLE {table} {'ENABLE' if on else 'DISABLE'} TRIGGER ALL" for table in TABLES]
    if on:
        return ["PRAGMA foreign_keys = ON"]
    return ["PRAGMA foreign_keys = OFF", *(f"DROP TRIGGER IF EXISTS {guard}" for guard in GUARDS["sqlite"])]


def test_an_untouched_ledger_verifies(ledger: Ledger) -> None:
    assert verify(ledger) == ()


@pytest.mark.parametrize(("statements", "said"), ALTERED)
def test_what_an_insider_changes_is_found_and_named_first(ledger: Ledger, statements: str, said: str) -> None:
    as_insider(ledger, *statements.split("; "))

    problems = verify(ledger)

    assert said in problems[0].message
    assert problems[0].severity is Severity.ERROR


@pytest.mark.parametrize(("statement", "said"), DECLARED)
def test_what_an_insider_changes_of_what_was_declared_is_found(ledger: Ledger, statement: str, said: str) -> None:
    declare(ledger, update("in_progress"), update("complete", aside=True))
    declare(ledger, update("complete"), file="tracker.xlsx")
    as_insider(ledger, statement)

    assert said in verify(ledger)[0].message


def test_a_tail_taken_off_is_found_by_the_head_printed_on_a_paper(ledger: Ledger) -> None:
    printed = chain_head(ledger)
    as_insider(ledger, "DELETE FROM revision WHERE number = 3")

    assert [problem.code for problem in verify(ledger, printed) if problem.severity is Severity.ERROR] == [
        "ledger-missing-entry"
    ]
    assert "revisions after 2 were taken off" in verify(ledger, printed)[0].message


def test_a_ledger_with_a_gap_is_not_read_as_if_it_were_whole(ledger: Ledger) -> None:
    as_insider(ledger, "DELETE FROM revision WHERE number = 2")

    with pytest.raises(ProblemError, match="Revision 2 is missing"):
        read.frame(ledger)


def test_a_load_taken_off_the_end_leaves_its_file_behind(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 18.0}, file="late.csv")
    as_insider(ledger, "DELETE FROM revision WHERE number = 4")

    assert "The file late.csv stands in the ledger" in verify(ledger)[0].message


def test_an_older_printed_head_is_still_in_the_chain(ledger: Ledger) -> None:
    printed = read.history(ledger)[0].hash

    assert verify(ledger, printed) == ()
    assert verify(ledger, printed[:8].upper()) == ()
    assert [problem.code for problem in verify(ledger, printed[:7])] == ["head-too-short"]


def test_guards_taken_off_are_warned_of(ledger: Ledger) -> None:
    with ledger.engine.begin() as connection:
        sqlite = connection.dialect.name == "sqlite"
        trigger = "observation_never_updated" if sqlite else "observation_only_grows ON observation"
        connection.exec_driver_sql(f"DROP TRIGGER {trigger}")

    assert [(problem.code, problem.severity) for problem in verify(ledger)] == [("ledger-unguarded", Severity.WARNING)]


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("act", ["UPDATE {} SET council = 'x'", "DELETE FROM {}"])
def test_the_database_itself_refuses_to_change_or_delete_a_row(ledger: Ledger, table: str, act: str) -> None:
    declare(ledger, update("complete"))
    statement = act.format(table).replace("observation SET council = 'x'", "observation SET value = 1")
    statement = statement.replace("entry SET council = 'x'", "entry SET body = '{}'")
    with (
        pytest.raises(sa.exc.IntegrityError, match="the ledger only grows"),
        ledger.engine.begin() as connection,
    ):
        connection.exec_driver_sql(statement)

    assert verify(ledger) == ()


def test_a_row_cannot_be_replaced_by_inserting_it_again(ledger: Ledger) -> None:
    with ledger.engine.connect() as connection:
        verb = "INSERT OR REPLACE INTO" if connection.dialect.name == "sqlite" else "INSERT INTO"
        row = "SELECT submission, series, period, 1.0, NULL, NULL, '', 'final', '' FROM observation"
        with pytest.raises(sa.exc.IntegrityError):
            connection.exec_driver_sql(f"{verb} observation {row}")
