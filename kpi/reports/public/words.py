"""The words that hold the public edition together: headings, counts of better and worse, signs.

In: a PublicEdition. Out: plain sentences.
"""

from typing import Final

from kpi.reports.public.edition import PublicEdition, Word

WORDS: Final[dict[Word, str]] = {
    "better": "Better",
    "the same": "The same",
    "worse": "Worse",
    "higher": "Higher",
    "lower": "Lower",
    "cannot say": "Cannot say",
}
SIGNS: Final[dict[str, str]] = {
    "better": "✓",
    "the same": "=",
    "worse": "✗",
    "higher": "▲",
    "lower": "▼",
    "cannot say": "?",
}


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
