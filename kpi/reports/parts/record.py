"""What inspectors and the panel asked, promised and heard, in a paper; and on what record it rests.

In: Sources and what a recipe says of it. Out: blocks; every sentence is the inspection's or the panel's own.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kpi.definitions.inspection import Inspection
from kpi.definitions.paper import Filling
from kpi.inspection import TracedRecommendation, tell
from kpi.panel import QuestionView
from kpi.panel import tell as tell_panel
from kpi.period import reader_date
from kpi.reports.model import Block, Bullets, Callout, Cell, Column, Paragraph, Table
from kpi.reports.sources import Sources

REF: Final = Column("Ref", weight=0.7)
MARK: Final = "Illustrative."


def judgements(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Say the grades that stood on the day the paper is read."""
    yield Paragraph(tell.standing(sources.inspection))


def judgements_later(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Say what inspectors found afterwards, marked as known only later, with what they asked for."""
    view = sources.inspection
    told = tell.later(view)
    if not told:
        return
    yield Callout(f"Not known on {reader_date(view.day)}: what follows was published afterwards.")
    yield from (Paragraph(line) for line in told)
    graded = {column.id for column in view.history.columns if column.later}
    asked = [one for one in view.trace if one.later and one.inspection.id in graded]
    visits = {one.inspection.id: one.inspection for one in asked}
    yield from (Paragraph(line) for line in map(_visited, visits.values()) if line)
    if asked:
        yield Bullets(tuple(f"{one.kind.capitalize()} {one.ref}: {one.text}" for one in asked))


def _visited(inspection: Inspection) -> str:
    """Say what an inspection found, as its summary has it."""
    return inspection.summary or ""


def trace(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Trace every recommendation known on the day to its actions and to the figures that show their impact."""
    columns = (REF, Column("What was asked", weight=2.5), Column("By", weight=1.8), Column("Answered by", weight=4))
    yield from _table(
        "Recommendations, the actions that answer them, and the figures",
        columns,
        map(_traced, sources.inspection.recommendations),
    )


def _traced(one: TracedRecommendation) -> tuple[str, ...]:
    return one.ref, _marked(one.text, one.illustrative), one.inspection.title, one.sentence


def pledges(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Say of every pledge whether the figures show that it is kept."""
    columns = (REF, Column("Pledge", weight=3), Column("Kept?", weight=4))
    rows = (
        (one.pledge.ref, _marked(one.pledge.text, one.pledge.illustrative), one.sentence)
        for one in sources.inspection.pledges
        if not one.later
    )
    yield from _table("Pledges, and what the figures show", columns, rows)


def self_evaluation(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Give the self-evaluation, and which of its statements the figures contradict."""
    columns = (REF, Column("Statement", weight=4), Column("Kind", weight=1.3), Column("What the figures say", weight=3))
    rows = (
        (one.ref, _marked(one.statement.text, one.statement.illustrative), one.kind, one.warning or "Not contradicted.")
        for one in sources.inspection.self_evaluation
    )
    yield from _table("The self-evaluation, read against the figures", columns, rows)


def questions(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Give what the panel asked by the day, what waits for an answer first."""
    yield from _questions("Questions and requests", sources.panel.questions)


def open_questions(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Give what waits for an answer, and how many questions there are in all."""
    waiting = [one for one in sources.panel.questions if one.state == "open"]
    yield Paragraph(tell_panel.questions(sources.panel))
    yield from _questions("Questions and requests that wait for an answer", waiting)


def _questions(caption: str, asked: Iterable[QuestionView]) -> Iterator[Block]:
    columns = (
        REF,
        Column("Asked", weight=3),
        Column("Who answers", weight=1.5),
        Column("Where it stands", weight=3),
    )
    yield from _table(caption, columns, map(_question, asked))


def _question(one: QuestionView) -> tuple[str, ...]:
    answer = f" {one.answer}" if one.answer else ""
    return one.ref, _marked(one.question.text, one.illustrative), one.question.owner, f"{one.sentence}{answer}"


def claims(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Give what was claimed about the future before the panel, and what the figures answer."""
    columns = (REF, Column("Claim, and what the figures answer", weight=6), Column("Outcome", weight=1.3))
    rows = ((one.ref, _marked(one.sentence, one.illustrative), one.word.capitalize()) for one in sources.panel.claims)
    yield from _table("Claims about the future", columns, rows)


def background_papers(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """List the reports of inspections that were published by the day."""
    known = [one for one in sources.inspection.visits if not one.later and not one.inspection.illustrative]
    if known:
        told = (f"{one.inspection.title} ({one.inspection.inspectorate}, {one.when})" for one in known)
        yield Bullets(tuple(told))


def record(sources: Sources, _filling: Filling) -> Iterator[Block]:
    """Say on which revision of the record the paper rests, and the seal on it."""
    made = reader_date(sources.made.date())
    yield Paragraph(
        f"Every figure is as the record held it at revision {sources.revision}, made on {made}. "
        f"The seal on that record is {sources.seal}."
    )


def _marked(text: str, illustrative: bool) -> str:
    """Add to a text that it was made up."""
    return f"{text} {MARK}" if illustrative else text


def _table(caption: str, columns: Sequence[Column], rows: Iterable[Sequence[str]]) -> Iterator[Table]:
    """Make a table of texts; none where there is no row."""
    cells = tuple(tuple(map(Cell, row)) for row in rows)
    if cells:
        yield Table(caption, tuple(columns), cells)
