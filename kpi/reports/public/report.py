"""The public edition as a Report, which the paper renderers lay out: the words, figures and charts of the site.

In: a PublicEdition. Out: a Report for the public.
"""

from collections.abc import Iterator

from kpi.reports.model import (
    Block,
    Bullets,
    Callout,
    Paragraph,
    Picture,
    Report,
    Section,
    Subheading,
)
from kpi.reports.public import about, charts, short_forms
from kpi.reports.public.edition import Measure, PublicEdition, Shown, Theme
from kpi.reports.public.page import ILLUSTRATIVE
from kpi.reports.public.texts import words_of
from kpi.reports.public.words import figure_words, heading_of, notes_of, said, summary


def report(edition: PublicEdition) -> Report:
    """Turn the edition into a paper: a section a theme, then how to read the figures."""
    sections = [_opening(edition), *(_section(theme) for theme in edition.themes), _about(edition)]
    return Report(
        id="public",
        title=heading_of(edition),
        kind="For the public",
        audience="public",
        council=edition.council,
        service=edition.service,
        period=edition.when,
        meeting="",
        meeting_day=None,
        deadline=None,
        revision=edition.revision,
        made=edition.made,
        seal=edition.seal,
        fields=(),
        recommendations=(),
        sections=tuple(sections),
        illustrative=ILLUSTRATIVE if edition.is_illustrative else "",
    )


def _opening(edition: PublicEdition) -> Section:
    return Section("summary", "In short", "", (Paragraph(summary(edition)),))


def _section(theme: Theme) -> Section:
    blocks = [block for measure in theme.measures for block in _blocks(measure)]
    return Section(theme.id, theme.title, "", (Paragraph(theme.about), *blocks))


def _blocks(measure: Measure) -> Iterator[Block]:
    """Lay out one measure in words, with a chart where it got worse or falls short of its aim."""
    now = measure.now
    yield Subheading(measure.full_title)
    yield Paragraph(f"{now.text}, {figure_words(measure)}{_marked(now)}.")
    yield Paragraph(" ".join(part for part in _compared(measure) if part))
    yield Paragraph(f"{measure.matters} What we count: {measure.counts} Where it comes from: {measure.source}.")
    drawn = charts.chart(measure) if _needs_a_look(measure) else None
    if drawn:
        yield Picture(drawn, "Some of these figures are illustrative." if measure.is_illustrative else "")
    if notes := notes_of(measure):
        yield Bullets(notes)


def _compared(measure: Measure) -> tuple[str, ...]:
    """Say how it compares, what that means, the aim, and the last number where there is no new one."""
    verdict, goal, last = measure.verdict, measure.goal, measure.last_number
    before = f"The last number was {last.text} ({last.when})." if last else ""
    word = f"{said(verdict.word, verdict.than)}."
    return word, verdict.sentence, verdict.means, goal.sentence if goal else "", before


def _needs_a_look(measure: Measure) -> bool:
    return measure.verdict.word == "worse" or (measure.goal is not None and measure.goal.status == "red")


def _marked(figure: Shown) -> str:
    return " (illustrative)" if figure.is_illustrative else ""


def _about(edition: PublicEdition) -> Section:
    """Say how to read the figures, what is not shown, and what short forms stand for."""
    forms = tuple(f"{short}: {long}" for short, long in short_forms.explained(words_of(edition), edition.short_forms))
    blocks: tuple[Block, ...] = (
        Callout(edition.about),
        Subheading("How we compare"),
        *(Paragraph(sentence) for sentence in about.comparing()),
        Subheading("Figures that are not shown"),
        *(Paragraph(sentence) for sentence in about.hiding(edition)),
        Subheading("How the figures are kept"),
        *(Paragraph(sentence) for sentence in about.keeping(edition)),
        *((Subheading("Short forms"), Bullets(forms)) if forms else ()),
    )
    return Section("about", "About these figures", "", blocks, new_page=True)
