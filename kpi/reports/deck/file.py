"""The briefing as one HTML file: no network, no script from anywhere, complete without JavaScript.

In: a Deck. Out: bytes, the same for the same deck; the file itself forbids whatever is not in it.
"""

import base64
import hashlib
from functools import cache
from importlib.resources import files

from kpi.markup import Html, element, join
from kpi.reports.deck.frame import stage
from kpi.reports.deck.picture import Draw, drawn
from kpi.reports.literal import line
from kpi.reports.slides import Deck


def offline(deck: Deck, draw: Draw = drawn) -> bytes:
    """Write the deck as one HTML file in UTF-8; `draw` makes a chart's SVG."""
    style, script = asset("deck.css"), asset("deck.js")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy(style, script)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("title", line(deck.title)),
        Html(f"<style>{style}</style>"),
    )
    title = element("h1", line(deck.title), class_="unseen")
    body = element("body", element("main", title, stage(deck, draw)), Html(f"<script>{script}</script>"))
    page = element("html", head, body, lang="en-GB", class_="deck-file")
    return join([Html("<!DOCTYPE html>"), page, Html("")], "\n").encode()


def policy(style: str, script: str) -> str:
    """Allow this style and this script by their hashes, and nothing else from anywhere."""
    return (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; base-uri 'none'; form-action 'none'"
    )


@cache
def asset(name: str) -> str:
    """Read a file that lies beside this one."""
    return files(__package__).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
