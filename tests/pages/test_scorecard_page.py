"""The scorecard on screen: what it says first, its table, its filters in the address, and packs of every size."""

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, markup, words
from tests.support.pack import SEEDED

AUDITS = {
    "id": "audits",
    "title": "Files judged good",
    "theme": "quality",
    "targets": [{"periods": "from 2016-17 Q1", "at_least": 75, "set_by": "local", "reason": "Agreed."}],
}
FIGURES = "indicator_id,period,value\naudits,2018-19 Q3,40\naudits,2018-19 Q4,52\n"


def table(app: AppTest) -> str:
    """Give the HTML of the table."""
    return next(block.value for block in app.markdown if "kpi-scorecard" in block.value)


def rows(app: AppTest) -> int:
    return table(app).count('scope="row"')


def test_it_opens_on_the_last_quarter_of_the_plan_and_says_first_where_it_stands(show: Open) -> None:
    app = show()
    said = words(app)
    assert not app.exception
    assert "Scorecard, Q4 2018-19 (January to March 2019)" in said
    assert said.index("are on target") < said.index("Off target (") < said.index("All figures")


def test_every_figure_off_target_is_said_in_a_sentence_before_the_table(show: Open) -> None:
    app = show()
    red = table(app).count("kpi-chip kpi-red")
    before = markup(app).split("kpi-scorecard")[0]
    section = before[before.index('class="kpi-reds"') :].partition("</section>")[0]
    assert red > 0
    assert section.count("<li>") == red
    assert f"Off target ({red})" in words(app)


def test_counts_by_status_add_up_to_the_rows_of_the_table(show: Open) -> None:
    app = show()
    counts = next(block.value for block in app.markdown if "kpi-counts" in block.value)
    numbers = [int(part.split("<")[0]) for part in counts.split("<strong>")[1:]]
    assert sum(numbers) == rows(app)


def test_a_row_says_status_and_directions_in_words(show: Open) -> None:
    app = show()
    line = next(line for line in table(app).split("<tr") if ">Average caseload<" in line)
    for said in ("16.0 cases", "16 to 18", "on target", "fell by ", "improving", "31 March 2019", "Illustrative"):
        assert said in line


def test_the_sentence_of_the_caseload_is_the_one_a_director_would_say(show: Open) -> None:
    said = words(show("indicator", indicator="caseload"))
    assert (
        "Average caseload is 16.0 cases, on its target of 16 to 18; it fell by 0.4 since Q3 and by 3.7 since "
        "Q4 2017-18, an improvement."
    ) in said


def test_the_theme_of_the_address_filters_words_and_table(show: Open) -> None:
    app = show(theme="workforce")
    assert app.selectbox(key="choose_theme").value == "workforce"
    assert 0 < rows(app) < rows(show())


def test_a_choice_goes_into_the_address(show: Open) -> None:
    app = show()
    app.selectbox(key="choose_status").select("red").run()
    assert app.query_params["status"] == "red"
    assert table(app).count("kpi-chip kpi-red") == rows(app)


def test_choosing_everything_again_takes_the_choice_out_of_the_address(show: Open) -> None:
    app = show(status="red")
    app.selectbox(key="choose_status").select("").run()
    assert "status" not in app.query_params


def test_what_the_address_names_and_nobody_knows_falls_back(show: Open) -> None:
    app = show(theme="finance_2030", period="2099-00 Q1", sort="colour", as_at="999")
    assert not app.exception
    assert rows(app) == rows(show())
    assert "theme" not in app.query_params


def test_the_address_leads_the_box_when_it_changes(show: Open) -> None:
    app = show(theme="workforce")
    app.query_params["theme"] = "finance"
    app.run()
    assert app.selectbox(key="choose_theme").value == "finance"


def test_sorted_by_status_the_first_row_is_off_target(show: Open) -> None:
    first = table(show(sort="status")).split('scope="row"')[1]
    assert "kpi-chip kpi-red" in first


def test_an_earlier_quarter_shows_its_own_figures(show: Open) -> None:
    said = words(show(period="2018-19 Q3"))
    assert "Scorecard, Q3 2018-19 (October to December 2018)" in said
    assert "16.4 cases" in said


def test_an_earlier_revision_says_that_it_is_not_the_newest(show: Open) -> None:
    said = words(show(as_at="1"))
    assert "Figures as they were known at revision 1." in said
    assert "Show the newest figures" in said
    assert "Figures as at revision 1" in said


def test_the_footer_names_the_revision_and_its_day(show: Open) -> None:
    assert f"Figures as at revision {SEEDED} , " in words(show())


def test_links_lead_to_the_indicator_in_the_same_period(show: Open) -> None:
    assert 'href="./indicator?indicator=caseload&amp;period=2018-19+Q4"' in table(show())


def test_a_pack_without_indicators_says_so(show: Open, made: Callable[..., Path]) -> None:
    app = show(folder=made([]))
    assert not app.exception
    assert "There are no indicators yet." in words(app)


def test_a_quarter_without_figures_says_so_and_still_lists_the_indicator(show: Open, made: Callable[..., Path]) -> None:
    app = show(folder=made([AUDITS]))
    assert "The one indicator has no figure." in words(app)
    assert rows(app) == 1
    assert "No figure" in words(app)


def test_one_indicator_off_target_is_told(show: Open, made: Callable[..., Path]) -> None:
    app = show(folder=made([AUDITS], FIGURES))
    assert "Off target (1)" in words(app)
    assert "52%, 23 percentage points short of" in words(app)


def test_five_hundred_indicators_fit_one_table(show: Open, made: Callable[..., Path]) -> None:
    many = [AUDITS | {"id": f"audits_{n}", "title": f"Files judged good in area {n}", "order": n} for n in range(500)]
    figures = "".join(f"audits_{n},2018-19 Q4,{n % 100}\n" for n in range(500))
    app = show(folder=made(many, "indicator_id,period,value\n" + figures))
    assert rows(app) == 500
    assert "more off target" in words(app)


def test_markup_in_a_title_stays_literal(show: Open, made: Callable[..., Path]) -> None:
    hostile = AUDITS | {"title": "<img src=x onerror=alert(1)> :material/home: $x$ [a](http://example.org)"}
    app = show(folder=made([hostile], FIGURES))
    assert "<img" not in markup(app)
    assert ":material" not in markup(app)
    assert "&lt;img src=x onerror=alert(1)&gt; &#58;material/home&#58; &#36;x&#36;" in table(app)


def test_a_pack_with_a_fault_is_told_with_file_and_line(show: Open, made: Callable[..., Path]) -> None:
    said = words(show(folder=made([AUDITS | {"polarity": "upward"}])))
    assert "This screen cannot be shown" in said
    assert "indicators/all.yaml:" in said


def test_the_table_can_be_taken_away(show: Open) -> None:
    labels = [button.label for button in show().get("download_button")]
    assert labels == ["Download these figures (CSV)"]
