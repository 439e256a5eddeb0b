"""Charts of slides as part of the page: their colours follow light and dark, and no style of their own is needed.

In: a Chart. Out: Html of one SVG with the chart's alternative text.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from kpi.charts.ink import LIGHT, Ink
from kpi.charts.model import Chart
from kpi.charts.sheet import Size
from kpi.charts.static import vector
from kpi.markup import Html, escape
from kpi.reports.literal import line

Draw = Callable[[Chart], Html]
"""What makes the SVG of a chart."""

SIZE: Final = Size(width=1296, height=620, letters=27, line=4.5, marker=14)
"""Beside or over what else a slide says: a point is a pixel of a screen 1080 high, and letters may shrink to 24."""

_STYLE = re.compile(r' style="([^"]*)"')
_START = re.compile(r"<svg [^>]*>")
_SHEET = re.compile(r"<defs>\s*<style.*?</style>\s*</defs>", re.DOTALL)
_FINE = re.compile(r'(?<=\sd=")[^"]+|(?<=\s[xy]=")[^"]+|(?<=translate\()[^)]+')
_DIGITS = re.compile(r"(\.\d)\d+")
_SPACES = re.compile(r"\s+")


def drawn(chart: Chart) -> Html:
    """Draw a chart for a projector."""
    return inline(vector(chart, SIZE, LIGHT).decode("utf-8"), chart.alt)


def inline(svg: str, alt: str) -> Html:
    """Make a drawing part of a page: styles become attributes, which the page's policy allows, colours variables."""
    start = f'<svg viewBox="0 0 {SIZE.width} {SIZE.height}" role="img" aria-label="{escape(line(alt))}"{_STROKES}>'
    body = _STYLE.sub(_as_attributes, _SHEET.sub("", _START.sub("", svg, count=1)))
    shorter = _FINE.sub(lambda found: _DIGITS.sub(r"\1", found[0]), body.replace("xlink:href", "href"))
    return Html(start + _SPACES.sub(" ", shorter).replace("> <", "><").strip())


_STROKES = ' stroke-linejoin="round" stroke-linecap="butt"'


def colours(ink: Ink) -> Mapping[str, str]:
    """Name the colours of a chart; `deck.css` holds them for light and for dark."""
    series = {f"series-{place}": colour for place, colour in enumerate(ink.series, 1)}
    bands = {f"band-{name}": colour for name, colour in ink.bands.items()}
    return {"paper": ink.paper, "text": ink.text, "faint": ink.faint} | series | bands


_NAMES: Final = {colour.lower(): name for name, colour in reversed([*colours(LIGHT).items()])}


def _as_attributes(found: re.Match[str]) -> str:
    pairs = (one.split(": ", 1) for one in found[1].split("; "))
    return "".join(f' {name}="{_colour(value)}"' for name, value in pairs)


def _colour(value: str) -> str:
    """Name a colour of the palette, so that the dark theme can change it."""
    name = _NAMES.get(value.lower())
    return f"var(--chart-{name}, {value})" if name else value
