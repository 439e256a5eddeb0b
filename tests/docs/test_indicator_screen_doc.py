"""The page on the Indicator screen names every choice of its address and every shape of its chart."""

import re

from kpi.charts.overlay import MEANINGS
from kpi.settings import ROOT
from kpi.ui import outlook, signs, two_spans
from tests.support.tables import rows

PAGE = "indicator-screen.md"
CHOSEN = re.compile(r'address\.(?:choose\("[^"]*", |asked\()"(\w+)"')


def test_every_choice_of_the_address_stands_in_the_page() -> None:
    files = [ROOT / "pages" / "indicator.py", *(ROOT / "kpi" / "ui" / f"{name}.py" for name in ("dossier", "outlook"))]
    chosen = {key for file in files for key in CHOSEN.findall(file.read_text("utf-8"))}
    assert {key for key, _ in rows(PAGE, "In the address")} == chosen | {"compare", *two_spans.ENDS}


def test_everything_that_the_chart_can_show_stands_in_the_page() -> None:
    assert [name for name, *_ in rows(PAGE, "What the chart shows")][1:] == list(outlook.SHOWN)


def test_every_shape_stands_in_the_page_with_its_words() -> None:
    assert dict(rows(PAGE, "Shapes of special figures")) == {shape: MEANINGS[shape] for shape in signs.POINTS}


def test_the_readme_leads_to_it() -> None:
    assert f"docs/{PAGE}" in (ROOT / "README.md").read_text("utf-8")
