"""Definitions that change are told in words, and statuses are judged again only where they can differ.

In: two packs, or a ledger with one in force. Out: the sentence of the record, and its warnings.
"""

from pathlib import Path

import pytest

from kpi import in_force
from kpi.definitions.pack import Pack
from kpi.ledger import Ledger, open_ledger, read

ACTION = {"text": "Move to one system.", "origin": "inspection", "lead": "Principal Social Worker"}
COUNCIL = {
    "id": "wolverhampton",
    "name": "City of Wolverhampton Council",
    "service": "Children's Services",
    "plan": "Improvement plan",
    "opening_period": "2018-19 Q4",
    "about": "A small pack.",
    "themes": [{"id": "workforce", "title": "Workforce"}],
}


def plan(actions: dict[str, str], year: str = "2018-19", head: str = "Head of Service") -> dict[str, object]:
    listed = [{"ref": ref, "due": due} | ACTION for ref, due in actions.items()]
    priorities = [{"ref": "PMQA 2", "title": "One record", "actions": listed}]
    return {"plan_year": year, "id": "pmqa", "title": "Quality", "head": head, "priorities": priorities}


def pack(**parts: object) -> Pack:
    return Pack.model_validate({"council": COUNCIL} | parts)


BEFORE = pack(plans=[plan({"PMQA 2.1": "2018-12-31", "PMQA 2.2": "ongoing", "PMQA 2.3": "2018-19 Q4"})])


def test_actions_added_removed_and_changed_are_counted_and_a_moved_due_date_is_named() -> None:
    after = pack(plans=[plan({"PMQA 2.1": "2019-03-31", "PMQA 2.2": "ongoing", "PMQA 2.4": "ongoing"})])
    assert in_force.changed(BEFORE, after) == (
        "The plan of 2018-19 changed: 1 action added, 1 action removed and 1 action changed. "
        "Due date changed in the plan: PMQA 2.1 from 31 December 2018 to 31 March 2019."
    )


def test_more_due_dates_than_anyone_reads_are_counted() -> None:
    refs = [f"PMQA 2.{place}" for place in range(8)]
    old, new = (pack(plans=[plan(dict.fromkeys(refs, due))]) for due in ("ongoing", "2018-19 Q4"))
    told = in_force.changed(old, new)
    assert "8 actions changed." in told
    assert "Due dates changed in the plan: PMQA 2.0 from ongoing to Q4 2018-19 (January to March 2019); " in told
    assert told.endswith("(January to March 2019) and 3 more.")


def test_a_new_plan_year_is_told_by_its_actions() -> None:
    after = pack(plans=[*BEFORE.plans, plan({"PMQA 2.1": "2020-03-31"}, "2019-20")])
    assert in_force.changed(BEFORE, after) == "The plan of 2019-20 changed: 1 service area added and 1 action added."


def test_another_head_of_service_is_a_change_of_the_service_area() -> None:
    plans = [plan({action.ref: action.due for action in BEFORE.plans[0].actions}, head="Head of Service, Quality")]
    assert in_force.changed(BEFORE, pack(plans=plans)) == "The plan of 2018-19 changed: 1 service area changed."


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        (
            {"years": [{"year": "2019-20", "title": "Plan"}]},
            "Plan years changed: 1 year added.",
        ),
        (
            {"legends": [{"id": "common", "title": "Five colours", "statuses": [
                {"id": "done", "label": "Done", "colour": "blue", "meaning": "It is done.", "stages": ["complete"]}
            ]}]},
            "Legends changed: common.",
        ),
        (
            {"inspection": {"inspections": [{
                "id": "ilacs", "title": "Inspection", "kind": "inspection", "date": "2022-03-28",
                "recommendations": [{"ref": "R1", "text": "Track."}, {"ref": "R2", "text": "Visit."}],
            }]}},
            "The record of inspections changed: 1 inspection added and 2 recommendations added.",
        ),
        (
            {"panel": {
                "bodies": [{"id": "scrutiny", "title": "Panel"}, {"id": "board", "title": "Board"}],
                "meetings": [{"id": "june", "body": "scrutiny", "date": "2019-06-19"}],
            }},
            "The panel's record changed: 2 bodies added and 1 meeting added.",
        ),
        ({"council": COUNCIL | {"about": "Another."}}, "Definitions changed: council."),
    ],
)  # fmt: skip
def test_every_part_that_changed_has_a_sentence(parts: dict[str, object], sentence: str) -> None:
    assert in_force.changed(pack(), pack(**parts)) == sentence


def test_an_order_that_changed_is_a_change_all_the_same() -> None:
    turned = dict(reversed([(action.ref, action.due) for action in BEFORE.plans[0].actions]))
    assert in_force.changed(BEFORE, pack(plans=[plan(turned)])) == "Definitions changed."


@pytest.fixture
def ledger(tmp_path: Path) -> Ledger:
    opened = open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}", "wolverhampton")
    in_force.put(opened, BEFORE, "tests")
    return opened


def test_figures_are_judged_again_only_where_indicators_or_the_council_changed() -> None:
    assert not in_force.judges_otherwise(BEFORE, pack(plans=[plan({"PMQA 2.1": "2018-12-31"})]))
    assert in_force.judges_otherwise(BEFORE, pack(council=COUNCIL | {"name": "City"}, plans=BEFORE.plans))


def test_the_record_says_what_changed_in_the_plan(ledger: Ledger) -> None:
    assert in_force.put(ledger, pack(plans=[plan({"PMQA 2.1": "2018-12-31"})]), "tests") == ()
    assert read.history(ledger)[-1].note == "The plan of 2018-19 changed: 2 actions removed."
