"""The tables of the ledger, as SQLAlchemy sees them.

In: nothing. Out: tables that only grow (triggers refuse update and delete) and the versions known here.
"""

from typing import Final

import sqlalchemy as sa

VERSIONS: Final = ("0001", "0002")
"""Schema versions this code knows, oldest first; a test holds them equal to the migrations."""
CURRENT: Final = VERSIONS[-1]
WITHOUT_ENTRIES: Final = "0001"
"""The version before the table `entry`; a ledger of it is still read where nothing may be written."""
VERSION_TABLE: Final = "ledger_version"

metadata = sa.MetaData()

NUMBER: Final[sa.types.TypeEngine[float]] = sa.Double().with_variant(sa.REAL(), "sqlite")

series = sa.Table(
    "series",
    metadata,
    sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
    sa.Column("council", sa.Text, nullable=False),
    sa.Column("indicator", sa.Text, nullable=False),
    sa.Column("area", sa.Text, nullable=False),
    sa.UniqueConstraint("council", "indicator", "area", name="series_once"),
    sqlite_strict=True,
)
"""A whole number for each council, indicator and area, so that a million rows stay small."""

definition = sa.Table(
    "definition",
    metadata,
    sa.Column("council", sa.Text, primary_key=True),
    sa.Column("sha256", sa.Text, primary_key=True),
    sa.Column("text", sa.Text, nullable=False),
    sqlite_strict=True,
)
"""Every text of definitions that was ever in force, named by its hash."""

submission = sa.Table(
    "submission",
    metadata,
    sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
    sa.Column("council", sa.Text, nullable=False),
    sa.Column("file", sa.Text, nullable=False),
    sa.Column("sha256", sa.Text, nullable=False),
    sa.Column("new", sa.Integer, nullable=False),
    sa.Column("changed", sa.Integer, nullable=False),
    sa.Column("unchanged", sa.Integer, nullable=False),
    sa.Column("withdrawn", sa.Integer, nullable=False),
    sa.Column("rows", sa.Integer, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sqlite_strict=True,
)
"""A file as it was handed in: its name, its hash, what it changed, and the hash over its rows."""

observation = sa.Table(
    "observation",
    metadata,
    sa.Column("submission", sa.ForeignKey("submission.id"), primary_key=True),
    sa.Column("series", sa.ForeignKey("series.id"), primary_key=True),
    sa.Column("period", sa.Text, primary_key=True),
    sa.Column("value", NUMBER),
    sa.Column("numerator", NUMBER),
    sa.Column("denominator", NUMBER),
    sa.Column("symbol", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""A figure of a submission; the state `withdrawn` takes an older figure away."""

entry = sa.Table(
    "entry",
    metadata,
    sa.Column("submission", sa.ForeignKey("submission.id"), primary_key=True),
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("subject", sa.Text, primary_key=True),
    sa.Column("period", sa.Text, primary_key=True),
    sa.Column("aside", sa.Integer, primary_key=True),
    sa.Column("body", sa.Text, nullable=False),
    sqlite_strict=True,
)
"""What somebody declared in a submission, as canonical JSON; `aside` is 1 for a version that lost a conflict."""

revision = sa.Table(
    "revision",
    metadata,
    sa.Column("council", sa.Text, primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("who", sa.Text, nullable=False),
    sa.Column("at", sa.Text, nullable=False),
    sa.Column("note", sa.Text, nullable=False),
    sa.Column("submission", sa.ForeignKey("submission.id"), unique=True),
    sa.Column("undoes", sa.Integer),
    sa.Column("definition", sa.Text, nullable=False),
    sa.Column("previous", sa.Text, nullable=False),
    sa.Column("hash", sa.Text, nullable=False),
    sa.ForeignKeyConstraint(["council", "definition"], ["definition.council", "definition.sha256"]),
    sa.ForeignKeyConstraint(["council", "undoes"], ["revision.council", "revision.number"]),
    sqlite_strict=True,
)
"""The chain: what was published, taken back or redefined, by whom, when (UTC), sealed to the one before."""

TABLES: Final = ("series", "definition", "submission", "observation", "entry", "revision")
GUARDS: Final = {
    "sqlite": tuple(f"{table}_never_{act}" for table in TABLES for act in ("updated", "deleted")),
    "postgresql": tuple(f"{table}_only_grows" for table in TABLES),
}
"""Triggers that refuse to change or delete rows, by database."""
