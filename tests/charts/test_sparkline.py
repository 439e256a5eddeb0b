"""The small lines: gaps, steps, hollow marks, words, and speed."""

import re
import time

from kpi.charts.sparkline import Recent, label, sparkline

FINAL = ("final",) * 4


def recent(*values: float | None, low: float | None = None, high: float | None = None, **more: object) -> Recent:
    count = len(values)
    given = {"states": ("final",) * count} | more
    return Recent(values, (low,) * count, (high,) * count, **given)


def line_of(svg: str) -> str:
    found = re.search(r'kpi-spark-line" d="([^"]*)"', svg)
    return found.group(1) if found else ""


def test_a_line_of_four_figures_is_one_stroke() -> None:
    assert line_of(sparkline(recent(20.0, 19.7, 16.4, 16.0), "Average caseload")).count("M") == 1


def test_a_missing_quarter_parts_the_line() -> None:
    assert line_of(sparkline(recent(20.0, 19.7, None, 16.4, 16.0), "Average caseload")).count("M") == 2


def test_a_changed_definition_parts_the_line() -> None:
    assert line_of(sparkline(recent(15.2, 20.0, 19.7, broken={1}), "Average caseload")).count("M") == 2


def test_a_figure_between_two_gaps_is_a_dot() -> None:
    assert sparkline(recent(None, 19.7, None, 16.0), "Average caseload").count("<circle") == 2


def test_an_illustrative_figure_is_hollow_and_a_published_one_is_not() -> None:
    drawn = sparkline(recent(19.7, 16.0, states=("illustrative", "final")), "Average caseload")
    assert drawn.count("kpi-hollow") == 1
    assert 'class="kpi-spark-last"' in drawn


def test_a_higher_figure_stands_higher() -> None:
    numbers = [
        float(pair.split()[1]) for pair in re.split("[ML]", line_of(sparkline(recent(35.0, 52.0), "Audits")))[1:]
    ]
    assert numbers[0] > numbers[1]


def test_a_range_has_two_edges_and_a_single_target_one() -> None:
    assert sparkline(recent(16.0, low=16, high=18), "Average caseload").count("kpi-spark-target") == 2
    assert sparkline(recent(16.0, high=18), "Average caseload").count("kpi-spark-target") == 1


def test_a_target_that_changes_steps_between_periods() -> None:
    drawn = sparkline(Recent((80.0, 82.0), (75.0, 80.0), (None, None), FINAL[:2]), "Reviews on time")
    target = re.search(r'kpi-spark-target" d="([^"]*)"', drawn)
    assert target
    assert target.group(1).count("H") == 2
    assert target.group(1).count("L") == 1


def test_equal_figures_run_level_inside_the_picture() -> None:
    heights = {pair.split()[1] for pair in re.split("[ML]", line_of(sparkline(recent(5.0, 5.0, 5.0), "x")))[1:]}
    assert heights == {"18.0"}


def test_no_figures_leave_an_empty_picture_with_its_words() -> None:
    drawn = sparkline(recent(None, None), "Children in need: no figures")
    assert "<path" not in drawn
    assert 'aria-label="Children in need&#58; no figures"' in drawn


def test_words_from_a_person_stay_literal() -> None:
    drawn = sparkline(recent(1.0), '"><script>alert(1)</script>:material/home:')
    assert "<script" not in drawn
    assert ":material" not in drawn


def test_the_words_give_span_first_last_and_target() -> None:
    said = label("Average caseload", ["Q1 2018-19", "Q4 2018-19"], ["19.2 cases", "16.0 cases"], "16 to 18")
    assert said == "Average caseload, Q1 2018-19 to Q4 2018-19: 19.2 cases to 16.0 cases; target 16 to 18"


def test_the_words_say_when_there_is_no_figure_or_no_target() -> None:
    assert label("Children in need", ["2018-19"], [""], "") == "Children in need: no figures"
    assert label("Children in need", ["2018-19"], ["821"], "").endswith("821; no target")


def test_sixty_lines_take_a_few_milliseconds() -> None:
    figures = recent(*(float(n % 7) for n in range(12)), high=5.0)
    sparkline(figures, "warm")
    start = time.perf_counter()
    for _ in range(60):
        sparkline(figures, "Average caseload")
    assert time.perf_counter() - start < 0.1
