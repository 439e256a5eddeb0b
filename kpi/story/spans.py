"""Two spans of periods compared, in a sentence: 'Leavers halved: 6 in November 2018 to March 2019, against 12 in ...'.

In: what a span comes to and how it was worked out. Out: the sentence, how the figures were made, and what to mind.
"""

from dataclasses import dataclass
from enum import StrEnum
from math import isnan
from typing import Any, Final

from kpi.definitions.indicator import Indicator
from kpi.judge.direction import Direction
from kpi.judge.spans import Distance, Size
from kpi.period import Frequency, Period
from kpi.story import grammar, words
from kpi.story.movement import JUDGEMENTS
from kpi.story.sentences import MARKED


class How(StrEnum):
    """How a span's figure was worked out."""

    TOTAL = "total"
    MEAN = "mean"
    PARTS = "numerators_and_denominators"
    SINGLE = "single_figure"


@dataclass(frozen=True, slots=True)
class Spanned:
    """What one span comes to.

    `value` is as displayed. `per_period` is what a total comes to for one month, quarter or year, else the value.
    """

    periods: tuple[Period, ...]
    value: float
    per_period: float
    numerator: float | None
    denominator: float | None
    state: str

    @property
    def label(self) -> str:
        """The span's name for readers."""
        return span_label(self.periods)


@dataclass(frozen=True, slots=True)
class Spans:
    """A later span against an earlier one; `decimals` are those shown, `per_period` tells what was compared."""

    definition: Indicator
    title: str
    later: Spanned
    earlier: Spanned
    how: How
    decimals: int
    per_period: bool
    distance: Distance
    direction: Direction


MOVED: Final = {
    Size.UNCHANGED: ("is unchanged", "are unchanged"),
    Size.LITTLE: ("is little changed", "are little changed"),
    Size.TO_NOTHING: ("fell to nothing", "fell to nothing"),
    Size.FROM_NOTHING: ("rose from nothing", "rose from nothing"),
    Size.HALVED: ("halved", "halved"),
    Size.MORE_THAN_HALVED: ("more than halved", "more than halved"),
    Size.DOUBLED: ("doubled", "doubled"),
    Size.MORE_THAN_DOUBLED: ("more than doubled", "more than doubled"),
    Size.TREBLED: ("trebled", "trebled"),
    Size.MORE_THAN_TREBLED: ("more than trebled", "more than trebled"),
}
"""Words for sizes that are not said as 'fell by' or 'rose by', singular and plural."""


def sentence(spans: Spans) -> str:
    """Say the comparison: 'Leavers halved: 6 in November 2018 to March 2019, against 12 in June to October 2018.'"""
    new, old = (f"{_figure(one, spans)} {_when(one)}" for one in (spans.later, spans.earlier))
    judgement = JUDGEMENTS.get(spans.direction)
    return f"{spans.title} {moved(spans)}: {new}, against {old}{f'; {judgement}' if judgement else ''}."


def moved(spans: Spans) -> str:
    """Say the movement without its figures: 'halved', 'fell by a third', 'rose by 3.2 percentage points'."""
    size = spans.distance.size
    if size in MOVED:
        return grammar.of(spans.definition.title).verb(*MOVED[size])
    if size not in (Size.FELL, Size.ROSE):
        return size.value.replace("_", " ")
    verb = "fell" if size is Size.FELL else "rose"
    if spans.definition.unit == "percent" or isnan(spans.distance.share):
        return f"{verb} by {words.change(spans.distance.change, spans.definition)}"
    return f"{verb} by {max(1, round(100 * abs(spans.distance.share)))}%"


def made(spans: Spans) -> str:
    """Say how the two figures were worked out."""
    if spans.how is How.PARTS:
        parts = (f"{_part(one.numerator)} of {_part(one.denominator)}" for one in (spans.later, spans.earlier))
        return f"Worked out again from numerators and denominators added up: {' against '.join(parts)}."
    if spans.how is How.SINGLE:
        return "The figures of single periods, as stored."
    new, old = (_length(one) for one in (spans.later, spans.earlier))
    if spans.how is How.MEAN:
        lengths = f"{new} each" if new == old else f"{new} against {old}"
        return f"Averages of figures taken at the end of each period, each counting the same: {lengths}."
    if spans.per_period:
        return f"Totals of {new} against {old}, compared by the {_kind(spans.later)} as they differ in length."
    return f"Totals of {new} each."


def season(spans: Spans) -> str:
    """Warn that the spans are different times of the year; empty where they are the same or whole years."""
    if spans.later.periods[0].frequency not in (Frequency.MONTH, Frequency.QUARTER):
        return ""
    new, old = ({period.last_day.month for period in one.periods} for one in (spans.later, spans.earlier))
    return "" if new == old else "The spans are different times of the year, so a season may explain part of it."


def overlap(spans: Spans) -> str:
    """Warn that two figures of 12 months each share some of them; empty where they do not."""
    new, old = spans.later.periods[-1], spans.earlier.periods[-1]
    if spans.definition.basis != "rolling_12_months" or new.year_before() >= old:
        return ""
    return "Each figure covers 12 months and the two share some of them, so that much of the same is counted in both."


def mark(spans: Spans) -> str:
    """Say which span rests on illustrative or provisional figures; empty when neither does."""
    states = {one.state for one in (spans.later, spans.earlier)} - {"final"}
    if len(states) == 1 and spans.later.state == spans.earlier.state:
        return f"{MARKED[states.pop()]} figures."
    told = (f"{MARKED[one.state]}: {one.label}." for one in (spans.later, spans.earlier) if one.state in MARKED)
    return " ".join(told)


def told(spans: Spans) -> tuple[str, ...]:
    """Say all that there is to say: the sentence, how it was worked out, what to mind."""
    lines = (sentence(spans), made(spans), season(spans), overlap(spans), mark(spans))
    return tuple(line for line in lines if line)


def cells(spans: Spans, one: Spanned) -> dict[str, str]:
    """Give what one span comes to as cells of a table, by the names of their columns."""
    found = {"Figure": words.figure(one.value, spans.definition, None if spans.per_period else spans.decimals)}
    if spans.per_period:
        found[f"By the {_kind(one)}"] = words.figure(one.per_period, spans.definition, spans.decimals)
    if spans.how is How.PARTS:
        found["Worked out from"] = f"{_part(one.numerator)} of {_part(one.denominator)}"
    return found | {_kind(one).capitalize() + "s": f"{len(one.periods)}"}


def as_dict(spans: Spans) -> dict[str, Any]:
    """Give the comparison as the command line prints it; `share` is the change as a share of the earlier figure."""
    share = spans.distance.share
    return {
        "indicator": spans.definition.id,
        "title": spans.title,
        "how": spans.how.value,
        "compared_per_period": spans.per_period,
        "change": round(spans.distance.change, 6),
        "share": None if isnan(share) else round(share, 6),
        "size": spans.distance.size.value,
        "direction": spans.direction.value,
        "sentence": sentence(spans),
        "made": made(spans),
        "season": season(spans),
        "overlap": overlap(spans),
        "mark": mark(spans),
    }


def span_label(periods: tuple[Period, ...]) -> str:
    """Name periods that follow each other: 'June to October 2018', 'Q1 to Q3 2018-19', '2018-19' for a whole year."""
    first, last = periods[0], periods[-1]
    if first == last:
        return words.when(first)
    if (first.first_day, last.last_day) == (first.year.first_day, first.year.last_day):
        return words.when(first.year)
    if first.frequency is Frequency.MONTH and first.first_day.year == last.first_day.year:
        return f"{words.when(first).split()[0]} to {words.when(last)}"
    if first.frequency is Frequency.QUARTER and first.year == last.year:
        return f"Q{first.quarter_number} to {words.when(last)}"
    return f"{words.when(first)} to {words.when(last)}"


def _figure(one: Spanned, spans: Spans) -> str:
    """Write what a span comes to, by the period where that was compared."""
    if not spans.per_period:
        return words.figure(one.value, spans.definition, spans.decimals)
    by_period = words.figure(one.per_period, spans.definition, spans.decimals)
    whole = words.figure(one.value, spans.definition)
    return f"{by_period} a {_kind(one)} ({whole} in all)"


def _when(one: Spanned) -> str:
    """Say when a span was: 'in June to October 2018', 'on 11 February 2019'."""
    if one.periods[0].frequency is not Frequency.DATE:
        return f"in {one.label}"
    return f"{'on' if len(one.periods) == 1 else 'from'} {one.label}"


def _kind(one: Spanned) -> str:
    return one.periods[0].frequency.value


def _length(one: Spanned) -> str:
    """Say how many periods a span has: '5 months'."""
    count = len(one.periods)
    return f"{count} {_kind(one)}{'' if count == 1 else 's'}"


def _part(value: float | None) -> str:
    """Write a numerator or denominator with the decimals it has."""
    number = value or 0.0
    return f"{number:,.{min(words.needed_decimals(number), 1)}f}"
