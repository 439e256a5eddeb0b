"""The plan as a whole: counts that add up, headlines, filters and what the command line prints."""

import json
import pickle

import pytest

from kpi.entry import Entry
from kpi.plan import DUE, PlanView
from tests.plan.plans import action, area, council, plan, said
from tests.support.figures import quarter

ACTIONS = [
    action("PMQA 1.1", text="Hold four practice weeks."),
    action("PMQA 2.1"),
    action("PMQA 2.2", due="2018-09-30", origin="inspection"),
    action("PMQA 2.3", due="ongoing", lead="Head of Youth Justice"),
    action("PMQA 3.1", due="2019-20 Q1", illustrative=True),
]
SAID = [
    said("2018-19 Q4", 1, "PMQA 1.1", stage="complete", status="completed"),
    said("2018-19 Q4", 2, "PMQA 2.1", stage="moved", due="2019-20", due_reason="Delayed by the system."),
    said("2018-19 Q4", 3, "PMQA 2.2", stage="in_progress", status="needs_more_time"),
    said("2018-19 Q4", 4, "PMQA 2.3", stage="complete", status="needs_more_time"),
]


@pytest.fixture
def view() -> PlanView:
    return plan(council(area(*ACTIONS), legend="wolverhampton"), *SAID)


def counted(*stages: str) -> str:
    """Give the first headline of a plan with an action of each stage, declared with the stage alone."""
    entries: list[Entry] = []
    refs = [f"PMQA {number}" for number in range(1, len(stages) + 1)]
    for ref, stage in zip(refs, stages, strict=True):
        status = {"on_track": ("in_progress", "on_track")}.get(stage, (stage, None))
        entries.append(said("2018-19 Q4", len(entries) + 1, ref, stage=status[0], status=status[1]))
    return plan(council(area(*(action(ref) for ref in refs))), *entries).headlines[0]


def refs(view: PlanView) -> list[str]:
    return [one.ref for one in view.actions]


def test_the_plan_of_2018_19_reads_as_its_report_did() -> None:
    stages = ["complete"] * 27 + ["on_track"] * 9 + ["awaiting_sign_off"] * 5 + ["moved"]
    assert counted(*stages) == (
        "Of 42 actions, 27 are complete, 5 are done and await sign-off and 9 are on track; "
        "one moves to 2019-20: PMQA 42."
    )


def test_counts_of_one_read_well_and_small_groups_are_named(view: PlanView) -> None:
    assert view.headlines[0] == (
        "Of 5 actions, one is complete, one is complete and needs more time (PMQA 2.3), "
        "one needs more time (PMQA 2.2) and one is not started and has no status (PMQA 3.1); "
        "one moves to 2019-20: PMQA 2.1."
    )


@pytest.mark.parametrize(
    ("stages", "sentence"),
    [
        ([], "There are no actions to show."),
        (["complete"], "The one action is complete."),
        (["complete"] * 3, "All 3 actions are complete."),
        (["moved"] * 6, "All 6 actions move to 2019-20."),
        (["complete", *["moved"] * 6], "Of 7 actions, one is complete; 6 move to 2019-20."),
        (
            ["business_as_usual", "not_applicable", "complete", "complete_evidenced"],
            "Of 4 actions, 2 are complete, one is business as usual (PMQA 1) and one no longer applies (PMQA 2).",
        ),
    ],
)
def test_the_first_sentence_fits_every_plan(stages: list[str], sentence: str) -> None:
    assert counted(*stages) == sentence


def test_the_moved_action_is_found_by_its_stage(view: PlanView) -> None:
    assert refs(view.filtered(stage="moved")) == ["PMQA 2.1"]
    assert view.headlines[0].endswith("one moves to 2019-20: PMQA 2.1.")


def test_what_is_concluded_follows_the_counts(view: PlanView) -> None:
    assert "One is overdue: PMQA 2.2." in view.headlines
    assert "One has not been updated this quarter: PMQA 3.1." in view.headlines


def test_counts_by_stage_and_status_name_every_one_and_add_up(view: PlanView) -> None:
    assert {stage: count for stage, count in view.counts_by_stage.items() if count} == {
        "not_started": 1,
        "in_progress": 1,
        "complete": 2,
        "moved": 1,
    }
    assert view.counts_by_status == {"completed": 1, "needs_more_time": 2, "undeclared": 2}
    assert sum(view.counts_by_stage.values()) == sum(view.counts_by_status.values()) == 5
    assert view.counts_by_conclusion == {"overdue": 1, "not-updated": 1}


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"status": "undeclared"}, ["PMQA 2.1", "PMQA 3.1"]),
        ({"status": "needs_more_time", "stage": "complete"}, ["PMQA 2.3"]),
        ({"lead": "Head of Youth Justice"}, ["PMQA 2.3"]),
        ({"origin": "inspection"}, ["PMQA 2.2"]),
        ({"conclusion": "overdue"}, ["PMQA 2.2"]),
        ({"text": " PRACTICE weeks "}, ["PMQA 1.1"]),
        ({"text": "pmqa 2"}, ["PMQA 2.1", "PMQA 2.2", "PMQA 2.3"]),
        ({"area": "sss"}, []),
        ({"area": "pmqa", "due": "overdue"}, ["PMQA 2.2"]),
        ({"due": "this_quarter"}, ["PMQA 1.1"]),
        ({"due": "next_quarter"}, ["PMQA 3.1"]),
        ({"due": "later"}, ["PMQA 2.1"]),
        ({"due": "ongoing"}, ["PMQA 2.3"]),
        ({"due": "moved"}, ["PMQA 2.1"]),
        ({"area": "", "stage": None, "text": " "}, ["PMQA 1.1", "PMQA 2.1", "PMQA 2.2", "PMQA 2.3", "PMQA 3.1"]),
    ],
)
def test_filters_narrow_the_plan(view: PlanView, wanted: dict[str, str], found: list[str]) -> None:
    assert refs(view.filtered(**wanted)) == found
    assert sum(view.filtered(**wanted).counts_by_stage.values()) == len(found)


def test_every_way_to_filter_by_due_date_works_on_every_action(view: PlanView) -> None:
    assert all(isinstance(holds(one), bool) for holds in DUE.values() for one in view.actions)


def test_actions_are_found_by_reference_area_and_indicator() -> None:
    linked = action("PMQA 2.2", indicators=[{"indicator": "caseload", "expects": "falls"}])
    view = plan(council(area(action()), area(linked, id="sss", order=1, title="Specialist support")))
    found = view.action("PMQA 2.1")
    assert found is not None
    assert (found.area_title, found.head, found.priority) == (
        "Quality assurance",
        "Principal Social Worker",
        "Records that people can rely on",
    )
    assert view.action("PMQA 9.9") is None
    assert [one.ref for one in view.in_area("sss")] == ["PMQA 2.2"]
    assert view.in_area("cic") == ()
    assert [one.ref for one in view.of_indicator("caseload")] == ["PMQA 2.2"]
    assert [one.title for one in view.areas] == ["Quality assurance", "Specialist support"]


def test_a_plan_year_has_its_title_and_key_priorities() -> None:
    years = [{"year": "2018-19", "title": "Improvement plan 2018-19", "key_priorities": [{"title": "Retention"}]}]
    view = plan(council(area(action()), years=years))
    assert (view.title, view.next_year, view.leads) == (
        "Improvement plan 2018-19",
        "2019-20",
        ("Head of Safeguarding",),
    )
    assert [priority.title for priority in view.key_priorities] == ["Retention"]
    assert plan(council(area(action()))).title == "Plan 2018-19"


def test_how_much_is_illustrative_is_said(view: PlanView) -> None:
    assert view.marks == ("1 of the 5 actions is illustrative: made up to demonstrate, and not to be quoted.",)
    assert plan(council(area(action()))).marks == ()


def test_the_sentence_of_an_action_says_where_it_stands() -> None:
    pack = council(area(action()))
    late = said(
        "2018-19 Q3", 1, stage="in_progress", percent=60, status="at_risk", due="2019-06-30", due_reason="Late."
    )
    assert plan(pack, late).actions[0].sentence == (
        "PMQA 2.1 is in progress, 60% done, and is due on 30 June 2019 (first 31 March 2019). At risk is declared."
    )
    done = said("2018-19 Q4", 2, stage="complete", percent=100)
    assert plan(pack, done).actions[0].sentence == (
        "PMQA 2.1 is complete, and was due on 31 March 2019. No status is declared."
    )
    endless = plan(council(area(action(due="ongoing"))), said("2018-19 Q4", 1, stage="moved"))
    assert endless.actions[0].sentence == (
        "PMQA 2.1 has moved to the next year, with no end date. No status is declared."
    )


def test_the_command_line_gets_json_with_every_fact(view: PlanView) -> None:
    rows = json.loads(json.dumps(view.as_rows()))
    assert [row["ref"] for row in rows] == refs(view)
    moved = rows[1]
    expected = {
        "year": "2018-19",
        "quarter": "2018-19 Q4",
        "service_area": "Quality assurance",
        "stage": "moved",
        "declared_stage": "moved",
        "status": "undeclared",
        "start": "2018-04-01",
        "due": "2019-20",
        "original_due": "2019-03-31",
        "moves": 1,
        "updated": True,
        "last_updated": "2018-19 Q4",
        "signed_off": None,
        "suggested_status": None,
        "state": "final",
        "revision": 99,
    }
    assert {name: moved[name] for name in expected} == expected
    assert rows[2]["conclusions"][0]["code"] == "overdue"
    assert rows[4]["state"] == "illustrative"


def test_a_plan_can_be_kept_between_two_readings(view: PlanView) -> None:
    again = pickle.loads(pickle.dumps(view))
    assert again.headlines == view.headlines
    assert again.actions == view.actions


def test_a_plan_of_a_year_without_actions_is_empty() -> None:
    view = plan(council(area(action())), year="2019-20")
    assert (view.actions, view.areas, view.headlines) == ((), (), ("There are no actions to show.",))
    assert view.period == quarter()
