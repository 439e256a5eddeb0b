"""What the Papers screen says of a pack, of a text's reading age and of whom a paper is for."""

from kpi.problem import Problem
from kpi.reports.quarter_pack import About
from kpi.ui.papers_verify import told
from kpi.ui.papers_write import reads
from kpi.workspace.packs import Verified

ABOUT = About("A council", "2018-19 Q4", 12, "ab", "2019-06-11T09:00:00+00:00", {})
HARD = "Accountability arrangements necessitate comprehensive multidisciplinary reconsideration of responsibilities."


def test_a_whole_pack_is_told_so() -> None:
    said = str(told(Verified(ABOUT, 97, (), same_program=True)))
    assert "The pack of 2018-19 Q4 at revision 12 (97 files) is whole, and the ledger reproduces it." in said
    assert "kpi-notice-good" in said


def test_an_altered_pack_is_told_with_what_was_altered() -> None:
    problem = Problem("pack-file-altered", "figures.csv was altered.", "Ask for an unaltered copy.")
    said = str(told(Verified(ABOUT, 97, (problem,), same_program=True)))
    assert "was altered, or is not what the ledger gives" in said
    assert "figures.csv was altered." in said


def test_a_pack_in_another_template_is_whole_and_yet_warned_of() -> None:
    said = str(told(Verified(ABOUT, 97, (), same_program=True, same_template=False)))
    assert "is whole" in said
    assert "look at papers/template.docx" in said
    assert "kpi-notice-warning" in said


def test_a_text_for_the_public_is_told_the_aim_and_any_other_only_its_reading_age() -> None:
    assert "the aim is 13" in reads(HARD, "public")
    assert reads("We met each child. It went well.", "scrutiny").startswith("reading age ")
    assert "aim" not in reads(HARD, "scrutiny")
