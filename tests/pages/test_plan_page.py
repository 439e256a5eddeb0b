"""The plan on screen: the sentence first, counts that filter, 100 actions a page, and plans of every size."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, markup, words
from tests.plan.plans import LEGENDS, action

AUDITS = {"id": "audits", "title": "Files judged good", "theme": "quality"}


def table(app: AppTest) -> str:
    """Give the HTML of the actions."""
    return next(block.value for block in app.markdown if "kpi-plan" in block.value)


def rows(app: AppTest) -> int:
    return table(app).count('scope="row"')


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A council whose plan has 5,000 actions."""
    folder = tmp_path_factory.mktemp("large")
    (folder / "plan" / "2018-19").mkdir(parents=True)
    council = {
        "id": "large",
        "name": "A large council",
        "service": "Children's Services",
        "plan": "Improvement plan",
        "opening_period": "2018-19 Q4",
        "about": "For tests.",
        "themes": [{"id": "quality", "title": "Quality of practice"}],
        "legend": "common",
    }
    (folder / "council.yaml").write_text(json.dumps(council), encoding="utf-8")
    (folder / "legends.yaml").write_text(json.dumps({"legends": LEGENDS}), encoding="utf-8")
    for area in range(10):
        priority = {"ref": f"A{area}", "title": "All", "actions": [action(f"A{area}.{n}") for n in range(500)]}
        plan = {"plan_year": "2018-19", "id": f"a{area}", "title": f"Area {area}", "head": "Head", "order": area}
        content = json.dumps(plan | {"priorities": [priority]}, indent=1)
        (folder / "plan" / "2018-19" / f"a{area}.yaml").write_text(content, encoding="utf-8")
    return folder


def test_it_says_first_how_many_actions_stand_where_and_which_one_moves(show: Open) -> None:
    app = show("plan")
    said = words(app)
    assert not app.exception
    assert "Children's Services improvement plan 2018-19, Q4 2018-19 (January to March 2019)" in said
    assert "one moves to 2019-20: PMQA 2.1." in said
    assert said.index("Of 42 actions") < said.index("What the record concludes") < said.index("The actions")


def test_counts_by_status_and_by_stage_add_up_to_the_rows(show: Open) -> None:
    app = show("plan")
    [lists] = [block.value for block in app.markdown if "kpi-counts" in block.value]
    by_status, by_stage = lists.split("kpi-stages")
    for part in (by_status, by_stage):
        assert sum(int(piece.split("<")[0]) for piece in part.split("<strong>")[1:]) == rows(app) == 42


def test_the_published_actions_carry_no_mark_and_the_others_do(show: Open) -> None:
    lines = table(show("plan")).split("<tr")
    for ref in ("PMQA 2.1", "SSS 2.1", "YOT 2.2", "PMQA 1.1"):
        line = next(line for line in lines if f">{ref}<" in line)
        assert ("Illustrative" in line) is (ref == "PMQA 1.1")


@pytest.mark.parametrize(
    "choice", [{"stage": "moved"}, {"conclusion": "impact-not-shown"}, {"area": "yot"}, {"q": "social care system"}]
)
def test_a_choice_of_the_address_filters_and_can_be_taken_back(show: Open, choice: dict[str, str]) -> None:
    app = show("plan", **choice)
    assert not app.exception
    assert 0 < rows(app) < 42
    assert "Take back" in markup(app)


def test_complete_actions_whose_figures_do_not_show_it_say_so_in_full(show: Open) -> None:
    assert "Impact not shown: it is complete" in words(show("plan", conclusion="impact-not-shown"))


def test_figures_off_target_without_an_action_lead_to_their_screens(show: Open) -> None:
    app = show("plan")
    section = markup(app).split("Off target with no action")[1][:3000]
    assert "./indicator?indicator=" in section


def test_nonsense_in_the_address_falls_back(show: Open) -> None:
    app = show("plan", year="x", period="Q9", area="x", stage="x", status="x", conclusion="x", page="x", as_at="x")
    assert not app.exception
    assert rows(app) == 42


def test_the_timeline_has_every_action(show: Open) -> None:
    app = show("plan", show="timeline")
    assert not app.exception
    drawn = next(block.value for block in app.markdown if "kpi-time" in block.value)
    assert drawn.count('class="kpi-named"') == 42


def test_the_next_year_shows_its_ten_key_priorities_before_it_has_actions(show: Open) -> None:
    app = show("plan", year="2019-20")
    said = words(app)
    assert not app.exception
    assert "has no actions yet" in said
    listed = next(block.value for block in app.markdown if "kpi-priorities" in block.value)
    assert listed.count("<strong>") == 10
    assert said.index("Workforce retention") < said.index("Restorative practice")


def test_an_earlier_quarter_shows_what_was_declared_by_then(show: Open) -> None:
    app = show("plan", period="2018-19 Q1")
    assert not app.exception
    assert "Q1 2018-19 (April to June 2018)" in words(app)
    assert "moves to 2019-20" not in words(app)


def test_5000_actions_draw_100_rows_on_the_first_and_on_the_last_page(show: Open, large: Path) -> None:
    for page in ("1", "50", "99999"):
        app = show("plan", large, page=page)
        assert not app.exception
        assert rows(app) == 100
    assert "Page 50 of 50" in words(app)
    assert ">A9.499<" in table(app)


def test_a_filter_over_5000_actions_begins_on_the_first_page_again(show: Open, large: Path) -> None:
    app = show("plan", large, page="50")
    app.selectbox(key="choose_area").select("a3").run()
    assert not app.exception
    assert "page" not in app.query_params
    assert ">A3.0<" in table(app)


def test_a_pack_without_a_plan_says_so(show: Open, made: Callable[..., Path]) -> None:
    pack = made([AUDITS], "indicator_id,period,value\naudits,2018-19 Q4,52\n")
    for screen in ("plan", "action"):
        app = show(screen, pack)
        assert not app.exception
        assert "There is no plan yet." in words(app)
