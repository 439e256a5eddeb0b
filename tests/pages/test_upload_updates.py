"""A tracker on the Upload screen: known by its header, shown as changes, settled with others' words, and published."""

import csv
import io
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.plan import ActionView, Update
from kpi.workspace import Records, Workspace
from tests.support.pack import RETURN
from tests.support.screens import drop, press, screen, source, words, write

QUARTER = "2018-19 Q4"
HEADER = "plan_year,quarter,ref,stage,status,percent,commentary\n"
FAULTY = (
    HEADER
    + "2018-19,2018-19 Q4,SSS 9.9,,,40,\n"
    + "2018-19,2018-19 Q4,YOT 2.2,half done,,40,\n"
    + "2018-19,2018-19 Q4,SSS 2.1,,,140,\n"
)


@pytest.fixture
def app(folder: Path) -> AppTest:
    return screen("upload", period=QUARTER)


def tracker(place: Workspace, **percents: str) -> str:
    """Fill in the template: percent by reference, `SSS_2_1="60"` for SSS 2.1."""
    wanted = {name.replace("_", " ", 1).replace("_", "."): value for name, value in percents.items()}
    rows = list(csv.DictReader(io.StringIO(Records(place).update_template("2018-19", QUARTER, "csv").decode())))
    for row in rows:
        row["percent"] = wanted.get(row["ref"], row["percent"])
    file = io.StringIO()
    writer = csv.DictWriter(file, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def publish(app: AppTest, who: str = "Performance analyst") -> AppTest:
    write(app, "Your name or role", who)
    return press(app, "Publish these updates")


def standing(place: Workspace, ref: str = "SSS 2.1") -> ActionView:
    return Records(place).action(ref, "2018-19", QUARTER)


def declare(place: Workspace, said: Update, ref: str = "SSS 2.1") -> int:
    """Record an update as a Head of Service does by the form."""
    records = Records(place)
    period = records.quarter(QUARTER)
    head = place.head()
    return records.update(ref, said, year="2018-19", period=period, who="Head of Specialist Support", base=head)


def settle(app: AppTest, ref: str, choice: str) -> None:
    [radio] = [radio for radio in app.radio if ref in radio.label]
    radio.set_value(choice)


def test_trackers_are_offered_for_quarters_of_a_plan(app: AppTest) -> None:
    labels = [button.label for button in app.get("download_button")]
    assert labels[2:] == ["Tracker for Q4 2018-19 (Excel)", "Tracker for Q4 2018-19 (CSV)"]


def test_a_tracker_goes_its_own_way(app: AppTest, place: Workspace) -> None:
    shown = words(drop(app, "tracker.csv", tracker(place, SSS_2_1="60", YOT_2_2="40")))
    assert "Publishing tracker.csv would change what is declared of 2 actions" in shown
    assert "They are for Q4 2018-19 (January to March 2019), plan year 2018-19 ." in shown
    assert "Percent nothing 60%" in shown
    assert "Statuses" not in shown


def test_a_file_of_figures_still_goes_the_way_of_figures(app: AppTest) -> None:
    assert "would add 3 figures." in words(drop(app, "return.csv", RETURN))


def test_an_unfilled_tracker_changes_nothing(app: AppTest, place: Workspace) -> None:
    shown = words(drop(app, "tracker.csv", tracker(place)))
    assert "tracker.csv changes nothing: what it says is known already." in shown
    assert not [button for button in app.button if button.label.startswith("Publish")]


def test_faults_are_told_with_row_column_and_what_to_do(app: AppTest, place: Workspace) -> None:
    before = place.head()
    shown = words(drop(app, "tracker.csv", FAULTY))
    assert "Nothing of tracker.csv can be published until 3 problems are put right." in shown
    assert "4 percent '140' does not lie from 0 to 100." in shown
    assert "3 stage 'half done' is no stage." in shown
    assert not [button for button in app.button if button.label.startswith("Publish")]
    assert place.head() == before


def test_publishing_says_what_was_done_and_where_to_look(app: AppTest, place: Workspace) -> None:
    drop(app, "tracker.csv", tracker(place, SSS_2_1="60"))
    shown = words(publish(app))
    assert f"Published as revision {place.head()}: updates of one action, from tracker.csv." in shown
    assert "./plan?period=2018-19+Q4" in source(app)
    assert standing(place).percent == 60
    assert place.history()[-1].file == "tracker.csv"


def test_without_a_name_nothing_is_published(app: AppTest, place: Workspace) -> None:
    before = place.head()
    drop(app, "tracker.csv", tracker(place, SSS_2_1="60"))
    assert "Write your name or role." in words(publish(app, ""))
    assert place.head() == before


def test_a_publication_is_taken_back_right_there(app: AppTest, place: Workspace) -> None:
    drop(app, "tracker.csv", tracker(place, SSS_2_1="60"))
    publish(app)
    press(app, f"Undo this publication (revision {place.head()})")
    assert standing(place).percent is None


def test_a_tracker_drawn_before_somebody_elses_update_shows_both(app: AppTest, place: Workspace) -> None:
    content = tracker(place, SSS_2_1="60", YOT_2_2="40")
    number = declare(place, Update(percent=80, commentary="The contract is signed."))
    shown = words(drop(app, "tracker.csv", content))
    assert "Updated meanwhile (1)" in shown
    assert "Head of Specialist Support updated SSS 2.1 on " in shown
    assert f"(revision {number})." in shown
    assert "Percent nothing 80% 60%" in shown
    assert "Commentary Needs more time. The contract is signed. not changed" in shown
    assert "Choose which version stands: SSS 2.1." in words(publish(app))
    assert place.head() == number


@pytest.mark.parametrize(("choice", "percent", "said"), [("mine", 60, "updates of"), ("theirs", 80, "set aside")])
def test_each_conflict_is_settled_and_neither_version_is_lost(
    app: AppTest, place: Workspace, choice: str, percent: float, said: str
) -> None:
    content = tracker(place, SSS_2_1="60", YOT_2_2="40")
    number = declare(place, Update(percent=80))
    drop(app, "tracker.csv", content)
    settle(app, "SSS 2.1", choice)
    assert said in words(publish(app))
    stands = standing(place)
    assert stands.percent == percent
    assert standing(place, "YOT 2.2").percent == 40
    assert stands.quarter
    assert {version.update.percent for version in stands.quarter.versions} >= {60, 80}
    assert place.head() == number + 1


def test_somebody_elses_update_between_preview_and_publication_is_shown_first(app: AppTest, place: Workspace) -> None:
    drop(app, "tracker.csv", tracker(place, SSS_2_1="60"))
    number = declare(place, Update(percent=80))
    shown = words(publish(app))
    assert "Nothing was published. Below is what the file would change now." in shown
    assert "Updated meanwhile (1)" in shown
    assert place.head() == number


def test_a_tracker_about_a_child_is_refused_and_let_go(app: AppTest, place: Workspace) -> None:
    content = HEADER + "2018-19,2018-19 Q4,SSS 2.1,,,,Write to someone@example.org\n"
    shown = words(drop(app, "children.csv", content))
    assert "The file was refused, because it holds data about single children." in shown
    assert "someone@example.org" not in shown
    assert "children.csv" not in shown


def test_markup_in_a_tracker_stays_literal(app: AppTest) -> None:
    drop(app, "<img src=x>.csv", HEADER + "2018-19,2018-19 Q4,SSS 2.1,,,,<b>:tada:</b>\n")
    assert "<img" not in source(app)
    assert "<b>:" not in source(app)
    assert "<b>:tada:</b>" in words(app)
