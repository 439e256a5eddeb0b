"""Money that is shown in millions is told, compared and checked as it is shown."""

import pytest

from kpi.intake.preview import compare

HEADER = "indicator_id,period,value\n"


def told(candidate, code: str) -> list[str]:
    return [problem.message for problem in candidate.problems if problem.code == code]


def quarters(*values: int) -> str:
    """A net budget quarter by quarter from April 2016."""
    names = [f"{2016 + n // 4}-{17 + n // 4} Q{n % 4 + 1}" for n in range(len(values))]
    return HEADER + "".join(f"net_budget,{name},{value}\n" for name, value in zip(names, values, strict=True))


def test_a_correction_is_told_in_millions_and_in_full_where_rounding_hides_it(intake):
    intake.hold(quarters(49_600_000, 51_800_000))
    assert told(intake.read(quarters(49_900_000, 51_840_000)), "changed-figure") == [
        "Q1 2016-17 was published as £49.6m; it would become £49.9m.",
        "Q2 2016-17 was published as £51.8m; it would become £51.84m.",
    ]


def test_the_preview_says_the_same(intake):
    intake.hold(quarters(49_600_000, 51_800_000))
    lines = compare(intake.read(quarters(49_900_000, 51_840_000)), intake.current, intake.pack).lines("changed")
    assert [(line.before, line.after) for line in lines] == [("£49.6m", "£49.9m"), ("£51.8m", "£51.84m")]


@pytest.mark.parametrize(("value", "agrees"), [("49600000", True), ("£49.6m", True), ("49.7m", False)])
def test_value_and_parts_agree_as_far_as_millions_are_shown(intake, value, agrees):
    text = f"indicator_id,period,value,numerator,denominator\nnet_budget,2018-19 Q4,{value},49620000,1\n"
    assert (told(intake.read(text), "value-and-parts") == []) is agrees


def test_a_move_by_the_last_digit_shown_is_no_jump(intake):
    intake.hold(quarters(*(49_600_000 + 1_000 * n for n in range(8))))
    assert told(intake.read(HEADER + "net_budget,2018-19 Q1,49900000\n"), "jump") == []
    assert told(intake.read(HEADER + "net_budget,2018-19 Q1,53000000\n"), "jump") == [
        "£53.0m is £3.4m up on £49.6m in Q4 2017-18; this series usually changes by £0.1m."
    ]
