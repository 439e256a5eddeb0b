"""What is hidden stands nowhere: not in a page, a chart, an alternative text, a data file, a zip or a PDF."""

import io
import re
from base64 import b64decode
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from kpi.reports.package import packed, unpacked
from kpi.reports.pdf import pdf
from kpi.reports.public.edition import Measure, PublicEdition
from kpi.reports.public.report import report
from kpi.reports.public.site import site
from kpi.settings import Settings
from kpi.workspace import open_workspace
from kpi.workspace.public import Public
from tests.reports.public.conftest import told
from tests.support.pack import copy_of_demonstration

PLANTED = """indicators:
  - id: planted
    title: Children in a small group
    plain_title: Children in a small group
    theme: missing
    definition: Children counted by team.
    why: It matters to them.
    unit: count
    polarity: lower
    frequency: quarter
    basis: snapshot
    source: Case records
    owner: Head of Service
    lag_days: 10
    areas: [all, assessment, children_in_care, care_experienced]
    disclosure: counts_of_children
    order: 900
    targets:
      - at_most: 8000
        periods: from 2018-19 Q1
        set_by: local
        reason: A test.
"""
FIGURES = """indicator_id,area,period,value,state,note
planted,all,2018-19 Q4,{whole},final,only {few} of them
planted,assessment,2018-19 Q4,{few},final,only {few} of them
planted,children_in_care,2018-19 Q4,7919,final,
planted,care_experienced,2018-19 Q4,104729,final,
"""
"""One team has very few: its neighbour has to be hidden with it."""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> dict[int, PublicEdition]:
    """The edition of a pack in which one team has 3 children, and of one in which it has 4."""
    return {few: _made(few, tmp_path_factory.mktemp(f"planted{few}")) for few in (3, 4)}


def _made(few: int, folder: Path) -> PublicEdition:
    data = copy_of_demonstration(folder)
    (data / "indicators" / "planted.yaml").write_text(PLANTED, encoding="utf-8")
    text = FIGURES.format(few=few, whole=few + 7919 + 104729)
    (data / "observations" / "09_planted.csv").write_text(text, encoding="utf-8")
    return Public(open_workspace(Settings(data=data, user="tests"))).edition("2018-19 Q4")


DRAWN = re.compile(r"base64,[A-Za-z0-9+/=]+|<style>.*?</style>", re.DOTALL)


def of(edition: PublicEdition, area: str) -> Measure:
    return next(one for one in edition.measures if one.id == f"planted{area}")


def test_a_small_count_and_its_neighbour_are_hidden_in_the_same_words(planted: dict[int, PublicEdition]) -> None:
    areas = ("-assessment", "-children_in_care", "-care_experienced", "")
    small, neighbour, largest, whole = (of(planted[3], area) for area in areas)
    assert [one.now.text for one in (small, neighbour)] == ["not shown", "not shown"]
    assert [one.now.text for one in (largest, whole)] == ["104,729", "112,651"]
    assert small.now.why == neighbour.now.why
    assert small.now.why.startswith("Not shown, so that no child can be recognised.")
    assert (small.verdict.word, small.goal and small.goal.status) == ("cannot say", "")


def test_only_what_is_printed_tells_two_editions_apart(planted: dict[int, PublicEdition]) -> None:
    assert [of(planted[few], "").now.value for few in (3, 4)] == [112651, 112652]
    pairs = zip(planted[3].measures, planted[4].measures, strict=True)
    assert [one.id for one, other in pairs if one != other] == ["planted"]
    printed = [replace(planted[few], themes=(), seal="", made=planted[3].made) for few in (3, 4)]
    assert printed[0] == printed[1]


def test_nothing_hidden_stands_in_any_byte_of_site_zip_or_paper(planted: dict[int, PublicEdition]) -> None:
    edition = replace(planted[4], seal="")
    files = site(edition, told)
    files |= {f"zip/{path}": content for path, content in unpacked(packed(files, edition.made)).items()}
    files["report"] = repr(report(edition)).encode()
    paper = PdfReader(io.BytesIO(pdf(report(edition))))
    files["paper"] = ("".join(page.extract_text() for page in paper.pages) + repr(paper.metadata)).encode()
    without_hashes = {path: content for path, content in files.items() if not path.endswith("edition.json")}
    for path, content in without_hashes.items():
        page = content.decode()
        drawn = [b64decode(found).decode() for found in re.findall(r"base64,([A-Za-z0-9+/=]+)", page)]
        for part in (DRAWN.sub("", page), *drawn):
            assert not re.search(r"7,?919|only [34] of them", part), path


def test_data_files_hide_what_the_pages_hide(planted: dict[int, PublicEdition]) -> None:
    files = {path: content.decode() for path, content in site(planted[4], told).items()}
    listed = [line.split(",") for line in files["figures-list.csv"].splitlines() if "small group" in line]
    assert [row[6] for row in listed] == ["112652", "c", "c", "104729"]
    wide = [line.split(",") for line in files["figures.csv"].splitlines()]
    column, team = wide[0].index("planted"), wide[0].index("team")
    shown = {row[team]: row[column] for row in wide[1:] if row[column] != "z"}
    assert shown == {
        "Total": "112652",
        "Assessment team": "c",
        "Children in care team": "c",
        "Care-experienced team": "104729",
    }


def test_every_hidden_figure_is_without_number_wherever_the_edition_holds_it(edition: PublicEdition) -> None:
    hidden = [figure for one in edition.measures for figure in one.figures if figure.is_hidden]
    assert len(hidden) == edition.hidden > 0
    assert {(figure.value, figure.text) for figure in hidden} == {(None, "not shown")}
