"""Slides about figures: the opening, every figure off target, and the largest changes of the year.

In: rows of a scorecard. Out: slides with the chart, the gap and who acts.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kpi import story
from kpi.charts.indicator import chart
from kpi.charts.model import Chart
from kpi.definitions.legend import COMPLETE, FINISHED
from kpi.judge.direction import Direction
from kpi.judge.status import Status
from kpi.plan import ActionView
from kpi.reports.briefing.sources import Sources
from kpi.reports.model import KeyFigure
from kpi.reports.slides import Slide
from kpi.scorecard import Row
from kpi.story import grammar

CHANGES: Final = 3
"""How many of the largest changes are proposed."""
MOST_ACTIONS: Final = 2
"""Actions that a slide names; its notes name all."""
ENDED: Final = FINISHED | {"moved"}
"""Stages after which nobody acts any more."""


def opening(sources: Sources) -> Slide:
    """Say how many figures stand where, in the sentence that the scorecard opens with."""
    card = sources.card
    counts = tuple(
        KeyFigure(story.STATUS_WORDS[status].capitalize(), f"{count:,}", status.value, story.STATUS_WORDS[status])
        for status, count in card.counts.items()
        if count
    )
    notes = "\n".join((*story.headlines(card)[1:], *story.marks(card)))
    return Slide("opening", story.counts_sentence(card), "opening", figures=counts, notes=notes, link="scorecard")


def off_target(sources: Sources) -> tuple[Slide, ...]:
    """Give a slide for every figure that is off target."""
    return tuple(_slide(row, "off_target", _where(row), sources) for row in sources.card.rows if _is_red(row))


def changed(sources: Sources) -> tuple[Slide, ...]:
    """Give a slide for each of the largest changes of the year that are not told already, worsening first."""
    moved = [row for row in sources.card.sorted_by("change").rows if _has_moved(row) and not _is_red(row)]
    return tuple(_slide(row, "changed", row.year_statement, sources) for row in moved[:CHANGES])


def _is_red(row: Row) -> bool:
    return row.status is Status.RED


def _has_moved(row: Row) -> bool:
    """Tell a figure that moved one way or the other over the year."""
    return row.year_before.direction not in (Direction.NO_CHANGE, Direction.CANNOT_TELL) and bool(row.year_statement)


def _where(row: Row) -> str:
    return f"{story.standing(row)}."


def _chart(rows: Sequence[Row], title: str, sources: Sources) -> Chart:
    """Draw a figure beside those of other areas that have the same target, which then needs no names of areas."""
    drawn = chart([sources.history(row) for row in rows], title, rows[0].period)
    if len(drawn.targets) != 1:
        return drawn
    return replace(drawn, targets=(replace(drawn.targets[0], label=drawn.targets[0].label.partition(" (")[0]),))


def _beside(row: Row) -> str:
    """Say where the same figure stands in another area: 'Assessment team: 23.7 cases, on target.'"""
    return f"{row.area_title}: {row.text}, {row.status_word}."


def _slide(row: Row, why: str, title: str, sources: Sources) -> Slide:
    """Tell one figure: the message, its chart, its gap, who acts, and everything else in the notes."""
    actions, others = sources.actions_on(row), sources.others(row)
    status = f"{row.status_word[:1].upper()}{row.status_word[1:]}"
    return Slide(
        id=f"{why}:{row.indicator}:{row.area}",
        title=title,
        why=why,
        chart=_chart([row, *(one for one in others if one.target_text == row.target_text)], title, sources),
        figures=(KeyFigure(f"{status}, {_when(row)}", row.text, row.status.value, row.status_word),),
        gap=f"{row.gap_text[:1].upper()}{row.gap_text[1:]}: {row.target_text}" if row.gap_text else "",
        who=_who(row, actions),
        mark=row.mark,
        notes=_notes(row, others, actions),
        link=f"indicator?indicator={row.indicator}&area={row.area}",
    )


def _when(row: Row) -> str:
    return row.period.short_label


def _who(row: Row, actions: Sequence[ActionView]) -> str:
    """Say who answers for a figure, and which actions should move it: those still open, else that none is."""
    open_ = [action for action in actions if action.stage not in ENDED]
    if open_:
        acts = f"Acts: {_some([_acting(action, row.owner) for action in open_])}."
    elif actions:
        one, several = ("is", "are") if all(action.stage in COMPLETE for action in actions) else ("has", "have")
        how = "complete" if one == "is" else "ended"
        ended = _some([action.ref for action in actions])
        acts = f"No action on it is open: {ended} {one if len(actions) == 1 else several} {how}."
    else:
        acts = "No action of the plan is about it."
    return f"Answers for it: {row.owner}. {acts}"


def _acting(action: ActionView, owner: str) -> str:
    """Name an action, when it is due, and who leads it where that is not the owner."""
    lead = f"{action.lead}, " if action.lead != owner else ""
    since, day = "overdue since" if "overdue" in action.codes else "due", action.due.label.partition(" (")[0]
    return f"{action.ref} ({lead}{f'{since} {day}' if action.due.period else 'no date'})"


def _some(named: Sequence[str]) -> str:
    """List the first few, and say how many more there are."""
    more = len(named) - MOST_ACTIONS
    return f"{', '.join(named[:MOST_ACTIONS])} and {more:,} more" if more > 0 else grammar.listed(named)


def _notes(row: Row, others: Sequence[Row], actions: Sequence[ActionView]) -> str:
    """Say all that a speaker may be asked: the figure, its status and direction, other areas, and each action."""
    told = (row.sentence, row.status_reason, row.year_statement, row.mark, *map(_beside, others))
    done = (f"{action.ref} ({action.lead}): {action.text.rstrip('.')}. {action.sentence}" for action in actions)
    return "\n".join(dict.fromkeys(sentence for sentence in (*told, *done) if sentence))
