"""The demonstration's plan carries the published facts, says what was invented, and shows every conclusion."""

import re
from collections import Counter

import pytest

from kpi.definitions.legend import STAGES
from kpi.definitions.plan import ORIGIN_WORDS
from kpi.expectation import Outcome
from kpi.period import Frequency, parse
from kpi.plan import ActionView, PlanView
from kpi.workspace import Records

REPORT = "Report to the Children, Young People and Families Scrutiny Panel, 19 June 2019"
PUBLISHED = {"PMQA 2.1", "SSS 2.1", "YOT 2.2"}
KEY_PRIORITIES = [
    "Workforce retention",
    "Quality of practice",
    "Embedding practice weeks",
    "A single child's record system",
    "The new safeguarding partnership",
    "Contextual safeguarding governance",
    "House Project for care leavers",
    "Placement stability",
    "Regional adoption agency",
    "Restorative practice",
]


def the(plan: PlanView, ref: str) -> ActionView:
    found = plan.action(ref)
    assert found is not None
    return found


def with_code(plan: PlanView, code: str) -> set[str]:
    return {action.ref for action in plan.actions if code in action.codes}


def test_the_single_action_moved_to_the_next_year_is_found_by_its_state(plan: PlanView) -> None:
    (moved,) = [action for action in plan.actions if action.stage == "moved"]
    assert moved.ref == "PMQA 2.1"
    assert plan.headlines[0].endswith("; one moves to 2019-20: PMQA 2.1.")
    assert [move.sentence for move in moved.moves] == [
        "Moved from the end of 2018-19 to the end of 2019-20 in Q4 2018-19: "
        "Delayed by the implementation of the system."
    ]


def test_the_published_actions_that_need_more_time_are_named_in_the_first_sentence(plan: PlanView) -> None:
    for ref in ("SSS 2.1", "YOT 2.2"):
        status = the(plan, ref).status
        assert status is not None
        assert (status.label, status.colour) == ("Needs more time", "green")
        assert ref in plan.headlines[0]


def test_the_first_sentence_counts_every_action(plan: PlanView) -> None:
    assert plan.headlines[0] == (
        "Of 42 actions, 29 are complete, one is done and awaits sign-off (CL 2.1), 3 are business as usual "
        "(SSS 1.2, EDU 1.2 and CSF 2.2), one no longer applies (SSS 2.2), 4 need more time (SSS 2.1, YOT 2.2, FDA 2.2 "
        "and CIC 3.1) and 3 are in progress and have no status (SAR 2.2, EDU 2.1 and CSF 1.1); one moves to 2019-20: "
        "PMQA 2.1."
    )


def test_the_three_published_actions_name_the_report_and_what_was_invented(plan: PlanView) -> None:
    final = {action.ref for action in plan.actions if not action.action.illustrative}
    assert final == PUBLISHED
    for ref in PUBLISHED:
        action = the(plan, ref)
        assert not action.illustrative
        assert (action.action.source or "").startswith(REPORT)
        assert "illustrative" in (action.action.source or "")
        assert not action.action.indicators, "no figure was published for it"
        assert action.percent is None, "no percent was published for it"


def test_earlier_quarters_of_a_published_action_are_illustrative(plan: PlanView) -> None:
    for ref in PUBLISHED:
        states = {update.period.text: update.update.state for update in the(plan, ref).updates if update.update}
        assert states == {
            f"2018-19 Q{quarter}": "final" if quarter == 4 else "illustrative" for quarter in (1, 2, 3, 4)
        }


def test_the_legend_in_use_is_the_published_one(plan: PlanView) -> None:
    assert plan.legend is not None
    assert (plan.legend.id, plan.legend.source) == ("wolverhampton", REPORT)
    assert [(status.colour, status.meaning) for status in plan.legend.statuses] == [
        ("blue", "The action is completed."),
        ("green", "The action needs more time to evidence impact, or further development."),
    ]


def test_the_common_legend_has_the_five_colours_and_each_legend_covers_every_stage(records: Records) -> None:
    legends = {legend.id: legend for legend in records.place.pack.legends}
    assert [status.colour for status in legends["common"].statuses] == ["blue", "green", "amber", "red", "grey"]
    for legend in legends.values():
        assert {stage for status in legend.statuses for stage in status.stages} == set(STAGES)


def test_the_ten_key_priorities_of_2019_20_stand_in_the_published_order(records: Records) -> None:
    (year,) = [year for year in records.place.pack.years if year.year == "2019-20"]
    assert [priority.title for priority in year.key_priorities] == KEY_PRIORITIES
    assert year.source == REPORT
    assert all(priority.text is None for priority in year.key_priorities), "only the titles were published"


def test_the_plan_covers_every_service_area_origin_and_form_of_due_date(plan: PlanView) -> None:
    areas = Counter(action.area_id for action in plan.actions)
    assert len(areas) == 10
    assert min(areas.values()) >= 3
    assert {action.action.origin for action in plan.actions} == set(ORIGIN_WORDS)
    dues = {action.action.due for action in plan.actions}
    assert "ongoing" in dues
    forms = {parse(due).frequency for due in dues - {"ongoing"}}
    assert forms == {Frequency.DATE, Frequency.MONTH, Frequency.QUARTER, Frequency.YEAR}


def test_a_lead_and_a_head_of_service_are_roles(plan: PlanView) -> None:
    role = re.compile(r"\b(Head|Manager|Partner|Principal Social Worker|Director)\b")
    assert all(role.search(action.lead) and role.search(action.head) for action in plan.actions)


@pytest.mark.parametrize(
    ("code", "refs"),
    [
        ("overdue", {"CIC 3.1", "CSF 1.1"}),
        ("impact-not-shown", {"PMQA 1.1", "FDA 1.2", "SAR 1.2", "CIC 2.1", "WFD 2.2"}),
        ("milestone-overdue", {"CIC 3.1", "CSF 1.1", "EDU 2.1"}),
        ("milestones-complete", {"FDA 2.2"}),
        ("due-moved", {"CIC 3.1"}),
        ("not-updated", {"EDU 2.1", "CSF 1.1"}),
        ("due-this-quarter", set()),
        ("milestones-open", set()),
        ("suggested-differs", set()),
    ],
)
def test_the_record_concludes_what_was_meant(plan: PlanView, code: str, refs: set[str]) -> None:
    assert with_code(plan, code) == refs


def test_figures_bear_actions_out_or_do_not_or_cannot_tell(plan: PlanView) -> None:
    outcomes = Counter(answer.outcome for action in plan.actions for answer in action.answers)
    assert outcomes[Outcome.BORNE_OUT] >= 15
    assert outcomes[Outcome.NOT_BORNE_OUT] >= 5
    assert outcomes[Outcome.CANNOT_TELL] >= 4


@pytest.mark.parametrize(
    ("ref", "sentence"),
    [
        ("SSS 1.1", "Children in care fell from 648 in Q4 2017-18 to 624 in Q4 2018-19, as expected."),
        ("WFD 2.1", "Average caseload fell from 19.7 cases in Q4 2017-18 to 16.0 cases in Q4 2018-19, as expected."),
        ("SAR 1.2", "stood at 72.0% by Q4 2017-18 and again by Q4 2018-19."),
        ("SAR 1.1", "as the definition changed from Q1 2018-19."),
        ("SAR 1.3", "almost certainly a failed return."),
        ("EDU 1.2", "The figure for 2018-19 is in words, “over 99%”."),
    ],
)
def test_an_action_shows_what_its_figure_says(plan: PlanView, ref: str, sentence: str) -> None:
    assert any(answer.sentence.endswith(sentence) for answer in the(plan, ref).answers)


def test_some_figures_off_target_have_an_action_and_some_have_none(plan: PlanView) -> None:
    without = {row.indicator for row in plan.off_target_without_action}
    assert without == {"dfe_cla_attain8", "caseload_team", "sickness"}
    answered = {expected.indicator for action in plan.actions for expected in action.action.indicators}
    assert {"icpc_15", "cla_3plus", "cla_iha", "proceedings_26", "foster_recruit", "ehcp_20"} <= answered


def test_an_action_that_awaited_its_sign_off_is_complete_once_it_is_signed(records: Records, plan: PlanView) -> None:
    signed = records.action("YOT 2.1", "2018-19", "2018-19 Q3")
    assert (signed.declared, signed.stage) == ("awaiting_sign_off", "complete")
    assert the(plan, "CL 2.1").stage == "awaiting_sign_off"
    assert {area.id for area in plan.areas if area.signed_off} == {"pmqa", "fda", "sar", "wfd"}


def test_an_action_carried_forward_names_where_it_comes_from(plan: PlanView) -> None:
    carried = [action for action in plan.actions if action.action.carried_from]
    assert [(a.ref, a.action.carried_from.year) for a in carried if a.action.carried_from] == [("CIC 1.1", "2017-18")]
