"""docs/spans.md names every refusal and every word for a change, with the thresholds that the code has."""

import re
from pathlib import Path

from kpi.judge.spans import LITTLE_POINTS, LITTLE_SHARE, WITHIN, Size
from kpi.scorecard.stretches import CODES

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "spans.md").read_text(encoding="utf-8")


def test_every_refusal_is_documented() -> None:
    assert set(re.findall(r"^\| `(span[a-z-]+)` \|", PAGE, flags=re.M)) == set(CODES)


def test_every_word_for_a_change_is_documented() -> None:
    named = [size for size in Size if size is not Size.UNCHANGED]
    assert [size for size in named if size.value.replace("_", " ") not in PAGE] == []


def test_the_thresholds_are_those_of_the_code() -> None:
    assert (LITTLE_SHARE, LITTLE_POINTS, WITHIN) == (0.05, 1.0, 0.025)
    assert "5% of the earlier figure" in PAGE
    assert "1 percentage point" in PAGE
    assert "within 2.5 points" in PAGE
