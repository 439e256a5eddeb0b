"""A quarter is signed off, of a service area or of one action; the next plan year is prepared, and started once."""

import io
import zipfile
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.plan import PlanView, Update
from kpi.ui import plan_forms_year
from kpi.workspace import Records, Workspace
from tests.support.screens import press, screen, tick, words, write

QUARTER = "2018-19 Q4"


def opening(place: Workspace) -> PlanView:
    return Records(place).plan("2018-19", QUARTER)


def signed(place: Workspace, area: str) -> str:
    """Say who signed a service area off."""
    [found] = [one for one in opening(place).areas if one.id == area]
    return f"{found.signed_off.who}, {found.signed_off.role}" if found.signed_off else ""


def at_area(area: str = "cl") -> AppTest:
    app = screen("plan", period=QUARTER, record="sign-off")
    [box] = [box for box in app.selectbox if box.label == "Service area to sign off"]
    return box.set_value(area).run()


def sign(app: AppTest, name: str, who: str = "Ann Okoro") -> AppTest:
    write(app, "Your name", who)
    tick(app, "I sign off")
    return press(app, f"Sign off {name}")


def declare(place: Workspace, ref: str, said: Update) -> int:
    records = Records(place)
    period = records.quarter(QUARTER)
    return records.update(ref, said, year="2018-19", period=period, who="Analyst", base=place.head())


def test_before_signing_it_says_what_is_not_updated_and_what_awaits_it(folder: Path) -> None:
    shown = words(at_area("cl"))
    assert "Care leavers is signed off by the role of Head of Children in Care." in shown
    assert "Done and awaiting this sign-off (1) CL 2.1" in shown
    assert "Not updated this quarter (1) CSF 1.1" in words(at_area("csf"))


def test_signing_is_a_revision_of_its_own_and_completes_what_awaited_it(folder: Path, place: Workspace) -> None:
    app = sign(at_area("cl"), "Care leavers")
    assert f"Care leavers is signed off for Q4 2018-19 as revision {place.head()}." in words(app)
    assert place.history()[-1].kind == "sign-off"
    assert signed(place, "cl") == "Ann Okoro, Head of Children in Care"
    action = opening(place).action("CL 2.1")
    assert action
    assert (action.stage, action.declared) == ("complete", "awaiting_sign_off")


def test_nobody_signs_without_a_name_or_unconfirmed(folder: Path, place: Workspace) -> None:
    before = place.head()
    shown = words(press(at_area("cl"), "Sign off Care leavers"))
    assert "Write your name. Tick the box to confirm." in shown
    assert place.head() == before


def test_what_is_signed_and_unchanged_asks_for_nothing(folder: Path) -> None:
    app = at_area("pmqa")
    assert "as Principal Social Worker on " in words(app)
    assert not [button for button in app.button if button.label.startswith("Sign off")]


def test_an_update_after_the_sign_off_is_told_and_can_be_signed_again(folder: Path, place: Workspace) -> None:
    declare(place, "PMQA 2.1", Update(commentary="The system has a date now."))
    app = at_area("pmqa")
    assert "Changed since it was signed off (1) PMQA 2.1" in words(app)
    sign(app, "Performance management")
    assert signed(place, "pmqa") == "Ann Okoro, Principal Social Worker"
    assert "Changed since it was signed off" not in words(at_area("pmqa"))


def test_what_changed_while_one_looked_is_told_before_it_is_signed(folder: Path, place: Workspace) -> None:
    app = at_area("cl")
    number = declare(place, "CL 2.1", Update(percent=90))
    sign(app, "Care leavers")
    assert "Nothing was signed: CL 2.1 changed while you looked at it." in words(app)
    assert place.head() == number
    sign(app, "Care leavers")
    assert place.head() == number + 1


def test_a_sign_off_is_taken_back_on_the_spot(folder: Path, place: Workspace) -> None:
    app = sign(at_area("cl"), "Care leavers")
    press(app, f"Undo this (revision {place.head()})")
    assert signed(place, "cl") == ""


def test_one_action_is_signed_off_on_its_own_screen(folder: Path, place: Workspace) -> None:
    app = screen("action", ref="CL 2.1", year="2018-19", period=QUARTER, record="sign-off")
    sign(app, "CL 2.1")
    action = opening(place).action("CL 2.1")
    assert action
    assert action.signed_off
    assert (action.signed_off.of, action.stage) == ("CL 2.1", "complete")
    assert signed(place, "cl") == ""


def test_an_action_of_which_nothing_is_declared_has_nothing_to_sign(folder: Path) -> None:
    app = screen("action", ref="CSF 1.1", year="2018-19", period=QUARTER, record="sign-off")
    assert "Nothing is declared of it in Q4 2018-19 , so there is nothing to sign off." in words(app)
    assert not app.checkbox


def test_an_earlier_state_is_not_signed(folder: Path) -> None:
    app = screen("plan", period=QUARTER, record="sign-off", as_at=6)
    assert "what is declared is laid over the newest one." in words(app)
    assert "Start the plan year" not in words(app)


def test_the_next_year_is_shown_before_it_is_written(folder: Path) -> None:
    app = screen("plan", period=QUARTER, record="next-year")
    shown = words(app)
    assert "move to 2019-20 and" in shown
    assert "PMQA 2.1 Move to one social care system. 31 March 2020 Moved to next year" in shown
    assert "plan/2019-20/pmqa.yaml" in shown
    assert not (folder / "plan" / "2019-20").exists()


def test_starting_it_writes_the_files_and_closes_the_old_year(folder: Path, place: Workspace) -> None:
    app = screen("plan", period=QUARTER, record="next-year")
    press(app, "Start the plan year 2019-20")
    assert "Write your name or role. Tick the box to confirm." in words(app)
    write(app, "Your name or role", "Performance analyst")
    tick(app, "Write the files")
    press(app, "Start the plan year 2019-20")
    assert "The plan year 2019-20 was started, and 2018-19 was closed as revision" in words(app)
    assert (folder / "plan" / "2019-20" / "pmqa.yaml").exists()
    moved = opening(place).counts_by_stage["moved"]
    shown = words(screen("plan", year="2019-20"))
    assert f"Of {moved} actions" in shown
    assert "PMQA 2.1" in shown


def test_where_the_folder_cannot_be_written_to_the_files_are_taken_away(
    folder: Path, place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan_forms_year, "writable", lambda: False)
    app = screen("plan", period=QUARTER, record="next-year")
    assert "The folder of definitions cannot be written to here." in words(app)
    assert not [button for button in app.button if button.label.startswith("Start")]
    assert "Download these files (ZIP)" in [button.label for button in app.get("download_button")]


def test_the_files_lie_in_the_archive_as_they_lie_in_the_pack(place: Workspace) -> None:
    prepared = Records(place).carry_forward("2018-19")
    with zipfile.ZipFile(io.BytesIO(plan_forms_year.archive(prepared))) as packed:
        assert packed.namelist() == sorted(prepared.files)
        assert packed.read("plan/2019-20/pmqa.yaml").decode() == prepared.files["plan/2019-20/pmqa.yaml"]
    assert plan_forms_year.archive(prepared) == plan_forms_year.archive(prepared)
