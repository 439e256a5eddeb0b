"""Upload: what is due, a file checked and shown, published once, taken back, or refused in words."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.intake import Options
from kpi.period import Calendar
from kpi.ui import ask, upload_check
from kpi.workspace import Workspace
from tests.support.pack import RETURN
from tests.support.screens import copy_of, drop, opened, press, screen, source, tick, words, write

CORRECTION = "indicator_id,period,value\ncaseload,2018-19 Q4,15.6\n"
FAULTY = "indicator_id,period,value\ncaselod,2019-20 Q1,16\ncaseload,Q1 2022,16\ncaseload,2019-20 Q1,low 20s\n"
CHILDREN = "indicator_id,period,value,surname\ncaseload,2019-20 Q1,16,Featherstonehaugh\n"


@pytest.fixture
def folder(demonstration_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = copy_of(demonstration_folder, tmp_path)
    monkeypatch.setenv("KPI_DATA", str(data))
    return data


@pytest.fixture
def app(folder: Path) -> AppTest:
    return screen("upload")


@pytest.fixture
def place(folder: Path) -> Workspace:
    return opened(folder)


def published(app: AppTest, content: str = RETURN, who: str = "Performance analyst") -> AppTest:
    drop(app, "return.csv", content)
    write(app, "Your name or role", who)
    return press(app, "Publish")


def test_it_opens_on_the_first_quarter_without_figures_that_is_over(app: AppTest) -> None:
    assert "figures due for Q1 2019-20 (April to June 2019), none has arrived" in words(app)
    assert app.query_params == {}


def test_the_quarter_of_the_address_is_shown(folder: Path) -> None:
    assert "due for Q4 2018-19 (January to March 2019)" in words(screen("upload", period="2018-19 Q4"))


def test_a_quarter_that_nobody_knows_falls_back(folder: Path) -> None:
    assert "due for Q1 2019-20" in words(screen("upload", period="1066 Q1"))


def test_completeness_adds_up_over_everyone_who_answers(app: AppTest, place: Workspace) -> None:
    due = place.due("2019-20 Q1")
    assert f"Of {len(due)} figures due" in words(app)
    for owner in {figure.owner for figure in due}:
        assert owner in words(app)


def test_what_is_overdue_is_said(app: AppTest) -> None:
    assert "missing are overdue" in words(app)
    assert "20 July 2019 Overdue" in words(app)


def test_templates_are_offered_for_the_chosen_quarter(app: AppTest) -> None:
    labels = [button.label for button in app.get("download_button")]
    assert labels == ["Template for Q1 2019-20 (Excel)", "Template for Q1 2019-20 (CSV)"]


def test_the_preview_says_first_what_would_change(app: AppTest) -> None:
    shown = words(drop(app, "return.csv", RETURN))
    assert "Publishing return.csv would add 3 figures. Nothing is published yet." in shown
    assert "They are for Q1 2019-20 (April to June 2019)." in shown
    assert "New (3)" in shown
    assert "15.8 cases" in shown


def test_nothing_is_stored_by_a_preview(app: AppTest, place: Workspace) -> None:
    drop(app, "return.csv", RETURN)
    assert place.head() == 3


def test_no_table_of_figures_lies_in_the_session(app: AppTest) -> None:
    drop(app, "return.csv", RETURN)
    assert "Question(" in repr(app.session_state)
    assert "Preview(" not in repr(app.session_state)


def test_publishing_says_what_was_done_and_where_to_look(app: AppTest, place: Workspace) -> None:
    published(app)
    assert "Published as revision 4: 3 figures added, from return.csv." in words(app)
    assert 'role="status"' in source(app)
    assert "./?period=2019-20+Q1" in source(app)
    assert "./history?revision=4" in source(app)
    assert place.history()[-1].who == "Performance analyst"
    assert place.scorecard("2019-20 Q1").revision == 4


def test_the_quarter_stays_after_publishing(app: AppTest) -> None:
    published(app)
    assert app.query_params["period"] in ("2019-20 Q1", ["2019-20 Q1"])
    assert "3 have arrived" in words(app)


def test_without_a_name_nothing_is_published(app: AppTest, place: Workspace) -> None:
    drop(app, "return.csv", RETURN)
    press(app, "Publish")
    assert "Write your name or role." in words(app)
    assert place.head() == 3


def test_a_changed_figure_is_shown_from_and_to_and_must_be_confirmed(app: AppTest, place: Workspace) -> None:
    drop(app, "correction.csv", CORRECTION)
    assert "Changed (1)" in words(app)
    assert "16.0 cases (illustrative) 15.6 cases" in words(app)
    write(app, "Your name", "Analyst")
    press(app, "Publish")
    assert "Tick the box once you have checked the changed figure." in words(app)
    assert place.head() == 3
    tick(app, "I have checked the changed figure")
    press(app, "Publish")
    assert "Published as revision 4: one figure changed" in words(app)


def test_errors_are_listed_with_row_column_and_what_to_do(app: AppTest) -> None:
    shown = words(drop(app, "faulty.csv", FAULTY))
    assert "Nothing of faulty.csv can be published until 3 problems are put right." in shown
    assert "2 indicator_id There is no indicator 'caselod'." in shown
    assert "'low 20s' is words, not a number. Put the words in note and leave value empty." in shown
    assert not [button for button in app.button if button.label.startswith("Publish")]
    assert "Download the problems (CSV)" in [button.label for button in app.get("download_button")]


def test_an_ambiguous_period_is_asked_about_and_settled(app: AppTest) -> None:
    drop(app, "return.csv", "indicator_id,period,value\ncaseload,Q1 2019,15.8\n")
    assert "does not say which calendar" in words(app)
    assert app.radio[0].label == "Which years do periods such as Q1 2022 belong to?"
    app.radio[0].set_value(Calendar.FINANCIAL).run()
    assert "would add one figure" in words(app)
    assert "They are for Q1 2019-20" in words(app)


def test_a_clear_file_asks_nothing(app: AppTest) -> None:
    drop(app, "return.csv", RETURN)
    assert not app.radio
    assert not app.checkbox


def test_figures_left_out_are_withdrawn_only_when_the_file_is_the_whole_truth(app: AppTest, place: Workspace) -> None:
    published(app)
    rows = "indicator_id,area,period,value\ncaseload_team,assessment,2018-19 Q4,23.9\n"
    drop(app, "whole.csv", rows)
    assert "2 published figures of the same indicators and periods are not in this file." in words(app)
    assert "Withdrawn" not in words(app)
    tick(app, "This file is the whole truth")
    app.run()
    assert "withdraw 2 figures" in words(app)
    assert "Withdrawn (2)" in words(app)


def test_nothing_of_a_file_about_single_children_is_kept_or_shown(app: AppTest, place: Workspace) -> None:
    shown = words(drop(app, "Featherstonehaugh.csv", CHILDREN))
    assert "The file was refused, because it holds data about single children. Nothing of it was kept." in shown
    assert "column surname" in shown
    assert "Featherstonehaugh" not in source(app)
    assert "Featherstonehaugh" not in repr(app.session_state)
    assert not app.file_uploader[0].value
    assert place.head() == 3


def test_an_unreadable_file_is_a_problem_in_words(app: AppTest) -> None:
    assert "The file is empty." in words(drop(app, "empty.csv", b""))


def test_the_same_figures_again_change_nothing(app: AppTest) -> None:
    published(app)
    drop(app, "again.csv", RETURN)
    assert "again.csv changes nothing: all 3 figures are published already." in words(app)
    assert not [button for button in app.button if button.label.startswith("Publish")]


def test_a_publication_is_taken_back_right_there(app: AppTest, place: Workspace) -> None:
    published(app)
    press(app, "Undo this publication (revision 4)")
    assert "Revision 4 was taken back by revision 5." in words(app)
    assert [entry.undone_by for entry in place.history()][3] == 5
    assert not [button for button in app.button if button.label.startswith("Undo")]


def test_where_later_figures_build_on_it_the_undo_is_decided_in_the_history(app: AppTest, place: Workspace) -> None:
    published(app)
    later = place.preview("later.csv", b"indicator_id,period,value\ncaseload,2019-20 Q1,15.7\n")
    place.publish(later, who="HR")
    press(app, "Undo this publication (revision 4)")
    assert "Later loads hold figures that revision 4 holds too: revision 5 (load of later.csv by HR" in words(app)
    assert "./history?revision=4" in source(app)
    assert place.head() == 5


def test_someone_elses_change_beneath_is_told_and_the_preview_made_anew(app: AppTest, place: Workspace) -> None:
    drop(app, "correction.csv", CORRECTION)
    other = place.preview("other.csv", b"indicator_id,period,value\ncaseload,2018-19 Q4,15.1\n")
    place.publish(other, who="HR Business Partner")
    write(app, "Your name", "Analyst")
    tick(app, "I have checked")
    press(app, "Publish")
    shown = words(app)
    assert "Since the preview revision 4 (load of other.csv by HR Business Partner" in shown
    assert "Nothing was published. Below is what the file would change now." in shown
    assert "15.1 cases 15.6 cases" in shown
    assert place.head() == 4


def test_someone_elses_other_figures_do_not_stand_in_the_way(app: AppTest, place: Workspace) -> None:
    drop(app, "correction.csv", CORRECTION)
    place.publish(place.preview("other.csv", RETURN.encode()), who="HR")
    write(app, "Your name", "Analyst")
    tick(app, "I have checked")
    press(app, "Publish")
    assert "Published as revision 5: one figure changed" in words(app)


def test_a_double_click_publishes_once(folder: Path, place: Workspace) -> None:
    preview = place.preview("return.csv", RETURN.encode())
    assert place.publish(preview, who="Analyst").revision == place.publish(preview, who="Analyst").revision == 4


def test_two_files_are_taken_one_at_a_time(app: AppTest) -> None:
    app.file_uploader[0].upload("one.csv", RETURN.encode()).upload("two.csv", CORRECTION.encode()).run()
    assert "2 files were dropped, and they are taken one at a time." in words(app)
    assert "What publishing would change" not in words(app)


def test_an_earlier_state_takes_no_file(folder: Path) -> None:
    app = screen("upload", as_at=2)
    assert "You look at an earlier state" in words(app)
    assert not app.file_uploader


def test_a_ledger_that_cannot_be_written_to_says_why_instead_of_a_form(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = opened(folder)
    shut = replace(place.ledger, writable=False, why_not="The folder is for reading only.")
    monkeypatch.setattr(ask, "workspace", lambda: replace(place, ledger=shut))
    app = screen("upload")
    assert "Nothing can be published here. The folder is for reading only." in words(app)
    assert not app.file_uploader


def test_markup_in_a_file_stays_literal(app: AppTest) -> None:
    drop(app, "<img src=x>.csv", "indicator_id,period,value\ncaseload,2019-20 Q1,<b>:tada:</b>\n")
    assert "<img" not in source(app)
    assert "<b>" not in source(app)
    assert ":tada:" not in source(app)


def test_old_previews_are_let_go(place: Workspace) -> None:
    shelf, preview = upload_check.Shelf(), place.preview("return.csv", RETURN.encode())
    questions = [upload_check.Question(("data", "ledger", head), "f", "s", Options()) for head in range(20)]
    for question in questions:
        shelf.put(question, preview)
    assert list(shelf.held) == questions[-upload_check.KEPT :]


def test_the_template_filled_in_comes_back_through_the_screen(app: AppTest, place: Workspace) -> None:
    rows = list(csv.DictReader(io.StringIO(place.template("2019-20 Q1", "csv").decode())))
    rows[0]["value"] = "800"
    file = io.StringIO()
    writer = csv.DictWriter(file, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    assert "would add one figure" in words(drop(app, "template.csv", file.getvalue()))
