"""The words for figures, targets, gaps and periods that every sentence is made of.

In: facts and definitions. Out: short texts in the indicator's own unit.
"""

import re
from functools import lru_cache
from typing import Final

from kpi import number
from kpi.definitions.indicator import Indicator
from kpi.definitions.spans import OPEN_END, OPEN_START, Span, period_at, span_of
from kpi.judge.status import Status
from kpi.period import Frequency, Period, reader_date
from kpi.story.facts import Comparison, Facts

STATUS_WORDS: Final = {
    Status.GREEN: "on target",
    Status.AMBER: "close",
    Status.RED: "off target",
    Status.UNRATED: "no target",
    Status.NO_DATA: "no figure",
}
MOST_DECIMALS = 6
MILLION = 1_000_000
LONGEST_CELL, LONGEST_QUOTE = 60, 160

# A scorecard of many teams says the same figures again and again.
_text = lru_cache(maxsize=65_536)(number.text)
_change_text = lru_cache(maxsize=65_536)(number.change_text)


def figure(value: float, definition: Indicator, decimals: int | None = None) -> str:
    """Write a value as people see it: '52%', '16.0 cases', '£140,000'; 'per 10,000' only where no title says it."""
    shown = definition.decimals if decimals is None else decimals
    return _text(value, definition.unit, shown, _per(definition), in_millions=definition.in_millions)


def _per(definition: Indicator) -> int | None:
    """Give the N of a rate per N, none where its title says it: 'Referrals per 10,000 children stand at 662.6'."""
    said = definition.per is not None and f"per {definition.per:,}" in definition.title
    return None if said else definition.per


def points(amount: float, definition: Indicator) -> str:
    """Write an allowance or a threshold with just the decimals it needs: '10 percentage points', '2 cases'."""
    decimals = needed_decimals(amount)
    if definition.unit == "percent":
        return _change_text(amount, definition.unit, decimals, None)
    return exact(amount, definition)


def size(amount: float, definition: Indicator) -> str:
    """Write how far apart two figures are, with the unit: '3.2 percentage points', '2.0 cases'."""
    decimals = max(definition.decimals, _needed(amount, definition))
    if definition.unit == "percent":
        return _change_text(abs(amount), definition.unit, decimals, None)
    return figure(abs(amount), definition, decimals)


def change(amount: float, definition: Indicator) -> str:
    """Write the size of a movement beside its figure: '3.2 percentage points', '0.4' cases, '£140,000'."""
    millions = definition.in_millions
    text = _change_text(abs(amount), definition.unit, definition.decimals, definition.per, in_millions=millions)
    return text.split(" ")[0] if definition.unit == "rate" else text


def needed_decimals(value: float) -> int:
    """Give how many decimals a number needs to be written exactly, at most 6."""
    digits = f"{value:.{MOST_DECIMALS}f}".rstrip("0")
    return len(digits) - digits.index(".") - 1


def exact(value: float, definition: Indicator) -> str:
    """Write a target with just the decimals it needs, so that what is shown is what was judged."""
    decimals = _needed(value, definition)
    pence = definition.unit == "pounds" and not definition.in_millions and decimals == 1
    return figure(value, definition, 2 if pence else decimals)


def _needed(value: float, definition: Indicator) -> int:
    """Give how many decimals an indicator's value needs to be written exactly, of a million where it is shown so."""
    return needed_decimals(value / MILLION if definition.in_millions else value)


def target_text(low: float | None, high: float | None, definition: Indicator) -> str:
    """Write a target: 'at least 75%', 'at most 25 cases', '16 to 18'; nothing when there is none."""
    if low is not None and high is not None:
        return exact(low, definition) if low == high else _span(low, high, definition)
    if low is not None:
        return f"at least {exact(low, definition)}"
    return f"at most {exact(high, definition)}" if high is not None else ""


def _span(low: float, high: float, definition: Indicator) -> str:
    """Write a range; words of the unit stand with the figure already and are left out."""
    ends = (exact(low, definition), exact(high, definition))
    return " to ".join(ends if definition.unit in {"percent", "pounds"} else (end.split(" ")[0] for end in ends))


def target_of(facts: Facts) -> str:
    """Write the target that a figure was judged against."""
    return target_text(facts.target_low, facts.target_high, facts.definition)


def gap_text(facts: Facts) -> str:
    """Write the gap: '3.2 percentage points short of target', '2.0 cases over target', 'on target'; empty for none."""
    if facts.gap is None:
        return ""
    return "on target" if facts.gap == 0 else f"{off_by(facts)} target"


def off_by(facts: Facts) -> str:
    """Begin saying how far a figure is off its target: '3.2 percentage points short of'."""
    gap = facts.gap or 0.0
    return f"{size(gap, facts.definition)} {'short of' if gap < 0 else 'over'}"


def value_text(value: float | None, symbol: str, note: str, definition: Indicator) -> str:
    """Write a table cell: the figure as displayed, the meaning of its symbol, its words, or 'no figure'."""
    if value is not None:
        return figure(value, definition)
    if symbol:
        return number.symbol_text(symbol)
    return cut(note, LONGEST_CELL) or "no figure"


def cut(text: str, length: int) -> str:
    """Shorten text to a length, with an ellipsis where something is left out."""
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


def size_of_change(comparison: Comparison, facts: Facts) -> str:
    """Write the size of a movement beside its figure; empty where it cannot be told."""
    return "" if comparison.change is None else change(comparison.change, facts.definition)


def first_sentence(text: str) -> str:
    """Give the first sentence of a text, with a full stop."""
    return f"{cut(re.split(r'[.] ', text.strip(), maxsplit=1)[0].rstrip('.'), LONGEST_QUOTE)}."


def text_of(facts: Facts) -> str:
    """Write the figure of facts as a table cell."""
    return value_text(facts.value, facts.symbol, facts.note, facts.definition)


def title_of(facts: Facts) -> str:
    """Name the indicator, and its area unless it is the whole service."""
    return named(facts.definition.title, facts.area, facts.area_title)


def named(title: str, area: str, area_title: str) -> str:
    """Put an area behind a title, unless it is the whole service: 'Average caseload (Assessment team)'."""
    return title if area == "all" else f"{title} ({area_title})"


@lru_cache(maxsize=4096)
def since(earlier: Period, now: Period) -> str:
    """Name an earlier period beside a later one: 'Q3' within a year, 'Q4 2017-18' across years."""
    if earlier.frequency is Frequency.QUARTER and earlier.year == now.year:
        return f"Q{earlier.quarter_number}"
    return when(earlier)


@lru_cache(maxsize=4096)
def when(period: Period) -> str:
    """Name a period inside a sentence: 'Q4 2018-19', '2018-19', '11 February 2019'."""
    return reader_date(period.first_day) if period.frequency is Frequency.DATE else period.short_label


def stretch(span: Span, definition: Indicator) -> str:
    """Name periods that follow each other: 'Q4 2018-19', 'from Q1 2018-19', 'from Q1 2016-17 to Q4 2017-18'."""
    ends = span.first > OPEN_START, span.last < OPEN_END
    first, last = (
        when(period_at(ordinal, definition)) if known else ""
        for ordinal, known in zip((span.first, span.last), ends, strict=True)
    )
    return first if first == last else " ".join([f"from {first}"] * bool(first) + [f"to {last}"] * bool(last))


def periods_in_words(text: str, definition: Indicator) -> str:
    """Name periods that a definition gives: 'from 2016-17 Q1' is 'from Q1 2016-17'."""
    return stretch(span_of(text, definition.frequency, definition.calendar), definition)


def comparisons(facts: Facts) -> tuple[Comparison, ...]:
    """Give the comparisons worth telling: a yearly figure's previous period is the same period last year."""
    once = facts.definition.frequency == "year" or (
        facts.definition.frequency == "date" and facts.previous.period == facts.year_before.period
    )
    return (facts.year_before,) if once else (facts.previous, facts.year_before)


def symbol_clause(symbol: str) -> str:
    """Say what a symbol says of a figure: 'is suppressed', 'rounds to zero', 'is given only as fewer than 5'."""
    meaning = number.symbol_text(symbol)
    if symbol in number.SYMBOLS:
        return meaning if meaning.startswith("rounds") else f"is {meaning}"
    return f"is given only as {meaning}"
