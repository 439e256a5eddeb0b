"""Every part of a recipe fills a paper in the words of the screens, and says nothing where there is nothing to say."""

from pathlib import Path
from typing import get_args

import pytest

from kpi.definitions.paper import Filling, Part
from kpi.period import parse
from kpi.reports.meeting import meeting_for
from kpi.reports.model import Block, Bullets, Paragraph, Picture, Table
from kpi.reports.parts import FILLS
from kpi.reports.sources import Sources
from kpi.settings import Settings
from kpi.workspace import open_workspace
from kpi.workspace.papers import Papers
from tests.support.pack import demonstration

QUARTER = "2018-19 Q4"
PARTS = [part for part in get_args(Part) if part != "text"]


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    return Papers(demonstration(tmp_path_factory.mktemp("parts")))


@pytest.fixture(scope="module")
def sources(papers: Papers) -> Sources:
    return papers.sources("committee", QUARTER)


def filled(sources: Sources, part: Part, *indicators: str, **more: object) -> list[Block]:
    return list(FILLS[part](sources, Filling.model_validate({"part": part, "indicators": indicators, **more})))


def comparison(**changed: str) -> dict[str, str]:
    spans = {"span": "2018-11 to 2019-03", "against": "2018-06 to 2018-10"}
    return {"period": QUARTER, "indicator": "leavers", **spans, **changed}


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_something_to_say_of_the_demonstration(sources: Sources, part: Part) -> None:
    more = {"comparisons": [comparison()]} if part == "comparisons" else {}
    assert filled(sources, part, "caseload", "icpc_15", "budget", **more)


@pytest.mark.parametrize("part", PARTS)
def test_no_part_fails_where_the_pack_has_only_indicators(tmp_path: Path, part: Part) -> None:
    theme = "id: council\nname: Council\nservice: Service\nplan: Plan\nopening_period: 2018-19 Q4\nabout: Small.\n"
    (tmp_path / "council.yaml").write_text(f"{theme}themes: []\n", encoding="utf-8")
    (tmp_path / "papers").mkdir()
    paper = "id: a\ntitle: A\nkind: update\naudience: scrutiny\nsections: [{id: b, title: B, parts: [{part: text}]}]\n"
    (tmp_path / "papers" / "a.yaml").write_text(paper, encoding="utf-8")
    place = open_workspace(Settings(data=tmp_path, user="tests"))
    filled(Papers(place).sources("a", QUARTER), part)
    place.ledger.close()


def test_an_indicator_without_figures_has_its_sentence_and_no_chart(sources: Sources) -> None:
    blocks = filled(sources, "indicator_pages", "cla_foster")
    assert not [block for block in blocks if isinstance(block, Picture | Table)]
    assert any("Children in foster care: no figure" in block.text for block in blocks if isinstance(block, Paragraph))


def test_a_chart_is_followed_by_every_figure_in_it(sources: Sources) -> None:
    blocks = filled(sources, "indicator_pages", "caseload", "caseload_team")
    for place, block in enumerate(blocks):
        if isinstance(block, Picture):
            table = blocks[place + 1]
            assert isinstance(table, Table)
            assert [row[0].text for row in reversed(table.rows)] == list(block.chart.periods)
            shown = {cell.text.removesuffix(" (illustrative)") for row in table.rows for cell in row}
            assert {point.text for line in block.chart.lines for point in line.points} <= shown


def test_columns_that_would_say_nothing_are_left_out(sources: Sources) -> None:
    def columns(indicator: str) -> list[str]:
        [table] = [one for one in filled(sources, "indicator_pages", indicator) if isinstance(one, Table)]
        return [column.heading for column in table.columns]

    assert columns("cla_number") == ["Period", "Figure", "Note"]
    assert columns("caseload") == ["Period", "Figure", "Target", "Status", "Note"]


def test_a_comparison_belongs_to_one_quarter_and_says_why_it_cannot_be_made(sources: Sources) -> None:
    assert filled(sources, "comparisons", comparisons=[comparison(period="2018-19 Q3")]) == []
    [told] = filled(sources, "comparisons", comparisons=[comparison(span="2031-01 to 2031-03")])
    assert isinstance(told, Paragraph)
    assert told.text.startswith("Social workers leaving in the month cannot be compared: ")


def test_only_what_is_known_ahead_is_told_of_the_next_year(sources: Sources) -> None:
    [told] = filled(sources, "statements_ahead", "budget", "caseload", "agency_spend")
    assert isinstance(told, Paragraph)
    assert "£51.8m against £49.6m" in told.text


def test_every_figure_off_target_is_said_with_who_answers_for_it(sources: Sources) -> None:
    count, listed = filled(sources, "off_target")
    assert count == Paragraph("Nine figures are off target.")
    assert isinstance(listed, Bullets)
    assert len(listed.items) == 9
    assert all("Answers for it: " in item for item in listed.items)


def test_a_status_is_a_word_beside_its_chip(sources: Sources) -> None:
    [table] = filled(sources, "figures", "icpc_15", "caseload", "cin_number")
    assert isinstance(table, Table)
    assert [(row[3].text, row[3].status) for row in table.rows] == [
        ("Off target", "red"),
        ("On target", "green"),
        ("No target", "unrated"),
    ]


def test_a_quarter_goes_to_the_meeting_of_the_work_programme_or_none_within_a_year(papers: Papers) -> None:
    pack, committee = papers.place.pack, papers.recipe("committee")
    found = meeting_for(pack, committee, parse("2018-19 Q4"))
    assert found is not None
    assert found.id == "scrutiny_2019_06"
    assert meeting_for(pack, committee, parse("1990-91 Q2")) is None
    assert meeting_for(pack, papers.recipe("update"), parse("2018-19 Q4")) is None
