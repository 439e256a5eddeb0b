"""Definitions: every indicator in words, found by what people call it, linked to its figures."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.definitions.pack import Pack
from kpi.ui import glossary
from tests.support import figures
from tests.support.screens import opened, screen, source, text, words


@pytest.fixture(autouse=True)
def _at_home(loaded_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_DATA", str(loaded_pack))


@pytest.fixture
def pack(loaded_pack: Path) -> Pack:
    return opened(loaded_pack).pack


def entries(app: AppTest) -> list[str]:
    """List the ids of the definitions on the screen."""
    return re.findall(r'<details class="kpi-entry" id="([a-z0-9_]+)"', source(app))


def test_every_indicator_is_there_under_its_theme(pack: Pack) -> None:
    app = screen("definitions")
    assert entries(app) == list(pack.by_id)
    assert f"{len(pack.by_id)} definitions." in words(app)
    headings = re.findall(r"<h2>(.*?)</h2>", source(app))
    assert headings == [title for title in pack.theme_titles.values() if title in headings]


def test_all_of_them_are_one_block_without_a_widget_each() -> None:
    app = screen("definitions")
    assert sum("kpi-entry" in element.value for element in app.markdown) == 1
    assert not app.expander


def test_the_search_of_the_address_is_in_the_field_and_in_the_list() -> None:
    app = screen("definitions", q="caseload team")
    assert app.text_input[0].value == "caseload team"
    assert "caseload_team" in entries(app)
    assert "“caseload team”" in words(app)


def test_a_search_ignores_case_and_its_count_is_announced() -> None:
    app = screen("definitions")
    app.text_input[0].set_value("SICKNESS").run()
    assert entries(app) == ["sickness"]
    assert "1 of 78 definitions matches “SICKNESS”." in words(app)
    assert re.search(r'<p role="status"[^>]*>1 of 78', source(app))


def test_few_matches_are_open_and_many_are_closed() -> None:
    assert source(screen("definitions", q="sickness")).count("<details") == 2
    assert re.search(r'<details class="kpi-entry" id="[a-z_]+" open>', source(screen("definitions", q="sickness")))
    assert " open>" not in source(screen("definitions"))


def test_a_search_without_a_match_says_so_and_leads_back() -> None:
    app = screen("definitions", q="zebra crossing")
    assert "No definition has all of these words." in words(app)
    assert "./definitions" in source(app)
    assert "0 of 78 definitions match" in words(app)


def test_what_is_searched_for_stays_literal() -> None:
    assert "<b>" not in source(screen("definitions", q="<b>:tada:"))


def test_a_theme_narrows_the_list(pack: Pack) -> None:
    shown = entries(screen("definitions", theme="workforce"))
    assert shown == [name for name, one in pack.by_id.items() if one.theme == "workforce"]


def test_one_definition_has_an_address_of_its_own() -> None:
    app = screen("definitions", indicator="caseload")
    assert entries(app) == ["caseload"]
    assert "All 78 definitions" in words(app)
    assert not app.text_input


def test_an_indicator_that_is_not_there_shows_all_of_them() -> None:
    assert len(entries(screen("definitions", indicator="no_such_thing"))) == 78


def test_a_definition_says_what_it_is_how_it_is_judged_and_who_answers(pack: Pack) -> None:
    shown, one = words(screen("definitions", indicator="caseload")), pack.by_id["caseload"]
    for said in (one.title, one.plain_title, one.why, one.source, one.owner, one.numerator, one.denominator):
        assert said
        assert said in shown
    assert "Lower is better." in shown
    assert "16 to 18" in shown
    assert "Set locally" in shown
    assert "Cases per worker, with 1 decimal" in shown
    assert "20 days after" in shown


def test_it_leads_to_the_figures() -> None:
    assert "./indicator?indicator=caseload" in source(screen("definitions", indicator="caseload"))


def test_breaks_and_small_numbers_are_told() -> None:
    assert "New definitions" in words(screen("definitions", indicator="dfe_caseload"))
    assert "Counts children: from 1 to 5 are not published" in words(screen("definitions", indicator="cin_number"))


def test_a_long_list_gives_the_gist_of_each_and_leads_to_the_whole(pack: Pack) -> None:
    app = screen("definitions")
    assert pack.by_id["caseload"].definition in words(app)
    assert "./definitions?indicator=caseload" in source(app)
    assert "Where it comes from" not in words(app)


def test_a_figure_in_doubt_is_named_with_its_reason() -> None:
    shown = words(screen("definitions", indicator="cp_reviews"))
    assert "In doubt Q4 2017-18 : published as 0, almost certainly a failed return." in shown


def test_a_doubt_about_a_team_names_the_team() -> None:
    doubts = [{"period": "2017-18 Q4", "areas": ["assessment"], "reason": "counted twice"}]
    known = figures.pack(figures.indicator(areas=["all", "assessment"], doubts=doubts))
    shown = text(glossary.entries(glossary.search(known, ""), known))
    assert "In doubt Q4 2017-18 , Assessment team: counted twice." in shown
    assert b"Assessment team: counted twice." in glossary.csv(glossary.search(known, ""), known)


def test_a_break_is_told_as_readers_say_periods() -> None:
    shown = words(screen("definitions", indicator="cp_visits"))
    assert "New definitions From Q1 2018-19 : The standard became 10 working days" in shown


def test_definitions_of_an_earlier_revision_keep_it_in_their_links() -> None:
    app = screen("definitions", indicator="caseload", as_at=2)
    assert "./indicator?indicator=caseload&amp;as_at=2" in source(app)


def test_every_word_of_a_search_must_be_found() -> None:
    known = figures.pack(
        figures.indicator(id="caseload", title="Average caseload"),
        figures.indicator(id="agency", title="Agency workers", owner="HR Business Partner"),
    )
    assert [one.id for one in glossary.search(known, "average CASELOAD")] == ["caseload"]
    assert [one.id for one in glossary.search(known, "hr agency")] == ["agency"]
    assert glossary.search(known, "average agency") == ()


def test_an_empty_pack_says_what_to_do() -> None:
    assert "There are no indicators yet." in glossary.nothing(any_at_all=False)


def test_the_spreadsheet_of_definitions_starts_no_cell_with_a_formula() -> None:
    known = figures.pack(figures.indicator(definition="=cmd|' /C calc'!A0"))
    assert b",'=cmd" in glossary.csv(glossary.search(known, ""), known)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"unit": "percent", "decimals": 1}, "Per cent, with 1 decimal"),
        ({"unit": "rate", "per": 10_000, "decimals": 2}, "Rate per 10,000, with 2 decimals"),
        ({"unit": "pounds"}, "Pounds, in whole numbers"),
        ({"unit": "pounds", "in_millions": True, "decimals": 1}, "Pounds, in millions with 1 decimal"),
        ({"unit": "pounds", "in_millions": True}, "Pounds, in whole millions"),
    ],
)
def test_units_are_said_with_how_exactly_they_are_shown(given: dict[str, object], said: str) -> None:
    assert glossary.unit(figures.indicator(**given)) == said


def test_the_whole_list_tells_what_the_council_chose_and_how_files_are_read() -> None:
    told = words(screen("definitions"))
    assert "Profile: house." in told
    assert "Counts of children from 1 to 5 are not published." in told
    assert "The nation, its region and 10 statistical neighbours of May 2025." in told
    assert "DfE, Local Authority Interactive Tool" in told
    assert "Quarterly return of the HR system: The HR system prints a title" in told


def test_a_search_shows_definitions_alone() -> None:
    assert "Profile: house." not in words(screen("definitions", q="sickness"))


def test_a_definition_tells_by_which_measures_and_recipes_it_is_known() -> None:
    told = words(screen("definitions", indicator="caseload"))
    assert "Read by recipe Quarterly return of the HR system" in told
    others = words(screen("definitions", indicator="dfe_caseload"))
    assert "caseload_fte, in DfE, Children's social work workforce" in others


def test_other_names_baseline_and_new_limits_stand_in_the_whole_definition() -> None:
    one = figures.indicator(
        known_as=["cases a worker"],
        baseline=12,
        rebases=[{"period": "2018-19 Q1", "reason": "Agile working began."}],
    )
    told = glossary.entries((one,), figures.pack(one))
    assert "cases a worker" in told
    assert "Drawn from the first 12 figures." in told
    assert re.search(r"Start afresh from .*Q1 2018-19.*Agile working began\.", told)
    assert glossary.search(figures.pack(one), "cases a worker") == (one,)
