"""The public edition as a small web site of plain files: works from any host and from a folder, without scripts.

In: a PublicEdition, and what draws its charts. Out: bytes by path; the same edition gives the same bytes.
"""

import json
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

from kpi.charts.ink import LIGHT, Ink
from kpi.charts.model import Chart
from kpi.charts.recolour import dark
from kpi.charts.sheet import Size
from kpi.reports.public import about, charts, data, pages
from kpi.reports.public.edition import PublicEdition
from kpi.reports.public.page import document

Draw = Callable[[Chart, Size, Ink], bytes]
"""Draws a chart as SVG."""
MANIFEST: Final = "edition.json"
FORM: Final = "public edition"
SCREEN: Final = Size(width=360, height=225, letters=11.5, line=2.2, marker=7)
"""Small, so that its letters can be read on a telephone; on a wide screen it grows."""


def site(edition: PublicEdition, draw: Draw) -> dict[str, bytes]:
    """Write every file of the site."""
    drawn = {one.id: _drawn(chart, draw) for one in edition.measures if (chart := charts.chart(one))}
    found = [pages.home(edition), *(pages.theme_page(theme) for theme in edition.themes)]
    found += [pages.measure_page(one, theme, drawn) for theme in edition.themes for one in theme.measures]
    found += [about.about_page(edition), about.access_page(edition)]
    files = {page.path: document(page, edition) for page in found} | data.files(edition)
    return files | {MANIFEST: _manifest(edition, files)}


def is_edition(folder: Path) -> bool:
    """Tell whether a folder is an earlier edition that nobody has added anything to."""
    try:
        told = json.loads((folder / MANIFEST).read_text("utf-8"))
        known = {MANIFEST, *told["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    held = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if not path.is_dir()}
    return told.get("form") == FORM and held <= known


def _drawn(chart: Chart, draw: Draw) -> pages.Drawn:
    light = draw(chart, SCREEN, LIGHT)
    return pages.Drawn(light, dark(light), chart.alt)


def _manifest(edition: PublicEdition, files: Mapping[str, bytes]) -> bytes:
    """Say what the folder holds, with the hash of every file."""
    told = {
        "form": FORM,
        "council": edition.council,
        "period": edition.period.text,
        "revision": edition.revision,
        "since": edition.since,
        "seal": edition.seal,
        "files": {path: sha256(content).hexdigest() for path, content in sorted(files.items())},
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()
