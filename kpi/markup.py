"""HTML that cannot carry what a person typed as markup: every piece of text is escaped on its way in.

In: text and other Html. Out: Html, one line without a line break, for screens and for files alike.
"""

import re
from collections.abc import Iterable, Mapping

_LITERAL = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", ":": "&#58;", "$": "&#36;", "`": "&#96;"}
    | dict.fromkeys("\n\r\t\v\f\x85\u2028\u2029", " ")
    | dict.fromkeys([chr(code) for code in range(32) if chr(code) not in "\n\r\t\v\f"], "")
)
_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta"})
_SHAPES = frozenset({"path", "circle", "line", "rect", "polyline", "polygon"})
"""Drawings within an SVG; they must be closed, or the next one would be taken to stand inside."""

_WHOLE = re.compile(r"(?:Q[1-4] )?\b\d{4}-\d{2}\b|\b[A-Z]{2,6} \d+\.\d+\b")
"""Periods such as 'Q4 2018-19' and references such as 'PMQA 2.1', which a line break would tear apart."""

Attribute = str | int | float | bool | None


class Html(str):
    """Text that is already HTML; anything that is only a `str` gets escaped."""

    __slots__ = ()


NOTHING = Html("")


def escape(text: object) -> Html:
    """Make text literal in HTML and in Streamlit's markdown: no tag, shortcode, formula or new line."""
    return Html(str(text).translate(_LITERAL))


def element(name: str, /, *children: str | Html | None, **attributes: Attribute) -> Html:
    """Build one element; `class_` gives class, `aria_label` gives aria-label; None and False leave an attribute out."""
    start = f"<{name}{_attributes(attributes)}"
    if name in _SHAPES:
        return Html(f"{start}/>")
    return Html(f"{start}>") if name in _EMPTY else Html(f"{start}>{join(children)}</{name}>")


def join(children: Iterable[str | Html | None], between: str = "") -> Html:
    """Put pieces together, escaping those that are plain text."""
    return Html(between.join(_piece(child) for child in children if child is not None))


def prose(text: str) -> Html:
    """Escape a sentence and keep its periods and references, such as 'Q4 2018-19' and 'PMQA 2.1', on one line."""
    return Html(_WHOLE.sub(r'<span class="kpi-nowrap">\g<0></span>', escape(text)))


def link(text: str | Html, address: str, **attributes: Attribute) -> Html:
    """Link to another place of the dashboard, in the same window."""
    return element("a", text, href=address, target="_self", **attributes)


def listed(items: Iterable[str | Html], **attributes: Attribute) -> Html:
    """Build a bulleted list."""
    return element("ul", *(element("li", item) for item in items), **attributes)


def facts(pairs: Mapping[str, str | Html | None], **attributes: Attribute) -> Html:
    """Build a list of terms and what they are; a term without an answer is left out."""
    rows = (
        element("div", element("dt", term), element("dd", answer))
        for term, answer in pairs.items()
        if answer not in (None, "")
    )
    return element("dl", *rows, **({"class_": "kpi-facts"} | attributes))


def hidden(text: str) -> Html:
    """Give words that a screen reader says and nobody sees."""
    return element("span", text, class_="kpi-hidden")


def _piece(child: str) -> str:
    return child if isinstance(child, Html) else escape(child)


def _attributes(given: Mapping[str, Attribute]) -> str:
    shown = ((name.rstrip("_").replace("_", "-"), value) for name, value in given.items())
    return "".join(
        f" {name}" if value is True else f' {name}="{escape(value)}"'
        for name, value in shown
        if value is not None and value is not False
    )
