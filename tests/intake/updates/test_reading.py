"""A tracker filled in and read back."""

from tests.intake.updates.conftest import Desk, codes, filled


def test_a_template_read_back_unfilled_changes_nothing(desk: Desk) -> None:
    for form, name in (("csv", "q4.csv"), ("xlsx", "q4.xlsx")):
        preview = desk.preview(desk.template(form), name)
        assert codes(preview) == ["nothing-new"]
        assert (preview.counts, preview.changes_something) == ({"new": 0, "changed": 0, "unchanged": 3}, False)


def test_a_filled_row_becomes_an_update_of_what_it_says_differently(desk: Desk) -> None:
    said = {
        "stage": "Done, awaiting sign-off",
        "status": "on track",
        "percent": "100%",
        "commentary": "All teams use it.",
        "milestones": "assess: done; train: Done",
    }
    [row] = desk.read(filled(desk.template(), {"PMQA 2.1": said})).rows
    assert (row.ref, row.file_row, row.base) == ("PMQA 2.1", 2, 1)
    assert row.update.said == {
        "stage": "awaiting_sign_off",
        "status": "on_track",
        "percent": 100.0,
        "commentary": "All teams use it.",
        "milestones": {"train": "done"},
    }
