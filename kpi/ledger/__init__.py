"""The append-only record of figures and definitions: tables, engine, write (the only writer), read, verify."""

from kpi.ledger.chain import Revision
from kpi.ledger.engine import Ledger, open_ledger
from kpi.ledger.write import Submission

__all__ = ["Ledger", "Revision", "Submission", "open_ledger"]
