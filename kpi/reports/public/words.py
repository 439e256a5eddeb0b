"""The words that hold the public edition together: headings, counts of better and worse, signs.

In: a PublicEdition. Out: plain sentences.
"""

from typing import Final

from kpi.reports.public import plain
from kpi.reports.public.edition import Measure, PublicEdition, Word

WORDS: Final[dict[Word, str]] = {
    "better": "Better",
    "the same": "The same",
    "worse": "Worse",
    "higher": "Higher",
    "lower": "Lower",
    "cannot say": "Cannot say",
}
SIGNS: Final[dict[Word, str]] = {
    "better": "✓",
    "the same": "=",
    "worse": "✗",
    "higher": "▲",
    "lower": "▼",
    "cannot say": "?",
}


def said(word: Word, than: str = "") -> str:
    """Say a verdict: 'Better than a year before', 'The same as last time', 'Cannot say'."""
    if not than:
        return WORDS[word]
    return f"{WORDS[word]} {'as' if word == 'the same' else 'than'} {than}"


def figure_words(measure: Measure) -> str:
    """Say beside a figure what it is of and when: 'about 57 in every 100, January to March 2019'."""
    share = plain.in_a_hundred(measure.now.value, measure.unit)
    rate = f"for every {measure.per:,}" if measure.per and measure.now.value is not None else ""
    return ", ".join(part for part in (share or rate, measure.now.when) if part)


def notes_of(measure: Measure) -> tuple[str, ...]:
    """Say what a reader of its figures should know: what is hidden, counted anew, in doubt."""
    hidden = (plain.NOTE_HIDDEN,) if measure.has_hidden else ()
    changed = (f"From {when} on it is counted in another way. {reason}" for when, reason in measure.changes)
    return (*hidden, *changed, *measure.in_doubt)


def heading_of(edition: PublicEdition) -> str:
    """Say what the edition is about: 'How we are doing for children in Wolverhampton: January to March 2019'."""
    return f"How we are doing for children in {edition.place.name}: {edition.when}"


def summary(edition: PublicEdition) -> str:
    """Say how many figures got better, stayed the same and got worse."""
    count = {word: sum(theme.count(word) for theme in edition.themes) for word in WORDS}
    neither, unsure = count["higher"] + count["lower"], count["cannot say"]
    said = (
        f"These pages show {len(edition.measures)} figures. {count['better']} are better than before, "
        f"{count['the same']} are about the same and {count['worse']} are worse."
    )
    said += f" {neither} went up or down, which is neither good nor bad by itself." if neither else ""
    return f"{said} For {unsure} we cannot say." if unsure else said
