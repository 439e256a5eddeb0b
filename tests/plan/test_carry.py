"""A new plan year starts from the last: unfinished actions move with their history, and references stay traceable."""

from typing import Any

import pytest

from kpi.definitions.pack import Pack
from kpi.definitions.plan import PlanFile
from kpi.definitions.yaml_text import read_yaml
from kpi.plan import Update, as_yaml, carried_forward, closing, update
from tests.plan.plans import action, area, council, plan, said, signed

MILESTONES = [
    {"id": "assess", "title": "Needs assessed", "due": "2018-09-30"},
    {"id": "live", "title": "System live", "due": "2018-19 Q4"},
]


def read_back(text: str) -> PlanFile:
    document = read_yaml(text.encode(), "plan/2019-20/pmqa.yaml")
    assert document.problems == ()
    return PlanFile.model_validate(document.value)


def only(pack: Pack, *entries: Any) -> Any:
    """Give the one action that is carried forward."""
    (file,) = carried_forward(pack, plan(pack, *entries), "2019-20")
    (carried,) = file.actions
    return carried


@pytest.mark.parametrize("stage", ["complete", "complete_evidenced", "business_as_usual", "not_applicable"])
def test_what_is_finished_stays(stage: str) -> None:
    pack = council(area(action()))
    assert carried_forward(pack, plan(pack, said("2018-19 Q4", 1, stage=stage)), "2019-20") == ()


def test_what_its_sign_off_completes_stays_and_what_awaits_it_moves() -> None:
    pack, done = council(area(action())), said("2018-19 Q4", 1, stage="awaiting_sign_off")
    assert carried_forward(pack, plan(pack, done, signed("2018-19 Q4", 2)), "2019-20") == ()
    assert only(pack, done).stage == "awaiting_sign_off"


def test_an_unfinished_action_goes_on_from_where_it_stands() -> None:
    agreed = action(milestones=MILESTONES, recommendations=["R1"], source="Report of 19 June 2019")
    late = {"due": "2019-06-30", "due_reason": "The supplier is late."}
    entry = said("2018-19 Q4", 1, stage="in_progress", milestones={"assess": "done"}, **late)
    carried = only(council(area(agreed)), entry)
    assert (carried.ref, carried.stage, carried.due, carried.start) == (
        "PMQA 2.1",
        "in_progress",
        "2019-06-30",
        "2018-04-01",
    )
    assert [(one.id, one.state) for one in carried.milestones] == [("assess", "done"), ("live", "not_started")]
    assert (carried.carried_from.year, carried.carried_from.ref) == ("2018-19", "PMQA 2.1")
    assert (carried.recommendations, carried.source) == (("R1",), "Report of 19 June 2019")


@pytest.mark.parametrize(
    ("before", "stage"),
    [
        ({"stage": "in_progress"}, "in_progress"),
        ({"percent": 30}, "in_progress"),
        ({"milestones": {"assess": "in_progress"}}, "in_progress"),
        ({"commentary": "Not progressed: delayed by the system."}, "not_started"),
        ({"stage": "awaiting_sign_off"}, "awaiting_sign_off"),
    ],
)
def test_a_moved_action_goes_on_by_its_last_progress(before: dict[str, Any], stage: str) -> None:
    pack = council(area(action(milestones=MILESTONES)))
    assert only(pack, said("2018-19 Q3", 1, **before), said("2018-19 Q4", 2, stage="moved")).stage == stage


def test_only_priorities_with_something_unfinished_move_and_keep_their_place() -> None:
    priorities = [
        {"ref": "PMQA 1", "title": "Leaders know", "actions": [action("PMQA 1.1")]},
        {"ref": "PMQA 2", "title": "Records", "actions": [action("PMQA 2.1"), action("PMQA 2.2")]},
    ]
    pack = council(area(priorities=priorities, order=3))
    view = plan(pack, said("2018-19 Q4", 1, "PMQA 1.1", stage="complete"))
    (file,) = carried_forward(pack, view, "2019-20")
    assert (file.plan_year, file.id, file.order) == ("2019-20", "pmqa", 3)
    assert [(one.ref, [a.ref for a in one.actions]) for one in file.priorities] == [
        ("PMQA 2", ["PMQA 2.1", "PMQA 2.2"])
    ]


def test_a_reference_that_the_new_year_uses_is_told_apart_by_its_year() -> None:
    new = area(action("PMQA 2.1", text="Something else."), year="2019-20")
    pack = council(area(action()), new)
    (file,) = carried_forward(pack, plan(pack), "2019-20")
    assert [one.ref for one in file.actions] == ["PMQA 2.1", "PMQA 2.1 from 2018-19"]
    assert file.actions[1].carried_from is not None
    assert file.actions[1].carried_from.ref == "PMQA 2.1"


def test_two_long_references_that_are_taken_stay_apart_and_within_their_length() -> None:
    long = [f"QUALITY ASSURANCE 2 PART {number}" for number in (1, 2)]
    taken = area(*(action(ref) for ref in long), year="2019-20")
    pack = council(area(*(action(ref) for ref in long)), taken)
    (file,) = carried_forward(pack, plan(pack), "2019-20")
    found = [one.ref for one in file.actions]
    assert len(set(found)) == 4
    assert max(map(len, found)) <= 30


def test_what_was_carried_already_is_not_carried_again() -> None:
    there = area(action(carried_from={"year": "2018-19", "ref": "PMQA 2.1"}), year="2019-20")
    pack = council(area(action()), there)
    assert carried_forward(pack, plan(pack), "2019-20") == ()


def test_a_carried_action_keeps_its_original_due_date_moves_updates_and_evidence() -> None:
    seen = {"kind": "case_audit", "date": "March 2019", "text": "Files are read more often."}
    agreed = action(evidence=[seen])
    entries = [
        said("2018-19 Q3", 1, percent=40, status="on_track", due="2019-06-30", due_reason="The supplier is late."),
        said("2018-19 Q4", 2, stage="moved"),
        said("2019-20 Q1", 3, year="2019-20", stage="in_progress", commentary="Training began."),
    ]
    pack = council(area(agreed))
    files = carried_forward(pack, plan(pack, *entries[:2]), "2019-20")
    later = plan(council(area(agreed), *files), *entries, year="2019-20", period="2019-20 Q1").actions[0]
    assert (later.original_due.text, later.due.text, len(later.moves)) == ("2019-03-31", "2019-06-30", 1)
    assert [(one.year, one.period.text) for one in later.history] == [
        ("2019-20", "2019-20 Q1"),
        ("2018-19", "2018-19 Q4"),
        ("2018-19", "2018-19 Q3"),
    ]
    assert (later.percent, later.status_id) == (40, "on_track")
    assert [(one.year, one.ref) for one in later.carried] == [("2018-19", "PMQA 2.1")]
    assert [one.text for one in later.evidence] == ["Files are read more often."]


def test_another_due_date_in_the_new_years_file_is_a_move() -> None:
    new = area(action(due="2020-03-31", carried_from={"year": "2018-19", "ref": "PMQA 2.1"}), year="2019-20")
    (view,) = plan(council(area(action()), new), year="2019-20", period="2019-20 Q1").actions
    assert [move.sentence for move in view.moves] == [
        "Moved from 31 March 2019 to 31 March 2020 when it was carried forward: no reason given."
    ]


def test_references_that_lead_in_a_circle_or_nowhere_end_the_history() -> None:
    circle = council(
        area(action(carried_from={"year": "2019-20", "ref": "PMQA 2.1"})),
        area(action(carried_from={"year": "2018-19", "ref": "PMQA 2.1"}), year="2019-20"),
    )
    assert [one.year for one in plan(circle).actions[0].carried] == ["2019-20"]
    nowhere = council(area(action(carried_from={"year": "2017-18", "ref": "PMQA 9"})))
    assert plan(nowhere).actions[0].carried == ()


def test_closing_a_year_marks_what_moves_and_keeps_what_the_quarter_said() -> None:
    pack = council(area(action(), action("PMQA 2.2"), action("PMQA 2.3"), action("PMQA 2.4")))
    view = plan(
        pack,
        said("2018-19 Q4", 1, stage="in_progress", percent=60, status="on_track", commentary="Nearly there."),
        said("2018-19 Q4", 2, "PMQA 2.2", stage="complete"),
        said("2018-19 Q4", 3, "PMQA 2.3", stage="moved"),
    )
    entries = closing(view, "2019-20")
    assert [(entry.subject, entry.period) for entry in entries] == [
        ("2018-19/PMQA 2.1", "2018-19 Q4"),
        ("2018-19/PMQA 2.4", "2018-19 Q4"),
    ]
    assert update.read(entries[0]) == Update(stage="moved", percent=60, status="off_track", commentary="Nearly there.")
    assert update.read(entries[1]) == Update(stage="moved", commentary="Carried forward to 2019-20.")


def test_a_carried_file_is_readable_and_reads_back_equal() -> None:
    agreed = action(
        "2.1",
        text="Move to one social care system, so that a worker finds each child's history in one place: the old "
        "system, the new one and the paper files are to be read as one by June.",
        partners=["Children's commissioner", "#1 supplier", "no"],
        milestones=MILESTONES,
        indicators=[{"indicator": "caseload", "expects": "at_most", "value": 18.5}],
        illustrative=True,
    )
    pack = council(area(agreed))
    (file,) = carried_forward(pack, plan(pack), "2019-20")
    text = as_yaml(file)
    assert read_back(text) == file
    assert text.startswith("# yaml-language-server: $schema=../../schema/plan.json\nplan_year: 2019-20\nid: pmqa\n")
    assert '      - ref: "2.1"\n        text: >-\n          Move to one' in text
    assert "        due: 2019-03-31\n" in text
    assert max(map(len, text.splitlines())) <= 120
