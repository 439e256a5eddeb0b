"""Add what people declare: one table more that only grows, open to whoever the older ones are open to."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REFUSAL = "the ledger only grows: rows are never changed or deleted"
AS_GRANTED = """
DO $$ DECLARE given record;
BEGIN
    FOR given IN SELECT CASE acl.grantee WHEN 0 THEN 'PUBLIC' ELSE acl.grantee::regrole::text END AS who, privilege_type
                 FROM pg_class, aclexplode(relacl) AS acl
                 WHERE oid = 'submission'::regclass AND acl.grantee <> relowner
                 AND privilege_type IN ('SELECT', 'INSERT')
    LOOP
        EXECUTE format('GRANT %s ON entry TO %s', given.privilege_type, given.who);
    END LOOP;
END $$
"""


def upgrade() -> None:
    op.create_table(
        "entry",
        sa.Column("submission", sa.Integer, sa.ForeignKey("submission.id"), primary_key=True),
        *(sa.Column(name, sa.Text, primary_key=True) for name in ("kind", "subject", "period")),
        sa.Column("aside", sa.Integer, primary_key=True),
        sa.Column("body", sa.Text, nullable=False),
        sqlite_strict=True,
    )
    (_guard_postgresql if op.get_bind().dialect.name == "postgresql" else _guard_sqlite)()


def _guard_sqlite() -> None:
    for act in ("update", "delete"):
        op.execute(
            f"CREATE TRIGGER entry_never_{act}d BEFORE {act.upper()} ON entry "
            f"BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END"
        )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE TRIGGER entry_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON entry "
        "FOR EACH STATEMENT EXECUTE FUNCTION ledger_only_grows()"
    )
    op.execute(AS_GRANTED)
