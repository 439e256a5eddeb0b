"""The pages about the Inspection and Panel screens name every choice of the address and every form."""

import re

import pytest

from kpi.expectation import OUTCOME_WORDS
from kpi.settings import ROOT
from kpi.ui import panel_desk
from kpi.ui.inspection_choice import ONLY
from tests.support.tables import DOCS, rows

CHOSEN = re.compile(r'address\.(?:choose\("[^"]*", |asked\()"(\w+)"')


@pytest.mark.parametrize(("screen", "more"), [("inspection", ()), ("panel", ("panel_desk",))])
def test_every_choice_of_the_address_stands_in_the_page(screen: str, more: tuple[str, ...]) -> None:
    files = [ROOT / "pages" / f"{screen}.py", *(ROOT / "kpi" / "ui" / f"{name}.py" for name in more)]
    chosen = {key for file in files for key in CHOSEN.findall(file.read_text("utf-8"))}
    assert {key for key, _ in rows(f"{screen}-screen.md", "In the address")} == chosen


def test_every_outcome_stands_in_the_page() -> None:
    told = {words for _, words, _ in rows("inspection-screen.md", "What an answer means")}
    assert told == {*OUTCOME_WORDS.values(), "cannot tell yet"}


def test_every_filter_and_form_stands_in_the_page() -> None:
    inspection, panel = ((DOCS / f"{name}-screen.md").read_text("utf-8") for name in ("inspection", "panel"))
    assert [only for only in ONLY if only and f"`{only}`" not in inspection] == []
    forms = (panel_desk.QUESTION, panel_desk.CLAIM, f"{panel_desk.ANSWER}Q4", f"{panel_desk.WITHDRAW}Q4")
    assert [form for form in forms if f"`{form}`" not in panel] == []
