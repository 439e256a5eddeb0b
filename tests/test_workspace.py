"""The one door: definitions and ledger opened together, answers at a named revision, faults told as Problems."""

from dataclasses import replace
from pathlib import Path

import pytest

from kpi.intake import Options
from kpi.problem import ProblemError
from kpi.settings import Settings
from kpi.workspace import Workspace, open_workspace
from kpi.workspace import place as place_module
from tests.support.pack import NEXT, RETURN, SECOND, SEEDED, copy_of_demonstration


@pytest.fixture
def place(pack: Path) -> Workspace:
    return opened(pack)


def opened(pack: Path) -> Workspace:
    return open_workspace(Settings(data=pack, user="tests"))


def codes(error: pytest.ExceptionInfo[ProblemError]) -> list[str]:
    return [problem.code for problem in error.value.problems]


def test_a_new_ledger_begins_with_a_revision_for_each_file_of_figures(place: Workspace) -> None:
    files = [revision.file for revision in place.history() if revision.kind == "load"]
    assert files == ["01_published_dfe_annual.csv", "02_published_council.csv", "03_illustrative_quarters.csv"]


def test_opening_again_adds_nothing(place: Workspace, pack: Path) -> None:
    assert opened(pack).head() == place.head() == SEEDED


def test_a_start_that_was_cut_short_goes_on_where_it_stopped(tmp_path: Path) -> None:
    data = copy_of_demonstration(tmp_path)
    last = data / "observations" / "03_illustrative_quarters.csv"
    last.rename(tmp_path / last.name)
    assert opened(data).head() == SEEDED - 1
    (tmp_path / last.name).rename(last)
    assert opened(data).head() == SEEDED


def test_a_ledger_that_someone_worked_in_is_not_filled_again(place: Workspace, pack: Path) -> None:
    place.undo(3, who="Analyst")
    assert opened(pack).head() == NEXT


def test_the_opening_period_is_the_councils(place: Workspace) -> None:
    assert place.scorecard().period.label == "Q4 2018-19 (January to March 2019)"


def test_counts_by_status_add_up_to_every_indicator_and_area(place: Workspace) -> None:
    card = place.scorecard()
    assert sum(card.counts.values()) == len(card.rows) == sum(len(i.areas) for i in place.pack.indicators)


def test_periods_are_quarters_newest_first(place: Workspace) -> None:
    periods = place.periods()
    assert list(periods) == sorted(periods, reverse=True)
    assert place.opening_period() in periods


def test_a_period_that_could_be_two_is_refused_with_the_question(place: Workspace) -> None:
    with pytest.raises(ProblemError) as error:
        place.scorecard("Q1 2022")
    assert codes(error) == ["period-unreadable"]
    assert "?" in str(error.value)


def test_what_was_previewed_is_what_is_published(place: Workspace) -> None:
    preview = place.preview("return.csv", RETURN.encode())
    receipt = place.publish(preview, who="Analyst", note="Q1")
    assert receipt.counts == preview.counts == {"new": 3, "changed": 0, "unchanged": 0, "withdrawn": 0}
    assert place.preview("return.csv", RETURN.encode()).changes_something is False


def test_a_preview_says_which_statuses_publishing_would_change(place: Workspace) -> None:
    text = "indicator_id,period,value\ncaseload,2018-19 Q4,15.6\ncaseload,2019-20 Q1,18.9\ncaseload,2017-18 Q4,19.7\n"
    preview = place.preview("return.csv", text.encode())
    found = place.statuses_changed(preview)
    assert found is not None
    shown = {(str(one.period), one.old.value) for one in found}
    assert shown == {("2018-19 Q4", "green"), ("2019-20 Q1", "no_data")}
    place.publish(preview, who="Analyst")
    for one in found:
        assert next(row for row in place.scorecard(one.period).rows if row.indicator == "caseload").status is one.new


def test_what_replacing_withdraws_loses_its_status(place: Workspace) -> None:
    place.publish(place.preview("return.csv", RETURN.encode()), who="Analyst")
    rest = RETURN.replace("icpc_15,2019-20 Q1,,44,50,final,\n", "icpc_15,2018-19 Q4,,44,50,final,\n").encode()
    found = place.statuses_changed(place.preview("less.csv", rest, Options(replace=True)))
    assert found is not None
    assert ("icpc_15", "2019-20 Q1", "no_data") in {(one.indicator, str(one.period), one.new.value) for one in found}


def test_a_file_that_changes_nothing_or_is_refused_changes_no_status(place: Workspace) -> None:
    place.publish(place.preview("return.csv", RETURN.encode()), who="Analyst")
    for text in (RETURN, RETURN.replace("caseload", "caselod")):
        assert place.statuses_changed(place.preview("return.csv", text.encode())) == ()


def test_statuses_are_not_worked_out_for_a_file_that_changes_too_many_figures(
    place: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    preview = place.preview("return.csv", RETURN.encode())
    monkeypatch.setattr(place_module, "MOST_RESTATED", 2)
    assert place.statuses_changed(preview) is None


def test_a_preview_with_errors_cannot_be_published(place: Workspace) -> None:
    preview = place.preview("return.csv", RETURN.replace("caseload", "caselod").encode())
    with pytest.raises(ProblemError):
        place.publish(preview, who="Analyst")
    assert place.head() == SEEDED


def test_the_second_of_two_corrections_is_told_what_changed_beneath_it(place: Workspace) -> None:
    place.publish(place.preview("return.csv", RETURN.encode()), who="First")
    mine = place.preview("mine.csv", RETURN.replace("15.8", "15.9").encode())
    place.publish(place.preview("theirs.csv", RETURN.replace("15.8", "16.1").encode()), who="Second")
    with pytest.raises(ProblemError) as error:
        place.publish(mine, who="Third")
    assert codes(error) == ["changed-beneath"]
    assert "Second" in str(error.value)


def test_two_loads_of_different_figures_both_land(place: Workspace) -> None:
    first = place.preview("a.csv", b"indicator_id,period,value\ncin_number,2019-20 Q1,805\n")
    second = place.preview("b.csv", b"indicator_id,period,value\ncaseload,2019-20 Q1,15.8\n")
    assert place.publish(first, who="A").revision == NEXT
    assert place.publish(second, who="B").revision == SECOND


def test_warnings_that_were_accepted_stay_in_the_record(place: Workspace) -> None:
    corrected = place.preview("late.csv", b"indicator_id,period,value\ncin_number,2018-19 Q4,820\n")
    place.publish(corrected, who="Analyst", note="Late closures")
    assert place.history()[-1].note == "Late closures Accepted 1 warning: changed-figure."


def test_replace_is_an_option_of_the_preview(place: Workspace) -> None:
    place.publish(place.preview("return.csv", RETURN.encode()), who="Analyst")
    rest = "\n".join(RETURN.splitlines()[:2]).encode()
    assert place.preview("less.csv", rest).counts["withdrawn"] == 0
    less = place.preview("less.csv", RETURN.replace("icpc_15,2019-20 Q1,,44,50,final,\n", "").encode())
    assert less.counts["unchanged"] == 2
    replaced = place.preview("less.csv", rest, Options(replace=True))
    assert replaced.counts == {"new": 0, "changed": 0, "unchanged": 1, "withdrawn": 0}


def test_a_figure_remembers_every_revision_that_changed_it(place: Workspace) -> None:
    place.publish(place.preview("return.csv", RETURN.encode()), who="Analyst")
    place.publish(place.preview("return2.csv", RETURN.replace("15.8", "15.9").encode()), who="Analyst")
    changes = place.figure_history("caseload", "all", "2019-20 Q1")
    assert [(change.revision, change.value) for change in changes] == [(NEXT, 15.8), (SECOND, 15.9)]


def test_answers_as_at_a_revision_use_the_definitions_of_then(place: Workspace, pack: Path) -> None:
    path = pack / "indicators" / "workforce.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("title: Average caseload\n", "title: Mean caseload\n", 1))
    later = opened(pack)
    assert later.indicator("caseload").title == "Mean caseload"
    assert later.indicator("caseload", as_at=3).title == "Average caseload"


def test_a_rule_changed_today_says_which_published_statuses_it_repaints(place: Workspace, pack: Path) -> None:
    path = pack / "indicators" / "workforce.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("between: [16, 18]", "between: [17, 18]", 1))
    later = opened(pack)
    [warning] = [problem for problem in later.problems if problem.code == "repaints"]
    assert "Average caseload" in warning.message
    assert later.history()[-1].note.startswith("Definitions changed: caseload. ")
    assert place.scorecard(as_at=3).counts != later.scorecard().counts


def test_opening_with_the_same_definitions_records_nothing(place: Workspace, pack: Path) -> None:
    path = pack / "indicators" / "workforce.yaml"
    path.write_text(f"{path.read_text(encoding='utf-8')}\n# a remark\n", encoding="utf-8")
    assert opened(pack).head() == place.head()


def test_a_folder_without_a_pack_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(ProblemError) as error:
        opened(tmp_path / "nowhere")
    assert codes(error) == ["no-pack"]


def test_an_unknown_indicator_is_a_problem(place: Workspace) -> None:
    with pytest.raises(ProblemError) as error:
        place.indicator("nothing")
    assert codes(error) == ["unknown-indicator"]


def test_a_ledger_that_can_only_be_read_answers_and_says_why_it_takes_nothing(place: Workspace) -> None:
    closed = replace(place, ledger=replace(place.ledger, writable=False, why_not="The pack is read-only."))
    assert closed.scorecard().rows
    with pytest.raises(ProblemError) as error:
        closed.publish(closed.preview("return.csv", RETURN.encode()), who="Analyst")
    assert "read-only" in str(error.value)
