"""Every shape of trouble that spreadsheets arrive with has a small file here: right figures, or a question."""

import re
from pathlib import Path

import pytest

from kpi.problem import Severity
from tests.intake.troubles import TROUBLES

FIELD = Path(__file__).resolve().parents[3] / "shared" / "domain.md"
SAID_IN_PASSING = {";"}
"""What the page writes as code for a trouble that has another name here."""


@pytest.mark.parametrize("name", TROUBLES)
def test_a_trouble_gives_its_right_figures_or_asks(intake, name):
    trouble = TROUBLES[name]
    found = intake.read(trouble.content, trouble.name)
    codes = {one.code for one in found.problems}
    errors = {one.code for one in found.problems if one.severity is Severity.ERROR}
    assert set(trouble.told) <= codes
    if not trouble.figures:
        assert trouble.told
        return
    columns = ["indicator", "area", "period", "value", "symbol"]
    figures = found.frame[columns].astype(object).where(found.frame[columns].notna(), None)
    assert (errors, [tuple(row) for row in figures.values.tolist()]) == (set(), list(trouble.figures))


@pytest.mark.reference
@pytest.mark.skipif(not FIELD.is_file(), reason="the page about the field is not beside the repository")
def test_every_label_symbol_and_number_of_the_field_has_a_file():
    section = FIELD.read_text(encoding="utf-8").partition("## Spreadsheets as they arrive")[2].partition("\n## ")[0]
    named = {one.strip() for one in re.findall(r"`([^`]+)`", section)}
    assert named - SAID_IN_PASSING <= set(TROUBLES), sorted(named - SAID_IN_PASSING - set(TROUBLES))
