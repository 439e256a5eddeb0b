"""Whatever people type is plain text in every form that leaves the house: nothing in it runs, links or computes."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import pytest
from docx.oxml import parse_xml
from pypdf import PdfReader

from kpi.charts.static import vector
from kpi.definitions.expectation import Expectation
from kpi.definitions.panel import Claim, Question
from kpi.plan import Update
from kpi.problem import ProblemError
from kpi.reports.briefing import Choice, Chosen
from kpi.reports.deck import offline
from kpi.reports.literal import line
from kpi.reports.powerpoint import powerpoint
from kpi.reports.public.site import site
from kpi.reports.render import documents
from kpi.reports.texts import written_from
from kpi.settings import Settings
from kpi.workspace import Records, open_workspace
from kpi.workspace.briefings import Briefings
from kpi.workspace.papers import Papers
from kpi.workspace.public import Public
from kpi.workspace.publications import Publications
from tests.support.pack import copy_of_demonstration

Q4: Final = "2018-19 Q4"
TYPED: Final = '<script>alert(1)</script> =HYPERLINK("http://x") {{ 7*7 }} #eval("1") #link("http://x") $x$ <img src=x>'
TURNED: Final = f"{TYPED} \u202edesrever 😀 \x07\x1b"
LONG: Final = "w" * 5000
FORMULA: Final = '=HYPERLINK("http://x")'


def hostile(data: Path) -> Records:
    """Open a pack in which every text that a person can write means harm."""
    council = data / "council.yaml"
    text = council.read_text("utf-8").replace("name: City of Wolverhampton Council", f"name: '{TYPED}'")
    text = text.replace("title: Demand\n", f"title: '{TYPED}'\n").replace(
        "title: How many children we", f"title: '{TYPED}'#"
    )
    council.write_text(text, encoding="utf-8")
    demand = data / "indicators" / "demand.yaml"
    demand.write_text(re.sub(r"(?m)^(\s+plain_title: ).*$", rf"\1'{FORMULA}'", demand.read_text("utf-8")), "utf-8")
    place = Records(open_workspace(Settings(data=data, user=TYPED)))
    who, plan = TYPED[:90], place.plan(None, Q4)
    given = {"text": f"{TURNED} {LONG}", "clearance": TURNED, "cleared": "2019-06-07"}
    Papers(place.place).write("leadership", "summary", written_from(given), period=Q4, who=who, note=TURNED)
    asked = Question(ref="Q 99", asked="2019-06-01", where=TYPED, text=TURNED, owner=TURNED, due="2019-06-30")
    place.ask(asked, who=who)
    hoped = Expectation(indicator="caseload", period=Q4, expects="at_most", value=10)
    place.claim(Claim(ref="C 99", made="2019-03-01", where=TYPED, by=TURNED, text=TURNED, expectation=hoped), who=who)
    late = next(action for action in plan.actions if "overdue" in action.codes)
    said = Update(commentary=f"{TURNED} {LONG[:500]}")
    place.update(late.ref, said, year=plan.year, period=place.quarter(Q4), who=who, base=place.place.head())
    noted = f"indicator_id,period,value,state,note\ncaseload,{Q4},16.0,final,See {FORMULA}\n"
    place.place.publish(place.place.preview("notes.csv", noted.encode()), who=who, note=TURNED)
    slide = Choice(id="written:1", title=TURNED, points=(TURNED.strip(), "x" * 390), notes=f"{TURNED} {LONG[:3000]}")
    Briefings(place.place).choose(Chosen(slides=(slide,)), "leadership", Q4, who=who)
    return place


@pytest.fixture(scope="module")
def records(tmp_path_factory: pytest.TempPathFactory) -> Records:
    return hostile(copy_of_demonstration(tmp_path_factory.mktemp("hostile")))


@pytest.fixture(scope="module")
def papers(records: Records) -> dict[str, bytes]:
    return documents(Papers(records.place).report("leadership", Q4), Q4)


def parts(content: bytes, ending: str) -> Iterator[str]:
    """Give the parts of an Office document as text; XML that cannot be read fails."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        for name in container.namelist():
            if name.endswith(ending):
                parse_xml(container.read(name))
                yield container.read(name).decode("utf-8")


def shown(content: bytes) -> str:
    """Give the words of every part of an Office document."""
    return " ".join("".join(parse_xml(part.encode()).itertext()) for part in parts(content, ".xml"))


def test_a_pdf_shows_it_and_has_nothing_that_acts(papers: dict[str, bytes]) -> None:
    found = PdfReader(io.BytesIO(papers["leadership-2018-19-q4.pdf"]))
    words = re.sub(r"\s+", "", "".join(page.extract_text() for page in found.pages))
    for typed in ("<script>alert(1)</script>", '=HYPERLINK("http://x")', "{{7*7}}", '#eval("1")', "$x$"):
        assert words.count(typed) > 3
    root: Any = found.trailer["/Root"].get_object()
    assert not {"/OpenAction", "/AA", "/AcroForm"} & set(root)
    notes: list[Any] = [note.get_object() for page in found.pages for note in page.get("/Annots", ())]
    assert not [note for note in notes if "/AA" in note or "/URI" in note.get("/A", {})]


def test_word_shows_it_without_fields_or_ties_of_its_own(papers: dict[str, bytes]) -> None:
    content = papers["leadership-2018-19-q4.docx"]
    assert shown(content).count(line(TYPED)) > 3
    for part in parts(content, ".rels"):
        assert 'TargetMode="External"' not in part
    fields = {
        field.split()[0] for part in parts(content, ".xml") for field in re.findall(r"instrText[^>]*>([^<]+)<", part)
    }
    assert fields <= {"PAGE", "NUMPAGES", "TOC"}


def test_slides_show_it_and_their_workbooks_compute_nothing(records: Records) -> None:
    content = powerpoint(Briefings(records.place).deck("leadership", Q4))
    assert line(TYPED) in shown(content)
    assert not [part for part in parts(content, ".rels") if 'TargetMode="External"' in part]
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        books = [container.read(name) for name in container.namelist() if name.endswith(".xlsx")]
    assert books
    assert not [part for book in books for part in parts(book, ".xml") if "<f>" in part or "<hyperlink " in part]


def test_no_page_has_an_element_made_of_it(records: Records) -> None:
    pages = {
        path: made.decode()
        for path, made in site(Public(records.place).edition(Q4), vector).items()
        if path.endswith(".html")
    }
    pages["deck"] = offline(Briefings(records.place).deck("leadership", Q4)).decode()
    for path, page in pages.items():
        assert "<script>alert" not in page, path
        assert "<img src=x" not in page, path
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page, path


def test_no_cell_of_a_csv_file_is_a_formula(records: Records) -> None:
    files = {
        path: made for path, made in site(Public(records.place).edition(Q4), vector).items() if path.endswith(".csv")
    }
    for path, made in {**files, "figures.csv": records.place.export()}.items():
        cells = [cell for row in csv.reader(io.StringIO(made.decode("utf-8-sig"))) for cell in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "+", "@", "\t")], path


def test_files_are_named_without_it(papers: dict[str, bytes]) -> None:
    assert all(re.fullmatch(r"[a-z0-9.-]+", name) for name in papers)


def test_a_note_that_starts_like_a_formula_is_refused(records: Records) -> None:
    noted = f"indicator_id,period,value,state,note\ncaseload,{Q4},16.0,final,{FORMULA}\n"
    assert not records.place.preview("notes.csv", noted.encode()).can_publish


@pytest.mark.parametrize("recipients", ["\ud800", "two\nlines", "x" * 5000])
def test_recipients_that_are_not_one_line_are_refused(records: Records, recipients: str) -> None:
    with pytest.raises(ProblemError) as refused:
        Publications(records.place).publish("leadership", Q4, who="Clerk", recipients=recipients)
    assert [problem.code for problem in refused.value.problems] == ["recipients"]


@pytest.mark.parametrize("text", ["\ud800", b"\xff\xfe"])
def test_a_text_that_is_no_text_is_refused(text: str | bytes) -> None:
    with pytest.raises(ProblemError):
        written_from({"text": text})
