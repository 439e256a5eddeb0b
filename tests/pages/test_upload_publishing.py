"""Upload, from preview to publication: who, once, on top of what was seen, and taken back."""

import csv
import io
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.intake import Options
from kpi.ui import upload_check
from kpi.workspace import Workspace
from tests.support.pack import NEXT, RETURN, SECOND, SEEDED
from tests.support.screens import drop, press, screen, source, tick, words, write

CORRECTION = "indicator_id,period,value\ncaseload,2018-19 Q4,15.6\n"


@pytest.fixture
def app(folder: Path) -> AppTest:
    return screen("upload")


def published(app: AppTest, content: str = RETURN, who: str = "Performance analyst") -> AppTest:
    drop(app, "return.csv", content)
    write(app, "Your name or role", who)
    return press(app, "Publish")


def test_publishing_says_what_was_done_and_where_to_look(app: AppTest, place: Workspace) -> None:
    published(app)
    assert f"Published as revision {NEXT}: 3 figures added, from return.csv." in words(app)
    assert 'role="status"' in source(app)
    assert "./?period=2019-20+Q1" in source(app)
    assert f"./history?revision={NEXT}" in source(app)
    assert place.history()[-1].who == "Performance analyst"
    assert place.scorecard("2019-20 Q1").revision == NEXT


def test_the_quarter_stays_after_publishing(app: AppTest) -> None:
    published(app)
    assert app.query_params["period"] in ("2019-20 Q1", ["2019-20 Q1"])
    assert "3 have arrived" in words(app)


def test_without_a_name_nothing_is_published(app: AppTest, place: Workspace) -> None:
    drop(app, "return.csv", RETURN)
    press(app, "Publish")
    assert "Write your name or role." in words(app)
    assert place.head() == SEEDED


def test_a_changed_figure_is_shown_from_and_to_and_must_be_confirmed(app: AppTest, place: Workspace) -> None:
    drop(app, "correction.csv", CORRECTION)
    assert "Changed (1)" in words(app)
    assert "16.0 cases (illustrative) 15.6 cases" in words(app)
    write(app, "Your name", "Analyst")
    press(app, "Publish")
    assert "Tick the box once you have checked the changed figure." in words(app)
    assert place.head() == SEEDED
    tick(app, "I have checked the changed figure")
    press(app, "Publish")
    assert f"Published as revision {NEXT}: one figure changed" in words(app)


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


def test_the_same_figures_again_change_nothing(app: AppTest) -> None:
    published(app)
    drop(app, "again.csv", RETURN)
    assert "again.csv changes nothing: all 3 figures are published already." in words(app)
    assert not [button for button in app.button if button.label.startswith("Publish")]


def test_a_publication_is_taken_back_right_there(app: AppTest, place: Workspace) -> None:
    published(app)
    press(app, f"Undo this publication (revision {NEXT})")
    assert f"Revision {NEXT} was taken back by revision {SECOND}." in words(app)
    assert [entry.undone_by for entry in place.history()][SEEDED] == SECOND
    assert not [button for button in app.button if button.label.startswith("Undo")]


def test_where_later_figures_build_on_it_the_undo_is_decided_in_the_history(app: AppTest, place: Workspace) -> None:
    published(app)
    later = place.preview("later.csv", b"indicator_id,period,value\ncaseload,2019-20 Q1,15.7\n")
    place.publish(later, who="HR")
    press(app, f"Undo this publication (revision {NEXT})")
    assert (
        f"Later loads hold figures that revision {NEXT} holds too: revision {SECOND} (load of later.csv by HR"
        in words(app)
    )
    assert f"./history?revision={NEXT}" in source(app)
    assert place.head() == SECOND


def test_someone_elses_change_beneath_is_told_and_the_preview_made_anew(app: AppTest, place: Workspace) -> None:
    drop(app, "correction.csv", CORRECTION)
    other = place.preview("other.csv", b"indicator_id,period,value\ncaseload,2018-19 Q4,15.1\n")
    place.publish(other, who="HR Business Partner")
    write(app, "Your name", "Analyst")
    tick(app, "I have checked")
    press(app, "Publish")
    shown = words(app)
    assert f"Since the preview revision {NEXT} (load of other.csv by HR Business Partner" in shown
    assert "Nothing was published. Below is what the file would change now." in shown
    assert "15.1 cases 15.6 cases" in shown
    assert place.head() == NEXT


def test_someone_elses_other_figures_do_not_stand_in_the_way(app: AppTest, place: Workspace) -> None:
    drop(app, "correction.csv", CORRECTION)
    place.publish(place.preview("other.csv", RETURN.encode()), who="HR")
    write(app, "Your name", "Analyst")
    tick(app, "I have checked")
    press(app, "Publish")
    assert f"Published as revision {SECOND}: one figure changed" in words(app)


def test_a_double_click_publishes_once(folder: Path, place: Workspace) -> None:
    preview = place.preview("return.csv", RETURN.encode())
    assert place.publish(preview, who="Analyst").revision == place.publish(preview, who="Analyst").revision == NEXT


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
