"""The page around the screens, and the app that serves it."""

import re
from pathlib import Path

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.routing import Route

from kpi.settings import ROOT
from kpi.ui import shell
from kpi.ui.health import health
from tests.support.asgi import ask
from tests.support.pack import SEEDED, copy_of_demonstration

SERVED = Starlette(
    routes=[
        Route("/healthz", health),
        Route("/assets/{name}", shell.asset),
        *(Route(path, shell.page) for path in shell.PAGES),
    ]
)


def test_it_is_in_british_english() -> None:
    assert '<html lang="en-GB">' in shell.shell()


def test_it_holds_no_script_of_its_own_that_the_policy_would_stop() -> None:
    assert not re.search(r"<script(?![^>]*\bsrc=)", shell.shell())


def test_it_says_what_to_do_without_javascript() -> None:
    assert "python -m kpi scorecard" in shell.shell()


def test_our_script_runs_before_streamlit_starts() -> None:
    made = shell.shell()
    assert made.index("shell.js") < made.index("deck.js") < made.index("presenter.js") < made.index('type="module"')


def test_a_changed_streamlit_page_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shell, "_changes", lambda: (("<nothing like this>", ""),))
    shell.shell.cache_clear()
    with pytest.raises(RuntimeError, match="has changed"):
        shell.shell()
    shell.shell.cache_clear()


@pytest.mark.parametrize("path", shell.PAGES)
def test_every_screen_is_answered_with_the_shell_and_never_from_a_cache(path: str) -> None:
    answer = ask(SERVED, path)
    assert answer.status == 200
    assert "kpi.css" in answer.text
    assert answer.headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("kpi.css", "text/css"),
        ("mark.svg", "image/svg+xml"),
        *((name, "text/javascript") for name in ("shell.js", "deck.js", "presenter.js")),
    ],
)
def test_assets_are_served_with_their_kind_and_kept(name: str, kind: str) -> None:
    answer = ask(SERVED, f"/assets/{name}")
    assert answer.status == 200
    assert answer.headers["content-type"].startswith(kind)
    assert "immutable" in answer.headers["cache-control"]


@pytest.mark.parametrize("name", ["../shell.py", "nothing.css", "..\\..\\app.py", "kpi.css.bak", ".."])
def test_no_other_file_is_served(name: str) -> None:
    assert ask(SERVED, f"/assets/{name}").status == 404


def test_the_health_check_names_the_revision(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KPI_DATA", str(copy_of_demonstration(tmp_path)))
    answer = ask(SERVED, "/healthz")
    st.cache_resource.clear()
    assert (answer.status, answer.text) == (200, f'{{"status":"ok","revision":{SEEDED}}}')
    assert answer.headers["cache-control"] == "no-store"


def test_the_health_check_says_what_stops_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("KPI_DATA", str(tmp_path / "nowhere"))
    answer = ask(SERVED, "/healthz")
    assert (answer.status, answer.text) == (503, '{"status":"unavailable","problems":["no-pack"]}')


def test_the_file_that_starts_all_is_short() -> None:
    assert len((ROOT / "app.py").read_text("utf-8").splitlines()) <= 40
