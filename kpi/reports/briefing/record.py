"""Slides about what was promised: overdue actions, actions without impact, claims and questions due.

In: the plan and the panel's record. Out: slides of a few points each; more points make more slides.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from kpi.expectation import Outcome
from kpi.panel import ClaimView, QuestionView
from kpi.plan import ActionView
from kpi.reports.briefing.sources import Sources
from kpi.reports.slides import Slide
from kpi.story import grammar

OUTCOMES: Final = {
    Outcome.BORNE_OUT: ("is borne out", "are borne out"),
    Outcome.NOT_BORNE_OUT: ("is not", "are not"),
    Outcome.CANNOT_TELL: ("cannot be judged", "cannot be judged"),
}
"""What came of one claim, and of several."""
SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
MADE_UP: Final = " (Illustrative.)"
ILLUSTRATIVE: Final = "Illustrative: made up to demonstrate, and not to be quoted."
POINTS: Final = 3
"""Points that fit a slide under its message."""


def overdue(sources: Sources) -> tuple[Slide, ...]:
    """Tell the actions that are overdue, who leads each and since when."""
    return _actions(sources, "overdue", ("action is overdue", "actions are overdue"), _late)


def no_impact(sources: Sources) -> tuple[Slide, ...]:
    """Tell the actions that are complete while their figures do not show it."""
    one, several = (
        "action is complete, but its figures do not show it",
        "actions are complete, but their figures do not",
    )
    return _actions(sources, "impact-not-shown", (one, f"{several} show it"), _unseen)


def claims_due(sources: Sources) -> tuple[Slide, ...]:
    """Tell what came of each claim about this quarter."""
    due = [claim for claim in sources.panel.claims if claim.claim.expectation.period == sources.card.period.text]
    told = [
        f"{_few(count)} {one if count == 1 else several}"
        for outcome, (one, several) in OUTCOMES.items()
        if (count := sum(claim.answer.outcome is outcome for claim in due))
    ]
    title = f"{_count(len(due), 'claim was', 'claims were')} made about this quarter: {grammar.listed(told)}"
    return tuple(_paged("claim_due", title, [_claimed(claim) for claim in due], _notes_of(due), "panel"))


def questions_due(sources: Sources) -> tuple[Slide, ...]:
    """Tell the questions that wait for an answer, the overdue ones first."""
    waiting = [question for question in sources.panel.questions if question.state == "open"]
    late = sum(question.overdue for question in waiting)
    title = _count(len(waiting), f"question of {sources.asks} is open", f"questions of {sources.asks} are open")
    title += f", {_few(late)} of them overdue" if late and len(waiting) > 1 else ", and overdue" if late else ""
    return tuple(_paged("question_due", title, [_asked(one) for one in waiting], _notes_of(waiting), "panel"))


def _actions(
    sources: Sources, code: str, verbs: tuple[str, str], point: Callable[[ActionView], str]
) -> tuple[Slide, ...]:
    """Tell the actions of which one thing is concluded."""
    found = [action for action in sources.plan.actions if code in action.codes] if sources.plan else []
    title = f"{_count(len(found), *verbs)}: {grammar.listed([action.ref for action in found])}" if found else ""
    why = {"overdue": "overdue", "impact-not-shown": "no_impact"}[code]
    notes = [f"{action.sentence} {_concluded(action, code)}{_marked(action)}" for action in found]
    return tuple(_paged(why, title, [point(action) for action in found], notes, f"plan?conclusion={code}"))


def _paged(why: str, title: str, points: Sequence[str], notes: Sequence[str], link: str) -> Iterator[Slide]:
    """Put points on as many slides as they need, and number those after the first."""
    starts = range(0, len(points), POINTS)
    for page, start in enumerate(starts, 1):
        some, said = points[start : start + POINTS], "\n".join(notes[start : start + POINTS])
        every = all(point.endswith(MADE_UP) for point in some)
        shown = tuple(point.removesuffix(MADE_UP) if every else point for point in some)
        of = f" ({page} of {len(starts)})" if len(starts) > 1 else ""
        yield Slide(
            f"{why}:{page}", f"{title}{of}.", why, points=shown, mark=ILLUSTRATIVE * every, notes=said, link=link
        )


def _few(count: int) -> str:
    """Write a small number as a word, as sentences do."""
    return SMALL[count] if count < len(SMALL) else f"{count:,}"


def _count(count: int, one: str, several: str) -> str:
    return f"{_few(count).capitalize()} {one if count == 1 else several}"


def _late(action: ActionView) -> str:
    due = action.due.label if action.due.period else "no date"
    return f"{action.ref}: {action.text.rstrip('.')}. Due {due}. {action.lead}.{_marked(action)}"


def _unseen(action: ActionView) -> str:
    against = next((one for one in action.answers if one.outcome is Outcome.NOT_BORNE_OUT), None)
    return f"{action.ref}: {against.sentence if against else action.text} {action.lead}.{_marked(action)}"


def _claimed(claim: ClaimView) -> str:
    return f"{claim.word.capitalize()}: “{claim.claim.text.rstrip('.')}.” {claim.claim.by}.{_marked(claim)}"


def _asked(question: QuestionView) -> str:
    return f"{question.question.text} {question.sentence}{_marked(question)}"


def _marked(one: ActionView | ClaimView | QuestionView) -> str:
    return MADE_UP if one.illustrative else ""


def _notes_of(found: Sequence[ClaimView] | Sequence[QuestionView]) -> list[str]:
    return [f"{one.sentence}{_marked(one)}" for one in found]


def _concluded(action: ActionView, code: str) -> str:
    return next((one.sentence for one in action.conclusions if one.code == code), "")
