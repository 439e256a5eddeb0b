"""The one door: a council's definitions and ledger, opened together; everything else comes in through it.

In: Settings. Out: a Workspace that answers questions at a named revision and passes changes to the ledger.
"""

from kpi.workspace.folder import read_definitions, stamp
from kpi.workspace.others import Others
from kpi.workspace.place import MOST_RESTATED, Receipt, Workspace, open_workspace
from kpi.workspace.records import Records
from kpi.workspace.today import today_in_england

__all__ = [
    "MOST_RESTATED",
    "Others",
    "Receipt",
    "Records",
    "Workspace",
    "open_workspace",
    "read_definitions",
    "stamp",
    "today_in_england",
]
