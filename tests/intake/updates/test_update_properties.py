"""What holds for every tracker: unfilled it changes nothing, filled it says what was written, and no more."""

from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi.definitions.legend import STAGE_WORDS, STAGES
from kpi.plan import Update
from tests.intake.updates.conftest import ACTIONS, LEGEND, Desk, filled, pack_of

FITTING = {stage: [one["id"] for one in LEGEND["statuses"] if stage in one["stages"]] for stage in STAGES}
WORDS = {one["id"]: one["label"] for one in LEGEND["statuses"]}
PROSE = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=30).map(
    lambda text: f"We did {text} well"
)
STATES = st.sampled_from(["not_started", "in_progress", "done"])
PLAIN = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def updates(draw: st.DrawFn) -> Update:
    """An update of PMQA 2.1 that breaks no rule."""
    stage = draw(st.sampled_from(STAGES))
    said: dict[str, Any] = {"stage": stage, "status": draw(st.sampled_from(FITTING[stage]))}
    said["percent"] = draw(st.none() | st.integers(2, 100).map(float))
    said["commentary"] = draw(st.none() | PROSE)
    said["milestones"] = draw(st.dictionaries(st.sampled_from(["assess", "train"]), STATES))
    if draw(st.booleans()):
        said |= {"due": draw(st.sampled_from(["2019-06-30", "2019-20 Q1", "ongoing"])), "due_reason": draw(PROSE)}
    return Update.model_validate(said)


def cells(update: Update, words: bool) -> dict[str, str]:
    """Write an update into a row, by words or by ids."""
    said = update.said
    row = {
        "commentary": said.get("commentary", ""),
        "new_due": said.get("due", ""),
        "reason": said.get("due_reason", ""),
    }
    row["stage"] = STAGE_WORDS[said["stage"]] if words else said["stage"]
    row["status"] = WORDS[said["status"]] if words else said["status"]
    row["percent"] = f"{said['percent']:g}%" if "percent" in said else ""
    row["milestones"] = "; ".join(f"{name}: {state}" for name, state in update.milestones.items())
    return row


@PLAIN
@given(st.lists(updates(), max_size=3), st.sampled_from(["csv", "xlsx"]))
def test_what_the_template_says_read_back_unfilled_changes_nothing(said: list[Update], form: str) -> None:
    desk = Desk(pack_of(ACTIONS))
    for update in said:
        desk.say("PMQA 2.1", **update.said)
    preview = desk.preview(desk.template(form), f"q4.{form}")
    assert not preview.changes_something
    assert preview.counts == {"new": 0, "changed": 0, "unchanged": 3}
    assert preview.can_publish


@PLAIN
@given(updates(), updates(), st.booleans())
def test_a_filled_row_leads_to_what_it_says(before: Update, update: Update, words: bool) -> None:
    desk = Desk(pack_of(ACTIONS))
    desk.say("PMQA 2.1", **before.said)
    known = desk.view().action("PMQA 2.1")
    preview = desk.preview(filled(desk.template(), {"PMQA 2.1": cells(update, words)}))
    assert preview.can_publish
    desk.take(*preview.settle())
    now = desk.view().action("PMQA 2.1")
    assert (now.declared, now.status.id) == (update.stage, update.status)
    assert now.percent == (known.percent if update.percent is None else update.percent)
    assert now.commentary == (update.commentary or known.commentary)
    states = {one.id: one.state for one in known.milestones} | update.milestones
    assert {one.id: one.state for one in now.milestones} == states
    assert now.due.text == (update.due or known.due.text)
    assert not desk.preview(desk.template()).changes_something


@PLAIN
@given(updates(), updates())
def test_whichever_version_is_chosen_both_are_kept(theirs: Update, mine: Update) -> None:
    for choice in ("mine", "theirs"):
        desk = Desk(pack_of(ACTIONS))
        drawn = desk.template()
        desk.say("PMQA 2.1", **theirs.said)
        preview = desk.preview(filled(drawn, {"PMQA 2.1": cells(mine, words=True)}))
        desk.take(*preview.settle({"PMQA 2.1": choice}))
        known = desk.view().action("PMQA 2.1")
        assert known.declared in known.status.stages
        versions = known.quarter.versions
        assert versions[-1].update == theirs
        standing = {"mine": ["in force", "replaced"], "theirs": ["set aside", "in force"]}[choice]
        assert [version.standing for version in versions] == (standing if preview.conflicts else ["in force"])
