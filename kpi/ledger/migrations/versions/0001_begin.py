"""Begin the ledger: five tables that only grow."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = ("series", "definition", "submission", "observation", "revision")
REFUSAL = "the ledger only grows: rows are never changed or deleted"
NUMBER: sa.types.TypeEngine[float] = sa.Double().with_variant(sa.REAL(), "sqlite")
NAMED = """
CREATE FUNCTION ledger_observation_named() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM (SELECT DISTINCT series AS id FROM fresh) AS used LEFT JOIN series USING (id)
               WHERE series.council IS NULL)
    OR EXISTS (SELECT FROM (SELECT DISTINCT submission AS id FROM fresh) AS used LEFT JOIN submission USING (id)
               WHERE submission.council IS NULL) THEN
        RAISE EXCEPTION 'an observation belongs to a series and a submission' USING ERRCODE = 'foreign_key_violation';
    END IF;
    RETURN NULL;
END $$
"""


def upgrade() -> None:
    _names()
    _submissions()
    _chain()
    (_guard_postgresql if op.get_bind().dialect.name == "postgresql" else _guard_sqlite)()


def _names() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("council", sa.Text, nullable=False),
        sa.Column("indicator", sa.Text, nullable=False),
        sa.Column("area", sa.Text, nullable=False),
        sa.UniqueConstraint("council", "indicator", "area", name="series_once"),
        sqlite_strict=True,
    )
    op.create_table(
        "definition",
        sa.Column("council", sa.Text, primary_key=True),
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sqlite_strict=True,
    )


def _submissions() -> None:
    op.create_table(
        "submission",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("council", sa.Text, nullable=False),
        sa.Column("file", sa.Text, nullable=False),
        sa.Column("sha256", sa.Text, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in ("new", "changed", "unchanged", "withdrawn", "rows")),
        sa.Column("hash", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    # PostgreSQL checks a foreign key row by row, which makes a load six times slower; it gets a check per statement.
    by_row = op.get_bind().dialect.name != "postgresql"
    op.create_table(
        "observation",
        sa.Column("submission", sa.Integer, *([sa.ForeignKey("submission.id")] if by_row else []), primary_key=True),
        sa.Column("series", sa.Integer, *([sa.ForeignKey("series.id")] if by_row else []), primary_key=True),
        sa.Column("period", sa.Text, primary_key=True),
        *(sa.Column(name, NUMBER) for name in ("value", "numerator", "denominator")),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("symbol", "state", "note")),
        sqlite_with_rowid=False,
        sqlite_strict=True,
    )


def _chain() -> None:
    op.create_table(
        "revision",
        sa.Column("council", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, primary_key=True),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("kind", "who", "at", "note")),
        sa.Column("submission", sa.Integer, sa.ForeignKey("submission.id"), unique=True),
        sa.Column("undoes", sa.Integer),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("definition", "previous", "hash")),
        sa.ForeignKeyConstraint(["council", "definition"], ["definition.council", "definition.sha256"]),
        sa.ForeignKeyConstraint(["council", "undoes"], ["revision.council", "revision.number"]),
        sqlite_strict=True,
    )


def _guard_sqlite() -> None:
    for table in TABLES:
        for act in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_never_{act}d BEFORE {act.upper()} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
            )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION ledger_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'restrict_violation'; END $$"
    )
    for table in TABLES:
        op.execute(
            f"CREATE TRIGGER {table}_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows()"
        )
    op.execute(NAMED)
    op.execute(
        "CREATE TRIGGER observation_named AFTER INSERT ON observation REFERENCING NEW TABLE AS fresh "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_observation_named()"
    )
