"""The page about Word templates names every place and every refusal, and no other."""

import re
from pathlib import Path

from kpi.reports import said
from kpi.reports.word.styles import LOOKS
from kpi.reports.word.template import BLOCKS
from tests.support.office import report

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "word-template.md").read_text(encoding="utf-8")


def test_every_place_stands_in_the_page() -> None:
    documented = re.findall(r"^\| `\{\{ (\w+) \}\}` \|", PAGE, flags=re.M)
    assert sorted(documented) == sorted([*BLOCKS, *said.words(report())])


def test_every_refusal_stands_in_the_page() -> None:
    sources = [(ROOT / "kpi/reports/word" / name).read_text(encoding="utf-8") for name in ("guard.py", "template.py")]
    codes = set(re.findall(r'refuse\(\s*"([a-z-]+)"', "".join(sources)))
    assert codes == set(re.findall(r"^\| `([a-z-]+)` \|", PAGE, flags=re.M))


def test_every_style_that_the_page_names_exists() -> None:
    known = {look.name.lower() for look in LOOKS}
    named = re.search(r"report uses (.*?), and some", PAGE, flags=re.S)
    assert named
    assert {name.lower() for name in re.findall(r"\*([^*]+)\*", named[1])} <= known
