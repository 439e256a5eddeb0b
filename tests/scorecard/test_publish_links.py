"""Counts of children that add up, as they may be published: parts of a whole, quarters of a year, a year so far."""

from typing import Any

from kpi.definitions.council import Publication
from kpi.definitions.indicator import Indicator
from kpi.scorecard.publish import Release, grows, release
from tests.support.figures import card, frame, indicator, pack, together

EXACT = Publication(rounding=1, zeros="shown")
QUARTERS = ("2018-19 Q1", "2018-19 Q2", "2018-19 Q3", "2018-19 Q4")
TEAMS = ["all", "assessment", "children_in_care"]


def counted(name: str, **given: Any) -> Indicator:
    return indicator(**{"id": name, "unit": "count", "disclosure": "counts_of_children", "basis": "in_period"} | given)


ENTERED = counted("entered")
OF_YEAR = counted("entered_in_year", frequency="year", made_of=["entered"])
SO_FAR = counted("entered_so_far", basis="year_to_date", made_of=["entered"])


def released(data: Any, *definitions: Indicator, before: Release | None = None) -> dict[str, list[str]]:
    """What is printed in each quarter, each release after the one before it, by indicator."""
    council = pack(*definitions).council.model_copy(update={"publication": EXACT})
    printed: dict[str, list[str]] = {one.id: [] for one in definitions}
    last: Release | None = None
    for quarter in QUARTERS:
        made = card(data, *definitions, period=quarter)
        last = release(made, council, last=last if grows(made) else None)
        for figure in last.figures:
            printed[figure.row.indicator].append(figure.text)
    return printed


def by_quarter(*values: float, name: str = "entered") -> Any:
    return frame(list(zip(QUARTERS, values, strict=False)), name)


def test_a_part_that_is_withheld_is_not_given_back_by_the_whole_and_another_part() -> None:
    home, away = counted("placed_near", basis="snapshot"), counted("placed_far", basis="snapshot")
    care = counted("in_care", basis="snapshot", made_of=["placed_near", "placed_far"])
    names = ("placed_near", "placed_far", "in_care")
    data = together(*(frame([(QUARTERS[3], n)], name) for name, n in zip(names, (40.0, 3.0, 43.0), strict=True)))
    council = pack(home, away, care).council.model_copy(update={"publication": EXACT})
    figures = release(card(data, home, away, care), council).figures
    texts = {figure.row.indicator: figure.text for figure in figures}
    assert texts == {"placed_near": "c", "placed_far": "c", "in_care": "43"}
    near = next(figure for figure in figures if figure.row.indicator == "placed_near")
    assert near.why.startswith("It is not small, but with ")


def test_a_quarter_that_was_withheld_is_not_given_back_by_the_year() -> None:
    data = together(by_quarter(30.0, 3.0, 20.0, 25.0), frame([("2018-19", 78.0)], "entered_in_year"))
    printed = released(data, ENTERED, OF_YEAR)
    assert printed["entered"][:3] == ["30", "c", "20"]
    assert (printed["entered"][3], printed["entered_in_year"][-1]) in (("c", "78"), ("25", "c"))


def test_quarters_without_small_counts_stand_beside_their_year() -> None:
    data = together(by_quarter(30.0, 23.0, 20.0, 25.0), frame([("2018-19", 98.0)], "entered_in_year"))
    printed = released(data, ENTERED, OF_YEAR)
    assert printed["entered"] == ["30", "23", "20", "25"]
    assert printed["entered_in_year"][-1] == "98"


def test_a_quarter_that_was_withheld_is_not_given_back_by_the_year_to_date() -> None:
    data = together(by_quarter(30.0, 3.0, 20.0, 25.0), by_quarter(30.0, 33.0, 53.0, 78.0, name="entered_so_far"))
    printed = released(data, ENTERED, SO_FAR)
    assert printed["entered"][1] == "c"
    assert printed["entered_so_far"][1] == "c"


def test_only_counts_that_add_up_over_time_need_the_releases_before() -> None:
    data = by_quarter(30.0, 3.0, 20.0, 25.0)
    assert not grows(card(data, ENTERED))
    assert grows(card(data, ENTERED, OF_YEAR))


def test_the_whole_service_is_remembered_when_its_teams_stop_adding_up_to_it() -> None:
    teams = counted("cp_number", basis="snapshot", areas=TEAMS)
    council = pack(teams).council.model_copy(update={"publication": EXACT})

    def of(*values: float) -> Any:
        given = zip(TEAMS, values, strict=True)
        return together(*(frame([(QUARTERS[3], value)], "cp_number", area=area) for area, value in given))

    for then, now in (((4.0, 4.0, 0.0), (40.0, 30.0, 20.0)), ((4.0, 30.0, 20.0), (60.0, 30.0, 30.0))):
        before = release(card(of(*then), teams), council)
        assert before.figures[0].text == "c"
        assert release(card(of(*now), teams), council, before).figures[0].text == "c"
