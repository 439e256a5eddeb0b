"""The glossary: every indicator in plain words, found by what people call it.

In: definitions and what is searched for. Out: Html, one block for all of them; nothing here reads a figure.
"""

from collections.abc import Sequence
from itertools import groupby

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.story import periods_in_words, rule_in_words
from kpi.ui import address, dossier, glossary_council
from kpi.ui.download import csv_file
from kpi.ui.markup import Html, element, facts, join, link, prose
from kpi.ui.parts import empty, heading

UNITS = {
    "count": "A number",
    "percent": "Per cent",
    "pounds": "Pounds",
    "days": "Days",
    "cases": "Cases per worker",
    "score": "A score",
}
SMALL_NUMBERS = "Counts children: from 1 to {} are not published, so that no child can be recognised."
OPEN_AT_MOST = 3
"""As many matches as this are shown open; more stay closed, to be read as a list."""


def search(pack: Pack, wanted: str, theme: str = "") -> tuple[Indicator, ...]:
    """Find the indicators in which every word of `wanted` stands, in scorecard order; all of them for ''."""
    words = wanted.casefold().split()
    known = (one for one in pack.by_id.values() if theme in ("", one.theme))
    return tuple(one for one in known if all(word in _text(one, pack) for word in words))


def only(pack: Pack, name: str) -> tuple[Indicator, ...]:
    """Give the one indicator that the address names."""
    return (pack.by_id[name],)


def _text(one: Indicator, pack: Pack) -> str:
    """Give all that an indicator can be found by."""
    theme = pack.theme_titles.get(one.theme, "")
    ours = (one.title, one.plain_title, *one.known_as, one.id, theme, one.definition, one.why, one.owner, one.source)
    return " ".join((*ours, one.numerator or "", one.denominator or "")).casefold()


def found(count: int, of: int, wanted: str) -> Html:
    """Say how many definitions were found; it is announced."""
    what = "definition" if of == 1 else "definitions"
    if not wanted:
        said = f"{count:,} {what}." if count == of else f"{count:,} of {of:,} {what}."
        return element("p", said, role="status", class_="kpi-sentence")
    verb = "matches" if count == 1 else "match"
    return element("p", f"{count:,} of {of:,} {what} {verb} “{wanted}”.", role="status", class_="kpi-sentence")


def nothing(any_at_all: bool) -> Html:
    """Say that nothing was found, and how to see all again; or that there is nothing yet."""
    if not any_at_all:
        return empty("There are no indicators yet.", "Add them to the indicators folder of the council's pack.")
    again = link("Show every definition", address.here("definitions", q=None, theme=None))
    return empty("No definition has all of these words.", join(["Try fewer or other words. ", again]))


def entries(found: Sequence[Indicator], pack: Pack, as_at: int | None = None) -> Html:
    """Draw the indicators under their themes; open where there are only a few."""
    opened = len(found) <= OPEN_AT_MOST
    described = {theme.id: theme.description for theme in pack.council.themes}
    sections = (
        element(
            "section",
            heading(pack.theme_titles.get(theme, theme)),
            element("p", described.get(theme) or "", class_="kpi-theme"),
            *(_entry(one, pack, as_at, opened) for one in these),
        )
        for theme, these in groupby(found, key=lambda one: one.theme)
    )
    return element("div", *sections, class_="kpi-glossary")


def _entry(one: Indicator, pack: Pack, as_at: int | None, opened: bool) -> Html:
    summary = element("summary", element("strong", one.title), element("span", one.plain_title))
    body = _body(one, pack, as_at) if opened else _gist(one, pack, as_at)
    return element("details", summary, body, class_="kpi-entry", id=one.id, open=opened)


def _gist(one: Indicator, pack: Pack, as_at: int | None) -> Html:
    """Say what is counted and by which rule; a long list of whole definitions would be slow to draw."""
    told = {"What is counted": one.definition, "How it is judged": rule_in_words(one, pack.area_titles)}
    whole = link("Whole definition", address.link("definitions", indicator=one.id, as_at=as_at))
    figures = link("See its figures", address.link("indicator", indicator=one.id, as_at=as_at))
    return element("div", facts(told | {"Who answers for it": one.owner}), element("p", join([whole, figures], " · ")))


def _body(one: Indicator, pack: Pack, as_at: int | None) -> Html:
    """Say everything about one indicator."""
    figures = link("See its figures", address.link("indicator", indicator=one.id, as_at=as_at))
    only = link("Link to this definition", address.link("definitions", indicator=one.id, as_at=as_at))
    return element(
        "div",
        element("p", join([figures, only], " · ")),
        dossier.about(one, pack, as_at),
        facts(_more(one, pack)),
        heading("Targets", 3) if one.targets else None,
        dossier.targets(one, pack.area_titles) if one.targets else None,
    )


def _more(one: Indicator, pack: Pack) -> dict[str, str | Html | None]:
    """Say what the Indicator screen leaves to the chart: unit, areas, breaks, doubts, limits, others, small numbers."""
    small = SMALL_NUMBERS.format(pack.council.thresholds.small_number) if one.disclosure != "none" else ""
    return {
        "Also known as": ", ".join(one.known_as),
        "Unit": unit(one),
        "Figures for": ", ".join(_named(one.areas, pack)),
        "New definitions": _paragraphs(_breaks(one)),
        "In doubt": _paragraphs(_doubts(one, pack)),
        "Limits of its control chart": _paragraphs(_limits(one)),
        "Compared with others by": _paragraphs(glossary_council.measures(one, pack)),
        "Read by recipe": ", ".join(glossary_council.recipes_of(one, pack)),
        "Small numbers": small,
    }


def _breaks(one: Indicator) -> list[str]:
    """Say from when on earlier figures are not comparable, and why."""
    return [f"From {periods_in_words(begun.period, one)}: {begun.reason}" for begun in one.breaks]


def _limits(one: Indicator) -> list[str]:
    """Say from which figures limits are drawn, where that is declared, and from when on they start afresh."""
    drawn = [f"Drawn from the first {one.baseline} figures."] if one.baseline else []
    afresh = (f"Start afresh from {periods_in_words(begun.period, one)}: {begun.reason}" for begun in one.rebases)
    return [*drawn, *afresh]


def _doubts(one: Indicator, pack: Pack) -> list[str]:
    """Say which figures are never compared with, and why."""
    told = ((", ".join((periods_in_words(d.period, one), *_named(d.areas, pack))), d.reason) for d in one.doubts)
    return [f"{figure}: {reason.rstrip('.')}." for figure, reason in told]


def _named(areas: Sequence[str] | None, pack: Pack) -> tuple[str, ...]:
    return tuple(pack.area_titles.get(area, area) for area in areas or ())


def _paragraphs(texts: Sequence[str]) -> Html | None:
    return join(element("p", prose(text)) for text in texts) if texts else None


def unit(one: Indicator) -> str:
    """Say the unit and how exactly it is shown: 'Per cent, with 1 decimal', 'Pounds, in millions with 1 decimal'."""
    name = f"Rate per {one.per:,}" if one.unit == "rate" else UNITS[one.unit]
    decimals = f"with {one.decimals} {'decimal' if one.decimals == 1 else 'decimals'}" if one.decimals else ""
    if one.in_millions:
        return f"{name}, in millions {decimals}" if decimals else f"{name}, in whole millions"
    return f"{name}, {decimals or 'in whole numbers'}"


def csv(found: Sequence[Indicator], pack: Pack) -> bytes:
    """Write the found definitions as a spreadsheet."""
    headings = (
        "indicator_id,title,plain_title,theme,definition,why,unit,rule,frequency,basis,"
        "numerator,denominator,source,owner,due_after_days,new_definitions,in_doubt"
    )
    return csv_file(headings.split(","), (_cells(one, pack) for one in found))


def _cells(one: Indicator, pack: Pack) -> tuple[object, ...]:
    named = (one.id, one.title, one.plain_title, pack.theme_titles.get(one.theme, one.theme), one.definition, one.why)
    judged = (unit(one), rule_in_words(one, pack.area_titles))
    made = (dossier.FREQUENCIES[one.frequency], dossier.BASES[one.basis], one.numerator, one.denominator)
    caveats = (" ".join(_breaks(one)), " ".join(_doubts(one, pack)))
    return (*named, *judged, *made, one.source, one.owner, one.lag_days, *caveats)
