"""The series contract, and figures laid out as a matrix of series by periods."""

import numpy as np
import pytest

from kpi import series
from kpi.period import Calendar, Frequency, parse
from kpi.series import Absence, matrix
from tests.support.figures import frame, quarter, together

QUARTERS = (Frequency.QUARTER, Calendar.FINANCIAL)


def test_an_empty_frame_has_every_column_of_the_contract() -> None:
    nothing = series.empty()
    assert tuple(nothing.columns) == series.COLUMNS
    assert len(nothing) == 0
    assert matrix(nothing, [("caseload", "all")], *QUARTERS).values.shape == (1, 0)


def test_what_a_figure_does_not_say_gets_its_default() -> None:
    [row] = series.conform({"indicator": ["caseload"], "period": ["2018-19 Q4"], "value": [16]}).to_dict("records")
    assert (row["area"], row["state"], row["symbol"], row["note"], row["revision"]) == ("all", "final", "", "", 0)
    assert np.isnan(row["numerator"])


def test_text_is_kept_as_categories_and_no_text_is_empty_text() -> None:
    conformed = series.conform({"indicator": ["a", "b"], "period": ["2018", "2019"], "note": [None, "low 20s"]})
    assert all(str(conformed[name].dtype) == "category" for name in series.TEXTS)
    assert conformed["note"].tolist() == ["", "low 20s"]


def test_periods_run_without_a_gap_from_the_first_figure_to_the_last() -> None:
    laid_out = matrix(frame([("2018-19 Q4", 16.0), ("2018-19 Q1", 17.1)]), [("caseload", "all")], *QUARTERS)
    assert [str(period) for period in laid_out.periods] == [f"2018-19 Q{n}" for n in (1, 2, 3, 4)]
    np.testing.assert_array_equal(laid_out.values, [[17.1, np.nan, np.nan, 16.0]])
    assert laid_out.absence.tolist() == [[Absence.NUMBER, Absence.MISSING, Absence.MISSING, Absence.NUMBER]]
    assert laid_out.rows.tolist() == [[1, -1, -1, 0]]


def test_a_period_that_is_asked_for_is_there_whether_or_not_a_figure_is() -> None:
    laid_out = matrix(frame([("2018-19 Q3", 16.0)]), [("caseload", "all")], *QUARTERS, within=[quarter("2018-19 Q4")])
    assert laid_out.column(quarter("2018-19 Q4")) == 1
    assert laid_out.column(quarter("2019-20 Q4")) == -1


def test_series_come_in_the_order_asked_and_others_are_left_out() -> None:
    figures = together(
        frame([("2018-19 Q4", 25.1)], area="assessment"),
        frame([("2018-19 Q4", 18.2)], area="children_in_care"),
        frame([("2018-19 Q4", 821.0)], of="cin_number"),
        frame([("2018-19 Q4", 1.0)], area="a_team_that_was_closed"),
    )
    keys = [("caseload", "children_in_care"), ("caseload", "assessment"), ("caseload", "all")]
    np.testing.assert_array_equal(matrix(figures, keys, *QUARTERS).values, [[18.2], [25.1], [np.nan]])


@pytest.mark.parametrize(
    ("cell", "absence"),
    [
        ({"symbol": "c"}, Absence.SUPPRESSED),
        ({"symbol": "x"}, Absence.SYMBOL),
        ({"symbol": "<5"}, Absence.SYMBOL),
        ({"note": "Currently in the low 20s"}, Absence.WORDS),
        ({}, Absence.MISSING),
    ],
)
def test_what_stands_in_place_of_a_number_is_told_apart(cell: dict[str, str], absence: Absence) -> None:
    figures = together(frame([("2018-19 Q4", None, cell)]), frame([("2018-19 Q4", 0.0)], of="zero"))
    laid_out = matrix(figures, [("caseload", "all"), ("zero", "all")], *QUARTERS)
    assert laid_out.absence[:, 0].tolist() == [absence, Absence.NUMBER]


def test_a_note_beside_a_number_does_not_make_it_words() -> None:
    laid_out = matrix(frame([("2018-19 Q4", 16.0, {"note": "Counted on 29 March"})]), [("caseload", "all")], *QUARTERS)
    assert laid_out.absence.tolist() == [[Absence.NUMBER]]


def test_dated_snapshots_have_only_the_dates_that_occur() -> None:
    figures = frame([("2019-02-11", 52.0), ("2018-02-12", 38.0)])
    laid_out = matrix(figures, [("caseload", "all")], Frequency.DATE, Calendar.FINANCIAL)
    assert [str(period) for period in laid_out.periods] == ["2018-02-12", "2019-02-11"]


@pytest.mark.parametrize("calendar", [Calendar.FINANCIAL, Calendar.ACADEMIC])
def test_a_year_belongs_to_the_calendar_of_its_indicator(calendar: Calendar) -> None:
    laid_out = matrix(frame([("2018-19", 27.0)]), [("caseload", "all")], Frequency.YEAR, calendar)
    assert laid_out.periods == (parse("2018-19", calendar),)


def test_periods_of_another_frequency_or_calendar_are_left_out() -> None:
    figures = frame([("2018-19", 1.0), ("2018-06", 2.0), ("2018 Q1", 3.0), ("2018-19 Q4", 4.0)])
    np.testing.assert_array_equal(matrix(figures, [("caseload", "all")], *QUARTERS).values, [[4.0]])


def test_a_matrix_cannot_be_written_to() -> None:
    laid_out = matrix(frame([("2018-19 Q4", 16.0)]), [("caseload", "all")], *QUARTERS)
    with pytest.raises(ValueError, match="read-only"):
        laid_out.values[0, 0] = 99.0
