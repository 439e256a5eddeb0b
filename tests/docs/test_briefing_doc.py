"""The page about the briefing tells every key and every rule as they are."""

import re

import pytest

from kpi.reports.briefing import RULES
from kpi.reports.deck.frame import KEYS
from kpi.reports.split import TITLE
from kpi.settings import ROOT

PAGE = (ROOT / "docs" / "briefing.md").read_text("utf-8")


@pytest.mark.parametrize(("what", "keys"), KEYS.items())
def test_every_key_is_told(what: str, keys: tuple[str, ...]) -> None:
    assert f"| {what} | {', '.join(keys)} |" in PAGE


def test_every_rule_is_told_in_order() -> None:
    assert re.findall(r"^\| `(\w+)` \| (.+) \|$", PAGE, re.MULTILINE) == list(RULES.items())


def test_the_longest_title_is_told() -> None:
    assert f"more than {TITLE} letters" in " ".join(PAGE.split())
