"""The page on what the record concludes agrees with the program."""

import re
from pathlib import Path

from kpi.plan import CONCLUSIONS
from kpi.plan.check import CODES
from kpi.plan.suggest import BEHIND, RULES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "plan-conclusions.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """Give the cells of the table under a heading."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip().strip("`") for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_every_conclusion_is_listed_in_order_of_weight() -> None:
    assert [row[0] for row in rows("The conclusions")] == list(CONCLUSIONS)


def test_every_condition_is_listed_in_the_order_it_is_looked_at() -> None:
    assert [row[0] for row in rows("The status that dates and percent suggest")] == list(RULES)
    assert f"more than {BEHIND} percentage points" in PAGE


def test_every_rule_of_an_update_is_listed_with_its_meaning() -> None:
    assert {row[0]: row[1].replace("`", "") for row in rows("The rules of an update")} == {
        code: meaning.replace("`", "") for code, meaning in CODES.items()
    }
