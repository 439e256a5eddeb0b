"""How the ledger's tables came to be; run by alembic from `kpi.ledger.migrate`, never by hand."""
