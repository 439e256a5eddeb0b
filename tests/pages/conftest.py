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

from kpi.settings import ROOT
from tests.support.figures import DEFAULTS
from tests.support.pack import demonstration

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


@pytest.fixture(scope="session")
def demonstration_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with its figures loaded; not to be changed."""
    workspace = demonstration(tmp_path_factory.mktemp("screens"))
    workspace.ledger.close()
    return workspace.folder


@pytest.fixture
def show(monkeypatch: pytest.MonkeyPatch, demonstration_folder: Path) -> Open:
    """Show a screen with choices in its address: `show("scorecard", theme="quality")`."""

    def opened(screen: str = "scorecard", folder: Path = demonstration_folder, **choices: str) -> AppTest:
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
