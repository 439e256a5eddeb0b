"""Tables side by side: indicators that add up, quarters of a year, and two releases, with figures of a panel."""

import pandas as pd

from kpi.judge.disclosure import Protected, Reason, Sum, draft, protect, protect_together

TEAMS = ["Assessment", "Children in care", "Care-experienced"]


def by_team(*counts: int) -> pd.DataFrame:
    return pd.DataFrame({"children": counts}, index=TEAMS[: len(counts)])


def whole(count: int) -> pd.DataFrame:
    return pd.DataFrame({"children": [count]}, index=["service"])


def texts(protected: Protected) -> list[str]:
    return [str(text) for text in protected.frame()["children"]][: len(protected.rows) - 1]


def adds_up(*counts: int) -> list[str]:
    """What is printed of a whole and of its parts, each an indicator of its own."""
    drafts = [draft(whole(count), totals=[]) for count in counts]
    parts = tuple((place, "service", "children") for place in range(1, len(counts)))
    return [texts(one)[0] for one in protect_together(drafts, sums=[Sum((0, "service", "children"), parts)])]


def test_a_small_part_takes_another_indicator_with_it_when_they_add_up() -> None:
    assert adds_up(624, 600, 24) == ["624", "600", "24"]
    assert adds_up(43, 40, 3) == ["43", "c", "c"]


def test_what_parts_leave_of_their_whole_is_protected_like_a_part() -> None:
    assert adds_up(43, 40).count("c") == 1
    assert adds_up(43, 20) == ["43", "20"]


def test_parts_that_hold_more_than_their_whole_say_nothing_of_each_other() -> None:
    assert adds_up(43, 60, 3) == ["43", "60", "c"]


def test_a_year_does_not_give_a_quarter_back_that_was_withheld() -> None:
    quarters = [protect(whole(count), totals=[]) for count in (30, 3, 25)]
    last, year = draft(whole(28), totals=[]), draft(whole(86), totals=[])
    joined = Sum((1, "service", "children"), tuple((at, "service", "children") for at in (0, 2, 3, 4)))
    assert [texts(one) for one in protect_together([last, year], quarters, [joined])] == [["c"], ["86"]]


def test_a_new_small_team_is_not_given_back_by_teams_that_have_not_changed() -> None:
    # 3 and 20 stood behind a total of 83: whoever knows that they have not changed has 27 less 23.
    before = protect(by_team(3, 20, 60), totals=["columns"])
    now = protect(by_team(3, 20, 4), totals=["columns"], before=[before])
    assert now.frame()["children"].tolist() == ["c", "c", "c", "c"]
    assert now.reasons[-1, 0] == Reason.SECONDARY


def test_what_nothing_protects_any_more_is_withheld_all_the_same_and_told() -> None:
    printed = [protect(whole(count), totals=[]) for count in (30, 25, 58)]
    joined = Sum((3, "service", "children"), tuple((at, "service", "children") for at in (0, 1, 2)))
    [made] = protect_together([draft(whole(3), totals=[])], printed, [joined])
    assert texts(made) == ["c"]
    assert made.exposed[0, 0]
