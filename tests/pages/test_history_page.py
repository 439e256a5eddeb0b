"""History: every revision with who, when, what and why; one taken back after a confirmation; the record checked."""

import re
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.entry import Entry
from kpi.ledger import Revision, read
from kpi.ledger import write as write_ledger
from kpi.ledger.chain import Kind
from kpi.ui import ask, revisions
from kpi.workspace import Workspace
from tests.support.pack import NEXT, RETURN, SECOND, SEEDED, THIRD
from tests.support.screens import copy_of, opened, press, screen, source, text, tick, words, write

LATER = b"indicator_id,period,value\ncaseload,2019-20 Q1,15.7\n"


@pytest.fixture(scope="module")
def loaded(loaded_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with a return of the next quarter as the next revision."""
    place = opened(copy_of(loaded_pack, tmp_path_factory.mktemp("history")))
    place.publish(
        place.preview("return.csv", RETURN.encode()), who="Performance analyst", note="First of three returns"
    )
    place.ledger.close()
    return place.folder


@pytest.fixture
def folder(loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    data = copy_of(loaded, tmp_path)
    monkeypatch.setenv("KPI_DATA", str(data))
    return data


@pytest.fixture
def place(folder: Path) -> Workspace:
    return opened(folder)


def undo(app: AppTest, number: int, why: str = "Wrong file") -> AppTest:
    write(app, "Your name or role", "Analyst")
    write(app, "Why", why)
    tick(app, "Yes, take revision")
    return press(app, f"Undo revision {number}")


def numbers(app: AppTest) -> list[int]:
    """List the revisions of the table, from the top."""
    return [int(number) for number in re.findall(r'<th scope="row"[^>]*><a [^>]*>Revision (\d+)</a>', source(app))]


def test_every_revision_is_listed_the_newest_first(folder: Path) -> None:
    assert numbers(screen("history")) == list(range(NEXT, 0, -1))


def test_a_line_says_who_what_and_why(folder: Path, place: Workspace) -> None:
    shown = words(screen("history"))
    assert "Performance analyst Published return.csv: 3 new First of three returns" in shown
    assert (place.history()[SEEDED].sha256 or "")[:8] in shown


def test_times_are_told_as_the_clock_on_the_councils_wall_shows_them() -> None:
    summer = Revision(1, "load", "Analyst", datetime(2019, 6, 19, 13, 5, tzinfo=UTC), "", "", file="q1.csv")
    assert "19 June 2019, 14:05" in text(revisions.lead([summer]))


@pytest.mark.parametrize(
    ("kind", "file", "said"),
    [
        ("update", "", "Updated the plan: 2 new, 1 changed"),
        ("update", "tracker.xlsx", "Updated the plan from tracker.xlsx: 2 new, 1 changed"),
        ("sign-off", "", "Signed off the plan: 2 new, 1 changed"),
        ("panel", "", "Added to the panel's record: 2 new, 1 changed"),
    ],
)
def test_what_was_declared_is_said_in_words(kind: Kind, file: str, said: str) -> None:
    entry = Revision(1, kind, "Head of Service", datetime(2019, 6, 19, tzinfo=UTC), "", "", file=file, new=2, changed=1)
    assert revisions.what(entry, [entry]) == said
    assert "Entries in it 3" in text(revisions.detail(replace(entry, rows=3), [entry]))
    assert revisions.what(replace(entry, new=0, changed=0), [entry]).endswith(": nothing in force")


def test_an_update_of_the_plan_is_taken_back_like_any_revision(folder: Path, place: Workspace) -> None:
    update = Entry.of("action", "2018-19/PMQA 2.1", "2019-20 Q1", {"stage": "complete"})
    write_ledger.record(
        place.ledger,
        [update],
        kind="update",
        who="Head of Service",
        note="",
        definitions=place.pack.text,
        expected_head=NEXT,
    )
    app = screen("history", revision=SECOND)
    assert "What was new in it disappears, and what it changed is as it was before." in words(app)
    assert f"Revision {SECOND} was taken back by revision {THIRD}." in words(undo(app, SECOND))
    assert update.key not in {one.key for one in read.entries(place.ledger)}


def test_a_revision_has_an_address_and_says_everything_about_itself(folder: Path, place: Workspace) -> None:
    entry, app = place.history()[SEEDED], screen("history", revision=NEXT)
    for piece in (entry.sha256, entry.hash, entry.definitions, "First of three returns"):
        assert piece
        assert piece in words(app)
    assert f"./?as_at={NEXT}" in source(app)


def test_a_revision_that_is_not_there_is_not_shown(folder: Path) -> None:
    for wanted in ("99", "-1", "x", "9" * 30):
        assert "Take it back" not in words(screen("history", revision=wanted))


def test_an_undo_needs_a_name_a_reason_and_a_confirmation(folder: Path, place: Workspace) -> None:
    app = press(screen("history", revision=NEXT), f"Undo revision {NEXT}")
    assert "Write your name or role. Write why. Tick the box to confirm." in words(app)
    assert place.head() == NEXT


def test_a_confirmed_undo_takes_the_revision_back(folder: Path, place: Workspace) -> None:
    app = undo(screen("history", revision=NEXT), NEXT)
    assert f"Revision {NEXT} was taken back by revision {SECOND}." in words(app)
    assert f"Undone by revision {SECOND}" in words(app)
    assert f"It was already taken back, by revision {SECOND}." in words(app)
    assert (place.history()[NEXT].who, place.history()[NEXT].note) == ("Analyst", "Wrong file")


def test_an_undo_can_be_taken_back(folder: Path, place: Workspace) -> None:
    undo(screen("history", revision=NEXT), NEXT)
    app = screen("history", revision=SECOND)
    assert f"Undoing this undo puts revision {NEXT} in force again." in words(app)
    undo(app, SECOND, "It was right after all")
    assert f"Took back the undo in revision {SECOND}, so revision {NEXT} is in force again" in words(app)
    assert place.history()[SEEDED].undone_by is None


@pytest.mark.parametrize(("choice", "in_force"), [("keep", [True, False]), ("undo", [False, False])])
def test_where_later_revisions_built_on_it_they_are_named_and_the_choice_is_asked(
    folder: Path, place: Workspace, choice: str, in_force: list[bool]
) -> None:
    place.publish(place.preview("later.csv", LATER), who="HR Business Partner")
    app = undo(screen("history", revision=NEXT), NEXT)
    assert f"revision {SECOND} (load of later.csv by HR Business Partner" in words(app)
    assert place.head() == SECOND
    assert app.radio[0].label == "What happens to the later ones?"
    app.radio[0].set_value(choice)
    undo(app, NEXT)
    history = place.history()
    assert [history[NEXT].undone_by is None, history[SEEDED].undone_by is None] == in_force


def test_definitions_are_not_taken_back_here(folder: Path, place: Workspace) -> None:
    council = folder / "council.yaml"
    council.write_text(council.read_text("utf-8").replace("jump_factor: 8", "jump_factor: 9"), "utf-8")
    opened(folder)
    app = screen("history", revision=SECOND)
    assert "Recorded new definitions" in words(app)
    assert "Definitions are not taken back here" in words(app)
    assert not [button for button in app.button if button.label.startswith("Undo")]


def test_a_ledger_that_cannot_be_written_to_says_why_there_is_no_undo(
    folder: Path, place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    shut = replace(place.ledger, writable=False, why_not="The folder is for reading only.")
    monkeypatch.setattr(ask, "workspace", lambda: replace(place, ledger=shut))
    app = screen("history", revision=NEXT)
    assert "It cannot be taken back here. The folder is for reading only." in words(app)
    assert not app.checkbox


def test_an_unaltered_record_is_said_to_be_so(folder: Path, place: Workspace) -> None:
    app = press(screen("history"), "Check that nothing was altered")
    assert f"Nothing recorded was altered: all {NEXT} revisions checked; the head is" in words(app)
    assert place.chain_head()[:16] in words(app)


def test_an_altered_record_is_told_with_the_revision(folder: Path, place: Workspace) -> None:
    place.ledger.close()
    with sqlite3.connect(folder / "ledger.sqlite") as database:
        names = [row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]
        for name in names:
            database.execute(f"DROP TRIGGER {name}")
        database.execute("UPDATE revision SET who = 'Somebody else' WHERE number = 2")
    database.close()
    shown = words(press(screen("history"), "Check that nothing was altered"))
    assert "The record is not as it was written." in shown
    assert "Revision 2 was altered after it was recorded" in shown


def test_a_head_from_a_paper_that_is_not_in_the_record_is_told(folder: Path) -> None:
    app = screen("history")
    write(app, "Head printed on a paper", "0123456789abcdef")
    assert "No revision has the hash 0123456789abcdef" in words(press(app, "Check that nothing was altered"))


def test_a_note_stays_literal(folder: Path, place: Workspace) -> None:
    place.undo(NEXT, who="<i>me</i>", note="**bold** :tada: <script>alert(1)</script>")
    shown = source(screen("history", revision=SECOND))
    assert "<script>" not in shown
    assert "<i>" not in shown
    assert "**bold** :tada: <script>" in words(screen("history", revision=SECOND))


def a_thousand() -> list[Revision]:
    at = datetime(2019, 6, 19, tzinfo=UTC)
    return [Revision(n, "load", "Analyst", at, "", "", file=f"{n}.csv", new=1) for n in range(1, 1001)]


def test_a_thousand_revisions_come_in_pages() -> None:
    entries = a_thousand()
    assert revisions.pages(len(entries)) == 20
    first, last = revisions.table(entries, 1, None), revisions.table(entries, 20, None)
    assert "Revisions 1,000 to 951 of 1,000" in first
    assert "Revisions 50 to 1 of 1,000" in last
    assert first.count("<tr") == revisions.PER_PAGE + 1


@pytest.mark.parametrize(("asked", "page"), [(None, 1), ("3", 3), ("0", 1), ("99", 20), ("x", 1), ("²", 1)])
def test_a_page_that_is_not_there_falls_back_to_one_that_is(asked: str | None, page: int) -> None:
    assert revisions.page_of(asked, 1_000) == page


def test_an_empty_record_says_so() -> None:
    assert "Nothing has been published yet." in revisions.lead([])
    assert "Nothing has been published yet." in revisions.table([], 1, None)


def test_a_choice_made_for_some_later_revisions_is_asked_again_when_there_are_more(
    folder: Path, place: Workspace
) -> None:
    place.publish(place.preview("later.csv", LATER), who="HR Business Partner")
    app = undo(screen("history", revision=NEXT), NEXT)
    app.radio[0].set_value("undo")
    place.publish(place.preview("last.csv", LATER.replace(b"15.7", b"15.6")), who="Finance Business Partner")
    undo(app, NEXT)
    assert f"revision {THIRD} (load of last.csv by Finance Business Partner" in words(app)
    assert place.head() == THIRD
