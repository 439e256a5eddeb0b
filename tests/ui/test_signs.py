"""Variation and assurance as a shape with its words: no two look alike, and the key names every shape."""

from dataclasses import replace

import pytest

from kpi.charts.model import Chart, Line, Point
from kpi.charts.overlay import SHAPES
from kpi.judge.spc import Assurance, Kind, Variation
from kpi.story.variation import Control, Uncharted
from kpi.ui import signs

CONTROL = Control(
    Variation.IMPROVEMENT, Assurance.MEETS, Uncharted.NOT, Kind.OUTSIDE, True, 80.0, 70.0, 90.0, None, 13, ()
)


def path(markup: str) -> str:
    return markup.split(' d="')[1].split('"')[0]


@pytest.mark.parametrize("variation", Variation)
def test_every_variation_has_a_shape_and_its_words(variation: Variation) -> None:
    shown = signs.variation(replace(CONTROL, variation=variation))
    assert f"<span>{signs.VARIATION_WORDS[variation].replace(':', '&#58;')}</span>" in shown
    assert 'aria-hidden="true"' in shown


def test_no_two_kinds_of_change_are_drawn_alike() -> None:
    drawn = {
        path(signs.variation(replace(CONTROL, variation=variation, up=up)))
        for variation in (Variation.IMPROVEMENT, Variation.CONCERN)
        for up in (True, False)
    }
    others = (Variation.COMMON_CAUSE, Variation.CANNOT_TELL)
    drawn |= {path(signs.variation(replace(CONTROL, variation=variation))) for variation in others}
    assert len(drawn) == 6


def test_every_assurance_has_a_shape_of_its_own() -> None:
    drawn = [signs.assurance(replace(CONTROL, assurance=assurance)) for assurance in signs.ASSURANCE_WORDS]
    assert len({path(shown) for shown in drawn if shown}) == 3


@pytest.mark.parametrize("assurance", [Assurance.NO_TARGET, Assurance.CANNOT_TELL])
def test_nothing_is_assured_without_a_target_or_a_judgement(assurance: Assurance) -> None:
    assert signs.assurance(replace(CONTROL, assurance=assurance)) is None


def test_the_key_names_the_shapes_that_are_on_the_chart_and_no_others() -> None:
    points = (Point(1.0, "1", mark="outside", up=True), Point(2.0, "2", mark="outside"), Point(3.0, "3"))
    shown = signs.key(Chart("x", "x", "Number", ("1", "2", "3"), (Line("", points),)))
    assert shown.count("<li>") == 1
    assert "Beyond a limit" in shown


def test_every_shape_that_a_chart_draws_is_in_the_key() -> None:
    for mark, up in SHAPES:
        chart = Chart("x", "x", "Number", ("1",), (Line("", (Point(1.0, "1", mark=mark, up=up),)),))
        assert signs.key(chart).count("<li>") == 1
