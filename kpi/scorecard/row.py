"""One line of a scorecard: a judged figure with its texts and its recent past.

In: judged facts. Out: an immutable row that every screen, paper and command prints from.
"""

from dataclasses import dataclass, field
from datetime import date

from kpi import story
from kpi.number import round_half_away
from kpi.scorecard.ahead import Ahead
from kpi.scorecard.past import NO_HISTORY, History
from kpi.story import breaks, doubts
from kpi.story.others import Against

Target = float | list[float] | None
Json = str | int | float | None | list[float] | list[str] | list[dict[str, object]]


@dataclass(frozen=True, slots=True)
class Row(Ahead):
    """One indicator and area for one period; texts are made when they are asked for."""

    history: History = field(default=NO_HISTORY, compare=False)
    against: Against | None = field(default=None, compare=False)

    @property
    def indicator(self) -> str:
        """The indicator's id."""
        return self.definition.id

    @property
    def title(self) -> str:
        """The indicator's title, without its area."""
        return self.definition.title

    @property
    def full_title(self) -> str:
        """The title, with the area unless it is the whole service."""
        return story.title_of(self)

    @property
    def theme(self) -> str:
        """The id of its theme."""
        return self.definition.theme

    @property
    def owner(self) -> str:
        """The role that answers for it."""
        return self.definition.owner

    @property
    def unit(self) -> str:
        """What the figure counts."""
        return self.definition.unit

    @property
    def decimals(self) -> int:
        """Decimals shown."""
        return self.definition.decimals

    @property
    def polarity(self) -> str:
        """Which way is good."""
        return self.definition.polarity

    @property
    def shown(self) -> float | None:
        """The value as displayed, on which it is judged."""
        return None if self.value is None else round_half_away(self.value, self.definition.shown_decimals)

    @property
    def text(self) -> str:
        """The figure as displayed, or what stands in its place."""
        return story.text_of(self)

    @property
    def target(self) -> Target:
        """The target as a number, as [low, high] for a range, None for none."""
        if self.target_low is not None and self.target_high is not None:
            return [self.target_low, self.target_high]
        return self.target_high if self.target_low is None else self.target_low

    @property
    def target_text(self) -> str:
        """The target in words, empty for none."""
        return story.target_of(self)

    @property
    def gap_text(self) -> str:
        """The gap in its own unit, empty for none."""
        return story.gap_text(self)

    @property
    def status_word(self) -> str:
        """The status as people read it: on target, close, off target, no target, no figure."""
        return story.STATUS_WORDS[self.status]

    @property
    def status_reason(self) -> str:
        """Why it has its status."""
        return story.status_reason(self)

    @property
    def direction_previous(self) -> str:
        """The direction since the previous period."""
        return self.previous.direction.value

    @property
    def change_previous(self) -> float | None:
        """The change since the previous period, as displayed."""
        return self.previous.change

    @property
    def change_previous_text(self) -> str:
        """The size of that change in words, empty where it cannot be told."""
        return story.size_of_change(self.previous, self)

    @property
    def direction_year(self) -> str:
        """The direction since the same period last year."""
        return self.year_before.direction.value

    @property
    def change_year(self) -> float | None:
        """The change since the same period last year, as displayed."""
        return self.year_before.change

    @property
    def change_year_text(self) -> str:
        """The size of that change in words, empty where it cannot be told."""
        return story.size_of_change(self.year_before, self)

    @property
    def direction_reason(self) -> str:
        """The rule behind both directions, or why they cannot be told."""
        return story.direction_reason(self)

    @property
    def sentence(self) -> str:
        """The sentence that explains it: figure, target and movement."""
        return story.sentence(self)

    @property
    def year_statement(self) -> str:
        """The comparison with last year as a sentence, empty where there is none."""
        return story.year_statement(self)

    @property
    def mark(self) -> str:
        """Which of the figures told are illustrative or provisional, and whether its own is in doubt."""
        return story.mark(self)

    @property
    def break_reason(self) -> str:
        """Why figures before this period are not comparable, where a new definition begins with it."""
        found = breaks.between(self.definition, self.period.previous(), self.period)
        return found.reason if found else ""

    @property
    def doubt_reason(self) -> str:
        """Why its figure is in doubt, as a clause; empty where it is not."""
        return doubts.about(self)

    @property
    def data_to(self) -> date | None:
        """The last day that its latest figure covers, None where there never was one."""
        if self.value is not None:
            return self.period.last_day
        return self.last[0].last_day if self.last else None

    def as_dict(self) -> dict[str, Json]:
        """Give the JSON object of the command line; `value` is as stored, `text` as displayed."""
        return {
            "indicator": self.indicator,
            "title": self.title,
            "theme": self.theme,
            "owner": self.owner,
            "area": self.area,
            "area_title": self.area_title,
            "period": self.period.text,
            "value": self.value,
            "text": self.text,
            "unit": self.unit,
            "target": self.target,
            "target_text": self.target_text,
            "gap": None if self.gap is None else round(self.gap, 6),
            "gap_text": self.gap_text,
            "status": self.status.value,
            "status_reason": self.status_reason,
            "change_previous": self.change_previous,
            "direction_previous": self.direction_previous,
            "change_year": self.change_year,
            "direction_year": self.direction_year,
            "direction_reason": self.direction_reason,
            "sentence": self.sentence,
            "mark": self.mark,
            "variation": self.variation,
            "assurance": self.assurance,
            "variation_reason": self.variation_reason,
            **self.ahead_as_dict(),
            "benchmarks": self.against.as_dicts() if self.against else [],
            "symbol": self.symbol,
            "note": self.note,
            "doubt": self.doubt_reason,
            "state": self.state or None,
            "data_to": self.data_to.isoformat() if self.data_to else None,
            "revision": self.revision,
        }
