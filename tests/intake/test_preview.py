"""What a file would change, before anyone agrees to it."""

import pytest

from kpi.intake.preview import compare

HEADER = "indicator_id,area,period,value,note\n"
HELD = (
    "caseload,north,2018-19 Q3,18,\ncaseload,south,2018-19 Q3,19,\ncaseload,north,2018-19 Q4,17,\n"
    "children_in_need,all,2018-19 Q4,821,\n"
)


@pytest.fixture
def held(intake):
    intake.hold(HEADER + HELD)
    return intake


def preview(intake, text: str, replace: bool = False):
    return compare(intake.read(text), intake.current, intake.pack, replace)


def test_figures_are_new_changed_or_unchanged(held):
    found = preview(
        held, HEADER + "caseload,north,2018-19 Q3,18,\ncaseload,north,2018-19 Q4,16.5,\ngrowth,,2018-19 Q4,3,\n"
    )
    assert found.counts == {"new": 1, "changed": 1, "unchanged": 1, "withdrawn": 0}
    assert (found.can_publish, found.changes_something) == (True, True)
    assert found.changed[["value_before", "value", "file_row"]].values.tolist() == [[17, 16.5, 3]]


def test_the_same_file_again_changes_nothing(held):
    found = preview(held, HEADER + HELD, replace=True)
    assert found.counts == {"new": 0, "changed": 0, "unchanged": 4, "withdrawn": 0}
    assert not found.changes_something


def test_a_note_alone_is_a_change(held):
    found = preview(held, HEADER + "caseload,north,2018-19 Q4,17,Two workers joined\n")
    (line,) = found.lines("changed")
    assert (line.before, line.after) == ("17.0 cases", "17.0 cases (note changed)")


def test_only_replacing_withdraws_what_the_file_lacks(held):
    text = HEADER + "caseload,north,2018-19 Q3,18,\nchildren_in_need,all,2018-19 Q4,821,\n"
    assert preview(held, text).counts["withdrawn"] == 0
    found = preview(held, text, replace=True)
    assert found.withdrawn[["area", "period"]].values.tolist() == [["south", "2018-19 Q3"], ["north", "2018-19 Q4"]]


def test_replacing_leaves_indicators_and_periods_alone_that_the_file_does_not_name(held):
    found = preview(held, HEADER + "caseload,north,2018-19 Q3,18,\n", replace=True)
    assert found.withdrawn[["area", "period"]].values.tolist() == [["south", "2018-19 Q3"]]


def test_a_file_with_errors_changes_nothing(held):
    found = preview(held, HEADER + "caseload,north,2018-19 Q4,low 20s,\nnobody,north,2018-19 Q4,1,\n", replace=True)
    assert (found.can_publish, found.changes_something) == (False, False)
    assert found.counts == {"new": 0, "changed": 0, "unchanged": 0, "withdrawn": 0}


def test_lines_say_a_figure_before_and_after_in_words(held):
    rows = "caseload,north,2018-19 Q4,c,\ncaseload,south,2018-19 Q4,,low 20s\n"
    found = preview(held, HEADER + rows, replace=True)
    (changed,) = found.lines("changed")
    assert (changed.title, changed.area_title, changed.period_label) == ("Caseload", "North team", "Q4 2018-19")
    assert (changed.before, changed.after, changed.row) == ("17.0 cases", "suppressed", 2)
    (new,) = found.lines("new")
    assert (new.before, new.after) == ("", "low 20s")


def test_a_withdrawn_figure_has_nothing_after_it(held):
    (gone,) = preview(held, HEADER + "caseload,north,2018-19 Q3,18,\n", replace=True).lines("withdrawn")
    assert (gone.area_title, gone.before, gone.after, gone.row) == ("South team", "19.0 cases", "", None)


def test_a_number_written_with_seventeen_digits_is_the_one_with_fifteen(intake):
    intake.hold(HEADER + "caseload,north,2018-19 Q4,33.3333333333333,\n")
    intake.current["value"] = 100 / 3
    assert preview(intake, HEADER + "caseload,north,2018-19 Q4,33.333333333333336,\n").counts["unchanged"] == 1


def test_a_submission_holds_every_figure_of_the_file(held):
    text = HEADER + "caseload,north,2018-19 Q3,18,\ncaseload,north,2018-19 Q4,16.5,\n"
    handed_in = preview(held, text, replace=True).submission()
    assert handed_in.frame["value"].tolist() == [18, 16.5]
    assert handed_in.withdrawn.values.tolist() == [["caseload", "south", "2018-19 Q3"]]
    assert (handed_in.file, len(handed_in.sha256), handed_in.counts["changed"]) == ("figures.csv", 64, 1)
