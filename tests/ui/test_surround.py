"""What stands around a screen: an open page never shows old figures in silence; faults are told, never traced."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from kpi.problem import Problem, ProblemError
from kpi.ui import faults, surround
from tests.support.pack import NEXT, RETURN, SEEDED, demonstration


def beating() -> None:
    """A screen with nothing but its heartbeat, drawn before the next revision."""
    from kpi.ui import surround
    from tests.support.pack import SEEDED

    surround.heartbeat(SEEDED, "scorecard")


def test_an_open_page_tells_that_new_figures_were_published(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    workspace = demonstration(tmp_path)
    monkeypatch.setenv("KPI_DATA", str(workspace.folder))
    app = AppTest.from_function(beating).run()
    assert not app.markdown
    workspace.publish(workspace.preview("return.csv", RETURN.encode()), who="analyst", note="")
    said = app.run().markdown[0].value
    assert f"New figures were published&#58; revision {NEXT}. You see revision {SEEDED}." in said
    assert 'role="status"' in said
    st.cache_resource.clear()


def test_moments_are_told_in_the_time_of_the_council() -> None:
    assert surround.moment(datetime(2019, 6, 19, 13, 5, tzinfo=UTC)) == "19 June 2019, 14:05"
    assert surround.moment(datetime(2019, 1, 19, 13, 5, tzinfo=UTC)) == "19 January 2019, 13:05"


def failing() -> None:
    """A screen that fails, as the app deals with it."""
    from kpi.ui import faults

    try:
        raise KeyError("Jane Doe")
    except KeyError as error:
        faults.unexpected(error)


def test_a_fault_shows_a_reference_and_the_log_has_its_place_without_any_value(
    caplog: pytest.LogCaptureFixture,
) -> None:
    said = AppTest.from_function(failing).run().markdown[0].value
    reference = said.split("fault ")[1][:6]
    assert reference in caplog.text
    assert "KeyError" in caplog.text
    assert "Jane Doe" not in said + caplog.text
    assert "Traceback" not in said


def test_a_problem_is_told_in_its_own_words(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(faults, "draw", lambda *pieces: drawn.extend(pieces))
    faults.unexpected(ProblemError([Problem("gone", "The ledger is gone.", "Restore it from the backup.")]))
    assert "The ledger is gone." in "".join(drawn)
