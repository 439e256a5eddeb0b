"""One action on screen: where it stands, whether it shows in the figures, and everything ever said of it."""

import pytest

from kpi.plan import Update
from kpi.workspace import Workspace
from kpi.workspace.records import Records
from tests.pages.conftest import Open, markup, words


def test_its_title_is_reference_and_text_and_its_sentence_comes_first(show: Open) -> None:
    app = show("action", ref="PMQA 2.1")
    said = words(app)
    assert not app.exception
    assert "PMQA 2.1: Move to one social care system." in said
    assert said.index("PMQA 2.1 has moved to the next year") < said.index("Declared") < said.index("Concluded")


def test_the_first_due_date_stays_beside_the_moved_one(show: Open) -> None:
    said = words(show("action", ref="PMQA 2.1"))
    assert "2019-20, by 31 March 2020; moved once, first due 2018-19, by 31 March 2019" in said
    assert "First agreed 2018-19, by 31 March 2019" in said


def test_complete_and_made_a_difference_are_told_apart(show: Open) -> None:
    app = show("action", ref="PMQA 1.1")
    said = words(app)
    assert "Stage Complete" in said
    assert "Impact not shown: it is complete" in said
    assert "not borne out" in said
    assert "kpi-spark" in markup(app)


def test_every_quarter_is_told_newest_first(show: Open) -> None:
    said = words(show("action", ref="CIC 3.1")).split("What was said, quarter by quarter")[1]
    places = [said.index(f"Q{number} 2018-19 (") for number in (4, 3, 2, 1)]
    assert places == sorted(places)
    assert "Recorded by" in said


def test_a_recommendation_it_answers_is_linked(show: Open) -> None:
    assert "./inspection?inspection=" in markup(show("action", ref="PMQA 1.2"))


def test_an_earlier_quarter_shows_only_what_was_known_by_then(show: Open) -> None:
    said = words(show("action", ref="PMQA 2.1", period="2018-19 Q1"))
    assert "moved to next year" not in said
    assert "Q4 2018-19 (January to March 2019)" not in said.split("What was said")[1]


def test_the_page_as_at_an_earlier_revision_still_shows_the_old_state(show: Open, place: Workspace) -> None:
    before, records = place.head(), Records(place)
    view, extended = records.plan(), Update(commentary="The contract was extended.")
    records.update("SSS 2.1", extended, year=view.year, period=view.period, who="Head", base=before)
    place.ledger.close()
    assert "The contract was extended." in words(show("action", place.folder, ref="SSS 2.1"))
    assert "The contract was extended." not in words(show("action", place.folder, ref="SSS 2.1", as_at=str(before)))


def test_an_unknown_action_falls_back_to_the_first(show: Open) -> None:
    app = show("action", ref="../../etc/passwd", year="x", period="x", as_at="x")
    assert not app.exception
    assert "ref" not in app.query_params
    assert "PMQA 1.1" in words(app)


def test_it_leads_to_the_actions_before_and_after(show: Open) -> None:
    made = markup(show("action", ref="PMQA 2.1"))
    assert 'rel="prev"' in made
    assert 'rel="next"' in made
    assert 'rel="prev"' not in markup(show("action"))


@pytest.mark.parametrize(("screen", "choice"), [("indicator", {"indicator": "audit_good"}), ("scorecard", {})])
def test_figures_lead_to_their_actions(show: Open, screen: str, choice: dict[str, str]) -> None:
    app = show(screen, **choice)
    assert not app.exception
    assert "./action?ref=PMQA+1.1&amp;year=2018-19&amp;period=2018-19+Q4" in markup(app)


def test_an_indicator_without_an_action_says_so(show: Open) -> None:
    assert "No action is linked to it." in words(show("indicator", indicator="cin_dfe"))
