"""The page about checks says what the checks do, in their own words."""

import re
import textwrap
from pathlib import Path

import pytest

from kpi.intake.rules import RULES
from kpi.intake.rules.rule import Rule

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")


def section(rule: Rule) -> str:
    """What the page must say about a rule; paste it there when a rule changes."""
    blocks = [("Already published:", rule.held), ("Found:", rule.fails), ("In order:", rule.passes)]
    examples = [f"{title}\n\n```csv\n{text.strip()}\n```\n" for title, text in blocks if text]
    prose = textwrap.fill(f"*{rule.severity.capitalize()}.* {rule.prose}", 120)
    return "\n".join([f"### {rule.code}\n", f"{prose}\n", *examples])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_page_says_of_a_rule_what_the_rule_says(rule: Rule) -> None:
    assert section(rule) in PAGE


def test_the_page_has_no_rule_that_does_not_exist() -> None:
    assert set(re.findall(r"^### (\S+)$", PAGE, flags=re.M)) == {rule.code for rule in RULES}


def test_every_reason_for_which_a_file_is_refused_stands_in_the_page() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "kpi" / "intake").glob("*.py"))
    codes = set(re.findall(r'(?:Problem|refusal)\(\s*(?:file, )?"([a-z-]+)"', sources)) - {rule.code for rule in RULES}
    assert codes
    assert codes == set(re.findall(r"^\| `([a-z-]+)` \|", PAGE, flags=re.M))
