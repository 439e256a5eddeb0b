"""The scorecard as words and a table, from figures a director would recognise."""

import csv
import io

import pytest

from kpi.scorecard import Row
from kpi.ui import board
from kpi.ui.board import View, movement
from tests.support.figures import Figure, card, frame, indicator, row, target, together

AUDITS = indicator(id="audits", title="Files judged good", targets=[target(at_least=75)])


@pytest.fixture(autouse=True)
def no_choices(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(board.address, "here", lambda screen, **changes: board.address.link(screen, **changes))


def audits(*figures: Figure) -> Row:
    return row(AUDITS, *figures)


def test_a_movement_is_an_arrow_a_size_and_a_word() -> None:
    shown = audits(("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0))
    said = movement(shown.previous, shown)
    for part in ("↑", "rose by ", "6 points", "improving"):
        assert part in said
    assert 'aria-hidden="true"' in said


def test_a_fall_that_is_bad_is_worsening() -> None:
    shown = audits(("2018-19 Q3", 52.0), ("2018-19 Q4", 46.0))
    assert "fell by " in movement(shown.previous, shown)
    assert "worsening" in movement(shown.previous, shown)


def test_what_cannot_be_told_is_said_without_an_arrow() -> None:
    shown = audits(("2018-19 Q4", 46.0))
    assert "cannot tell" in movement(shown.previous, shown)
    assert "kpi-arrow" not in movement(shown.previous, shown)


def test_an_indicator_without_a_good_way_only_rises_or_falls() -> None:
    demand = indicator(id="cin", unit="count", polarity="none")
    shown = row(demand, ("2018-19 Q3", 884.0), ("2018-19 Q4", 821.0))
    assert "falling" in movement(shown.previous, shown)


def test_the_table_has_the_gap_in_its_own_unit_and_the_age_of_the_figure() -> None:
    made = board.table(card(frame([("2018-19 Q4", 46.0)], of="audits"), AUDITS), View())
    for part in ("46%", "at least 75%", "29 percentage points short of target", "31 March 2019", "Off target"):
        assert part in made


def test_words_stand_where_a_value_would_and_reach_to_the_end_of_their_quarter() -> None:
    made = board.table(
        card(frame([("2018-19 Q4", None, {"note": "low 20s", "state": "final"})], of="audits"), AUDITS), View()
    )
    assert "low 20s" in made
    assert "31 March 2019" in made


def test_a_figure_that_never_came_is_never() -> None:
    assert ">never<" in board.table(card(frame([], of="audits"), AUDITS), View())


def test_a_state_other_than_final_is_marked() -> None:
    made = board.table(card(frame([("2018-19 Q4", 80.0)], of="audits", state="provisional"), AUDITS), View())
    assert "Provisional" in made


def test_themes_head_the_rows_only_when_sorted_by_theme() -> None:
    shown = card(frame([("2018-19 Q4", 80.0)], of="audits"), AUDITS)
    assert 'scope="rowgroup"' in board.table(shown, View())
    assert 'scope="rowgroup"' not in board.table(shown, View(sort="status"))


def test_a_chosen_count_is_pressed_and_leads_back_to_all() -> None:
    shown = card(frame([("2018-19 Q4", 46.0)], of="audits"), AUDITS)
    made = board.counts(shown, View(status="red"))
    assert made.count('aria-current="true"') == 1
    assert 'href="./"' in made
    assert 'href="./?status=green"' in made


def test_more_than_twelve_off_target_are_all_there_the_rest_one_step_away() -> None:
    many = [indicator(id=f"a{n}", title=f"Audits {n}", targets=[target(at_least=75)]) for n in range(20)]
    figures = together(*(frame([("2018-19 Q4", 10.0)], of=f"a{n}") for n in range(20)))
    made = board.off_target(card(figures, *many), View())
    assert made.count("<li>") == 20
    assert "8 more off target" in made


def test_a_remark_that_names_very_many_figures_is_opened_on_demand() -> None:
    many = [indicator(id=f"a{n}", title=f"Audits {n}", targets=[target(at_least=75)]) for n in range(20)]
    rising = [("2018-19 Q3", 10.0), ("2018-19 Q4", 20.0)]
    made = board.lead(card(together(*(frame(rising, of=f"a{n}") for n in range(20))), *many))
    assert "<summary>Off target but improving&#58; 20 figures</summary>" in made
    assert "Audits 19" in made


def test_nothing_off_target_has_no_section() -> None:
    assert board.off_target(card(frame([("2018-19 Q4", 80.0)], of="audits"), AUDITS), View()) == ""


def test_what_is_taken_away_has_the_sentence_and_no_formula() -> None:
    named = indicator(id="audits", title="=cmd", targets=[target(at_least=75)])
    made = board.csv(card(frame([("2018-19 Q4", 46.0)], of="audits"), named), View())
    heads, cells = list(csv.reader(io.StringIO(made.decode("utf-8-sig"))))
    given = dict(zip(heads, cells, strict=True))
    assert given["title"] == "'=cmd"
    assert given["value"] == "46.0"
    assert given["sentence"].startswith("'=cmd is 46%")


def test_periods_before_and_after_are_one_step_away() -> None:
    known = ["2018-19 Q4", "2018-19 Q3", "2018-19 Q2"]
    labels = {name: name for name in known}
    assert "Later" not in board.turn(known, labels, known[0])
    assert "Earlier" not in board.turn(known, labels, known[2])
    middle = board.turn(known, labels, known[1])
    assert "Earlier&#58; 2018-19 Q2" in middle
    assert "Later&#58; 2018-19 Q4" in middle
