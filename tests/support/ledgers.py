"""Short ways to fill a ledger with figures a director would recognise, and read them back plainly.

In: an address, rows as (indicator, area, period, value). Out: submissions, revisions, plain dictionaries.
"""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any

import pandas as pd

from kpi.entry import Entry
from kpi.ledger import Ledger, Submission, read, write
from kpi.problem import ProblemError
from kpi.series import conform

Key = tuple[str, str, str]
Rows = Mapping[Key, float | None]

DEFINITIONS = '{"council":"demonstration"}'
CHILDREN_IN_NEED: Key = ("children-in-need", "all", "2017-18")
CASELOAD: Key = ("average-caseload", "team-a", "2018-19 Q4")
PMQA = "2018-19/PMQA 2.1"


def submission(
    rows: Rows, withdrawn: Iterable[Key] = (), file: str = "2018-19 Q4.csv", **columns: object
) -> Submission:
    """Make a checked file of figures; `columns` sets others of the series contract for every row."""
    keys = list(rows)
    given = {name: [key[place] for key in keys] for place, name in enumerate(("indicator", "area", "period"))}
    given |= {name: [value] * len(keys) for name, value in columns.items()}
    frame = conform(given | {"value": list(rows.values())})
    gone = pd.DataFrame(list(withdrawn), columns=["indicator", "area", "period"])
    counts = {"new": len(keys), "changed": 0, "unchanged": 0, "withdrawn": len(gone)}
    return Submission(frame, gone, file, sha256(repr(sorted(rows.items())).encode()).hexdigest(), counts)


def publish(ledger: Ledger, rows: Rows, withdrawn: Iterable[Key] = (), **wishes: object) -> int:
    """Publish figures over whatever stands, as the analyst."""
    file = str(wishes.get("file", "2018-19 Q4.csv"))
    head = wishes.get("expected_head")
    return write.publish(
        ledger,
        submission(rows, withdrawn, file),
        who=str(wishes.get("who", "Analyst")),
        note=str(wishes.get("note", "Quarter 4")),
        definitions=str(wishes.get("definitions", DEFINITIONS)),
        expected_head=head if isinstance(head, int) else None,
    )


def figures(ledger: Ledger, as_at: int | None = None) -> dict[Key, float]:
    """Read the figures in force as a plain dictionary."""
    frame = read.frame(ledger, as_at)
    keys = zip(frame["indicator"], frame["area"], frame["period"], strict=True)
    return dict(zip(keys, frame["value"].tolist(), strict=True))


def codes(error: ProblemError) -> list[str]:
    """List the codes of the problems an error carries."""
    return [problem.code for problem in error.problems]


def whole(number: int, size: int) -> dict[Key, float]:
    """Give figures of which one revision is made: all have its number as their value."""
    return {("caseload", f"team-{place:03d}", "2018-19 Q4"): float(number) for place in range(size)}


def update(
    stage: str, subject: str = PMQA, period: str = "2018-19 Q4", *, aside: bool = False, **content: object
) -> Entry:
    """Make a quarter's update of an action."""
    return Entry.of("action", subject, period, {"stage": stage} | content, aside=aside)


def declare(ledger: Ledger, *entries: Entry, **wishes: object) -> int:
    """Record entries over whatever stands, as a Head of Service."""
    given: dict[str, Any] = {"kind": "update", "who": "Head of Service", "note": "", "expected_head": None}
    return write.record(ledger, entries, definitions=DEFINITIONS, **given | wishes)


def stages(ledger: Ledger, as_at: int | None = None) -> dict[tuple[str, str], str]:
    """Read the stage in force of every action and quarter as a plain dictionary."""
    return {(one.subject, one.period): one.content["stage"] for one in read.entries(ledger, as_at, "action")}
