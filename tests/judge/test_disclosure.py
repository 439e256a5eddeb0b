"""Disclosure: what is withheld from a table of children, and why, with tables a panel would recognise."""

import numpy as np
import pandas as pd
import pytest

from kpi.judge.disclosure import HIDDEN, TOTAL, Protected, Reason, Rules, protect

TEAMS = ["Assessment", "Children in care", "Care-experienced"]


def table(*rows: tuple[int, ...], columns: tuple[str, ...] = ("Met", "Not met")) -> pd.DataFrame:
    return pd.DataFrame(list(rows), index=TEAMS[: len(rows)], columns=list(columns))


def one_column(*counts: int) -> pd.DataFrame:
    return table(*((count,) for count in counts), columns=("Children",))


def by_team(*counts: int, rules: Rules | None = None, before: Protected | None = None) -> Protected:
    """Protect counts by team with the total of the service beneath."""
    return protect(one_column(*counts), rules=rules, totals=["columns"], before=[before] if before else [])


def shown(protected: Protected) -> list[str]:
    """The one column of teams, total last."""
    return [str(text) for text in protected.frame()["Children"]]


def test_a_table_without_small_counts_is_published_whole_with_its_totals() -> None:
    protected = protect(table((40, 20), (12, 6)))
    assert protected.frame().to_numpy().tolist() == [["40", "20", "60"], ["12", "6", "18"], ["52", "26", "78"]]
    assert protected.explained() == ()


@pytest.mark.parametrize(("count", "text"), [(0, "0"), (1, HIDDEN), (5, HIDDEN), (6, "6")])
def test_counts_from_1_to_5_are_withheld_and_a_true_zero_is_printed_0(count: int, text: str) -> None:
    assert protect(one_column(count), totals=[]).frame().iloc[0, 0] == text


def test_the_threshold_is_the_councils_choice() -> None:
    assert protect(one_column(7), 7, totals=[]).frame().iloc[0, 0] == HIDDEN
    assert protect(one_column(4), 3, totals=[]).frame().iloc[0, 0] == "4"


def test_a_second_team_is_withheld_so_that_the_total_does_not_give_the_first_back() -> None:
    protected = by_team(3, 20, 60)
    assert shown(protected) == [HIDDEN, HIDDEN, "60", "83"]
    assert [one.reason for one in protected.explained()] == [Reason.SMALL, Reason.SECONDARY]
    assert protected.bounds("Assessment", "Children") == (1, 22)


def test_without_a_printed_total_nothing_more_is_withheld() -> None:
    assert protect(one_column(3, 20, 60), totals=[]).hidden.sum() == 1


def test_two_small_counts_protect_each_other_only_when_their_sum_leaves_room() -> None:
    assert shown(by_team(4, 5, 60)) == [HIDDEN, HIDDEN, "60", "69"]
    assert shown(by_team(1, 1, 60)) == [HIDDEN, HIDDEN, HIDDEN, "62"]


def test_a_small_count_in_rows_and_columns_needs_a_rectangle() -> None:
    protected = protect(table((3, 40), (30, 40), (50, 60)))
    assert protected.hidden[:2, :2].all()
    assert protected.hidden.sum() == 4


def test_no_more_is_withheld_than_is_needed() -> None:
    protected = protect(table((3, 40), (30, 40), (50, 60)))
    for one in protected.explained():
        if one.reason is Reason.SECONDARY:
            assert protected.bounds(one.row, one.column)[0] >= 1
            assert protected.at(one.row, one.column) is None


def test_the_smallest_teams_go_first_so_that_most_children_stay_in_the_picture() -> None:
    assert shown(by_team(3, 200, 20)) == [HIDDEN, "200", HIDDEN, "223"]


def test_rounding_goes_to_the_nearest_5_or_10_half_up() -> None:
    assert shown(by_team(12, 13, 60, rules=Rules(rounding=5))) == ["10", "15", "60", "85"]
    assert shown(by_team(14, 15, 60, rules=Rules(rounding=10))) == ["10", "20", "60", "90"]


def test_totals_alone_may_be_rounded() -> None:
    assert shown(by_team(12, 13, 61, rules=Rules(rounding=5, rounded="totals"))) == ["12", "13", "61", "85"]


def test_rounded_totals_spare_a_second_team_when_they_leave_enough_open() -> None:
    exact, near = by_team(4, 20, 60), by_team(4, 20, 60, rules=Rules(rounding=10))
    assert exact.hidden.sum() == 2
    assert near.hidden.sum() < exact.hidden.sum()


def test_rounding_to_5_alone_is_not_trusted_to_protect() -> None:
    protected = by_team(3, 20, 60, rules=Rules(rounding=5, rounded="totals"))
    assert protected.bounds("Assessment", "Children") != (3, 3)
    low, high = protected.bounds("Assessment", "Children")
    assert low <= 1
    assert high is None or high >= 6


def test_zeros_of_a_whole_team_are_withheld_where_the_council_says_so() -> None:
    rules = Rules(zeros="unless_all")
    protected = protect(table((0, 0), (30, 0), (50, 60)), rules=rules)
    assert protected.frame().iloc[0].tolist() == [HIDDEN, HIDDEN, HIDDEN]
    assert protected.reasons[0, 0] == Reason.EMPTY_GROUP
    assert protect(table((0, 0), (30, 0), (50, 60))).hidden.sum() == 0


def test_zeros_may_be_withheld_like_any_small_count() -> None:
    protected = protect(table((0, 40), (30, 40), (50, 60)), rules=Rules(zeros="hidden"))
    assert protected.frame().iloc[0, 0] == HIDDEN
    assert protected.bounds(TEAMS[0], "Met")[0] == 0


def test_a_part_that_is_never_printed_is_protected_too() -> None:
    # 58 of 60 met says that 2 were not: the part in print or the group has to go.
    protected = protect(table((58, 2), (30, 20)), unprinted=["Not met"])
    assert protected.hidden[0].any()
    assert protected.frame()["Not met"].tolist() == ["", "", ""]


def test_what_the_source_withheld_stays_withheld_and_is_not_given_back() -> None:
    withheld = np.array([[True], [False], [False]])
    protected = protect(one_column(30, 20, 60), totals=["columns"], withheld=withheld)
    assert protected.reasons[0, 0] == Reason.AT_SOURCE
    low, high = protected.bounds("Assessment", "Children")
    assert high is None or high - low >= 5


def test_every_hidden_cell_has_a_sentence_and_print_never_tells_which_ones_are_small() -> None:
    protected = protect(table((3, 40), (30, 40), (50, 60)))
    explained = protected.explained()
    assert len(explained) == protected.hidden.sum()
    assert {one.sentence for one in explained} == {
        "Not shown, so that no child can be recognised: this count is small, or would give a small one away."
    }
    assert {one.why for one in explained} == {
        "It is a count from 1 to 5.",
        "It is not small, but with totals or other figures in print it would give a withheld count back.",
    }


@pytest.mark.parametrize("bad", [[-1.0], [2.5], [np.nan], [np.inf]])
def test_only_whole_counts_can_be_protected(bad: list[float]) -> None:
    with pytest.raises(ValueError, match="whole numbers, 0 or more, none missing"):
        protect(pd.DataFrame(bad))


def test_a_table_names_each_row_and_column_once_and_has_some() -> None:
    for bad in (pd.DataFrame(), pd.DataFrame([[1], [2]], index=["A", "A"])):
        with pytest.raises(ValueError, match="named once"):
            protect(bad)


def test_counts_beyond_any_number_of_children_are_refused() -> None:
    with pytest.raises(ValueError, match="no counts of children"):
        protect(one_column(2_000_000_000))


@pytest.mark.parametrize("wrong", [{"threshold": -1}, {"rounding": 3}])
def test_rules_that_make_no_sense_are_refused(wrong: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="threshold"):
        Rules(**wrong)


def test_a_protected_table_cannot_be_changed() -> None:
    protected = by_team(3, 20, 60)
    with pytest.raises(ValueError, match="read-only"):
        protected.published[0, 0] = 3


def test_the_same_table_is_protected_in_the_same_way_each_time() -> None:
    frames = [protect(table((3, 40), (30, 4), (50, 60))).frame() for _ in range(3)]
    assert frames[0].equals(frames[1])
    assert frames[0].equals(frames[2])


def test_the_total_of_everything_is_the_last_thing_to_go() -> None:
    assert protect(table((3, 40), (30, 40))).at(TOTAL, TOTAL) == 113


class TestLastRelease:
    """What a new release adds to the one before it."""

    def test_what_was_withheld_stays_withheld_when_it_grows(self) -> None:
        before = by_team(3, 20, 60)
        now = by_team(9, 20, 60, before=before)
        assert shown(now)[:2] == [HIDDEN, HIDDEN]
        assert now.reasons[0, 0] == Reason.LAST_RELEASE

    def test_what_was_shown_and_has_not_changed_protects_nobody(self) -> None:
        before = by_team(13, 20, 60)
        now = by_team(3, 20, 60, before=before)
        assert shown(now) == [HIDDEN, "20", "60", HIDDEN]
        assert by_team(3, 20, 60).at("Care-experienced", "Children") == 60

    def test_a_small_count_that_was_published_is_withheld_and_the_officer_told(self) -> None:
        before = by_team(4, 20, 60, rules=Rules(3))
        now = by_team(4, 20, 60, before=before)
        assert shown(now)[0] == HIDDEN
        assert now.exposed[0, 0]
        assert "cannot take that back" in now.explained()[0].why

    def test_rows_that_the_last_release_did_not_have_are_new(self) -> None:
        before = by_team(30, 20)
        now = by_team(30, 20, 8, before=before)
        assert shown(now) == ["30", "20", "8", "58"]

    def test_the_same_figures_are_released_in_the_same_way(self) -> None:
        before = by_team(3, 20, 60)
        assert shown(by_team(3, 20, 60, before=before)) == shown(before)
