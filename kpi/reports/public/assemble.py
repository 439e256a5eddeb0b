"""Puts the public edition together: themes and measures in plain English, from figures that may be printed.

In: what was published of each period, definitions, the revision. Out: a PublicEdition. Nothing else makes one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kpi.definitions.pack import Pack
from kpi.reports.literal import line
from kpi.reports.public import figures, plain, verdict
from kpi.reports.public.edition import Measure, Place, PublicEdition, Theme
from kpi.reports.public.figures import Published, Series
from kpi.story import breaks, doubts


@dataclass(frozen=True, slots=True)
class Recorded:
    """The revision an edition is made at: its number, when it was recorded (aware, UTC), and the seal of the chain."""

    revision: int
    made: datetime
    seal: str


def assemble(pack: Pack, published: Sequence[Published], recorded: Recorded, since: int | None = None) -> PublicEdition:
    """Make the edition of the newest of the published periods, which come oldest first."""
    period, council = published[-1].card.period, pack.council
    measures = [(one.row.theme, _measure(one)) for one in figures.series(published)]
    of_theme = {theme.id: tuple(one for its, one in measures if its == theme.id) for theme in council.themes}
    themes = [
        Theme(
            theme.id,
            line(theme.plain_title or theme.title),
            line(theme.description or ""),
            of_theme[theme.id],
        )
        for theme in council.themes
    ]
    return PublicEdition(
        council=line(council.name),
        service=line(council.service),
        place=_place(pack),
        period=period,
        when=plain.when(period, "in_period"),
        revision=recorded.revision,
        made=recorded.made,
        seal=recorded.seal,
        about=line(council.about),
        themes=tuple(theme for theme in themes if theme.measures),
        threshold=council.thresholds.small_number,
        since=since,
        contact=line(council.contact or ""),
        short_forms=tuple(sorted((short, line(long)) for short, long in council.short_forms.items())),
    )


def _place(pack: Pack) -> Place:
    """Take the place's name out of the council's: 'Wolverhampton' of 'City of Wolverhampton Council'."""
    whole, region = line(pack.council.name), pack.benchmarks.region if pack.benchmarks else None
    name = whole.removesuffix(" Council").removeprefix("City of ").strip() or whole
    return Place(name, pack.council.la_code or "", pack.council.ons_code or "", region or "")


def _measure(one: Series) -> Measure:
    definition, row = one.row.definition, one.row
    shown = {figure.period for figure in one.figures if figure.value is not None}
    return Measure(
        id=definition.id if row.area == "all" else f"{definition.id}-{row.area}",
        title=line(definition.plain_title),
        area="" if row.area == "all" else line(row.area_title),
        counts=line(plain.counts(definition)),
        matters=line(plain.matters(definition)),
        unit=definition.unit,
        per=definition.per,
        decimals=max(definition.shown_decimals, 0),
        figures=one.figures,
        verdict=verdict.verdict(row, one.figures),
        goal=verdict.goal(definition, row.area, one.figures[-1]),
        source=line(definition.source),
        changes=tuple((plain.when(one.period, definition.basis), line(one.reason)) for one in breaks.of(definition)),
        in_doubt=tuple(
            f"The figure for {plain.when(doubt.period, definition.basis)} may be wrong: {line(doubt.reason)}."
            for doubt in doubts.of(definition, row.area)
            if doubt.period in shown
        ),
    )
