"""Two updates of one action: both are shown, one is chosen to stand, and the other stays on record."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.plan import Update
from kpi.workspace import Workspace
from tests.support.declaring import again, choose, declare, form, save, standing
from tests.support.screens import press, words, write


@pytest.fixture
def app(folder: Path) -> AppTest:
    return form()


def test_someone_elses_update_beneath_shows_both_and_neither_is_lost(app: AppTest, place: Workspace) -> None:
    number = declare(place, Update(percent=80, commentary="The contract is with legal services."))
    write(app, "Percent done", "70")
    shown = words(save(app))
    assert "Performance analyst updated SSS 2.1 on " in shown
    assert f"(revision {number}), after you opened the form." in shown
    assert "Percent nothing 80% 70%" in shown
    assert "Commentary Needs more time. The contract is with legal services. not changed" in shown
    assert place.head() == number


@pytest.mark.parametrize(
    ("button", "percent", "mine"), [("Use mine", 70, "in force"), ("Keep theirs", 80, "set aside")]
)
def test_the_choice_leaves_the_other_version_on_record(
    app: AppTest, place: Workspace, button: str, percent: float, mine: str
) -> None:
    number = declare(place, Update(percent=80))
    write(app, "Percent done", "70")
    save(app)
    press(app, button)
    assert f"as revision {number + 1}" in words(app)
    stands = standing(place)
    assert stands.percent == percent
    assert stands.quarter
    versions = {version.revision: version for version in stands.quarter.versions}
    assert versions[number + 1].standing == mine
    assert versions[number + 1].update.percent == 70
    assert versions[number].update.percent == 80


def test_a_third_version_while_one_chooses_is_shown_before_anything_is_recorded(app: AppTest, place: Workspace) -> None:
    declare(place, Update(percent=80))
    write(app, "Percent done", "70")
    save(app)
    number = declare(place, Update(percent=90), who="Head of Safeguarding")
    press(app, "Use mine")
    assert place.head() == number
    assert "Head of Safeguarding updated SSS 2.1" in words(app)
    assert "Percent nothing 90% 70%" in words(app)
    press(app, "Use mine")
    assert standing(place).percent == 70


def test_the_same_said_by_somebody_else_is_not_recorded_again(app: AppTest, place: Workspace) -> None:
    number = declare(place, Update(percent=70))
    write(app, "Percent done", "70")
    assert "Somebody else recorded the same in the meantime, so nothing was recorded again." in words(save(app))
    assert place.head() == number


def test_a_form_that_was_overtaken_says_so_before_it_is_saved(app: AppTest, place: Workspace) -> None:
    declare(place, Update(percent=80))
    app.run()
    assert "This form was opened before; when you save it, both versions are shown." in words(app)


def test_an_update_of_another_action_does_not_stand_in_the_way(app: AppTest, place: Workspace) -> None:
    declare(place, Update(percent=20), ref="YOT 2.2")
    write(app, "Percent done", "70")
    save(app)
    assert standing(place).percent == 70


def test_stage_and_status_are_chosen_together(app: AppTest, place: Workspace) -> None:
    declare(place, Update(status="completed", stage="business_as_usual"))
    choose(app, "Stage", "awaiting_sign_off")
    save(app)
    press(app, "Use mine")
    stands = standing(place)
    assert (stands.declared, stands.status_id) == ("awaiting_sign_off", "needs_more_time")


def test_a_version_that_waits_for_a_choice_is_not_forgotten(app: AppTest, place: Workspace) -> None:
    declare(place, Update(percent=80))
    write(app, "Percent done", "70")
    save(app)
    del app.query_params["record"]
    assert "An update of yours is not recorded yet" in words(app.run())
    press(again(app), "Use mine")
    assert standing(place).percent == 70
