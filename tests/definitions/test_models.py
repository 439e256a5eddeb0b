"""The models refuse what contradicts itself and answer simple questions about themselves.

In: mappings as YAML gives them. Out: frozen values.
"""

from math import inf

import pytest
from pydantic import ValidationError

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.definitions.read import read_pack
from kpi.definitions.target import Target, Tolerance, sides

SET = {"set_by": "local", "reason": "Agreed with the board."}


@pytest.fixture
def pack(folder) -> Pack:
    return read_pack(folder.path)[0]


def test_a_tolerance_that_names_green_only_has_no_amber():
    tolerance = Tolerance(measure="points", green=2)
    assert sides(tolerance.amber) == sides(tolerance.green)


def test_an_amber_narrower_than_green_is_refused_on_either_side():
    with pytest.raises(ValidationError, match="narrower"):
        Tolerance.model_validate({"measure": "points", "green": {"below": 2}, "amber": {"above": 5}})


@pytest.mark.parametrize(
    ("target", "kind", "ends"),
    [
        ({"at_least": 90}, "at_least", 90),
        ({"at_most": 25}, "at_most", 25),
        ({"between": (16, 18)}, "between", (16, 18)),
    ],
)
def test_a_target_knows_its_kind_and_ends(target, kind, ends):
    found = Target.model_validate(SET | target | {"periods": "2018-19 Q4"})
    assert found.kind == kind
    assert ends in (found.ends(), *found.ends())
    assert found.profile == {}


@pytest.mark.parametrize(
    ("unit", "bounds", "possible"),
    [
        ("percent", None, (0, 100)),
        ("percent", {"most": 150}, (0, 150)),
        ("count", None, (0, inf)),
        ("pounds", None, (-inf, inf)),
        ("score", {"least": 1, "most": 4}, (1, 4)),
    ],
)
def test_possible_values_follow_the_unit_unless_bounds_are_given(pack, unit, bounds, possible):
    content = pack.by_id["good_audits"].model_dump() | {"unit": unit, "bounds": bounds}
    assert Indicator.model_validate(content).possible == possible


def test_a_figure_in_millions_is_shown_to_fewer_decimals_than_it_is_stored(pack):
    content = pack.by_id["good_audits"].model_dump() | {"unit": "pounds", "decimals": 1}
    assert Indicator.model_validate(content).shown_decimals == 1
    assert Indicator.model_validate(content | {"in_millions": True}).shown_decimals == -5


def test_indicators_come_in_order_of_theme_then_order_then_id(folder):
    folder.change("theme: workforce", "theme: quality")
    assert list(read_pack(folder.path)[0].by_id) == ["caseload", "good_audits"]
    folder.change("    order: 10", "    order: 20")
    assert list(read_pack(folder.path)[0].by_id) == ["good_audits", "caseload"]


def test_the_whole_service_is_the_first_area(pack):
    assert list(pack.area_titles) == ["all", "assessment", "care"]
    assert pack.theme_titles == {"workforce": "Workforce", "quality": "Quality of practice"}


def test_a_definition_cannot_be_changed(pack):
    with pytest.raises(ValidationError):
        pack.council.name = "Another council"


def test_another_definition_gives_another_hash(folder, pack):
    folder.change("decimals: 1", "decimals: 2")
    assert read_pack(folder.path)[0].sha256 != pack.sha256
