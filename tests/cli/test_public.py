"""public: the edition for the public as a folder, a zip or a PDF, written whole or not at all."""

import io
from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader

from tests.cli.conftest import Run
from tests.support.pack import SEEDED


def held(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_and_a_zip_hold_the_same_site_until_somebody_adds_to_the_folder(run: Run, tmp_path: Path) -> None:
    site, zipped = tmp_path / "site", tmp_path / "site.zip"
    told = run("public", "--period", "2018-19 Q4", "--output", site)
    assert (told.code, told.err) == (0, "")
    assert "316 of 316 texts can be read at the age of 13." in told.out
    first = held(site)
    written = run("public", "--period", "2018-19 Q4", "--output", zipped, "--format", "json").json
    with ZipFile(zipped) as container:
        assert {name: container.read(name) for name in container.namelist()} == first
    assert (written["period"], written["revision"], written["since"]) == ("2018-19 Q4", SEEDED, None)
    assert {one["reading_age"] <= 13 for one in written["texts"]} == {True}
    assert run("public", "--period", "2018-19 Q3", "--output", site).code == 0
    assert b"October to December 2018" in held(site)["index.html"]
    (site / "CNAME").write_text("children.example", encoding="utf-8")
    assert run("public", "--output", site).code == 1
    assert (site / "CNAME").exists()


def test_a_pdf_says_the_same_in_the_same_bytes(run: Run, tmp_path: Path) -> None:
    paper = tmp_path / "public.pdf"
    assert run("public", "--output", paper).code == 0
    once = paper.read_bytes()
    assert run("public", "--output", paper).code == 0
    assert paper.read_bytes() == once
    read = PdfReader(io.BytesIO(once))
    words = " ".join(" ".join(page.extract_text() for page in read.pages).replace("\u2060", "").split())
    assert "How we are doing for children in Wolverhampton: January to March 2019" in words
    assert "It went down from 1,037 (end of March 2018) to 821." in words
    assert "Fewer children had to move again and again." in words
    assert read.trailer["/Root"]["/Lang"] == "en-GB"


def test_a_folder_of_others_is_refused_and_left_as_it_is(run: Run, tmp_path: Path) -> None:
    site = tmp_path / "letters"
    site.mkdir()
    (site / "letter.txt").write_text("Dear parent", encoding="utf-8")
    answer = run("public", "--output", site)
    assert answer.code == 1
    assert "it is not an earlier edition" in answer.err
    assert held(site) == {"letter.txt": b"Dear parent"}


def test_another_form_and_a_release_that_is_not_earlier_are_refused(run: Run, tmp_path: Path) -> None:
    form = run("public", "--output", tmp_path / "site.docx")
    assert (form.code, "'.docx' is not a form of the edition" in form.err) == (1, True)
    later = run("public", "--output", tmp_path / "site", "--as-at", SEEDED - 1, "--since", SEEDED)
    assert (later.code, f"Revision {SEEDED} does not lie before revision {SEEDED - 1}" in later.err) == (1, True)
    assert list(tmp_path.glob("site*")) == []
