"""Behind and ahead of a figure on its screen: is it a real change, where will the year end, how do others do?"""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from kpi.settings import Settings
from kpi.workspace import Others, open_workspace
from tests.pages.conftest import Open, markup, words
from tests.support import published


def alt(app: AppTest) -> str:
    return str(app.get("plotly_chart")[0].proto.alt)


def shows(app: AppTest) -> list[str]:
    return [option for box in app.selectbox if box.label == "The chart shows" for option in box.options]


def test_a_real_change_is_told_by_sign_words_and_sentence(show: Open) -> None:
    app = show("indicator", indicator="supervision")
    assert not app.exception
    assert "Is it a real change? A real improvement Limits miss the target More than chance: 86.1%" in words(app)
    assert 'class="kpi-sign"' in markup(app)


def test_what_cannot_be_told_says_why(show: Open) -> None:
    said = words(show("indicator", indicator="cp_visits"))
    assert "Cannot tell There are 4 figures since Q1 2018-19, and 13 are needed." in said
    yearly = words(show("indicator", indicator="dfe_turnover"))
    assert "Cannot tell Control charts are for months and quarters, and this indicator is yearly." in yearly
    assert "Recent trend cannot be calculated" in yearly
    assert "No forecast of the year end:" in yearly


def test_the_recent_trend_is_told(show: Open) -> None:
    assert "Falling over the 5 figures from Q4 2017-18" in words(show("indicator", indicator="cin_number"))


def test_the_forecast_has_a_status_of_its_own_beside_the_status_now(show: Open) -> None:
    drawn = markup(show("indicator", indicator="supervision"))
    assert "<span>Close</span>" in drawn
    assert "<span>Forecast&#58; close</span>" in drawn
    assert "8 year ends in 10 come out between 78.3% and 93.9%" in words(show("indicator", indicator="supervision"))


def test_limits_are_drawn_when_the_address_asks_and_the_chart_says_so(show: Open) -> None:
    app = show("indicator", indicator="supervision", show="limits")
    assert "The chart shows limits, not status." in words(app)
    assert "The chart shows limits, not status. Marked:" in alt(app)
    assert "Beyond a limit" in words(app)
    assert "Take the limits off the chart" in words(app)


def test_the_table_tells_what_the_chart_marks(show: Open) -> None:
    asked, plain = (show("indicator", indicator="supervision", **more) for more in ({"show": "limits"}, {}))
    assert "Two of three near the upper limit" in words(asked)
    assert "Two of three near the upper limit" not in words(plain)


def test_trial_limits_are_named_so(show: Open) -> None:
    app = show("indicator", indicator="cp_visits", show="limits")
    assert "Trial limits from 4 figures, too few to judge by: 79.1% to 91.3%" in words(app)


def test_quarters_of_four_years_show_real_limits(show: Open) -> None:
    said = words(show("indicator", indicator="cin_number", show="limits"))
    assert "More than chance: 821 is below the lower limit of 904." in said
    assert "Limits of ordinary variation: 904.1 to 1,097.0" in said


def test_the_forecast_is_drawn_when_the_address_asks(show: Open) -> None:
    app = show("indicator", indicator="supervision", show="forecast")
    assert "The upright line is its interval: 78.3% to 93.9%." in alt(app)


def test_what_an_indicator_has_not_is_not_offered_and_falls_back_to_its_status(show: Open) -> None:
    app = show("indicator", indicator="practice_week_feedback", show="limits")
    assert shows(app) == []
    assert "show" not in app.query_params


def test_an_area_with_limits_stands_alone(show: Open) -> None:
    app = show("indicator", indicator="caseload_team", show="forecast", beside="all")
    assert not app.exception
    assert "Care-experienced team" not in alt(app)


def test_where_no_figures_of_others_are_loaded_it_says_how_to_load_them(show: Open) -> None:
    said = words(show("indicator", indicator="dfe_turnover", as_at="3"))
    assert "How do others do? No figures of others are loaded up to 2018." in said
    assert "python -m kpi load FILE" in said
    assert "How do others do?" not in words(show("indicator", indicator="supervision"))


def test_others_stand_in_a_sentence_a_table_and_the_chart(show: Open) -> None:
    app = show("indicator", indicator="dfe_turnover", show="others")
    said = words(app)
    assert "In 2018 Wolverhampton had 28.0%. Published for wider areas: England 15.1% and West Midlands 15.8%." in said
    assert "Statistical neighbours, median" in said
    assert "10 of 10 had a figure, model of May 2025" in said
    assert "As published: row" in said
    assert "Place among the council and its statistical neighbours 10th of 11" in said
    assert "The lines are Wolverhampton, England, West Midlands and the mean of statistical neighbours." in alt(app)


def test_hostile_names_of_others_stay_literal(show: Open, folder: Path) -> None:
    others = Others(open_workspace(Settings(data=folder, user="tests")))
    preview = others.preview("w.csv", published.WORKFORCE.replace(",Wolverhampton", ",<script>x</script>").encode())
    assert preview is not None
    others.publish(preview, who="tests")
    app = show("indicator", folder, indicator="dfe_turnover", period="2019-20 Q4", show="others")
    assert not app.exception
    assert "<script" not in markup(app)
