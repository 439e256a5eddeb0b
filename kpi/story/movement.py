"""Which way a figure moved, in words, and why nobody can tell where nobody can.

In: facts with their comparisons. Out: the clause of a sentence, and the full reason.
"""

from typing import Final

from kpi.judge.direction import Direction, Why
from kpi.story import breaks, doubts, grammar, words
from kpi.story.facts import Comparison, Facts
from kpi.story.obstacles import earlier, obstacle, untold

JUDGEMENTS: Final = {Direction.IMPROVING: "an improvement", Direction.WORSENING: "a worsening"}
BETTER: Final = {"higher": "higher is better", "lower": "lower is better"}


def clause(facts: Facts) -> str:
    """Say how the figure moved: '; it fell by 0.4 since Q3 and by 3.7 since Q4 2017-18, an improvement.'

    Begins where the sentence before stopped, and ends with a full stop; comparisons that cannot be made come last.
    """
    told = [c for c in words.comparisons(facts) if c.change is not None]
    told = [c for c in told if c.why is not Why.RUNNING_TOTAL] or told
    subject = grammar.of(facts.definition.title).it
    moved = f"; {subject} {_moved(told, facts)}." if told else "."
    return " ".join(part for part in (moved, untold(facts)) if part)


def direction_reason(facts: Facts) -> str:
    """Give the rule behind both directions, or why they cannot be told, in full sentences."""
    compared = words.comparisons(facts)
    if facts.value is None or (doubts.about(facts) and all(c.why is Why.DOUBT for c in compared)):
        return f"Cannot tell: {obstacle(compared[0], facts)}."
    return " ".join(_reason(comparison, facts) for comparison in compared)


def _moved(told: list[Comparison], facts: Facts) -> str:
    """Join one or two movements; judgements that agree are said once, at the end."""
    verbs = [_verb(c, facts) for c in told]
    judged = [JUDGEMENTS.get(c.direction, "") for c in told]
    if len(told) == 1:
        return _with(f"{verbs[0]} {_since(told[0], facts)}", judged[0])
    agree = judged[0] in ("", judged[1])
    first = _with(f"{verbs[0]} {_since(told[0], facts)}", "" if agree else judged[0])
    contrast = "but" if not agree and judged[1] else "and"
    second = _since(told[1], facts) if verbs[0] == verbs[1] else f"{verbs[1]} {_since(told[1], facts)}"
    comma = "" if agree else ","
    return _with(f"{first}{comma} {contrast} {second}", judged[1])


def _with(text: str, judgement: str) -> str:
    return f"{text}, {judgement}" if judgement else text


def _verb(comparison: Comparison, facts: Facts) -> str:
    """Name the movement: 'rose', 'fell', 'is unchanged', 'is little changed'."""
    if not comparison.change:
        return grammar.of(facts.definition.title).verb("is unchanged", "are unchanged")
    if is_small(comparison):
        return grammar.of(facts.definition.title).verb("is little changed", "are little changed")
    return "rose" if comparison.change > 0 else "fell"


def is_small(comparison: Comparison) -> bool:
    """Tell a change that the declared threshold calls no change."""
    return comparison.direction is Direction.NO_CHANGE and comparison.why in (Why.CHANGE, Why.NO_RANGE)


def _since(comparison: Comparison, facts: Facts) -> str:
    """Say by how much and since when: 'by 0.4 since Q3'; a small change goes into brackets."""
    change = comparison.change or 0.0
    since = f"since {words.since(comparison.period or facts.period, facts.period)}"
    if not change:
        return since
    size = words.change(change, facts.definition)
    if is_small(comparison):
        return f"{since} ({'up' if change > 0 else 'down'} by {size})"
    return f"by {size} {since}"


def _reason(comparison: Comparison, facts: Facts) -> str:
    """Give one comparison's reason as a sentence of its own."""
    if comparison.change is None:
        why = f"{obstacle(comparison, facts)}.{_why_broken(comparison, facts)}"
        return f"Cannot tell against {earlier(comparison)}: {why}"
    old = words.figure(comparison.value or 0.0, facts.definition)
    since = f"since {words.since(comparison.period or facts.period, facts.period)} ({old})"
    if not comparison.change:
        return f"Unchanged {since}."
    moved = "Rose" if comparison.change > 0 else "Fell"
    return f"{moved} by {words.change(comparison.change, facts.definition)} {since}: {_rule(comparison, facts)}."


def _why_broken(comparison: Comparison, facts: Facts) -> str:
    found = breaks.between(facts.definition, comparison.period, facts.period)
    return f" {found.reason}" if comparison.why is Why.BREAK and found else ""


def _rule(comparison: Comparison, facts: Facts) -> str:
    """Say which rule turned a movement into a direction."""
    target = f"the target of {words.target_of(facts)}"
    match comparison.why:
        case Why.BOTH_INSIDE:
            return f"both figures are inside {target}, so no change in judgement"
        case Why.SAME_DISTANCE:
            return f"about as far from {target} as before, so no change in judgement"
        case Why.NO_RANGE:
            return "good means close to a target and none was set, so it only rises or falls"
        case Why.RUNNING_TOTAL:
            return "a total of the year adds up, so neither way is better"
    if is_small(comparison):
        return f"{words.points(facts.definition.no_change, facts.definition)} or less counts as no change"
    return _by_polarity(comparison, facts, target)


def _by_polarity(comparison: Comparison, facts: Facts, target: str) -> str:
    judgement = JUDGEMENTS.get(comparison.direction)
    if judgement is None:
        return "neither way is better"
    if facts.definition.polarity == "range":
        nearer = "closer to" if comparison.direction is Direction.IMPROVING else "further from"
        return f"{nearer} {target}, {judgement}"
    return f"{BETTER[facts.definition.polarity]}, so {judgement}"
