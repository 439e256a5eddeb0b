"""How others do, in sentences."""

import pytest

from kpi.period import parse
from kpi.story.others import Against, Neighbourhood, Place, Published, ordinal
from tests.support.published import demonstration

TURNOVER = demonstration().by_id["dfe_turnover"]
OWN = Published("336", "Wolverhampton", 11.2, "", "final", 4, 12)
ENGLAND = Published("E92000001", "England", 15.0, "", "final", 2, 12)
NEAR = Place("the council and its statistical neighbours", 4, 11, 0, 0)


def against(**other):
    told = {"own": OWN, "nation": ENGLAND, "region": None, "places": (NEAR,), "why_no_place": ""}
    told |= {"neighbours": Neighbourhood("May 2025", 18.04, 20.1, 9, 10)} | other
    return Against(TURNOVER, parse("2019", "calendar"), "DfE, workforce", "turnover_rate_fte", **told)


def test_the_sentence_tells_own_figure_nation_neighbours_and_place():
    assert against().sentence == (
        "In 2019 Wolverhampton had 11.2%. Published for wider areas: England 15.0%. Statistical neighbours: 18.0% on "
        "average, 20.1% in the middle (9 of 10 had a figure, model of May 2025). That is the 4th best of 11 (the "
        "council and its statistical neighbours)."
    )


def test_a_sign_is_told_in_words():
    suppressed = Published("E92000001", "England", None, "c", "final", 2, 12)
    assert "England suppressed." in against(nation=suppressed).sentence


def test_neighbours_without_any_figure_are_told():
    told = against(neighbours=Neighbourhood("May 2025", None, None, 0, 10)).sentence
    assert "Of the statistical neighbours none had a figure (0 of 10 had a figure, model of May 2025)." in told


def test_a_missing_own_figure_is_told():
    told = against(own=None, places=(), why_no_place="the council has no published figure").sentence
    assert told.startswith("In 2019 the council has no published figure.")
    assert told.endswith("No place is told: the council has no published figure.")


@pytest.mark.parametrize(
    ("place", "text"),
    [
        (Place("local authorities", 1, 150, 0, 1), "best of 150, in the best quarter (local authorities)"),
        (
            Place("authorities in the file", 40, 150, 2, 2),
            "joint 40th best of 150, in the second best quarter (authorities in the file; 2 others have the same)",
        ),
        (Place("neighbours", 3, 11, 1, 0), "joint 3rd best of 11 (neighbours; 1 other has the same)"),
    ],
)
def test_a_place_is_told_with_its_list_ties_and_quarter(place, text):
    assert place.text == text


@pytest.mark.parametrize(
    ("number", "text"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd"), (113, "113th")]
)
def test_an_ordinal_is_written_as_it_is_said(number, text):
    assert ordinal(number) == text


def test_every_line_has_a_name_for_a_chart():
    assert [(kind, name) for kind, name, _, _ in against().lines] == [
        ("own", "Wolverhampton"),
        ("nation", "England"),
        ("neighbours_mean", "Statistical neighbours, mean"),
        ("neighbours_median", "Statistical neighbours, median"),
    ]
