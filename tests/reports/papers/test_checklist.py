"""The checklist says what stands between a paper and its publication, and what to do about it."""

from datetime import date
from pathlib import Path

import pytest

from kpi.definitions.paper import Written
from kpi.reports.checklist import Item, checklist
from kpi.settings import Settings
from kpi.workspace import open_workspace
from kpi.workspace.papers import Papers

QUARTER = "2018-19 Q4"


@pytest.fixture
def papers(pack: Path) -> Papers:
    return Papers(open_workspace(Settings(data=pack, user="tests")))


def checked(papers: Papers, paper: str, today: date, quarter: str = QUARTER) -> dict[str, Item]:
    sources = papers.sources(paper, quarter)
    return {item.id: item for item in checklist(sources, papers.place.due(sources.period), today)}


def test_the_report_of_june_lacks_three_figures_and_six_sign_offs(papers: Papers) -> None:
    found = checked(papers, "committee", date(2019, 6, 3))
    assert {name: item.state for name, item in found.items()} == {
        "figures": "open",
        "updates": "open",
        "texts": "done",
        "quoted": "done",
        "deadline": "open",
    }
    assert found["figures"].text == "71 of 74 figures have arrived."
    assert found["figures"].details[-1] == (
        "Young people per personal adviser, Q4 2018-19: promised by the Service Manager, Care Leavers for 20 April 2019"
    )
    assert found["updates"].text == "4 of 10 service areas have signed off Q4 2018-19."
    assert len(found["updates"].details) == 6


@pytest.mark.parametrize(
    ("today", "state", "ending"),
    [
        (date(2019, 6, 3), "open", "11 June 2019, 5 clear working days before: in 8 days."),
        (date(2019, 6, 11), "open", "11 June 2019, 5 clear working days before: today."),
        (date(2019, 6, 12), "late", "11 June 2019, 5 clear working days before: 1 day ago."),
        (
            date(2019, 6, 20),
            "note",
            "met on 19 June 2019; its papers were due by 11 June 2019, 5 clear working days before.",
        ),
    ],
)
def test_the_deadline_leaves_five_clear_working_days(papers: Papers, today: date, state: str, ending: str) -> None:
    item = checked(papers, "committee", today)["deadline"]
    assert item.state == state
    assert item.text.endswith(ending)


def test_missing_texts_stop_the_paper_and_say_what_to_write(papers: Papers) -> None:
    item = checked(papers, "committee", date(2019, 2, 1), "2018-19 Q3")["texts"]
    assert (item.state, item.stops, item.text) == ("open", True, "0 of 9 texts are written and cleared.")
    told = "Environmental implications: nothing is written. Write 'There are no environmental implications.'"
    assert any(detail.startswith(told) for detail in item.details)


def test_a_figure_quoted_wrongly_is_named_with_its_section(papers: Papers) -> None:
    wrong = Written(text="Children in need fell to 812 in 2018-19.")
    papers.write("committee", "background", wrong, period=QUARTER, who="Analyst")
    item = checked(papers, "committee", date(2019, 6, 3))["quoted"]
    assert item.state == "open"
    assert item.text == "One figure in the texts differs from the record."
    assert item.details[0].startswith("Background: The text says 812")


def test_a_paper_between_meetings_has_no_deadline_and_is_told_so(papers: Papers) -> None:
    found = checked(papers, "update", date(2019, 6, 3))
    assert found["deadline"].text == "It goes to no meeting. Send it when it is complete."
    assert "texts" not in found
