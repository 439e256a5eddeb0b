"""Let alembic run the migrations on the connection that `kpi.ledger.migrate` already holds and has locked."""

from alembic import context

from kpi.ledger.tables import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"], version_table=VERSION_TABLE, transactional_ddl=True
)
context.run_migrations()
