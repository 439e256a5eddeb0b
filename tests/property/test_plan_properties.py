"""What holds for every plan and every set of updates, not only for the examples."""

import sys
from collections import Counter
from collections.abc import Iterator
from datetime import date
from types import FrameType
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from kpi.definitions.due import ONGOING, Due, read_due
from kpi.definitions.legend import STAGES
from kpi.definitions.plan import PlanFile
from kpi.definitions.yaml_text import read_yaml
from kpi.entry import Entry
from kpi.period import Calendar, Frequency, containing
from kpi.plan import as_yaml, assemble, carried_forward, closing, headlines
from tests.plan.plans import action, area, council, plan, said, signed
from tests.support.figures import quarter

REFS = ("PMQA 1.1", "PMQA 2.1", "SSS 2.1", "YOT 2.2")
QUARTERS = ("2018-19 Q1", "2018-19 Q2", "2018-19 Q3", "2018-19 Q4")
STATUSES = ("complete", "on_track", "at_risk", "off_track", "grey", "gone")
MILESTONES = [{"id": "assess", "title": "Needs assessed", "due": "2018-09-30"}]

days = st.dates(date(2017, 1, 1), date(2021, 12, 31))
periods = st.builds(containing, days, st.sampled_from(Frequency), st.just(Calendar.FINANCIAL))
dues = st.one_of(st.just(Due(None)), periods.map(Due))
updates = st.fixed_dictionaries(
    {},
    optional={
        "stage": st.sampled_from(STAGES),
        "status": st.sampled_from(STATUSES),
        "percent": st.integers(0, 100),
        "commentary": st.just("The supplier is late."),
        "due": dues.map(lambda due: due.text),
        "milestones": st.just({"assess": "done"}),
        "state": st.sampled_from(("final", "illustrative")),
    },
)
told = st.tuples(st.sampled_from(REFS), st.sampled_from(QUARTERS), updates, st.booleans())
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=300).filter(str.strip)


def entries_of(what: list[tuple[str, str, dict[str, Any], bool]]) -> list[Entry]:
    return [
        said(period, revision, ref, aside=aside, **fields)
        for revision, (ref, period, fields, aside) in enumerate(what, 1)
    ]


def small_plan() -> Any:
    return council(area(*(action(ref, milestones=MILESTONES) for ref in REFS)))


@given(st.lists(told, max_size=12), st.sampled_from(QUARTERS), st.sets(st.integers(1, 12)), days)
def test_counts_by_stage_and_by_status_add_up_to_all_actions(
    what: list[Any], period: str, undone: set[int], day: date
) -> None:
    view = plan(small_plan(), *entries_of(what), period=period, day=day, undone=dict.fromkeys(undone, 99))
    for shown in (view, view.filtered(stage="in_progress"), view.filtered(conclusion="overdue")):
        assert sum(shown.counts_by_stage.values()) == len(shown.actions)
        assert sum(shown.counts_by_status.values()) == len(shown.actions)
    assert sum(len(view.filtered(stage=stage).actions) for stage in STAGES) == len(REFS)


@given(st.lists(told, max_size=12), days)
def test_the_groups_of_the_first_sentence_add_up_to_all_actions(what: list[Any], day: date) -> None:
    view = plan(small_plan(), *entries_of(what), day=day)
    moved = [one for one in view.actions if one.stage == "moved"]
    groups = headlines._groups([one for one in view.actions if one.stage != "moved"])
    assert sum(len(group) for _, _, group in groups) + len(moved) == len(REFS)
    assert all(sentence.endswith(".") and "  " not in sentence for sentence in view.headlines)


@given(st.lists(told, max_size=12), days)
def test_the_first_due_date_and_the_declared_words_are_never_lost(what: list[Any], day: date) -> None:
    entries = entries_of(what)
    view = plan(small_plan(), *entries, day=day)
    kept = sum(len(update.versions) for one in view.actions for update in one.updates)
    assert kept == len(entries)
    for one in view.actions:
        assert one.original_due.text == "2019-03-31"
        chain = [one.original_due, *(move.to for move in one.moves)]
        assert [move.from_ for move in one.moves] == chain[:-1]
        assert one.due == chain[-1]


@given(st.lists(dues, max_size=8))
def test_due_dates_in_every_form_order_by_their_last_day_with_ongoing_last(found: list[Due]) -> None:
    ordered = sorted(found)
    known = [due.day for due in ordered if due.day is not None]
    assert known == sorted(known)
    assert [due.day for due in ordered[len(known) :]] == [None] * (len(ordered) - len(known))


@given(dues, dues)
def test_due_dates_have_one_order_and_read_back(one: Due, other: Due) -> None:
    assert (one < other) + (one == other) + (one > other) == 1
    assert read_due(one.text) == one
    assert read_due(one.label).day == one.day
    assert (one.text == ONGOING) == (one.day is None)


@given(st.lists(updates, min_size=1, max_size=4), st.integers(1, 4))
def test_a_carried_forward_actions_history_is_whole_through_several_years(
    yearly: list[dict[str, Any]], years: int
) -> None:
    agreed = action("PMQA 2.1", milestones=MILESTONES)
    files: list[PlanFile] = [area(agreed)]
    entries: list[Entry] = []
    made: list[tuple[str, str]] = []
    for number in range(years):
        year = f"{2018 + number}-{19 + number}"
        for place, fields in enumerate(yearly, 1):
            open_still = fields | {"stage": "in_progress"}
            entries.append(said(f"{year} Q{place}", len(entries) + 1, year=year, **open_still))
            made.append((year, f"{year} Q{place}"))
        view = plan(council(*files), *entries, year=year, period=f"{year} Q4")
        assert [(one.year, one.period.text) for one in view.actions[0].history] == made[::-1]
        assert [one.year for one in view.actions[0].carried] == sorted({y for y, _ in made if y != year}, reverse=True)
        assert view.actions[0].original_due.text == "2019-03-31"
        new = carried_forward(council(*files), view, f"{2019 + number}-{20 + number}")
        assert [one.ref for file in new for one in file.actions] == ["PMQA 2.1"]
        files += new


@given(st.lists(told, max_size=8))
def test_a_closed_year_leaves_nothing_open_and_closes_once(what: list[Any]) -> None:
    entries = entries_of(what)
    view = plan(small_plan(), *entries)
    marks = [said(one.period, 100, one.subject.partition("/")[2], **one.content) for one in closing(view, "2019-20")]
    closed = plan(small_plan(), *entries, *marks)
    assert all(one.settled for one in closed.actions)
    assert closing(closed, "2019-20") == ()


@given(texts, texts, st.lists(texts, max_size=3))
@example("true", "null", ["~", "1e3", "a: b", "a #b", "- a", "'", '"', "[", "010", "2019-03-31", "yes"])
@example("x " * 100, "a  b " * 40, ["word: " * 60, "¬" * 200])
def test_a_carried_file_reads_back_equal_whatever_its_words(title: str, text: str, partners: list[str]) -> None:
    agreed = action("2.1", text=text, partners=partners, milestones=[MILESTONES[0] | {"title": title}])
    made = area(agreed, title=title)
    document = read_yaml(as_yaml(made).encode(), "plan/2019-20/pmqa.yaml")
    assert document.problems == ()
    assert PlanFile.model_validate(document.value) == made


def big(actions: int) -> tuple[Any, list[Entry]]:
    """Give a plan of so many actions, ten to a service area, each updated and signed off in four quarters."""
    areas = [
        area(*(action(f"A{number} {place}") for place in range(10)), id=f"area_{number}")
        for number in range(actions // 10)
    ]
    entries = [
        said(period, revision, f"A{number} {place}", percent=20 * revision)
        for revision, period in enumerate(QUARTERS, 1)
        for number in range(actions // 10)
        for place in range(10)
    ]
    return council(*areas), entries + [signed(QUARTERS[3], 9, of=f"area_{n}") for n in range(actions // 10)]


def work(actions: int) -> Counter[str]:
    """Count what is done to assemble, count and filter a plan of so many actions."""
    counts: Counter[str] = Counter()
    pack, entries = big(actions)

    class Seen(list[Entry]):
        def __iter__(self) -> Iterator[Entry]:
            counts["passes over all entries"] += 1
            return super().__iter__()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and "/kpi/" in frame.f_code.co_filename:
            counts["calls"] += 1

    given_entries = Seen(entries)
    before = sys.getprofile()
    sys.setprofile(count)
    try:
        view = assemble(pack, "2018-19", quarter(), given_entries, None, None, date(2019, 6, 19), 9)
        view.filtered(conclusion="overdue", text="social care", due="this_quarter")
        found = [one for part in view.areas for one in view.in_area(part.id)]
    finally:
        sys.setprofile(before)
    assert len(found) == actions
    return counts


def test_the_work_grows_no_faster_than_the_plan() -> None:
    small, large = (work(actions) for actions in (100, 1_000))
    assert small["passes over all entries"] == large["passes over all entries"] == 1
    assert large["calls"] <= 10.5 * small["calls"]


def test_five_thousand_actions_of_four_quarters_are_told_whole() -> None:
    pack, entries = big(5_000)
    view = assemble(pack, "2018-19", quarter(), entries, None, None, date(2019, 6, 19), 9)
    assert len(view.actions) == sum(view.counts_by_stage.values()) == 5_000
    assert sum(len(one.updates) for one in view.actions) == 20_000
    assert all(one.signed_off for one in view.actions)
