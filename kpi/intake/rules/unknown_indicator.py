"""The check that every row names an indicator of the pack.

In: Facts. Out: rows whose id is unknown, with the nearest ids.
"""

from collections.abc import Iterator
from difflib import get_close_matches

from kpi.definitions.pack import Pack
from kpi.intake.facts import Facts
from kpi.intake.figures import name
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity, excerpt


def _find(facts: Facts) -> Iterator[Found]:
    nearest: dict[str, str] = {}

    def say(row: int) -> tuple[str, str]:
        written = facts.cell(row, "indicator_id")
        if not written:
            return "The row names no indicator.", "Write the indicator's id."
        if written not in nearest:
            nearest[written] = _nearest(written, facts.figures.pack)
        return f"There is no indicator {excerpt(written)}.", nearest[written]

    yield Found(where(facts.figures.indicators < 0), "indicator_id", say)


def _nearest(written: str, pack: Pack) -> str:
    """Suggest the ids that look most like a text, or whose titles do."""
    named = {name(one): one for one in pack.by_id} | {name(one.title): one.id for one in pack.by_id.values()}
    close = get_close_matches(name(written)[:60], named, n=3, cutoff=0.6)
    ids = list(dict.fromkeys(named[one] for one in close))
    return f"Is {' or '.join(ids)} meant?" if ids else "The Definitions page lists the ids."


RULE = FigureRule(
    code="unknown-indicator",
    severity=Severity.ERROR,
    prose="Every row names an indicator of the definitions by its id. The nearest ids are suggested.",
    fails="indicator_id,period,value\ncaselod,2018-19 Q4,16\n",
    passes="indicator_id,period,value\ncaseload,2018-19 Q4,16\n",
    find=_find,
)
