"""One slide as HTML: its sentence, what shows it, the gap, who acts, where the figures come from.

In: a Slide and its place in a Deck. Out: one section, whole without style or script.
"""

from typing import Final
from zoneinfo import ZoneInfo

from kpi.markup import Html, element, join, prose
from kpi.period import reader_date
from kpi.reports.deck.picture import Draw
from kpi.reports.deck.pieces import facts, key_figures, points, said, table
from kpi.reports.literal import line, literal
from kpi.reports.slides import Deck, Slide

LONDON: Final = ZoneInfo("Europe/London")
SMALLEST: Final = 5
"""The step of `deck.css` with the smallest letters."""


def section(deck: Deck, number: int, slide: Slide, draw: Draw, anchor: str) -> Html:
    """Write the slide at a place, counted from 1; `anchor` is its name in the address."""
    title = f"{anchor}-title"
    return element(
        "section",
        _head(deck, slide, title),
        element("div", _main(slide, draw), _side(slide), class_="body"),
        _foot(deck, slide, number),
        _notes(slide),
        id=anchor,
        class_=_classes(slide),
        aria_labelledby=title,
        data_fit=_fit(slide),
    )


def _fit(slide: Slide) -> int:
    """Guess how small the letters should be where no script measures: 0 the largest, 5 the smallest."""
    texts = (slide.title * 2, slide.gap, slide.who, *slide.points, *(one.sentence for one in slide.figures))
    cells = [cell.text for row in slide.table.rows for cell in row] if slide.table else []
    letters = sum(map(len, (*texts, *cells))) + (300 if slide.chart else 0)
    return min(max(letters - 250, 0) // 150, SMALLEST)


def _classes(slide: Slide) -> str:
    """Name what the style sheet lays out: the kind, the opening, and a thing with nothing beside it."""
    more = {"opening": slide.why == "opening", "alone": not (slide.gap or slide.who or (slide.chart and slide.figures))}
    return " ".join(("slide", f"kind-{kind(slide)}", *(name for name, is_so in more.items() if is_so)))


def kind(slide: Slide) -> str:
    """Name the layout of a slide after the largest thing on it."""
    shown = {"chart": slide.chart, "table": slide.table, "points": slide.points, "figures": slide.figures}
    return next((name for name, content in shown.items() if content), "words")


def _head(deck: Deck, slide: Slide, title: str) -> Html:
    kicker = element("p", line(f"{deck.council} · {deck.period}"), class_="kicker")
    return element("header", kicker, element("h2", said(slide.title), id=title))


def _main(slide: Slide, draw: Draw) -> Html | None:
    """Give the largest thing of a slide; nothing where it has only words."""
    if slide.chart:
        return element("figure", draw(slide.chart), class_="main")
    if slide.table:
        return element("div", table(slide.table), class_="main")
    if slide.points:
        return element("div", points(slide.points), class_="main")
    return element("div", key_figures(slide.figures), class_="main") if slide.figures else None


def _side(slide: Slide) -> Html | None:
    """Give what stands beside the largest thing: its figures, the gap to the target and who acts."""
    beside = key_figures(slide.figures) if slide.figures and kind(slide) != "figures" else None
    told = facts({"Gap to target": slide.gap, "Who acts": slide.who})
    return element("div", beside, told, class_="side") if beside or told else None


def _foot(deck: Deck, slide: Slide, number: int) -> Html:
    day = reader_date(deck.made.astimezone(LONDON).date())
    source = f"Source: {deck.council}, revision {deck.revision} of {day}"
    mark = slide.mark or _mark_of(deck, slide)
    return element(
        "footer",
        element("p", element("span", line(mark), class_="mark") if mark else None, line(source), class_="source"),
        element("p", f"{number} of {len(deck.slides)}", class_="count"),
    )


def _mark_of(deck: Deck, slide: Slide) -> str:
    """Say on a slide without a mark of its own that some of the briefing is illustrative."""
    if not deck.illustrative:
        return ""
    return deck.illustrative if slide.why == "opening" else "Parts of this briefing are illustrative"


def _notes(slide: Slide) -> Html | None:
    """Write the speaker's notes, a paragraph a line; they are not shown unless asked for."""
    lines = [text for text in literal(slide.notes).split("\n") if text.strip()]
    words = join(element("p", prose(text)) for text in lines)
    return element("aside", element("h3", "Speaker's notes"), words, class_="notes") if lines else None
