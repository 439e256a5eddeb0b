"""The public edition as a value: every figure in it may be printed, and nothing that may not has ever entered it.

In: protected figures. Out: frozen themes and measures, which pages, charts, files and PDF are made of.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from kpi.period import Period

Word = Literal["better", "the same", "worse", "higher", "lower", "cannot say"]
"""How a figure compares with an earlier one; higher and lower where neither is better."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One figure as the public may see it.

    `when` is its period in plain words. `value` is the figure as printed, None where no number is; `symbol` then says
    why in one letter of the Department for Education (c hidden, x not available, z not applicable) and `why` in words.
    """

    period: Period
    when: str
    value: float | None
    text: str
    symbol: str = ""
    why: str = ""
    state: str = "final"

    @property
    def is_hidden(self) -> bool:
        """Tell whether it is not shown so that no child can be recognised."""
        return self.symbol == HIDDEN

    @property
    def is_illustrative(self) -> bool:
        """Tell whether it was made up for a demonstration."""
        return self.state == "illustrative"


HIDDEN = "c"


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the newest figure compares: a word, the sentence behind it, what it means, and how long before ('a year')."""

    word: Word
    sentence: str
    means: str = ""
    than: str = ""


@dataclass(frozen=True, slots=True)
class Goal:
    """What the council aims for: `text` such as 'at least 85%', how it stands (green, amber, red), and the sentence."""

    text: str
    status: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing the council measures, in plain English, with its figures, oldest first and never none.

    `counts` says what is counted, `matters` why. `unit`, `per` and `decimals` are as in its definition. `changes` say
    from when on figures are not comparable with earlier ones, and why.
    """

    id: str
    title: str
    area: str
    counts: str
    matters: str
    unit: str
    per: int | None
    decimals: int
    figures: tuple[Shown, ...]
    verdict: Verdict
    goal: Goal | None
    source: str
    changes: tuple[tuple[str, str], ...] = ()
    in_doubt: tuple[str, ...] = ()

    @property
    def now(self) -> Shown:
        """The newest figure."""
        return self.figures[-1]

    @property
    def last_number(self) -> Shown | None:
        """The latest earlier number where the newest figure is none and nothing is hidden about it."""
        if self.now.value is not None or self.now.is_hidden:
            return None
        return next((figure for figure in reversed(self.figures) if figure.value is not None), None)

    @property
    def full_title(self) -> str:
        """The title, with the area unless it is the whole service."""
        return f"{self.title} ({self.area})" if self.area else self.title

    @property
    def has_hidden(self) -> bool:
        """Tell whether any of its figures is not shown."""
        return any(figure.is_hidden for figure in self.figures)

    @property
    def is_illustrative(self) -> bool:
        """Tell whether any of its figures was made up."""
        return any(figure.is_illustrative for figure in self.figures)


@dataclass(frozen=True, slots=True)
class Theme:
    """What belongs together, with a sentence that says what it is about."""

    id: str
    title: str
    about: str
    measures: tuple[Measure, ...]

    def count(self, word: Word) -> int:
        """Tell how many of its figures compare so with the year before."""
        return sum(measure.verdict.word == word for measure in self.measures)


@dataclass(frozen=True, slots=True)
class Place:
    """Whose figures they are, as the Department for Education names places; codes may be empty."""

    name: str
    la_code: str = ""
    ons_code: str = ""
    region_code: str = ""


@dataclass(frozen=True, slots=True)
class PublicEdition:
    """What the council tells the public about a period, protected as a whole.

    `made` is when the revision was recorded (aware, UTC); `seal` the head of the ledger's chain; `threshold` the
    largest count that is never shown; `since` the revision of the last release that it was guarded against;
    `short_forms` are the council's own with what they stand for; `contact` is how to reach it.
    """

    council: str
    service: str
    place: Place
    period: Period
    when: str
    revision: int
    made: datetime
    seal: str
    about: str
    themes: tuple[Theme, ...]
    threshold: int
    since: int | None = None
    short_forms: tuple[tuple[str, str], ...] = ()
    contact: str = ""

    @property
    def measures(self) -> tuple[Measure, ...]:
        """Every measure in the order of the themes."""
        return tuple(measure for theme in self.themes for measure in theme.measures)

    @property
    def hidden(self) -> int:
        """How many figures are not shown so that no child can be recognised, over all periods."""
        return sum(figure.is_hidden for measure in self.measures for figure in measure.figures)

    @property
    def is_illustrative(self) -> bool:
        """Tell whether any figure was made up."""
        return any(measure.is_illustrative for measure in self.measures)
