"""One action in words: declared beside concluded, every version of every quarter, every due date, the ways on."""

import pytest

from kpi.plan import PlanView
from kpi.ui import action_history, action_impact, action_now, action_ways, address
from tests.plan.plans import action, area, council, one, plan, said, signed
from tests.support.screens import text

FIRST = said("2018-19 Q3", 1, stage="in_progress", status="on_track", percent=40, commentary="The contract is signed.")
CORRECTED = said("2018-19 Q3", 2, stage="in_progress", status="at_risk", percent=30, commentary="It is not signed.")
MOVED = said("2018-19 Q4", 3, stage="moved", due="2020-03-31", due_reason="Delayed by the system's implementation.")


@pytest.fixture(autouse=True)
def no_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "here", lambda screen, **changes: address.link(screen, **changes))


def test_what_was_declared_stands_beside_what_is_concluded() -> None:
    read = text(action_now.beside(one(action(due="2018-12-31"), said("2018-19 Q4", 1, stage="in_progress"))))
    declared, concluded = read.split("Concluded")
    assert "Stage In progress Status no status declared" in declared
    assert "Overdue: it was due on 31 December 2018" in concluded
    assert "Overdue" not in declared


def test_a_suggestion_names_its_rule() -> None:
    view = one(action(due="2018-12-31"), said("2018-19 Q4", 1, stage="in_progress", status="on_track"))
    read = text(action_now.beside(view))
    assert "What dates and percent suggest R Overdue or off track" in read
    assert "Overdue or off track is suggested for what is not done and was due before." in read


def test_nothing_concluded_is_said() -> None:
    done = said("2018-19 Q4", 1, stage="complete", status="complete")
    assert "Nothing: what was declared agrees" in text(action_now.beside(one(action(), done)))


def test_a_stage_that_a_sign_off_made_complete_keeps_what_was_declared() -> None:
    done = said("2018-19 Q4", 1, stage="awaiting_sign_off", status="on_track")
    read = text(action_now.beside(one(action(), done, signed("2018-19 Q4", 2))))
    assert "Complete by sign-off; declared: done, awaiting sign-off" in read
    assert "Q4 2018-19 by the Principal Social Worker (H. Head, 3 July 2018" in read


def test_a_change_after_the_sign_off_is_told() -> None:
    view = one(action(), FIRST, signed("2018-19 Q3", 2), said("2018-19 Q3", 3, percent=50), period="2018-19 Q3")
    assert "Changed since sign-off" in action_now.beside(view)


def test_a_corrected_version_stays_with_who_and_when() -> None:
    read = text(action_history.quarters(one(action(), FIRST, CORRECTED)))
    assert read.index("It is not signed.") < read.index("Replaced by a newer version")
    assert "The contract is signed." in read
    assert "Recorded by M. Lead, 2 July 2018, 10:00, revision 1" in read


def test_an_undone_version_stays_and_says_which_revision_took_it_back() -> None:
    read = text(action_history.quarters(one(action(), FIRST, CORRECTED, undone={2: 5})))
    assert "Undone by revision 5" in read
    assert "It is not signed." in read


def test_a_version_that_lost_a_conflict_stays() -> None:
    lost = said("2018-19 Q3", 2, aside=True, stage="complete", commentary="Done, says the tracker.")
    read = text(action_history.quarters(one(action(), FIRST, lost)))
    assert "Set aside when a conflict was settled" in read
    assert "Done, says the tracker." in read


def test_a_quarter_whose_every_version_was_undone_stays() -> None:
    assert "Nothing stands in this quarter." in action_history.quarters(one(action(), FIRST, undone={1: 2}))


def test_an_action_of_which_nothing_was_said_says_so() -> None:
    assert "Nothing has been said of it yet." in action_history.quarters(one(action()))


def test_quarters_stand_newest_first() -> None:
    read = text(action_history.quarters(one(action(), FIRST, MOVED)))
    assert read.index("Q4 2018-19") < read.index("Q3 2018-19")


def test_every_due_date_is_listed_the_first_one_first() -> None:
    read = text(action_history.moves(one(action(), MOVED)))
    assert "First agreed 31 March 2019" in read
    assert "Move 1 31 March 2020 Q4 2018-19, 4 July 2018, 10:00 M. Lead revision 3 Delayed by the system" in read


def test_a_move_before_the_record_says_its_day() -> None:
    before = action(moves=[{"to": "2019-06-30", "on": "2018-05-01", "reason": "The supplier is late."}])
    assert "Move 1 30 June 2019 1 May 2018 The supplier is late." in text(action_history.moves(one(before)))


def test_a_late_milestone_is_marked() -> None:
    view = one(action(milestones=[{"id": "buy", "title": "System bought", "due": "2018-09-30"}]))
    assert "System bought 30 September 2018 Not started Late" in text(action_history.milestones(view))
    assert action_history.milestones(one(action())) == ""


def test_evidence_that_is_no_figure_says_where_it_comes_from_and_when() -> None:
    seen = {"kind": "practice_week", "date": "February 2019", "text": "Plans are clear.", "illustrative": True}
    read = text(action_impact.evidence(one(action(evidence=[seen]))))
    assert read == "Practice week, February 2019 : Plans are clear. Illustrative"
    assert "None has been added." in action_impact.evidence(one(action()))


def test_a_recommendation_that_it_answers_leads_to_the_inspection() -> None:
    asked = {"ref": "OFS 17.1", "kind": "recommendation", "text": "Moderate audits."}
    visit = {"id": "y17", "title": "Inspection 2017", "kind": "inspection", "date": "2017", "recommendations": [asked]}
    pack = council(area(action(recommendations=["OFS 17.1"])), inspection={"inspections": [visit]})
    view = plan(pack).actions[0]
    made = action_impact.recommendations(view, pack, 7)
    assert "Recommendation OFS 17.1, Inspection 2017 : Moderate audits." in text(made)
    assert 'href="./inspection?inspection=y17&amp;period=2018-19+Q4&amp;as_at=7"' in made
    assert action_impact.recommendations(one(action()), pack, None) == ""


@pytest.fixture
def carried() -> PlanView:
    later = action("PMQA 1.4", carried_from={"year": "2018-19", "ref": "PMQA 2.1"}, due="2020-03-31")
    pack = council(area(action()), area(later, year="2019-20"))
    return plan(pack, FIRST, MOVED, year="2019-20", period="2019-20 Q1")


def test_a_carried_action_tells_the_quarters_of_the_year_before(carried: PlanView) -> None:
    read = text(action_history.quarters(carried.actions[0]))
    assert "Carried from PMQA 2.1 of 2018-19" in read
    assert "The contract is signed." in read


def test_the_years_it_was_carried_through_are_linked_both_ways(carried: PlanView) -> None:
    later = action("PMQA 1.4", carried_from={"year": "2018-19", "ref": "PMQA 2.1"}, due="2020-03-31")
    pack = council(area(action()), area(later, year="2019-20"))
    assert 'href="./action?ref=PMQA+2.1&amp;year=2018-19"' in action_ways.carried(carried.actions[0], pack, None)
    assert "Carried on as PMQA 1.4 of 2019-20" in text(action_ways.carried(plan(pack).actions[0], pack, None))
    assert action_ways.carried(one(action()), council(area(action())), None) == ""


def test_the_actions_before_and_after_are_one_step_away() -> None:
    view = plan(council(area(action("PMQA 1"), action("PMQA 2"), action("PMQA 3"))))
    assert "Previous" not in action_ways.turn(view, view.actions[0], None)
    assert "Next" not in action_ways.turn(view, view.actions[2], None)
    assert text(action_ways.turn(view, view.actions[1], None)) == "Previous: PMQA 1 Next: PMQA 3"


def test_markup_in_what_was_said_stays_literal() -> None:
    hostile = said("2018-19 Q4", 1, commentary="<b onclick=x>:red[bold]</b>", percent=1)
    assert "<b onclick" not in action_history.quarters(one(action(), hostile))
