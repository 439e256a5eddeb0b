"""Quarter packs of the demonstration: the same bytes at a revision, and what was altered is found."""

import io
import json
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

from kpi.reports.quarter_pack import read_pack
from kpi.settings import Settings
from kpi.workspace import open_workspace
from kpi.workspace.packs import Packs

Q4 = "2018-19 Q4"


@pytest.fixture(scope="module")
def packed(loaded_pack: Path) -> tuple[Packs, bytes]:
    """The quarter pack of the demonstration."""
    packs = Packs(open_workspace(Settings(data=loaded_pack, user="tests")))
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


def test_the_pack_holds_everything_of_the_quarter(packed: tuple[Packs, bytes]) -> None:
    names = set(read_pack(packed[1]).files)
    assert {"figures.csv", "definitions.json", "revisions.json", "read-me.txt", "public/index.html"} <= names
    assert {"briefing/scrutiny.html", "briefing/scrutiny.pptx"} <= names
    assert {Path(name).suffix for name in names if name.startswith("papers/")} == {".pdf", ".docx"}


def test_the_ledger_reproduces_the_pack_byte_for_byte_later(packed: tuple[Packs, bytes], pack: Path) -> None:
    later = Packs(open_workspace(Settings(data=pack, user="tests")))
    figures = pack / "more.csv"
    figures.write_text("indicator_id,period,value\nrereferral,2018-19 Q4,24.4\n")
    preview = later.place.preview(figures.name, figures.read_bytes())
    assert later.place.publish(preview, who="tests").revision
    found = later.verify(packed[1], "pack.zip")
    assert found.whole, found.problems
    assert found.same_program
    now = later.pack(Q4)
    corrected = b'"rereferral","all","2018-19 Q4","24.4"'
    assert corrected in read_pack(now).files["figures.csv"]
    assert corrected not in read_pack(packed[1]).files["figures.csv"]


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
