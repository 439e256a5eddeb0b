"""One indicator on screen: its sentence, its chart with alternative text, the twin table, its meaning and its past."""

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, markup, words

LONG = "Children in need whose plan was reviewed in the six months before the date at which it was looked at " * 3
TEAMS = {
    "polarity": "lower",
    "id": "caseload_team",
    "title": "Average caseload",
    "areas": ["assessment", "children_in_care"],
    "targets": [{"periods": "from 2016-17 Q1", "at_most": 25, "set_by": "statutory", "reason": "The board's limit."}],
}


def chart(app: AppTest) -> object:
    return app.get("plotly_chart")[0].proto


def test_it_shows_the_message_the_chart_and_the_same_figures_as_a_table(show: Open) -> None:
    app = show("indicator", indicator="caseload")
    assert not app.exception
    assert "Average caseload fell from 19.7 cases in 2017-18 to 16.0 cases in 2018-19." in words(app)
    assert chart(app).alt.startswith("Line chart of Average caseload, Q1 2015-16 to Q4 2018-19. Average caseload fell")
    table = next(block.value for block in app.markdown if "kpi-periods" in block.value)
    assert table.count('scope="row"') == 16
    assert table.index("Q4 2018-19") < table.index("Q1 2015-16")


def test_the_mark_stands_beside_the_sentence(show: Open) -> None:
    lead = next(block.value for block in show("indicator", indicator="caseload").markdown if "kpi-lead" in block.value)
    assert "Illustrative figure." in lead


def test_it_says_what_is_counted_why_and_by_which_rule(show: Open) -> None:
    said = words(show("indicator", indicator="caseload"))
    for heading in (
        "What is counted",
        "Why it matters",
        "How it is judged",
        "Who answers for it",
        "Where it comes from",
    ):
        assert heading in said
    assert "Set locally" in said


def test_it_shows_how_the_figure_came_about(show: Open) -> None:
    said = words(show("indicator", indicator="caseload"))
    assert "What was published for Q4 2018-19 (January to March 2019)" in said
    assert "Revision 3" in said


def test_teams_can_be_shown_beside_each_other(show: Open) -> None:
    alone = chart(show("indicator", indicator="caseload_team"))
    together = chart(show("indicator", indicator="caseload_team", beside="all"))
    assert "Care-experienced team" not in alone.alt
    assert "Care-experienced team" in together.alt


def test_the_area_of_the_address_is_shown(show: Open) -> None:
    said = words(show("indicator", indicator="caseload_team", area="children_in_care"))
    assert "Average caseload by team (Children in care team)" in said
    assert "low 20s" in said


def test_an_area_that_the_indicator_lacks_falls_back_to_its_first(show: Open) -> None:
    assert "Average caseload by team (Assessment team)" in words(
        show("indicator", indicator="caseload_team", area="nowhere")
    )


def test_an_unknown_indicator_falls_back_to_the_first(show: Open) -> None:
    app = show("indicator", indicator="../../etc/passwd")
    assert not app.exception
    assert "indicator" not in app.query_params


def test_it_leads_to_the_indicators_before_and_after(show: Open) -> None:
    app = show("indicator", indicator="caseload")
    assert 'rel="prev"' in markup(app)
    assert 'rel="next"' in markup(app)
    assert 'rel="prev"' not in markup(show("indicator"))


def test_an_annual_figure_is_the_latest_year_that_had_ended(show: Open) -> None:
    said = words(show("indicator", indicator="dfe_caseload"))
    assert "is 19.7 cases (2018)" in said


def test_an_earlier_revision_shows_what_was_known_then(show: Open) -> None:
    said = words(show("indicator", indicator="caseload", as_at="1"))
    assert "Figures as at revision 1" in said
    assert "no figure" in said


def test_targets_say_who_set_them_and_why(show: Open, made: Callable[..., Path]) -> None:
    pack = made([TEAMS | {"areas": ["all"]}], "indicator_id,period,value\ncaseload_team,2018-19 Q4,27\n")
    said = words(show("indicator", pack))
    assert "at most 25%" in said
    assert "Set by law" in said
    assert "The board's limit." in said


def test_a_very_long_title_is_shown_whole(show: Open, made: Callable[..., Path]) -> None:
    title = LONG.strip()[:300]
    app = show("indicator", made([{"id": "long", "title": title}], "indicator_id,period,value\nlong,2018-19 Q4,52\n"))
    assert not app.exception
    assert title in words(app)


def test_an_indicator_without_figures_says_so_and_when_they_are_due(show: Open, made: Callable[..., Path]) -> None:
    app = show("indicator", made([{"id": "new", "title": "Never measured"}]))
    assert not app.exception
    assert "There are no figures yet. They are due 10 days after each period." in words(app)
    assert not app.get("plotly_chart")


def test_a_pack_without_indicators_says_so(show: Open, made: Callable[..., Path]) -> None:
    assert "There are no indicators yet." in words(show("indicator", made([])))


def test_markup_in_notes_and_definitions_stays_literal(show: Open, made: Callable[..., Path]) -> None:
    hostile = {
        "id": "audits",
        "title": "Audits",
        "definition": "<script>alert(1)</script> ![x](http://example.org/x.png)",
    }
    figures = 'indicator_id,period,value,note\naudits,2018-19 Q4,52,"<b onclick=x>:red[bold]</b>"\n'
    app = show("indicator", made([hostile], figures))
    assert "<script" not in markup(app)
    assert "<b onclick" not in markup(app)
    assert "&lt;b onclick=x&gt;&#58;red[bold]&lt;/b&gt;" in markup(app)


def test_a_figure_in_doubt_says_why_in_the_table(show: Open) -> None:
    app = show("indicator", indicator="cp_reviews")
    assert words(app).count("In doubt: published as 0, almost certainly a failed return.") == 1
