"""Screens without a browser: the real main.py run by Streamlit's AppTest on a copy of the demonstration.

In: a pack's folder. Out: a screen as a test reads it.
"""

import html
import re
import shutil
from pathlib import Path

from streamlit.testing.v1 import AppTest

from kpi.settings import ROOT, Settings
from kpi.workspace import Workspace, open_workspace

PATIENCE = 60
"""Seconds a screen may take on a busy machine."""


def copy_of(loaded: Path, folder: Path) -> Path:
    """Copy a pack with its ledger, so that a test may publish into it."""
    return Path(shutil.copytree(loaded, folder / "data"))


def opened(folder: Path) -> Workspace:
    """Open the same pack as another program would."""
    return open_workspace(Settings(data=folder, user="tests"))


def screen(name: str, **address: str | int) -> AppTest:
    """Run a screen at an address."""
    app = AppTest.from_file(str(ROOT / "kpi" / "ui" / "main.py"), default_timeout=PATIENCE)
    for key, value in address.items():
        app.query_params[key] = str(value)
    return app.switch_page(str(ROOT / "pages" / f"{name}.py")).run()


def source(app: AppTest) -> str:
    """Give the HTML that is on a screen."""
    assert not app.exception, app.exception
    return "\n".join(element.value for element in app.markdown)


def text(markup: str) -> str:
    """Give what can be read of HTML, a space between pieces."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", markup)).split())


def words(app: AppTest) -> str:
    """Give what can be read on a screen."""
    return text(source(app))


def press(app: AppTest, label: str) -> AppTest:
    """Press the button whose label begins so."""
    [button] = [button for button in app.button if button.label.startswith(label)]
    return button.click().run()


def write(app: AppTest, label: str, text: str) -> None:
    """Write into the field whose label begins so."""
    [field] = [field for field in app.text_input if field.label.startswith(label)]
    field.set_value(text)


def tick(app: AppTest, label: str) -> None:
    """Tick the box whose label begins so."""
    [box] = [box for box in app.checkbox if box.label.startswith(label)]
    box.check()


def drop(app: AppTest, name: str, content: str | bytes) -> AppTest:
    """Drop a file on the upload screen."""
    return app.file_uploader[0].upload(name, content.encode() if isinstance(content, str) else content).run()
