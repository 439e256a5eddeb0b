"""Judgements over time, and how each changed since the area was last graded."""

from datetime import date

import pytest

from kpi.definitions.inspection import Grade
from kpi.inspection import judgement_history
from kpi.inspection.judgements import change
from tests.inspection.conftest import EARLIER, LATER, REVIEW, Council

LONG_AFTER = date(2026, 11, 22)


def test_inspections_come_oldest_first_and_later_ones_are_marked(council: Council) -> None:
    history = judgement_history(council(), REVIEW)
    assert [(one.id, one.when, one.later) for one in history.columns] == [
        ("i2017", "9 February 2017", False),
        ("i2022", "28 March 2022", True),
    ]
    assert history.standing is not None
    assert history.standing.id == "i2017"


def test_grades_are_known_from_the_day_they_were_published(council: Council) -> None:
    before, after = (judgement_history(council(), day) for day in (date(2022, 5, 17), date(2022, 5, 18)))
    assert before.standing is not None
    assert after.standing is not None
    assert (before.standing.id, after.standing.id) == ("i2017", "i2022")


def test_the_changes_of_2022_come_out_as_the_sentence_that_was_published(council: Council) -> None:
    history = judgement_history(council(), LONG_AFTER)
    assert history.standing is not None
    assert history.sentence(history.standing) == (
        "Inspection of 2022: Help and protection Good (was Requires improvement); "
        "Children in care and care leavers Good (unchanged); Impact of leaders Outstanding (was Good)."
    )


@pytest.mark.parametrize(
    ("before", "now", "told"),
    [
        (None, "good", "first"),
        ("good", "good", "unchanged"),
        ("inadequate", "requires_improvement", "improved"),
        ("outstanding", "good", "declined"),
    ],
)
def test_a_grade_is_compared_with_the_last_one(before: Grade | None, now: Grade, told: str) -> None:
    assert change(before, now) == told


def test_a_decline_names_the_grade_before(council: Council) -> None:
    worse = LATER | {"judgements": [{"area": "leaders", "grade": "inadequate"}]}
    [*_, leaders] = judgement_history(council(inspections=[EARLIER, worse]), LONG_AFTER).areas
    assert leaders.cells[-1].change_text == "declined from Good"
    assert leaders.sentence == "Impact of leaders: Good on 9 February 2017, then Inadequate on 28 March 2022."


def test_an_inspection_that_skipped_an_area_leaves_its_last_grade_to_compare_with(council: Council) -> None:
    skipped = LATER | {"id": "i2020", "date": "2020", "published": None, "judgements": [LATER["judgements"][0]]}
    [*_, leaders] = judgement_history(council(inspections=[EARLIER, skipped, LATER]), LONG_AFTER).areas
    assert [cell.word for cell in leaders.cells] == ["Good", "not judged", "Outstanding"]
    assert leaders.cells[-1].change_text == "improved from Good"


def test_areas_that_began_or_ended_say_so_and_name_each_other(council: Council) -> None:
    since = LATER | {
        "id": "i2024",
        "date": "2024-05-01",
        "published": None,
        "judgements": [{"area": "care_leavers", "grade": "good"}],
    }
    areas = {one.area.id: one for one in judgement_history(council(inspections=[LATER, since]), LONG_AFTER).areas}
    assert areas["care_leavers"].note == "Judged since 2023, in place of Children in care and care leavers."
    assert areas["care_and_leavers"].note == "Judged until 2022, then as Care leavers."
    assert [cell.word for cell in areas["care_leavers"].cells] == ["not judged before 2023", "Good"]
    assert [cell.word for cell in areas["care_and_leavers"].cells] == ["Good", "judged until 2022"]
    assert [cell.change_text for cell in areas["care_leavers"].cells] == ["", "first judged"]


def test_the_command_line_gets_one_row_a_grade(council: Council) -> None:
    rows = judgement_history(council(), REVIEW).as_rows()
    assert len(rows) == 6
    assert rows[1] == {
        "area": "help",
        "area_title": "Help and protection",
        "inspection": "i2022",
        "date": "2022-03-28",
        "grade": "good",
        "grade_text": "Good",
        "change": "improved",
        "before": "requires_improvement",
        "later": True,
    }
