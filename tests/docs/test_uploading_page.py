"""The files that the first page shows can be loaded as they stand."""

import re
from pathlib import Path

import pytest

from kpi.problem import has_errors
from tests.intake.conftest import INDICATORS, Intake, pack_of

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "uploading.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```csv\n(.*?)```", PAGE, flags=re.S)


@pytest.mark.parametrize("text", EXAMPLES, ids=["long", "wide"])
def test_an_example_of_the_page_is_read_without_an_error(text: str) -> None:
    candidate = Intake(pack_of(INDICATORS)).read(text)
    assert not has_errors(candidate.problems)
    assert len(candidate.frame) >= 3
