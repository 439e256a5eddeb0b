"""What stands around slides: the stage, its buttons, the help, and the words for who listens.

In: a Deck. Out: Html that `deck.css` lays out and `deck.js` brings to life.
"""

import re
from collections.abc import Sequence

from kpi.markup import Html, element, join
from kpi.reports.deck.picture import Draw, drawn
from kpi.reports.deck.slide import section
from kpi.reports.slides import Deck, Slide
from kpi.reports.split import fitted

KEYS = {
    "Next slide": ("→", "↓", "Page Down", "Space"),
    "Previous slide": ("←", "↑", "Page Up", "Shift + Space"),
    "First, last slide": ("Home", "End"),
    "A slide by its number": ("1 to 9", "Enter"),
    "Blank the screen, and back": ("B", "."),
    "All slides at a glance": ("O",),
    "Full screen": ("F",),
    "Light or dark": ("D",),
    "Speaker's notes": ("N",),
    "This help": ("?",),
    "Close what is open": ("Esc",),
}
"""What each key does, as the help says it."""

_BUTTONS = (
    ("previous", "Previous slide", "M15 4 7 12l8 8"),
    ("next", "Next slide", "m9 4 8 8-8 8"),
    ("overview", "All slides", "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z"),
    ("full", "Full screen", "M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5"),
    ("help", "Help", "M7.5 8.5a4.5 4.5 0 1 1 6.4 4.1c-1.2.6-1.9 1.5-1.9 2.9M12 20v.3"),
)
_UNFIT = re.compile(r"[^\w:.-]+", re.ASCII)


def stage(deck: Deck, draw: Draw = drawn) -> Html:
    """Write the slides in order, those that hold too much in parts, with their buttons around them."""
    deck = fitted(deck)
    named = anchors(deck.slides)
    sections = [
        section(deck, number, slide, draw, anchor)
        for number, (slide, anchor) in enumerate(zip(deck.slides, named, strict=True), 1)
    ]
    return element(
        "div",
        *sections,
        _bar(),
        _help(),
        element("p", class_="told unseen", role="status"),
        element("p", class_="news", role="status"),
        element("p", element("b", "Next"), element("span"), class_="ahead", aria_hidden="true"),
        element("p", class_="typed", aria_hidden="true"),
        class_="deck",
        data_revision=deck.revision,
    )


def anchors(slides: Sequence[Slide]) -> tuple[str, ...]:
    """Name every slide for the address: its id in plain letters, with a number where two would be the same."""
    names: list[str] = []
    for slide in slides:
        name = _UNFIT.sub("-", slide.id).strip("-") or "slide"
        taken = sum(one == name or one.startswith(f"{name}~") for one in names)
        names.append(f"{name}~{taken + 1}" if taken else name)
    return tuple(names)


def _bar() -> Html:
    buttons = (
        element("button", _icon(path), type="button", data_do=do, aria_label=name, title=name)
        for do, name, path in _BUTTONS
    )
    return element("nav", *buttons, class_="bar", aria_label="Slides")


def _icon(path: str) -> Html:
    return element("svg", element("path", d=path), viewBox="0 0 24 24", aria_hidden="true", focusable="false")


def _help() -> Html:
    rows = join(
        element("div", element("dt", what), element("dd", join((element("kbd", key) for key in keys), " ")))
        for what, keys in KEYS.items()
    )
    close = element("button", "Close", type="button", data_do="close")
    heading = element("h2", "Keys", id="deck-keys")
    return element("dialog", heading, element("dl", rows), close, class_="help", aria_labelledby="deck-keys")
