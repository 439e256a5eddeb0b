"""The form of an action: filled with what is known, refused at the field, recorded once, taken back."""

from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.ui import ask, plan_forms_fields
from kpi.workspace import Workspace
from tests.support.declaring import QUARTER, again, choose, form, pick, save, standing
from tests.support.screens import opened, press, screen, source, text, tick, words, write


@pytest.fixture
def app(folder: Path) -> AppTest:
    return form()


def test_it_begins_with_what_is_known(app: AppTest) -> None:
    values = {box.label: box.value for box in (*app.selectbox, *app.text_input, *app.text_area)}
    assert values["Stage"] == "in_progress"
    assert values["Status"] == "needs_more_time"
    assert values["What happened this quarter"] == "Needs more time."
    assert values["Percent done (0 to 100)"] == ""


def test_each_status_that_goes_with_the_stage_stands_with_its_meaning(app: AppTest) -> None:
    assert "The action needs more time to evidence impact, or further development." in words(app)
    assert "The action is completed." not in words(app)
    choose(app, "Stage", "complete")
    [status] = [box for box in app.selectbox if box.label == "Status"]
    assert status.options == ["Completed", "Needs more time"]
    assert "The action is completed." in words(app)


def test_only_what_was_changed_is_said(app: AppTest, place: Workspace) -> None:
    write(app, "Percent done", "60")
    save(app)
    assert "for Q4 2018-19 : Percent from nothing to 60%." in words(app)
    quarter = standing(place).quarter
    assert quarter
    assert quarter.current
    assert quarter.current.update.said == {"percent": 60.0, "commentary": "Needs more time."}
    assert quarter.current.who == "Head of Specialist Support"
    assert place.history()[-1].kind == "update"


def test_nothing_changed_is_nothing_recorded(app: AppTest, place: Workspace) -> None:
    before = place.head()
    assert "The update says nothing." in words(save(app))
    assert place.head() == before


def test_a_fault_is_told_at_its_field_and_over_the_form(app: AppTest, place: Workspace) -> None:
    before = place.head()
    write(app, "Percent done", "nearly all")
    write(app, "New due date", "soon")
    shown = words(save(app))
    assert "Nothing was recorded yet. Please look at: Percent done, New due date." in shown
    assert "'nearly all' is words, not a number. Write how much is done as 40 or 40%." in shown
    assert source(app).count("kpi-at-field") == 2
    assert 'role="alert"' in source(app)
    assert place.head() == before


def test_what_was_written_stays_when_it_is_refused(app: AppTest) -> None:
    app.text_area[0].set_value("The contract is signed.")
    write(app, "Percent done", "140")
    save(app)
    assert app.text_area[0].value == "The contract is signed."
    assert "does not lie from 0 to 100" in words(app)


def test_a_move_of_the_due_date_needs_its_reason(folder: Path, place: Workspace) -> None:
    app = form("CIC 3.1")
    write(app, "New due date", "30 June 2019")
    assert "and no reason is given. Say why; it is shown beside the move." in words(save(app))
    write(app, "Why it moves", "The clinic opens in May.")
    press(app, "Save this update")
    assert standing(place, "CIC 3.1").due.short_label == "30 June 2019"
    assert standing(place, "CIC 3.1").moves[-1].reason == "The clinic opens in May."


def test_an_emptied_field_does_not_take_back_what_was_said(app: AppTest, place: Workspace) -> None:
    app.text_area[0].set_value("")
    assert "This was said before, and an empty field does not take it back." in words(save(app))


def test_what_points_at_a_child_is_refused_and_never_repeated(app: AppTest, place: Workspace) -> None:
    before = place.head()
    app.text_area[0].set_value("Write to someone@example.org about it.")
    shown = words(save(app))
    assert "This holds what look like e-mail addresses." in shown
    assert "someone@example.org" not in shown
    assert place.head() == before


def test_a_doubt_is_confirmed_once_seen(folder: Path, place: Workspace) -> None:
    app, before = form("FDA 2.2"), place.head()
    choose(app, "Stage", "complete")
    save(app)
    assert "Q4 2018-19 is signed off by the Head of Front Door and Assessment." in words(app)
    assert "80% is done." in words(app)
    assert place.head() == before
    tick(app, "I have checked this")
    press(app, "Save this update")
    assert place.head() == before + 1
    assert "Accepted 2 warnings" in place.history()[-1].note
    assert standing(place, "FDA 2.2").changed_since


def test_a_milestone_is_moved_on(folder: Path, place: Workspace) -> None:
    app = form("CIC 3.1")
    pick(app, "Clinics on two more days a month", "done")
    save(app)
    states = {one.id: one.state for one in standing(place, "CIC 3.1").milestones}
    assert list(states.values()) == ["done", "done"]


def test_without_a_name_nothing_is_recorded(app: AppTest) -> None:
    write(app, "Percent done", "60")
    assert "Write your name or role." in words(save(app, ""))


def test_it_is_taken_back_on_the_spot(app: AppTest, place: Workspace) -> None:
    write(app, "Percent done", "60")
    save(app)
    number = place.head()
    press(app, f"Undo this (revision {number})")
    assert f"Revision {number} was taken back by revision {number + 1}." in words(app)
    assert standing(place).percent is None


def test_the_form_opens_anew_on_what_stands_now(app: AppTest, place: Workspace) -> None:
    write(app, "Percent done", "60")
    again(save(app))
    [percent] = [field for field in app.text_input if field.label.startswith("Percent")]
    assert percent.value == "60"


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ({"as_at": 5}, "You look at an earlier state"),
        ({"period": "2019-20 Q1"}, "lies outside the plan year 2018-19"),
    ],
)
def test_where_nothing_can_be_declared_it_says_why(folder: Path, address: dict[str, str | int], why: str) -> None:
    given: dict[str, str | int] = {"ref": "SSS 2.1", "year": "2018-19", "period": QUARTER, "record": "update"}
    app = screen("action", **given | address)
    assert why in words(app)
    assert not app.text_area


def test_a_ledger_that_cannot_be_written_to_says_why_instead_of_a_form(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(folder)
    shut = replace(place.ledger, writable=False, why_not="The folder is for reading only.")
    monkeypatch.setattr(ask, "workspace", lambda: replace(place, ledger=shut))
    app = form()
    assert "Nothing can be declared here. The folder is for reading only." in words(app)
    assert not app.text_area


def test_what_a_person_writes_stays_literal(app: AppTest) -> None:
    app.text_area[0].set_value("<b>bold</b> :tada: **loud**")
    save(app)
    assert "<b>bold</b> :tada: **loud**" in text(source(app))
    assert "<b>bold" not in source(app)


def test_words_of_the_definitions_stay_literal_in_labels() -> None:
    assert plan_forms_fields.literal("Plan [draft] :red[x] $5 *now*: done") == (
        r"Plan \[draft\] \:red\[x\] \$5 \*now\*: done"
    )
