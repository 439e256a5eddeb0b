"""The page about a quarter's updates names every column and every reason for which a tracker is refused."""

import re
from pathlib import Path

from kpi.intake.updates.columns import COLUMNS

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "plan-updates.md").read_text(encoding="utf-8")
SOURCES = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "kpi" / "intake" / "updates").glob("*.py"))


def test_every_code_stands_in_the_page_and_no_other() -> None:
    codes = set(re.findall(r'"([a-z]+(?:-[a-z]+)+)"', SOURCES)) | set(re.findall(r'Problem\("([a-z-]+)"', SOURCES))
    assert codes == set(re.findall(r"^\| `([a-z]+(?:-[a-z]+)*)` \| [A-Z]", PAGE, flags=re.M)) - set(COLUMNS)


def test_every_column_of_the_template_stands_in_the_page() -> None:
    table = PAGE.partition("| column |")[2].partition("\n\n")[0]
    named = [name for line in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", line.split("|")[1])]
    assert named == list(COLUMNS)
