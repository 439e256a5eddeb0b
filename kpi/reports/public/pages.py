"""The pages of the public site: all subjects, one subject, one figure.

In: a PublicEdition and its charts as SVG. Out: Pages, words first, then the chart, then every figure as a table.
"""

from base64 import b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kpi.markup import NOTHING, Html, element, join, listed
from kpi.reports.public.edition import Measure, PublicEdition, Shown, Theme, Verdict, Word
from kpi.reports.public.page import HOME, Page, mark
from kpi.reports.public.words import SIGNS, WORDS, figure_words, heading_of, notes_of, said, summary


@dataclass(frozen=True, slots=True)
class Drawn:
    """A chart as SVG for light and for dark screens, with its alternative text."""

    light: bytes
    dark: bytes
    alt: str


Charts = Mapping[str, Drawn]
"""Drawn charts by the id of their measure."""


def theme_path(theme: Theme) -> str:
    """Name the page of a theme."""
    return f"theme-{theme.id}.html"


def measure_path(measure: Measure) -> str:
    """Name the page of a measure."""
    return f"figure-{measure.id}.html"


def home(edition: PublicEdition) -> Page:
    """Lay out the first page: how many figures got better, and the subjects."""
    title = heading_of(edition)
    lead = element("p", summary(edition), class_="lead")
    items = (_subject(theme) for theme in edition.themes)
    key = element("section", element("h2", "What the words mean"), element("dl", *_key()), class_="key")
    subjects = join([element("h2", "Choose a subject"), listed(items, class_="subjects")])
    worse = _list(edition, "worse", "What got worse")
    better = _list(edition, "better", "What got better")
    return Page(HOME, title, join([element("h1", title), lead, subjects, worse, better, key]))


def _list(edition: PublicEdition, sought: Word, title: str) -> Html | None:
    """List the figures that compare so, each with its subject."""
    found = [(theme, one) for theme in edition.themes for one in theme.measures if one.verdict.word == sought]
    links = (element("a", one.full_title, href=measure_path(one)) for _, one in found)
    return join([element("h2", title), listed(links)]) if found else None


def _subject(theme: Theme) -> Html:
    link = element("h3", element("a", theme.title, href=theme_path(theme)))
    told = [f"{theme.count(word)} {WORDS[word].lower()}" for word in WORDS if theme.count(word)]
    return join([link, element("p", theme.about), element("p", ", ".join(told), class_="count")])


def _key() -> Iterable[Html]:
    meanings: dict[Word, str] = {
        "better": "The figure moved the way that is good for children and families.",
        "the same": "The figure hardly moved.",
        "worse": "The figure moved the wrong way.",
        "higher": "The figure went up. That is neither good nor bad by itself.",
        "lower": "The figure went down. That is neither good nor bad by itself.",
        "cannot say": "There is nothing fair to compare with, or a figure is not shown.",
    }
    return (element("div", element("dt", word(one)), element("dd", text)) for one, text in meanings.items())


def word(one: Word, than: str = "") -> Html:
    """Show better, the same or worse as sign, word and colour."""
    sign = element("span", SIGNS[one], aria_hidden="true")
    return element("span", sign, " ", said(one, than), class_=f"word {one.replace(' ', '-')}")


def theme_page(theme: Theme) -> Page:
    """Lay out a subject: each of its figures in words."""
    items = listed((_card(measure) for measure in theme.measures), class_="cards")
    return Page(theme_path(theme), theme.title, join([element("h1", theme.title), element("p", theme.about), items]))


def _card(measure: Measure) -> Html:
    title = element("h2", element("a", measure.full_title, href=measure_path(measure)))
    return join([title, _figure(measure), _verdict(measure.verdict), _goal(measure)])


def _figure(measure: Measure) -> Html:
    now, last = measure.now, measure.last_number
    text = element("span", now.text, class_="value" if now.value is not None else "value none")
    marked = join([" ", mark()]) if now.is_illustrative else NOTHING
    told = element("p", text, " ", element("span", figure_words(measure), class_="when"), marked, class_="figure")
    before = element("p", f"The last number was {last.text} ({last.when}).") if last else None
    return join([told, before])


def _verdict(verdict: Verdict) -> Html:
    sentence = join([word(verdict.word, verdict.than), ". ", verdict.sentence])
    return join([element("p", sentence), element("p", verdict.means) if verdict.means else None])


def _goal(measure: Measure) -> Html | None:
    return element("p", measure.goal.sentence) if measure.goal else None


def measure_page(measure: Measure, theme: Theme, charts: Charts) -> Page:
    """Lay out one figure: words, chart, table, and where it comes from."""
    up = element("p", "Subject: ", element("a", theme.title, href=theme_path(theme)))
    pieces = (
        element("h1", measure.full_title),
        up,
        _figure(measure),
        _verdict(measure.verdict),
        _goal(measure),
        element("h2", "Why it matters"),
        element("p", measure.matters),
        element("h2", "What we count"),
        element("p", measure.counts),
        element("h2", "How it has changed"),
        _chart(measure, charts),
        _table(measure),
        _notes(measure),
        element("p", f"Where it comes from: {measure.source}.", class_="source"),
    )
    return Page(measure_path(measure), measure.full_title, join(pieces))


def _chart(measure: Measure, charts: Charts) -> Html | None:
    if measure.id not in charts:
        return None
    drawn = charts[measure.id]
    dark = Html(f'<source media="(prefers-color-scheme: dark)" srcset="{_address(drawn.dark)}">')
    picture = element("picture", dark, element("img", src=_address(drawn.light), alt=drawn.alt))
    made_up = join([mark(), " Some of these figures were made up."]) if measure.is_illustrative else None
    gap = element("p", "Where the line is broken, a figure is not shown.") if measure.has_hidden else None
    return element("figure", picture, element("figcaption", made_up, gap) if made_up or gap else None)


def _address(drawn: bytes) -> Html:
    """Put a picture into its own address, so that no page has to ask for it."""
    return Html(f"data:image/svg+xml;base64,{b64encode(drawn).decode()}")


def _table(measure: Measure) -> Html:
    head = element("tr", *(element("th", name, scope="col") for name in ("When", "Figure")))
    rows = (_row(figure) for figure in reversed(measure.figures))
    caption = element("caption", f"{measure.full_title}, newest first")
    return element("table", caption, element("thead", head), element("tbody", *rows))


def _row(figure: Shown) -> Html:
    marked = join([" ", mark()]) if figure.is_illustrative else NOTHING
    return element("tr", element("th", figure.when, scope="row"), element("td", figure.text, marked))


def _notes(measure: Measure) -> Html | None:
    notes = notes_of(measure)
    return listed(notes, class_="notes") if notes else None
