"""The public edition as a Report, which the paper renderers lay out: the words, figures and charts of the site.

In: a PublicEdition. Out: a Report for the public.
"""

from collections.abc import Iterator

from kpi.reports.model import (
    Block,
    Bullets,
    Callout,
    Cell,
    Column,
    Paragraph,
    Picture,
    Report,
    Section,
    Subheading,
    Table,
)
from kpi.reports.public import about, charts, short_forms
from kpi.reports.public.edition import Measure, PublicEdition, Shown, Theme
from kpi.reports.public.page import ILLUSTRATIVE
from kpi.reports.public.texts import words_of
from kpi.reports.public.words import figure_words, heading_of, said, summary


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
    return Section(theme.id, theme.title, "", (Paragraph(theme.about), *blocks), new_page=True)


def _blocks(measure: Measure) -> Iterator[Block]:
    """Lay out one measure: words, chart, and its figures as a table."""
    now, verdict = measure.now, measure.verdict
    yield Subheading(measure.full_title)
    yield Paragraph(f"{now.text}, {figure_words(measure)}{_marked(now)}.")
    means = (f"{said(verdict.word, verdict.than)}.", verdict.sentence, verdict.means)
    yield Paragraph(" ".join(part for part in (*means, measure.goal.sentence if measure.goal else "") if part))
    yield Paragraph(f"{measure.matters} {measure.counts}")
    if drawn := charts.chart(measure):
        yield Picture(drawn, "Some of these figures are illustrative." if measure.is_illustrative else "")
    yield _table(measure)


def _table(measure: Measure) -> Table:
    rows = tuple((Cell(one.when), Cell(f"{one.text}{_marked(one)}")) for one in reversed(measure.figures))
    hidden = next((one.why for one in measure.figures if one.is_hidden), "")
    notes = [hidden, *(f"Counted differently from then on: {reason}" for _, reason in measure.changes)]
    notes += [f"May be wrong: {doubt}" for doubt in measure.in_doubt]
    note = " ".join(part for part in (*notes, f"Source: {measure.source}.") if part)
    return Table(measure.full_title, (Column("When"), Column("Figure")), rows, note)


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
