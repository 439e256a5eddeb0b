"""The first sentences of the inspection page, and its rows.

In: an InspectionView. Out: sentences, the judgements that stand first; dictionaries for a table.
"""

from typing import TYPE_CHECKING, Any

from kpi.period import reader_date
from kpi.story import grammar

if TYPE_CHECKING:
    from kpi.inspection.view import InspectionView


def headlines(view: "InspectionView") -> tuple[str, ...]:
    """Say the grades that stand, what came later, what has no action or figure, and what the figures contradict."""
    found = (
        standing(view),
        *later(view),
        _recommendations(view),
        _without_figures(view),
        _directions(view),
        _pledges(view),
        _contradicted(view),
    )
    return tuple(sentence for sentence in found if sentence)


def rows(view: "InspectionView") -> list[dict[str, Any]]:
    """Give one row a judgement, recommendation, direction, pledge and statement."""
    judged = view.history.as_rows()
    return [
        *(_row("judgement", one["inspection"], one["date"], one["area_title"], one["grade_text"]) for one in judged),
        *(_row("recommendation", one.ref, one.known.isoformat(), one.text, one.sentence) for one in view.trace),
        *(
            _row("direction", one.direction.id, one.direction.issued, one.direction.text, one.sentence)
            for one in view.directions
        ),
        *(_row("pledge", one.pledge.ref, one.pledge.made, one.pledge.text, one.sentence) for one in view.pledges),
        *(
            _row(one.statement.kind, one.ref, one.statement.year, one.statement.text, one.warning)
            for one in view.self_evaluation
        ),
    ]


def _row(kind: str, ref: str, when: str, text: str, says: str) -> dict[str, Any]:
    return {"kind": kind, "ref": ref, "when": when, "text": text, "says": says}


def standing(view: "InspectionView") -> str:
    """Say the grades that stood on the day."""
    column = view.history.standing
    return view.history.sentence(column) if column else "No judgement was known yet."


def later(view: "InspectionView") -> list[str]:
    """Say the grades that became known after the day."""
    columns = [column for column in view.history.columns if column.later]
    return [f"Known only after {reader_date(view.day)}. {view.history.sentence(column)}" for column in columns]


def _recommendations(view: "InspectionView") -> str:
    """Count the recommendations known on the day; those with and without an action add up to all of them."""
    total, without = len(view.recommendations), view.without_action
    if not total:
        return "No recommendation was known yet."
    noun = "recommendation" if total == 1 else "recommendations and areas for improvement"
    if not without:
        return f"{'The one' if total == 1 else f'All {total:,}'} {noun} {'has' if total == 1 else 'have'} an action."
    named = grammar.listed([one.ref for one in without])
    have = total - len(without)
    verbs = "has" if have == 1 else "have", "has" if len(without) == 1 else "have"
    return f"Of {total:,} {noun}, {have:,} {verbs[0]} an action and {len(without):,} {verbs[1]} none: {named}."


def _without_figures(view: "InspectionView") -> str:
    found = [one.ref for one in view.without_indicator]
    return f"No figure is named that would show the impact of: {grammar.listed(found)}." if found else ""


def _directions(view: "InspectionView") -> str:
    standing = [one for one in view.directions if one.stands]
    if not standing:
        return ""
    return f"Under statutory direction: {grammar.listed([one.direction.title for one in standing])}."


def _pledges(view: "InspectionView") -> str:
    """Count the pledges by whether they are kept; the numbers add up to all that were made by the day."""
    made = [one for one in view.pledges if not one.later]
    if not made:
        return ""
    counted: dict[str, list[str]] = {}
    for one in made:
        counted.setdefault(one.word, []).append(one.pledge.ref)
    told = [f"{word} {len(refs):,} ({grammar.listed(refs)})" for word, refs in counted.items()]
    return f"Of {len(made):,} {'pledge' if len(made) == 1 else 'pledges'}: {'; '.join(told)}."


def _contradicted(view: "InspectionView") -> str:
    """Count the statements that the figures contradict, and name them."""
    total, found = len(view.self_evaluation), view.contradicted
    if not total:
        return ""
    year = view.self_evaluation[0].statement.year
    noun = f"{'statement' if total == 1 else 'statements'} of the self-evaluation of {year}"
    if not found:
        return f"The figures contradict none of the {total:,} {noun}."
    named = grammar.listed([one.ref for one in found])
    verb = f"{len(found):,} {'is' if len(found) == 1 else 'are'} contradicted by the figures"
    return f"Of {total:,} {noun}, {verb}: {named}."
