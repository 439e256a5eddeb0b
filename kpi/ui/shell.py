"""The page around the screens: language, style sheet and script in Streamlit's own index.html.

In: Streamlit's index.html and kpi/ui/assets. Out: one HTML text for every screen's address, and the assets.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response

from kpi.settings import ROOT

ASSETS = Path(__file__).parent / "assets"
FOLDERS = (ASSETS, ROOT / "kpi" / "reports" / "deck")
"""Where files of ours lie that the pages ask for; slides look and work in the app as they do in their own file."""

SCREENS = (
    "scorecard",
    "indicator",
    "plan",
    "action",
    "inspection",
    "panel",
    "briefing",
    "papers",
    "upload",
    "definitions",
    "history",
)
FRONT = SCREENS[0]
PAGES = ("/", *(f"/{screen}" for screen in SCREENS if screen != FRONT))
"""Addresses that are answered with the shell; the scorecard is the front door."""

_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_WITHOUT_SCRIPT = """<noscript><h1>Improvement plan</h1><p>These screens need JavaScript. The same figures come out of
<code>python -m kpi scorecard</code> on the server.</p></noscript>"""


async def page(_request: Request) -> Response:
    """Answer a screen's address with the shell; never from a cache, so that a new version is seen at once."""
    return HTMLResponse(shell(), headers={"Cache-Control": "no-cache"})


async def to_front(request: Request) -> Response:
    """Lead the front screen's own name to the front door, with every choice of the address."""
    query = request.url.query
    return RedirectResponse(f"./?{query}" if query else "./")


async def asset(request: Request) -> Response:
    """Answer with one of our own files; its address holds its hash, so it may be kept for a year."""
    path = _files().get(request.path_params["name"])
    if path is None:
        return PlainTextResponse("There is no such file.", status_code=404)
    headers = {"Cache-Control": "public, immutable, max-age=31536000"}
    return Response(path.read_bytes(), media_type=_KINDS[path.suffix], headers=headers)


@cache
def shell() -> str:
    """Build the HTML once: Streamlit's index.html in British English, with our style, script and mark."""
    text = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    for pattern, replacement in _changes():
        text, times = re.subn(pattern, replacement, text, flags=re.DOTALL)
        if not times:
            raise RuntimeError(f"Streamlit's index.html has changed: {pattern} is not in it. Adapt kpi/ui/shell.py.")
    return text


def _changes() -> tuple[tuple[str, str], ...]:
    style = f'<link rel="stylesheet" href="{_link("kpi.css")}">'
    script = "".join(f'<script src="{_link(name)}" defer></script>' for name in ("shell.js", "deck.js", "presenter.js"))
    icon = f'<link rel="icon" type="image/svg+xml" href="{_link("mark.svg")}">'
    return (
        (r"<!--.*?-->\s*", ""),
        (r'<html lang="en">', '<html lang="en-GB">'),
        (r"<title>.*?</title>", f"<title>Improvement plan</title>{script}"),
        (r'<link rel="shortcut icon" href="[^"]*" />', icon),
        (r'<link rel="service-desc"[^>]*>', ""),
        (r"<script>\s*window.prerenderReady = false\s*</script>", ""),
        (r"<noscript>.*?</noscript>", _WITHOUT_SCRIPT),
        ("</head>", f"{style}</head>"),
    )


def _link(name: str) -> str:
    digest = hashlib.sha256(_files()[name].read_bytes()).hexdigest()[:12]
    return f"./assets/{name}?v={digest}"


def _files() -> dict[str, Path]:
    return {path.name: path for folder in FOLDERS for path in folder.iterdir() if path.suffix in _KINDS}
