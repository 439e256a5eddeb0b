"""The hash over figures: the same figures give the same hash however they come, and any other gives another."""

import numpy as np
import pandas as pd
import pytest

from kpi.ledger.figures import Figures, of_frames
from kpi.series import conform

NONE = pd.DataFrame({"indicator": [], "area": [], "period": []}, dtype="str")


def figures(**columns: list[object]) -> Figures:
    given = {
        "indicator": ["children-in-need", "average-caseload", "average-caseload"],
        "area": ["all", "team-b", "team-a"],
        "period": ["2018-19", "2018-19 Q4", "2018-19 Q4"],
        "value": [821.0, 16.0, None],
        "symbol": ["", "", "c"],
    }
    return of_frames(conform(given | columns), NONE)


def test_rows_are_put_in_the_order_of_indicator_area_and_period() -> None:
    assert [figures().named(row) for row in range(3)] == [
        ("average-caseload", "team-a", "2018-19 Q4"),
        ("average-caseload", "team-b", "2018-19 Q4"),
        ("children-in-need", "all", "2018-19"),
    ]


def test_the_hash_does_not_change_between_versions_of_the_program() -> None:
    assert figures().hash() == "7f4d0f40eb7b1975b512e88c27361c961aab0e57323ff355329f55bfd8d87581"


def test_the_order_of_rows_and_of_categories_does_not_change_the_hash() -> None:
    frame = conform({"indicator": ["b", "a"], "period": ["2018-19", "2017-18"], "value": [1.0, 2.0]})
    turned = frame.iloc[::-1].reset_index(drop=True)
    turned["indicator"] = turned["indicator"].cat.set_categories(["unused", "b", "a"])
    turned["note"] = pd.Series([None, ""], dtype="object")

    assert of_frames(turned, NONE).hash() == of_frames(frame, NONE).hash()


def test_kinds_of_nan_and_of_nought_do_not_change_the_hash() -> None:
    odd = np.array([0x7FF8000000000001, 0xFFF8000000000000, 0x8000000000000000], dtype=np.uint64).view(np.float64)

    plain = figures(value=[np.nan, np.nan, 0.0])
    assert figures(value=odd.tolist()).hash() == plain.hash()


@pytest.mark.parametrize(
    "changed",
    [
        {"indicator": ["children-in-need", "average-caseload", "average-caseloads"]},
        {"area": ["all", "team-b", "team-c"]},
        {"period": ["2018-19", "2018-19 Q4", "2018-19 Q3"]},
        {"value": [821.0, np.nextafter(16.0, 17.0), None]},
        {"value": [821.0, 16.0, 0.0]},
        {"numerator": [None, 160.0, None]},
        {"denominator": [None, 10.0, None]},
        {"symbol": ["", "", "x"]},
        {"state": ["final", "final", "provisional"]},
        {"note": ["", "", "low 20s"]},
    ],
)
def test_any_other_figure_gives_another_hash(changed: dict[str, list[object]]) -> None:
    assert figures(**changed).hash() != figures().hash()


def test_a_withdrawn_figure_gives_another_hash_than_one_left_out() -> None:
    gone = pd.DataFrame({"indicator": ["agency-rate"], "area": ["all"], "period": ["2018-19"]})
    frame = conform({"indicator": ["children-in-need"], "period": ["2018-19"], "value": [821.0]})

    assert of_frames(frame, gone).hash() != of_frames(frame, NONE).hash()


def test_tuples_hold_nothing_where_there_is_no_number() -> None:
    rows = list(figures().rows(7, np.array([1, 2, 3], dtype=np.int32)))

    assert rows == [
        (7, 1, "2018-19 Q4", None, None, None, "c", "final", ""),
        (7, 2, "2018-19 Q4", 16.0, None, None, "", "final", ""),
        (7, 3, "2018-19", 821.0, None, None, "", "final", ""),
    ]
