"""Charts become part of the page, and their colours follow light and dark."""

import re

import pytest

from kpi.charts.ink import DARK, LIGHT, Ink
from kpi.charts.palette import STATUSES
from kpi.reports.deck import asset
from kpi.reports.deck.picture import SIZE, colours, drawn
from tests.support.decks import CHART

STYLE = asset("deck.css")
LIGHT_BLOCK = STYLE.split(".deck {")[1].split("}")[0]
DARK_BLOCKS = [
    STYLE.split(selector)[1].split("}")[0] for selector in ('.deck[data-theme="dark"] {', ".deck:not([data-theme]) {")
]


def names(block: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9A-F]{6})", block))


@pytest.mark.parametrize(("block", "ink"), [(LIGHT_BLOCK, LIGHT), *((block, DARK) for block in DARK_BLOCKS)])
def test_the_style_sheet_has_the_colours_of_the_charts(block: str, ink: Ink) -> None:
    told = {name.removeprefix("chart-"): value for name, value in names(block).items() if name.startswith("chart-")}
    assert told == colours(ink)


@pytest.mark.parametrize("status", ["red", "amber", "green"])
def test_the_style_sheet_has_the_colours_of_the_statuses(status: str) -> None:
    assert names(LIGHT_BLOCK)[f"{status}-fill"] == STATUSES[status].light.fill
    assert all(names(block)[f"{status}-fill"] == STATUSES[status].dark.fill for block in DARK_BLOCKS)


def test_a_chart_has_no_style_of_its_own_and_names_its_colours() -> None:
    svg = drawn(CHART)
    assert "style" not in svg
    assert "var(--chart-series-1, #12436d)" in svg
    assert set(re.findall(r'(?:fill|stroke)="([^"]*)"', svg)) <= {"none", *re.findall(r'"(var\([^"]*\))"', svg)}


def test_every_part_that_a_chart_uses_is_in_it() -> None:
    svg = drawn(CHART)
    used = set(re.findall(r'href="#([^"]+)"', svg)) | set(re.findall(r"url\(#([^)]+)\)", svg))
    assert used
    assert used <= set(re.findall(r' id="([^"]+)"', svg))


def test_letters_may_shrink_to_24_and_no_further() -> None:
    least = min(SIZE.letters * scale * 580 / SIZE.height for scale in (0.95, 1.0))
    assert least >= 23.9
