"""Draw a chart for paper and slides with Matplotlib: vectors for PDF and HTML, a picture for Word.

In: a Chart. Out: bytes of SVG or PNG, the same for the same chart. The message of the chart is not drawn: it stands
as text beside it. Letters are drawn as shapes, so that they look the same on every machine.
"""

import hashlib
import re
from functools import lru_cache
from io import BytesIO
from typing import Final

import matplotlib
from matplotlib.figure import Figure

from kpi.charts import static_layers, static_values, static_words
from kpi.charts.ink import LIGHT, Ink
from kpi.charts.model import Chart
from kpi.charts.sheet import PRINT, Sheet, Size

# Names inside a drawing come from what is drawn, never from chance; set once, since every thread shares it.
matplotlib.rcParams["svg.hashsalt"] = "kpi"
matplotlib.rcParams["svg.fonttype"] = "path"

KEPT: Final = 256
"""Drawings of each form that are kept, some 12 MiB: papers, slides and pages that follow each other share many."""
_IDS: Final = re.compile(r' id="([^"]+)"')
_USES: Final = re.compile(r'(?:xlink:href="#|url\(#)([^")]+)')


def vector(chart: Chart, size: Size = PRINT, ink: Ink = LIGHT) -> bytes:
    """Draw the chart as one <svg> element without a prologue or a ground, its inner names its own in any HTML page."""
    return _vector(chart, size, ink)


def picture(chart: Chart, size: Size = PRINT, ink: Ink = LIGHT, scale: float = 3.0) -> bytes:
    """Draw the chart as PNG, `scale` pixels to a point: 3 is 216 dots an inch."""
    return _picture(chart, size, ink, scale)


def forget() -> None:
    """Drop the drawings that are kept, so that each is drawn anew; for measurements."""
    _vector.cache_clear()
    _picture.cache_clear()


@lru_cache(maxsize=KEPT)
def _vector(chart: Chart, size: Size, ink: Ink) -> bytes:
    out = BytesIO()
    figure = _drawn(chart, size, ink)
    figure.set_facecolor("none")
    figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Format": None, "Type": None})
    return _named_apart(out.getvalue().decode("utf-8")).encode()


@lru_cache(maxsize=KEPT)
def _picture(chart: Chart, size: Size, ink: Ink, scale: float) -> bytes:
    out = BytesIO()
    _drawn(chart, size, ink).savefig(out, format="png", dpi=72 * scale, metadata={"Software": None})
    return out.getvalue()


def _drawn(chart: Chart, size: Size, ink: Ink) -> Figure:
    """Put the layers of the chart on a sheet: bands at the back, words in front."""
    figure = Figure(figsize=(size.width / 72, size.height / 72), dpi=72, facecolor=ink.paper)
    sheet = Sheet(chart, size, ink, static_words.margins(chart, size), chart.span(), figure)
    if any(line.last() for line in chart.lines):
        static_layers.draw(sheet)
        static_words.draw(sheet)
        static_values.draw(sheet)
    else:
        sheet.say(size.width / 2, size.height / 2, "There are no figures to draw.", across="center")
    return figure


def _named_apart(drawn: str) -> str:
    """Keep only names that are used, under a prefix made of the drawing, so that two drawings never share one."""
    drawn = drawn[drawn.index("<svg") :]
    prefix = f"c{hashlib.sha256(drawn.encode()).hexdigest()[:8]}-"
    used = set(_USES.findall(drawn))
    drawn = _IDS.sub(lambda found: f' id="{prefix}{found[1]}"' if found[1] in used else "", drawn)
    drawn = re.sub(r'(xlink:href="#|url\(#)', lambda found: f"{found[1]}{prefix}", drawn)
    return re.sub(r" <metadata>.*?</metadata>\n", "", drawn, flags=re.DOTALL)
