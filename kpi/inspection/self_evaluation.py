"""The self-evaluation: strengths and areas for development, and a warning where the figures now contradict one.

In: statements of the definitions, figures. Out: statements with their answers, and sentences that warn.
"""

from dataclasses import dataclass
from typing import Any, Final

from kpi.definitions.inspection import Statement
from kpi.definitions.pack import Pack
from kpi.expectation import Answer, Figures, Outcome, answer
from kpi.inspection.dates import read
from kpi.judge.status import Status
from kpi.period import Period

KIND_WORDS: Final = {"strength": "strength", "development": "area for development"}
"""Kinds of statements as people read them."""


@dataclass(frozen=True)
class StatementView:
    """A statement, its theme, and what the figures that support it say now."""

    statement: Statement
    theme_title: str
    answers: tuple[Answer, ...]

    @property
    def ref(self) -> str:
        """Its reference."""
        return self.statement.ref

    @property
    def kind(self) -> str:
        """Strength or area for development, as people read it."""
        return KIND_WORDS[self.statement.kind]

    @property
    def against(self) -> tuple[Answer, ...]:
        """The answers that speak against it.

        For a strength, those that are not borne out. For an area for development, those that no longer show the
        weakness, and those whose figure now meets its target.
        """
        if self.statement.kind == "strength":
            return tuple(one for one in self.answers if one.outcome is Outcome.NOT_BORNE_OUT)
        return tuple(one for one in self.answers if one.outcome is Outcome.NOT_BORNE_OUT or _on_target(one))

    @property
    def contradicted(self) -> bool:
        """Whether the figures contradict it: one is enough against a strength, a weakness is gone when all say so."""
        if self.statement.kind == "strength":
            return bool(self.against)
        return bool(self.answers) and len(self.against) == len(self.answers)

    @property
    def unsupported(self) -> bool:
        """Whether it names neither figures nor other evidence."""
        return not self.statement.indicators and not self.statement.evidence

    @property
    def warning(self) -> str:
        """Say what contradicts it; empty where nothing does."""
        if not self.contradicted:
            return ""
        said = " ".join(one.sentence for one in self.against)
        if self.statement.kind == "strength":
            return f"{self.ref} is called a strength, but the figures contradict it. {said}"
        return f"{self.ref} is called an area for development, but the figures no longer show it. {said}"

    def as_dict(self) -> dict[str, Any]:
        """Give the JSON object of the command line."""
        return {
            "ref": self.ref,
            "year": self.statement.year,
            "theme": self.statement.theme,
            "kind": self.statement.kind,
            "text": self.statement.text,
            "indicators": [one.as_dict() for one in self.answers],
            "evidence": [one.model_dump(mode="json", exclude_none=True) for one in self.statement.evidence],
            "contradicted": self.contradicted,
            "warning": self.warning,
            "illustrative": self.statement.illustrative,
        }


def years(pack: Pack) -> tuple[str, ...]:
    """List the years that have a self-evaluation, oldest first."""
    return tuple(sorted({one.year for one in pack.inspection.self_evaluation}))


def self_evaluation(pack: Pack, figures: Figures, upto: Period, year: str | None = None) -> tuple[StatementView, ...]:
    """Answer the statements of a year, themes in scorecard order, strengths first.

    Without a year it is the newest that began by the end of `upto`. Movements are compared with the end of the year
    before the statement's own.
    """
    calendar = pack.council.calendar
    begun = [one for one in years(pack) if read(one, calendar).first_day <= upto.last_day]
    wanted = year or (begun[-1] if begun else "")
    order = {theme: place for place, theme in enumerate(pack.theme_titles)}
    found = [one for one in pack.inspection.self_evaluation if one.year == wanted]
    found.sort(key=lambda one: (order.get(one.theme, len(order)), one.kind != "strength"))
    return tuple(_view(one, pack, figures, upto) for one in found)


def _view(statement: Statement, pack: Pack, figures: Figures, upto: Period) -> StatementView:
    since = read(statement.year, pack.council.calendar).previous()
    answers = tuple(answer(one, figures, upto, since) for one in statement.indicators)
    return StatementView(statement, pack.theme_titles.get(statement.theme, statement.theme), answers)


def _on_target(found: Answer) -> bool:
    return found.now is not None and found.outcome is not Outcome.CANNOT_TELL and found.now.status is Status.GREEN
