"""What a paper says of itself is the same in every form."""

from datetime import UTC, datetime

import pytest

from kpi.reports import said
from kpi.reports.model import Gap
from tests.support.office import report


def test_a_revision_has_the_day_that_was_in_england() -> None:
    late = datetime(2019, 6, 4, 23, 30, tzinfo=UTC)
    assert said.revision(report(made=late)) == "Revision 12 of 5 June 2019"


@pytest.mark.parametrize("meeting", ["Scrutiny Panel", "Scrutiny Panel, 19 June 2019"])
def test_the_day_of_a_meeting_is_said_once(meeting: str) -> None:
    assert said.meeting(report(meeting=meeting)) == "Scrutiny Panel, 19 June 2019"


def test_kinds_are_said_in_words() -> None:
    assert [said.kind(report(kind=kind)) for kind in ("committee", "update", "Other")] == [
        "Report",
        "Written update",
        "Other",
    ]


def test_a_paper_with_nothing_to_mark_has_no_marks() -> None:
    assert said.marks(report(illustrative="")) == ()


def test_a_private_draft_with_illustrative_figures_says_all_three() -> None:
    draft, exempt, illustrative = said.marks(report(gaps=(Gap("x", "Nothing.", "Write."),), exempt_reason="Part 1."))
    assert draft == "Draft, not for publication"
    assert exempt == "Not for publication. Part 1."
    assert illustrative == report().illustrative
