"""Opening: never a silent empty ledger, never a newer one, and a clear word about a place that holds none."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.script import ScriptDirectory

from kpi.ledger import open_ledger, read
from kpi.ledger.migrate import FOLDER
from kpi.ledger.tables import CURRENT, VERSION_TABLE, VERSIONS, metadata
from kpi.ledger.verify import verify
from kpi.problem import ProblemError
from tests.support.ledgers import CASELOAD, codes, figures, publish
from tests.support.processes import (
    in_a_process,
    kill_after,
    open_and_stay,
    open_together,
    read_as_nobody,
    together,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "ledger.sqlite"


def opening(path: Path | str, **wishes: bool) -> list[str]:
    """Try to open a ledger and give the codes of what is wrong."""
    url = path if isinstance(path, str) else f"sqlite:///{path}"
    with pytest.raises(ProblemError) as told:
        open_ledger(url, "demonstration", **wishes)
    return codes(told.value)


def begun(path: Path) -> str:
    """Begin a ledger with one figure and close it."""
    ledger = open_ledger(f"sqlite:///{path}", "demonstration")
    publish(ledger, {CASELOAD: 16.0})
    ledger.close()
    return f"sqlite:///{path}"


def test_a_ledger_is_found_again(ledger_url: str) -> None:
    first = open_ledger(ledger_url, "demonstration")
    publish(first, {CASELOAD: 16.0})
    first.close()

    assert figures(open_ledger(ledger_url, "demonstration")) == {CASELOAD: 16.0}


def test_a_ledger_of_a_newer_version_is_refused_and_left_alone(ledger_url: str) -> None:
    with open_ledger(ledger_url, "demonstration").engine.begin() as connection:
        connection.execute(sa.text("UPDATE ledger_version SET version_num = '9999'"))

    assert opening(ledger_url) == ["ledger-newer"]


def test_a_lost_ledger_is_reported_and_never_begun_anew(path: Path) -> None:
    url = begun(path)
    path.unlink()

    with pytest.raises(ProblemError, match=r"Restore the newest backup.*delete the file ledger\.id") as told:
        open_ledger(url, "demonstration")

    assert codes(told.value) == ["ledger-missing"]
    assert not path.exists()


def test_deleting_the_marker_begins_an_empty_ledger(path: Path) -> None:
    url = begun(path)
    path.unlink()
    path.with_suffix(".id").unlink()

    assert read.head(open_ledger(url, "demonstration")) == 0


def test_an_emptied_file_is_a_lost_ledger(path: Path) -> None:
    begun(path)
    path.write_bytes(b"")

    assert opening(path) == ["ledger-missing"]


def test_a_ledger_that_must_exist_is_not_created(path: Path) -> None:
    assert opening(path, create=False) == ["ledger-missing"]
    assert not path.exists()


def test_a_cut_file_is_damaged(path: Path) -> None:
    begun(path)
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])

    assert opening(path) == ["ledger-damaged"]


@pytest.mark.parametrize("content", [b"indicator_id,period,value\n" * 200, b"SQLite format 3\x00" + bytes(5000)])
def test_a_file_that_is_no_database_is_refused_and_left_alone(path: Path, content: bytes) -> None:
    path.write_bytes(content)

    assert opening(path) == ["ledger-damaged"]
    assert path.read_bytes() == content


def test_a_folder_in_its_place_is_refused(path: Path) -> None:
    path.mkdir()

    assert opening(path) == ["ledger-damaged"]


def test_flipped_bits_are_found_when_reading_or_verifying(path: Path) -> None:
    url = begun(path)
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 2048):
        content[place] ^= 0xFF
    path.write_bytes(bytes(content))

    try:
        found = [problem.code for problem in verify(open_ledger(url, "demonstration"))]
    except ProblemError as error:
        found = codes(error)
    assert found
    assert set(found) <= {"ledger-damaged", "ledger-altered", "ledger-missing-entry"}


def test_a_ledger_taken_away_while_open_is_reported_by_the_next_read_and_write(path: Path) -> None:
    ledger = open_ledger(begun(path), "demonstration")
    assert read.head(ledger) == 1
    path.rename(path.with_name("elsewhere.sqlite"))

    with pytest.raises(ProblemError):
        read.head(ledger)
    with pytest.raises(ProblemError):
        publish(ledger, {CASELOAD: 17.0})
    assert not path.exists()


def test_a_backup_put_in_place_while_open_is_what_is_read(path: Path, tmp_path: Path) -> None:
    ledger = open_ledger(begun(path), "demonstration")
    with ledger.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute(f"VACUUM INTO '{tmp_path / 'backup.sqlite'}'")
    publish(ledger, {CASELOAD: 17.0})
    ledger.close()
    shutil.move(tmp_path / "backup.sqlite", path)

    assert figures(ledger) == {CASELOAD: 16.0}
    assert verify(open_ledger(f"sqlite:///{path}", "demonstration")) == ()


@pytest.mark.parametrize(
    "url", ["", "ledger", "sqlite://", "sqlite:///:memory:", "mysql://server/ledger", "duckdb:///x"]
)
def test_an_address_that_is_neither_a_file_nor_postgresql_is_refused(url: str) -> None:
    assert opening(url) == ["ledger-address"]


def test_a_server_that_does_not_answer_is_named_without_its_password() -> None:
    with pytest.raises(ProblemError) as told:
        open_ledger("postgresql://kpi:secret@127.0.0.1:1/kpi", "demonstration")

    assert codes(told.value) == ["ledger-unreachable"]
    assert "127.0.0.1" in str(told.value)
    assert "secret" not in str(told.value)


def test_reading_only_can_be_asked_for_in_the_address(path: Path) -> None:
    ledger = open_ledger(f"{begun(path)}?mode=ro", "demonstration")

    assert not ledger.writable
    assert "mode=ro" in ledger.why_not
    assert figures(ledger) == {CASELOAD: 16.0}
    with pytest.raises(ProblemError) as told:
        publish(ledger, {CASELOAD: 17.0})
    assert codes(told.value) == ["ledger-read-only"]


@pytest.fixture
def shared_folder() -> Iterator[Path]:
    """A folder that other accounts may look into, which pytest's own are not."""
    folder = Path(tempfile.mkdtemp(prefix="kpi-pack-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("closed", ["folder", "file"])
@pytest.mark.parametrize("in_use", [False, True])
def test_an_account_that_may_only_read_gets_a_ledger_for_reading(
    shared_folder: Path, closed: str, in_use: bool
) -> None:
    path = shared_folder / "ledger.sqlite"
    ledger = open_ledger(begun(path), "demonstration")
    if in_use:
        publish(ledger, {CASELOAD: 17.0})
    else:
        ledger.close()
    shared_folder.chmod(0o555 if closed == "folder" else 0o777)
    path.chmod(0o644 if closed == "folder" else 0o444)

    told = in_a_process(read_as_nobody, f"sqlite:///{path}")

    place = shared_folder if closed == "folder" else path
    why_not = f"The {closed} {place.name} can be read but not written to by this account."
    assert told == ({CASELOAD: 17.0 if in_use else 16.0}, False, why_not)


def test_many_programs_can_begin_one_ledger_at_the_same_moment(ledger_url: str) -> None:
    assert together(open_together, [(ledger_url,)] * 4) == [0, 0, 0, 0]
    assert verify(open_ledger(ledger_url, "demonstration")) == ()


def test_a_ledger_killed_while_it_is_begun_can_be_begun_again(ledger_url: str) -> None:
    for tried in range(6):
        kill_after(open_and_stay, ledger_url, seconds=0.015 * tried)

    ledger = open_ledger(ledger_url, "demonstration")
    publish(ledger, {CASELOAD: 16.0})
    assert verify(ledger) == ()


def test_the_tables_are_those_the_migrations_make(ledger_url: str) -> None:
    with open_ledger(ledger_url, "demonstration").engine.connect() as connection:
        inspector = sa.inspect(connection)
        found = {
            name: [column["name"] for column in inspector.get_columns(name)] for name in inspector.get_table_names()
        }

    expected = {table.name: [column.name for column in table.columns] for table in metadata.sorted_tables}
    assert found == expected | {VERSION_TABLE: ["version_num"]}


def test_the_versions_known_are_the_migrations() -> None:
    script = ScriptDirectory(str(FOLDER))

    assert tuple(step.revision for step in reversed(list(script.walk_revisions()))) == VERSIONS
    assert script.get_heads() == [CURRENT]
