"""The texts of the public edition as an editor checks them: how old a reader must be, and what nobody explains.

In: a PublicEdition. Out: texts with their reading age, hardest first; short forms without a meaning.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kpi.reports.public import short_forms
from kpi.reports.public.edition import Measure, PublicEdition
from kpi.reports.reading import ReadingAge, reading_age


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the edition, what it belongs to, and how hard it is to read."""

    about: str
    text: str
    reading: ReadingAge


def texts(edition: PublicEdition) -> tuple[Text, ...]:
    """Give every text that a person wrote, hardest first."""
    made = (Text(about, text, reading_age(text)) for about, text in _texts(edition) if text)
    return tuple(sorted(made, key=lambda one: (-one.reading.age, one.about)))


def words_of(edition: PublicEdition) -> str:
    """Give all words of the edition together."""
    frame = (edition.council, edition.service, edition.place.name)
    sources = (measure.source for measure in edition.measures)
    return " ".join((*frame, *sources, *(text for _, text in _texts(edition))))


def unexplained(edition: PublicEdition) -> tuple[str, ...]:
    """List the short forms that its texts use and nobody explains."""
    return short_forms.unexplained(words_of(edition), edition.short_forms)


def _texts(edition: PublicEdition) -> Iterator[tuple[str, str]]:
    yield "about the figures", edition.about
    for theme in edition.themes:
        yield f"subject {theme.id}", f"{theme.title}. {theme.about}"
        for measure in theme.measures:
            yield from ((f"{measure.id}: {name}", text) for name, text in _of_measure(measure))


def _of_measure(measure: Measure) -> Iterator[tuple[str, str]]:
    yield "title", measure.full_title
    yield "what is counted", measure.counts
    yield "why it matters", measure.matters
    yield "what it means", measure.verdict.means
    yield "notes", " ".join((*(reason for _, reason in measure.changes), *measure.in_doubt))
