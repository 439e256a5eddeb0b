"""The plan as a table and a timeline: one page of actions, each with what was declared beside what is concluded."""

import csv
import io
from datetime import date

import pytest

from kpi.plan import PlanView
from kpi.ui import address, plan_timeline
from kpi.ui.plan_choice import Choice, chosen, opening, pages, titles, turn
from kpi.ui.plan_counts import by_stage, by_status, concluded, lead, legend
from kpi.ui.plan_sides import signed_off
from kpi.ui.plan_table import csv as as_csv
from kpi.ui.plan_table import table
from tests.plan.plans import action, area, council, plan, said, signed
from tests.support.figures import quarter
from tests.support.screens import text

MOVED = said("2018-19 Q3", 1, stage="in_progress", status="at_risk", percent=40, due="2019-06-30", due_reason="Late.")


@pytest.fixture(autouse=True)
def no_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(address, "here", lambda screen, **changes: address.link(screen, **changes))


@pytest.fixture(scope="module")
def many() -> PlanView:
    return plan(council(area(*(action(f"PMQA {n}") for n in range(1, 5001)))))


@pytest.fixture
def two() -> PlanView:
    """One service area with a moved and an untouched action, another with a finished one."""
    other = {"ref": "YOT 2", "title": "Less crime", "actions": [action("YOT 2.2")]}
    youth = area(id="yot", title="Youth offending", head="Head of Youth Offending", order=2, priorities=[other])
    agreed = action("PMQA 2.1", milestones=[{"id": "buy", "title": "System bought", "due": "2018-09-30"}])
    done = said("2018-19 Q4", 2, "YOT 2.2", stage="complete", status="complete")
    return plan(council(area(agreed, action("PMQA 2.2")), youth), MOVED, done)


@pytest.mark.parametrize(("page", "first"), [(1, "PMQA 1"), (2, "PMQA 101"), (50, "PMQA 4901")])
def test_of_5000_actions_a_page_draws_100(many: PlanView, page: int, first: str) -> None:
    made = table(many, page, Choice(), None)
    assert made.count('scope="row"') == 100
    assert made.index(f">{first}<") < made.index('data-label="Due"')


def test_the_timeline_draws_100_of_them_too(many: PlanView) -> None:
    assert plan_timeline.timeline(many, 50, Choice(), None).count('class="kpi-named"') == 100


def test_every_action_is_on_one_page_and_the_pages_are_linked(many: PlanView) -> None:
    assert pages(len(many.actions)) == 50
    assert 'href="./plan?page=3"' in turn(2, 5000)
    assert 'href="./plan"' in turn(2, 5000)
    assert "Next" not in turn(50, 5000)
    assert turn(1, 100) == ""


def test_the_table_says_which_actions_it_holds(many: PlanView, two: PlanView) -> None:
    assert "Actions 101 to 200 of 5,000 as they stood in Q4 2018-19" in text(table(many, 2, Choice(), None))
    assert "Actions as they stood in Q4 2018-19 (January to March 2019)" in text(table(two, 1, Choice(), None))


def test_a_service_area_is_named_once_with_its_head(two: PlanView) -> None:
    said = text(table(two, 1, Choice(), None))
    assert said.count("Quality assurance") == 1
    assert "Youth offending Head of Youth Offending" in said
    assert "YOT 2 Less crime" in said


def test_a_moved_due_date_keeps_the_first_one_beside_it(two: PlanView) -> None:
    assert "30 June 2019 , moved once; first due 31 March 2019" in text(table(two, 1, Choice(), None))


def test_a_status_is_shape_letter_and_the_label_of_the_legend(two: PlanView) -> None:
    made = table(two, 1, Choice(), None)
    assert "kpi-diamond" in made
    assert "A At risk" in text(made)
    assert "no status declared" in text(made)


def test_conclusions_are_named_and_the_chosen_one_is_said_in_full(two: PlanView) -> None:
    assert "A milestone is late" in text(table(two, 1, Choice(), None))
    said = text(table(two, 1, Choice(conclusion="milestone-overdue"), None))
    assert "A milestone is late: 'System bought' was due on 30 September 2018" in said


def test_a_choice_that_leaves_nothing_says_so(two: PlanView) -> None:
    none = Choice(lead="Nobody").broad(two)
    assert "No action matches this choice." in table(none, 1, Choice(), None)
    assert "No action matches this choice." in plan_timeline.timeline(none, 1, Choice(), None)


def test_markup_in_an_action_stays_literal() -> None:
    view = plan(council(area(action(text="<script>alert(1)</script> ![x](y)"))))
    for made in (table(view, 1, Choice(), None), plan_timeline.timeline(view, 1, Choice(), None)):
        assert "<script" not in made


def test_what_is_taken_away_holds_both_dates_the_conclusions_and_no_formula() -> None:
    view = plan(council(area(action(text="=cmd"))), MOVED)
    heads, cells = list(csv.reader(io.StringIO(as_csv(view).decode("utf-8-sig"))))
    given = dict(zip(heads, cells, strict=True))
    assert (given["action"], given["original_due"], given["due"]) == ("'=cmd", "31 March 2019", "30 June 2019")
    assert given["concluded"].startswith("At risk is declared; dates and percent suggest Not started or not updated")
    assert given["percent"] == "40.0"


def test_counts_add_up_and_the_pressed_one_leads_back(two: PlanView) -> None:
    made = by_status(two, Choice(status="at_risk"))
    assert sum(int(part.split("<")[0]) for part in made.split("<strong>")[1:]) == len(two.actions)
    assert made.count('aria-current="true"') == 1
    assert 'href="./plan"' in made
    assert "complete" in text(by_stage(two, Choice()))
    assert "business as usual" not in text(by_stage(two, Choice()))


def test_what_is_concluded_is_counted_filters_and_names_a_few_actions(two: PlanView, many: PlanView) -> None:
    made = concluded(two, Choice(), None)
    assert "A milestone is late (1)" in text(made)
    assert 'href="./plan?conclusion=milestone-overdue"' in made
    assert "?ref=PMQA+2.1" in made
    assert "?ref=" not in concluded(many, Choice(), None)


def test_a_plan_against_which_nothing_speaks_says_so() -> None:
    done = said("2018-19 Q4", 1, stage="complete", status="complete")
    assert "Nothing: what was declared agrees" in text(concluded(plan(council(area(action())), done), Choice(), None))


def test_the_legend_gives_every_meaning_and_the_stages_it_covers(two: PlanView) -> None:
    said = text(legend(two.legend))
    assert "At risk May be late. Covers: not started, in progress and done, awaiting sign-off." in said


def test_the_first_sentence_counts_and_marks_what_is_made_up() -> None:
    view = plan(council(area(action(), action("PMQA 2.2", illustrative=True))))
    assert "All 2 actions are not started" in lead(view)
    assert "1 of the 2 actions is illustrative" in text(lead(view))


def test_what_is_chosen_is_said_and_can_be_taken_back(two: PlanView) -> None:
    choice = Choice(area="pmqa", q="care")
    made = chosen(choice, titles(two), 2, 3)
    assert "2 of 3 actions" in text(made)
    assert "Take back&#58; Quality assurance" in made
    assert "“care”" in made
    assert "Show all actions" in made
    assert "Show all" not in chosen(Choice(), titles(two), 3, 3)


@pytest.mark.parametrize(
    ("year", "first"), [("2018-19", "2018-19 Q4"), ("2019-20", "2019-20 Q1"), ("2017-18", "2017-18 Q4")]
)
def test_a_plan_year_opens_on_the_quarter_nearest_to_the_scorecards(year: str, first: str) -> None:
    assert opening(year, quarter("2018-19 Q4")).text == first


def test_the_scale_reaches_as_far_as_due_dates_do_and_a_year_further_at_most(two: PlanView) -> None:
    assert plan_timeline.scale(two).quarters[-1].text == "2019-20 Q1"
    far = plan(council(area(action(due="2025-03-31"))))
    assert plan_timeline.scale(far).quarters[-1].text == "2019-20 Q4"


def test_a_day_has_its_place_on_the_scale_and_what_lies_outside_is_at_the_edge(two: PlanView) -> None:
    ruler = plan_timeline.scale(two)
    assert ruler.at(date(2018, 4, 1)) == 0
    assert 39 < ruler.at(date(2018, 10, 1)) < 41
    assert ruler.at(date(2010, 1, 1)) == 0
    assert ruler.at(date(2030, 1, 1)) == 100


def test_the_timeline_says_in_words_what_it_draws(two: PlanView) -> None:
    said = text(plan_timeline.timeline(two, 1, Choice(), None))
    assert "From 1 April 2018, due 30 June 2019, first due 31 March 2019 and moved once; in progress, 40% done." in said
    assert "Milestones: System bought, due 30 September 2018, not started." in said
    assert "as at 31 March 2019" in said


def test_an_ongoing_action_has_no_due_line() -> None:
    made = plan_timeline.timeline(plan(council(area(action(due="ongoing")))), 1, Choice(), None)
    assert made.count('class="kpi-due"') == 1  # the one that explains the drawing
    assert "ongoing; not started" in made


def test_a_signed_off_area_says_by_whom_and_that_it_changed(two: PlanView) -> None:
    view = plan(council(area(action())), MOVED, signed("2018-19 Q4", 2), said("2018-19 Q4", 3, stage="in_progress"))
    assert "by the Principal Social Worker" in signed_off(view.areas[0])
    assert "Changed since" in signed_off(view.areas[0])
    assert "not yet" in signed_off(two.areas[0])
