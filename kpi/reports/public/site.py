"""The public edition as a small web site of plain files: works from any host and from a folder, without scripts.

In: a PublicEdition, and what draws its charts. Out: bytes by path; the same edition gives the same bytes.
"""

from collections.abc import Callable
from typing import Final

from kpi.charts.ink import LIGHT, Ink
from kpi.charts.model import Chart
from kpi.charts.recolour import dark
from kpi.charts.sheet import Size
from kpi.reports.public import about, charts, data, pages
from kpi.reports.public.edition import PublicEdition
from kpi.reports.public.manifest import MANIFEST, manifest
from kpi.reports.public.page import document

Draw = Callable[[Chart, Size, Ink], bytes]
"""Draws a chart as SVG."""
SCREEN: Final = Size(width=360, height=225, letters=11.5, line=2.2, marker=7)
"""Small, so that its letters can be read on a telephone; on a wide screen it grows."""


def site(edition: PublicEdition, draw: Draw) -> dict[str, bytes]:
    """Write every file of the site."""
    drawn = {one.id: _drawn(chart, draw) for one in edition.measures if (chart := charts.chart(one))}
    found = [pages.home(edition), *(pages.theme_page(theme) for theme in edition.themes)]
    found += [pages.measure_page(one, theme, drawn) for theme in edition.themes for one in theme.measures]
    found += [about.about_page(edition), about.access_page(edition)]
    files = {page.path: document(page, edition) for page in found} | data.files(edition)
    return files | {MANIFEST: manifest(edition, files)}


def _drawn(chart: Chart, draw: Draw) -> pages.Drawn:
    light = draw(chart, SCREEN, LIGHT)
    return pages.Drawn(light, dark(light), chart.alt)
