"""The palette is one: in Python, in the style sheet and in Streamlit's settings; words on it can be read."""

import re
import tomllib

import pytest

from kpi.charts.palette import COLOURS, NIGHT, PAPER, STATUSES, Shade
from kpi.judge.status import Status
from kpi.settings import ROOT
from kpi.story import STATUS_WORDS
from kpi.ui.shell import ASSETS

STYLE = (ASSETS / "kpi.css").read_text("utf-8")
CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
NAMES = {"red": "red", "amber": "amber", "green": "green", "blue": "blue", "unrated": "none", "no_data": "none"}
NAMES |= {"grey": "none"}
LOOKS = STATUSES | COLOURS


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def in_style(name: str) -> tuple[str, str]:
    found = re.search(rf"--kpi-{name}: light-dark\((#\w+), (#\w+)\)", STYLE)
    assert found, name
    return found.group(1), found.group(2)


@pytest.mark.parametrize("status", LOOKS)
def test_the_style_sheet_has_the_colours_of_the_palette(status: str) -> None:
    look, name = LOOKS[status], NAMES[status]
    assert in_style(f"{name}-fill") == (look.light.fill, look.dark.fill)
    assert in_style(f"{name}-ink") == (look.light.ink, look.dark.ink)
    assert in_style(f"{name}-line") == (look.light.line, look.dark.line)


@pytest.mark.parametrize("status", LOOKS)
def test_words_on_a_chip_and_marks_on_paper_have_contrast_enough(status: str) -> None:
    sides: list[tuple[Shade, str]] = [(LOOKS[status].light, PAPER), (LOOKS[status].dark, NIGHT)]
    for shade, ground in sides:
        assert contrast(shade.fill, shade.ink) >= 4.5
        assert contrast(shade.line, ground) >= 3


@pytest.mark.parametrize(("name", "least"), [("ink", 7), ("quiet", 4.5), ("link", 4.5), ("edge", 3)])
def test_words_and_edges_have_contrast_enough_on_both_grounds(name: str, least: float) -> None:
    light, dark = in_style(name)
    for ground in (PAPER, in_style("wash")[0]):
        assert contrast(light, ground) >= least
    for ground in (NIGHT, in_style("wash")[1]):
        assert contrast(dark, ground) >= least


def test_streamlit_has_the_same_text_and_ground() -> None:
    theme = CONFIG["theme"]
    assert (theme["light"]["textColor"], theme["light"]["backgroundColor"]) == (in_style("ink")[0], PAPER)
    assert (theme["dark"]["textColor"], theme["dark"]["backgroundColor"]) == (in_style("ink")[1], NIGHT)


def test_statuses_are_named_as_the_sentences_name_them() -> None:
    assert {name: look.word.lower() for name, look in STATUSES.items()} == {
        status.value: STATUS_WORDS[status] for status in Status
    }


def test_nothing_is_told_to_anyone_outside() -> None:
    assert CONFIG["browser"]["gatherUsageStats"] is False
    assert "://" not in STYLE


def test_the_server_is_set_up_for_service() -> None:
    assert CONFIG["client"] | {"toolbarMode": ""} == {
        "allowedOrigins": [],
        "disableDataExport": True,
        "showErrorDetails": "none",
        "showErrorLinks": False,
        "toolbarMode": "",
    }
    assert CONFIG["runner"]["postScriptGC"] is False
    assert CONFIG["server"]["fileWatcherType"] == "none"
    assert CONFIG["server"]["maxUploadSize"] == 10
