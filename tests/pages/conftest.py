"""The screens run without a browser, on a copy of the demonstration or on a pack made for the test."""

import html
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from kpi.settings import ROOT, Settings
from kpi.workspace import Workspace, open_workspace
from tests.support.figures import DEFAULTS
from tests.support.screens import copy_of

COUNCIL = {
    "id": "wolverhampton",
    "name": "City of Wolverhampton Council",
    "service": "Children's Services",
    "plan": "Improvement plan 2018-19",
    "opening_period": "2018-19 Q4",
    "about": "A small council for tests.",
    "themes": [{"id": "workforce", "title": "Workforce"}, {"id": "quality", "title": "Quality of practice"}],
}

Open = Callable[..., AppTest]


def words(app: AppTest) -> str:
    """Give all that a screen says, as text."""
    whole = re.sub(r'<span class="kpi-nowrap">([^<]*)</span>', r"\1", markup(app))
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", whole)).split())


def markup(app: AppTest) -> str:
    """Give all the HTML of a screen."""
    return " ".join(block.value for block in app.markdown)


@pytest.fixture
def folder(loaded_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the demonstration that the screens show and the test may change."""
    data = copy_of(loaded_pack, tmp_path)
    monkeypatch.setenv("KPI_DATA", str(data))
    return data


@pytest.fixture
def place(folder: Path) -> Workspace:
    """The same copy as another program opens it."""
    return open_workspace(Settings(data=folder, user="tests"))


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch, loaded_pack: Path) -> Open:
    """Show a screen with choices in its address: `show("scorecard", theme="quality")`."""

    def opened(screen: str = "scorecard", folder: Path = loaded_pack, **choices: str) -> AppTest:
        monkeypatch.setenv("KPI_DATA", str(folder))
        monkeypatch.delenv("KPI_DATABASE_URL", raising=False)
        app = AppTest.from_file(ROOT / "kpi" / "ui" / "main.py", default_timeout=60)
        for name, value in choices.items():
            app.query_params[name] = value
        if screen != "scorecard":
            app.switch_page(str(ROOT / "pages" / f"{screen}.py"))
        return app.run()

    yield opened
    st.cache_resource.clear()


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., Path]:
    """Make a pack of indicators and the text of a CSV of figures; its YAML is JSON, which is YAML too."""

    def pack(indicators: Sequence[dict[str, Any]], figures: str = "") -> Path:
        (tmp_path / "indicators").mkdir()
        (tmp_path / "observations").mkdir()
        (tmp_path / "council.yaml").write_text(json.dumps(COUNCIL, indent=1), encoding="utf-8")
        if indicators:
            definitions = {"indicators": [DEFAULTS | given for given in indicators]}
            (tmp_path / "indicators" / "all.yaml").write_text(json.dumps(definitions, indent=1), encoding="utf-8")
        if figures:
            (tmp_path / "observations" / "01.csv").write_text(figures, encoding="utf-8")
        return tmp_path

    return pack
