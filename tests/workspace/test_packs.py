"""Quarter packs of the demonstration: the same bytes at a revision, and what was altered is found.

The packs that are altered here are made of a pack with one small paper; the whole demonstration is packed once.
"""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path
from shutil import copytree

import pytest

from kpi.charts.static import forget
from kpi.reports.quarter_pack import read_pack
from kpi.settings import Settings
from kpi.workspace import open_workspace
from kpi.workspace.packs import Packs
from kpi.workspace.word_template import PLACE
from tests.support.word import template_file

Q4 = "2018-19 Q4"


def opened(data: Path) -> Packs:
    """Open the packs of a folder."""
    return Packs(open_workspace(Settings(data=data, user="tests")))


@pytest.fixture(scope="module")
def small(loaded_pack: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration with the written update as its only paper, and a Word template of the council's own."""
    data = Path(copytree(loaded_pack, tmp_path_factory.mktemp("small") / "data"))
    for recipe in (data / "papers").glob("*.yaml"):
        if recipe.stem != "update":
            recipe.unlink()
    for text in (data / "texts").glob("*.yaml"):
        text.unlink()
    (data / PLACE).write_bytes(template_file("Agenda item 7", "{{ body }}"))
    return data


@pytest.fixture(scope="module")
def packed(small: Path) -> tuple[Packs, bytes]:
    """The quarter pack of it."""
    packs = opened(small)
    return packs, packs.pack(Q4)


def rezipped(content: bytes, changes: dict[str, bytes]) -> bytes:
    """Write a zip again with members changed or added."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        members = {one: old.read(one) for one in old.namelist()} | changes
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as new:
        for name, held in members.items():
            new.writestr(name, held)
    return body.getvalue()


def test_the_ledger_reproduces_the_whole_demonstration_byte_for_byte_later(pack: Path) -> None:
    packs = opened(pack)
    content = packs.pack(Q4)
    names = set(read_pack(content).files)
    assert {"figures.csv", "definitions.json", "revisions.json", "read-me.txt", "public/index.html"} <= names
    assert {"briefing/scrutiny.html", "briefing/scrutiny.pptx"} <= names
    assert {Path(name).suffix for name in names if name.startswith("papers/")} == {".pdf", ".docx"}
    preview = packs.place.preview("more.csv", b"indicator_id,period,value\nrereferral,2018-19 Q4,24.4\n")
    assert packs.place.publish(preview, who="tests").revision
    forget()
    found = packs.verify(content, "pack.zip")
    assert found.whole, found.problems
    assert found.same_program
    assert found.same_template
    assert b'"rereferral","all","2018-19 Q4","24.4"' not in read_pack(content).files["figures.csv"]


def test_a_pack_brings_the_template_it_was_made_in_and_stays_whole_when_the_council_takes_another(
    small: Path, packed: tuple[Packs, bytes]
) -> None:
    packs, content = packed
    ours = (small / PLACE).read_bytes()
    assert read_pack(content).files[PLACE] == ours
    try:
        (small / PLACE).unlink()
        found = packs.verify(content)
    finally:
        (small / PLACE).write_bytes(ours)
    assert (found.whole, found.same_template) == (True, False)


def test_an_altered_figure_is_named(packed: tuple[Packs, bytes]) -> None:
    packs, content = packed
    other = read_pack(content).files["figures.csv"].replace(b'"72"', b'"92"', 1)
    found = packs.verify(rezipped(content, {"figures.csv": other}))
    assert [(one.code, one.where.file) for one in found.problems] == [("pack-file-altered", "figures.csv")]


def test_a_pack_altered_with_its_manifest_does_not_come_out_of_the_ledger(packed: tuple[Packs, bytes]) -> None:
    packs, content = packed
    found = read_pack(content)
    manifest = json.loads(zipfile.ZipFile(io.BytesIO(content)).read("manifest.json"))
    text = found.files["read-me.txt"] + b"More.\n"
    manifest["files"]["read-me.txt"]["sha256"] = sha256(text).hexdigest()
    forged = rezipped(content, {"read-me.txt": text, "manifest.json": json.dumps(manifest).encode()})
    assert [one.code for one in packs.verify(forged).problems] == ["pack-not-reproduced"]


def test_a_pack_of_another_ledger_is_told_as_such(packed: tuple[Packs, bytes]) -> None:
    packs, content = packed
    manifest = json.loads(zipfile.ZipFile(io.BytesIO(content)).read("manifest.json"))
    for changed in ({"seal": "0" * 64}, {"revision": 999}):
        forged = rezipped(content, {"manifest.json": json.dumps(manifest | changed).encode()})
        assert [one.code for one in packs.verify(forged).problems] == ["pack-of-another-ledger"]
