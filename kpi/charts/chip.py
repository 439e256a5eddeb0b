"""A status as people read it: shape, letter, word and colour, never colour alone.

In: the name of a status or of a colour of a legend. Out: Html; the style sheet around it knows the colours.
"""

from kpi.charts.palette import LOOKS
from kpi.markup import Html, element

_SHAPES = {
    "triangle": "M1 2h12L7 13z",
    "diamond": "M7 .8 13.2 7 7 13.2.8 7z",
    "circle": "M7 1a6 6 0 1 0 0 12A6 6 0 1 0 7 1z",
    "square": "M1 1h12v12H1zM3 7.4 5.9 10.3 11.2 4.9 9.9 3.6 5.9 7.7 4.3 6.1z",
    "ring": "M7 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 1 0 7 1.6z",
}


def shape(name: str) -> Html:
    """Draw a status shape in the colour of the text around it."""
    path = element("path", d=_SHAPES[name], fill_rule="evenodd")
    return element("svg", path, viewBox="0 0 14 14", width=14, height=14, aria_hidden="true", class_=f"kpi-{name}")


def chip(status: str, word: str | None = None) -> Html:
    """Show a status, or a colour of a plan's legend with its own word, as shape, letter, word and colour."""
    look = LOOKS[status]
    letter = element("b", look.letter, aria_hidden="true")
    return element(
        "span", shape(look.shape), letter, element("span", word or look.word), class_=f"kpi-chip kpi-{status}"
    )
