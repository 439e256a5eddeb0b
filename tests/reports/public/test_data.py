"""The data files: every figure of the pages, in the open format of the Department for Education, none live."""

import csv
import io
from dataclasses import replace

import pytest

from kpi.period import Calendar, parse
from kpi.reports.public.data import FILTERS, META_COLUMNS, PLACE, figures, listed, metadata, time_of
from kpi.reports.public.edition import PublicEdition


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode())))


def test_the_open_format_begins_with_time_and_place(edition: PublicEdition) -> None:
    table = rows(figures(edition))
    assert tuple(table[0])[: len(PLACE) + len(FILTERS)] == (*PLACE, *FILTERS)
    assert {
        (row["country_code"], row["region_name"], row["old_la_code"], row["new_la_code"], row["la_name"])
        for row in table
    } == {("E92000001", "West Midlands", "336", "E08000031", "Wolverhampton")}
    keys = [(row["time_period"], row["time_identifier"], row["team"], row["figure_status"]) for row in table]
    assert len(keys) == len(set(keys))


def test_every_figure_of_the_pages_stands_in_both_files(edition: PublicEdition) -> None:
    table = {
        (*(row[name] for name in ("time_period", "time_identifier", "team", "figure_status")),): row
        for row in rows(figures(edition))
    }
    found = rows(listed(edition))
    assert len(found) == sum(len(one.figures) for one in edition.measures)
    for one in edition.measures:
        for figure in one.figures:
            key = (*time_of(figure.period), one.area or "Total", figure.state.capitalize())
            cell = table[key][one.id.partition("-")[0]]
            assert cell == figure.symbol if figure.value is None else float(cell) == pytest.approx(figure.value)


def test_published_figures_stand_at_their_time(edition: PublicEdition) -> None:
    table = {(row["time_period"], row["time_identifier"], row["figure_status"]): row for row in rows(figures(edition))}
    quarter, year = table["201819", "Financial year Q4", "Final"], table["201819", "Financial year", "Final"]
    assert [quarter[name] for name in ("cin_number", "cp_number", "cla_number", "audit_good")] == [
        "821",
        "330",
        "624",
        "52",
    ]
    assert [year[name] for name in ("dfe_cin_number", "dfe_cp_number", "budget")] == ["2159", "328", "49600000"]
    assert year["cin_number"] == "z"


def test_the_metadata_describe_every_column_after_time_and_place(edition: PublicEdition) -> None:
    described, table = rows(metadata(edition)), rows(figures(edition))
    assert tuple(described[0]) == META_COLUMNS
    assert [row["col_name"] for row in described] == list(table[0])[len(PLACE) :]
    assert {row["col_type"] for row in described} == {"Filter", "Indicator"}
    found = {row["col_name"]: row for row in described}
    assert (found["assess_45"]["indicator_unit"], found["assess_45"]["indicator_dp"]) == ("%", "1")
    assert found["cin_rate"]["label"].endswith("for every 10,000")
    assert all(row["indicator_grouping"] for row in described if row["col_type"] == "Indicator")


@pytest.mark.parametrize(
    ("period", "time"),
    [
        ("2018-19 Q4", ("201819", "Financial year Q4")),
        ("2018-19", ("201819", "Financial year")),
        ("2019-03", ("2019", "March")),
        ("2019-02", ("2019", "February")),
        ("2019-02-11", ("2019", "Week 7")),
    ],
)
def test_times_are_written_as_the_department_writes_them(period: str, time: tuple[str, str]) -> None:
    assert time_of(parse(period)) == time


def test_calendar_and_school_years_say_so() -> None:
    assert time_of(parse("2018", Calendar.CALENDAR)) == ("2018", "Calendar year")
    assert time_of(parse("2017-18", Calendar.ACADEMIC)) == ("201718", "Academic year")


@pytest.mark.parametrize("live", ['=HYPERLINK("x")', "+1", "-1+2", "@SUM(A1)", "\t=1"])
def test_no_cell_can_start_a_formula(edition: PublicEdition, live: str) -> None:
    theme = edition.themes[0]
    measure = replace(theme.measures[0], title=live, area=live)
    hostile = replace(edition, themes=(replace(theme, title=live, measures=(measure,)),))
    for content in (figures(hostile), listed(hostile), metadata(hostile)):
        cells = [cell for row in csv.reader(io.StringIO(content.decode())) for cell in row]
        assert f"'{live}" in cells
        assert live not in cells


def test_a_number_below_zero_stays_a_number(edition: PublicEdition) -> None:
    theme = edition.themes[0]
    figure = replace(theme.measures[0].figures[-1], value=-6.0, text="-6")
    measure = replace(theme.measures[0], figures=(figure,))
    below = replace(edition, themes=(replace(theme, measures=(measure,)),))
    assert rows(listed(below))[0]["figure"] == "-6"
