"""Puts the definitions on disk in force: records them when they differ from the last, and says what that repaints.

In: an open ledger and a pack. Out: a revision when something changed, and a warning where published statuses would.
"""

from kpi.definitions.difference import differences
from kpi.definitions.pack import Pack
from kpi.ledger import Ledger, read, write
from kpi.problem import Problem, Severity, Where
from kpi.scorecard import repaint_sentence, repainted


def put(ledger: Ledger, pack: Pack, who: str) -> tuple[Problem, ...]:
    """Record definitions that differ from those in force; a warning tells which published statuses they repaint."""
    if not read.head(ledger):
        write.record_definitions(ledger, pack.text, who=who, note="The first definitions")
        return ()
    before = Pack.from_text(read.definitions(ledger))
    if before == pack:
        return ()
    problems = repainting(ledger, before, pack) if judges_otherwise(before, pack) else ()
    told = " ".join([changed(before, pack), *(problem.message for problem in problems)])
    write.record_definitions(ledger, pack.text, who=who, note=told)
    return problems


def repainting(ledger: Ledger, before: Pack, after: Pack) -> tuple[Problem, ...]:
    """Warn of published statuses that differ under two sets of definitions; nothing when none does."""
    found = repainted(read.frame(ledger), before, after)
    if not found:
        return ()
    fix = "Give the new target or tolerance from its own period on, so that past quarters keep the rule of their time."
    where = Where("indicators")
    return (Problem("repaints", repaint_sentence(found), fix, where, Severity.WARNING),)


def changed(before: Pack, after: Pack) -> str:
    """Say what differs: 'Definitions changed: caseload, turnover. The plan of 2018-19 changed: 2 actions added.'"""
    return " ".join(differences(before, after)) or "Definitions changed."


def judges_otherwise(before: Pack, after: Pack) -> bool:
    """Tell whether figures can have another status: not where only the plan, an inspection or the panel changed."""
    return (before.indicators, before.council) != (after.indicators, after.council)
