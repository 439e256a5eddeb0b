"""A pack's own sign-offs: read by quarter, or refused with row and column."""

import pytest

from kpi.intake.updates.sign_offs import SignOffs, read_sign_offs
from kpi.plan import signoff
from tests.intake.updates.conftest import TODAY, Desk

HEADER = "plan_year,quarter,service_area,role,comment\n"


def signed(desk: Desk, text: str) -> SignOffs:
    return read_sign_offs("sign-offs.csv", text.encode(), desk.pack, TODAY)


def test_sign_offs_are_given_by_quarter_oldest_first(desk: Desk) -> None:
    found = signed(
        desk,
        f"{HEADER}2018-19,Q4 2018-19,quality,Head of Quality,Figures checked.\n"
        "2018-19,2018-19 Q3,Performance and Quality,head of quality,\n",
    )
    assert found.problems == ()
    assert [period.text for period in found.by_quarter] == ["2018-19 Q3", "2018-19 Q4"]
    [entry] = found.by_quarter[max(found.by_quarter)]
    assert (entry.kind, entry.subject, entry.period) == (signoff.KIND, "2018-19/quality", "2018-19 Q4")
    assert signoff.read(entry).comment == "Figures checked."


@pytest.mark.parametrize(
    ("cells", "code", "column"),
    [
        ("2018-19,soon,quality,Head of Quality,", "period-unreadable", "quarter"),
        (",2018-19 Q4,quality,Head of Quality,", "period-unreadable", "plan_year"),
        ("2017-18,2018-19 Q4,quality,Head of Quality,", "outside-plan-year", "quarter"),
        ("2018-19,2018-19 Q4,qualty,Head of Quality,", "unknown-service-area", "service_area"),
        ("2018-19,2018-19 Q4,quality,Head of Finance,", "sign-off-role", "role"),
    ],
)
def test_a_bad_row_is_named_and_nothing_is_taken(desk: Desk, cells: str, code: str, column: str) -> None:
    found = signed(desk, f"{HEADER}2018-19,2018-19 Q3,quality,Head of Quality,\n{cells}\n")
    [problem] = found.problems
    assert (problem.code, problem.where.row, problem.where.column) == (code, 3, column)
    assert found.by_quarter == {}


def test_a_quarter_that_has_not_begun_is_not_signed_off(desk: Desk) -> None:
    desk.pack = desk.pack.model_copy(
        update={"plans": (desk.pack.plans[0].model_copy(update={"plan_year": "2020-21"}),)}
    )
    [problem] = signed(desk, f"{HEADER}2020-21,2020-21 Q4,quality,Head of Quality,\n").problems
    assert problem.code == "future-quarter"


def test_a_service_area_is_signed_off_once_a_quarter(desk: Desk) -> None:
    row = "2018-19,2018-19 Q4,quality,Head of Quality,\n"
    assert [problem.code for problem in signed(desk, HEADER + row + row).problems] == ["duplicate-sign-off"]


def test_a_file_without_its_columns_is_refused(desk: Desk) -> None:
    [problem] = signed(desk, "quarter,comment\n2018-19 Q4,\n").problems
    assert (problem.code, problem.message) == ("no-header", "The header lacks plan_year, service_area, role.")


def test_a_file_about_single_children_is_refused(desk: Desk) -> None:
    text = f"{HEADER}2018-19,2018-19 Q4,quality,Head of Quality,ask someone@example.org\n"
    assert [problem.code for problem in signed(desk, text).problems] == ["child-level-cells"]
