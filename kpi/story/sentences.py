"""The sentence that explains a figure, and the statement of a year, as a person would write them.

In: facts. Out: whole sentences, the same on screen, in alt texts and on paper.
"""

from typing import Final

from kpi.judge.status import Status
from kpi.period import Frequency, Period
from kpi.story import doubts, grammar, words
from kpi.story.facts import Facts
from kpi.story.movement import clause, is_small
from kpi.story.reasons import no_data_reason

YEAR_END_BASES: Final = {"snapshot", "year_to_date", "rolling_12_months"}
"""Bases on which the last period's figure stands for its year; an in-period quarter never does."""
ADDED_UP: Final = {"count", "pounds"}
"""Units that are added up over a period, unless they are counted on its last day."""
MARKED: Final = {"illustrative": "Illustrative", "provisional": "Provisional"}


def sentence(facts: Facts) -> str:
    """Say a figure, its target and its movement in one sentence; or why there is no figure."""
    if facts.status is Status.NO_DATA:
        return f"{standing(facts)}."
    return f"{standing(facts)}{clause(facts)}"


def standing(facts: Facts) -> str:
    """Say where a figure stands, or why there is none, without its movement and without a full stop."""
    if facts.status is Status.NO_DATA:
        reason = no_data_reason(facts).rstrip(".")
        return f"{words.title_of(facts)}: {reason[0].lower()}{reason[1:]}"
    dated = "" if facts.period.last_day == facts.asked.last_day else f" ({words.when(facts.period)})"
    return f"{words.title_of(facts)} {_stands(facts)} {words.text_of(facts)}{dated}{_against(facts)}"


def _stands(facts: Facts) -> str:
    """Choose the verb: a caseload is, children stand at, and what is added up over a period comes to its figure."""
    found = grammar.of(facts.definition.title)
    added_up = facts.definition.unit in ADDED_UP and facts.definition.basis != "snapshot"
    return "come to" if added_up and found.is_plural else found.stands


def year_statement(facts: Facts) -> str:
    """Compare with the same period last year: 'Children in need fell from 1,037 in 2017-18 to 821 in 2018-19.'

    Empty where the two figures cannot be compared.
    """
    then = facts.year_before
    if facts.value is None or then.value is None or then.period is None or then.change is None:
        return ""
    title, now, before = words.title_of(facts), _when(facts.period, facts), _when(then.period, facts)
    new, old = words.text_of(facts), words.figure(then.value, facts.definition)
    was = grammar.of(facts.definition.title).was
    if then.change == 0:
        return f"{title} stood at {new} {before} and again {now}."
    if is_small(then):
        return f"{title} {was} little changed: {old} {before} and {new} {now}."
    if facts.definition.unit == "pounds":
        less = f"{words.change(then.change, facts.definition)} {'more' if then.change > 0 else 'less'}"
        return f"{title} {now} {was} {less} than a year before ({new} against {old})."
    return f"{title} {'rose' if then.change > 0 else 'fell'} from {old} {before} to {new} {now}."


def mark(facts: Facts) -> str:
    """Say which of the figures told are illustrative or provisional, and if its own is in doubt; empty when none is."""
    doubt = f"In doubt: {words.when(facts.period)}." if doubts.about(facts) else ""
    return " ".join(part for part in (*(_marked(state, facts) for state in MARKED), doubt) if part)


def year_mark(facts: Facts) -> str:
    """Say which of the two figures of a year statement is illustrative or provisional; empty when neither is."""
    then = facts.year_before
    before = words.when(then.period) if then.period else ""
    own = [f"{MARKED[facts.state]} figure."] if facts.state in MARKED else []
    return " ".join([*own, *([f"{MARKED[then.state]}: {before}."] if then.state in MARKED and not own else [])])


def _marked(state: str, facts: Facts) -> str:
    if facts.state == state:
        return f"{MARKED[state]} figure."
    compared = [c for c in words.comparisons(facts) if c.change is not None and c.state == state and c.period]
    names = [words.when(c.period) for c in compared if c.period]
    return f"{MARKED[state]}: {grammar.listed(names)}." if names else ""


def _against(facts: Facts) -> str:
    """Say how a figure stands to its target."""
    its = grammar.of(facts.definition.title).its
    target = f"{its} target of {words.target_of(facts)}"
    if facts.status is Status.UNRATED:
        return ", with no target"
    if facts.gap == 0:
        return f", on {target}"
    verdict = {Status.GREEN: ", near enough to count as on target", Status.AMBER: ", which is close"}
    return f", {words.off_by(facts)} {target}{verdict.get(facts.status, '')}"


def _when(period: Period, facts: Facts) -> str:
    """Say when a figure was taken; the last period of a year stands for the year where its basis allows that."""
    if period.frequency is Frequency.DATE:
        return f"on {words.when(period)}"
    basis = facts.definition.basis
    ends_year = period.last_day == period.year.last_day and basis in YEAR_END_BASES
    if ends_year or period.frequency is Frequency.YEAR:
        return f"in {period.year.short_label}"
    return f"{_PREPOSITIONS.get(basis, 'in')} {words.when(period)}"


_PREPOSITIONS: Final = {"year_to_date": "by", "rolling_12_months": "in the 12 months to"}
