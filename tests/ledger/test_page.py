"""The page about the ledger names every table, column and Problem, and its recipe for the hashes gives the hashes."""

import json
import re
import struct
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import Any, get_args

import pytest
import sqlalchemy as sa

from kpi.ledger import open_ledger, read, write
from kpi.ledger.chain import Kind
from kpi.ledger.tables import VERSIONS, metadata
from tests.support.ledgers import CASELOAD, CHILDREN_IN_NEED, DEFINITIONS, declare, publish, submission, update

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "ledger.md").read_text(encoding="utf-8")
OF_FILE = ("changed", "file", "new", "rows", "sha256", "unchanged", "withdrawn")
FIGURES = """
    SELECT indicator, area, period, symbol, state, note, value, numerator, denominator
    FROM observation JOIN series ON series.id = observation.series WHERE submission = {}
"""
ENTRIES = "SELECT kind, subject, period, body, aside FROM entry WHERE submission = {}"


def test_every_table_and_column_stands_in_the_page() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| (`[^|]+) \|$", PAGE, flags=re.M))

    assert {name: re.findall(r"`(\w+)`", columns) for name, columns in rows.items()} == {
        table.name: [column.name for column in table.columns] for table in metadata.sorted_tables
    }


def test_every_problem_of_the_ledger_stands_in_the_page() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "kpi" / "ledger").glob("*.py"))
    codes = set(re.findall(r'(?:Problem|_refusal)\(\[?\s*"([a-z-]+)"', sources)) | set(
        re.findall(r'^    "([a-z-]+)": \($', sources, flags=re.M)
    )
    section = PAGE.split("## What it may say")[1]

    assert codes
    assert codes == set(re.findall(r"^\| `([a-z-]+)` \|", section, flags=re.M))


def test_every_kind_of_revision_and_version_of_the_tables_stands_in_the_page() -> None:
    assert set(get_args(Kind)) | set(VERSIONS) <= set(re.findall(r"^\| `([\w-]+)` \|", PAGE, flags=re.M))


def compact(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def hash_of_figures(rows: list[Any]) -> str:
    """Follow step 1 of the page in plain Python."""
    rows = sorted(tuple(row) for row in rows)
    words = [sorted({row[column] for row in rows}) for column in range(6)]
    content = compact([len(rows), words])
    for column in range(6):
        content += b"".join(struct.pack("<i", words[column].index(row[column])) for row in rows)
    for column in range(6, 9):
        numbers = [row[column] for row in rows]
        content += b"".join(bytes.fromhex("000000000000f87f") if x is None else struct.pack("<d", x) for x in numbers)
    return sha256(content).hexdigest()


def hash_of_entries(rows: Iterable[Any]) -> str:
    """Follow step 2 of the page in plain Python."""
    ordered = sorted(rows, key=lambda row: (*row[:3], row[4]))
    return sha256(compact([[*row[:4], bool(row[4])] for row in ordered])).hexdigest()


def test_the_recipe_of_the_page_gives_the_hashes_of_the_chain(ledger_url: str) -> None:
    ledger = open_ledger(ledger_url, "demonstration")
    handed_in = submission({CASELOAD: 16.4, CHILDREN_IN_NEED: None}, note='low 20s, "café" £5\\', denominator=3.0)
    write.publish(ledger, handed_in, who="Analyst", note="Ünï", definitions=DEFINITIONS, expected_head=None)
    publish(ledger, {CASELOAD: 0.1}, withdrawn=[CHILDREN_IN_NEED])
    write.undo(ledger, 2, who="Analyst", note="", definitions="later")
    declare(
        ledger, update("complete", commentary='"café" £5\\'), update("in_progress", aside=True), file="tracker.xlsx"
    )

    with ledger.reading() as connection:
        chain = connection.execute(sa.text("SELECT * FROM revision ORDER BY number")).mappings().all()
        files = {row["id"]: dict(row) for row in connection.execute(sa.text("SELECT * FROM submission")).mappings()}
        rows = {key: connection.execute(sa.text(FIGURES.format(key))).all() for key in files}
        entries = {key: connection.execute(sa.text(ENTRIES.format(key))).all() for key in files}

    previous = ""
    for entry in chain:
        sealed = None
        if entry["submission"] is not None:
            file = files[entry["submission"]]
            parts = {
                name: file[name] for name in ("changed", "file", "new", "rows", "sha256", "unchanged", "withdrawn")
            }
            parts["figures"] = hash_of_figures(list(rows[entry["submission"]]))
            if entries[entry["submission"]]:
                parts["entries"] = hash_of_entries(entries[entry["submission"]])
            sealed = sha256(compact(dict(sorted(parts.items())))).hexdigest()
        said = {name: entry[name] for name in ("at", "council", "kind", "note", "number", "undoes", "who")}
        said |= {"definitions": entry["definition"], "previous": previous, "submission": sealed}
        previous = sha256(compact(dict(sorted(said.items())))).hexdigest()
        assert previous == entry["hash"]
    assert sha256(b"later").hexdigest() == chain[2]["definition"]
    assert len(read.history(ledger)) == 4


@pytest.mark.parametrize("wish", ["KPI_DATABASE_URL", "ledger.id", "VACUUM INTO", "pg_dump", "search_path"])
def test_the_page_says_how_to_set_up_back_up_and_restore(wish: str) -> None:
    assert wish in PAGE
