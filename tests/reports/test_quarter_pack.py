"""The quarter pack: whole, the same every time, and honest about what was altered."""

import io
import json
import zipfile

import pytest

from kpi.problem import ProblemError
from kpi.reports.quarter_pack import MANIFEST, MOST_FILES, About, altered, differing, pack, read_pack

ABOUT = About(
    "City of Wolverhampton Council", "2018-19 Q4", 12, "ab" * 32, "2019-06-11T09:00:00+00:00", {"kpi": "0.1.0"}
)
FILES = {"papers/committee.pdf": b"%PDF-1.7 figures", "figures.csv": b"indicator_id,period,value\n"}


def rezipped(content: bytes, change: dict[str, bytes | None]) -> bytes:
    """Write a pack again with members changed, added, or (None) left out."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        members: dict[str, bytes | None] = {one: old.read(one) for one in old.namelist()}
    body = io.BytesIO()
    with zipfile.ZipFile(body, "w") as new:
        for name, held in (members | change).items():
            if held is not None:
                new.writestr(name, held)
    return body.getvalue()


def test_the_same_documents_give_the_same_bytes() -> None:
    assert pack(FILES, ABOUT) == pack(dict(reversed(FILES.items())), ABOUT)


def test_what_was_packed_comes_back_unaltered() -> None:
    found = read_pack(pack(FILES, ABOUT))
    assert (found.about, found.files) == (ABOUT, FILES)
    assert altered(found) == ()
    assert differing(found, FILES) == ()


@pytest.mark.parametrize(
    ("change", "code", "named"),
    [
        ({"figures.csv": b"indicator_id,period,value\ncin,2018-19,9\n"}, "pack-file-altered", "figures.csv"),
        ({"figures.csv": None}, "pack-file-missing", "figures.csv"),
        ({"papers/extra.pdf": b"%PDF"}, "pack-file-added", "papers/extra.pdf"),
    ],
)
def test_what_was_altered_is_named(change: dict[str, bytes | None], code: str, named: str) -> None:
    [problem] = altered(read_pack(rezipped(pack(FILES, ABOUT), change)))
    assert problem.code == code
    assert named in problem.message


def test_a_document_that_the_ledger_does_not_reproduce_is_named() -> None:
    found = read_pack(pack(FILES, ABOUT))
    assert differing(found, FILES | {"figures.csv": b"other"}) == ("figures.csv",)
    assert differing(found, {"figures.csv": FILES["figures.csv"]}) == ("papers/committee.pdf",)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 cut off",
        b"%PDF-1.7",
        rezipped(pack(FILES, ABOUT), {MANIFEST: None}),
        rezipped(pack(FILES, ABOUT), {MANIFEST: b"{}"}),
        rezipped(pack(FILES, ABOUT), {MANIFEST: b"[1, 2]"}),
        rezipped(pack(FILES, ABOUT), {MANIFEST: json.dumps({"form": 1, "revision": "x"}).encode()}),
        pack(FILES, ABOUT)[:-30],
    ],
    ids=["empty", "cut off", "a PDF", "no manifest", "an empty manifest", "a list", "no revision", "end missing"],
)
def test_what_is_no_pack_is_refused(content: bytes) -> None:
    with pytest.raises(ProblemError) as refused:
        read_pack(content, "pack.zip")
    assert refused.value.problems[0].code == "not-a-pack"


def test_a_pack_of_another_form_says_which_program_can_verify_it() -> None:
    manifest = json.dumps({"form": 2}).encode()
    with pytest.raises(ProblemError) as refused:
        read_pack(rezipped(pack(FILES, ABOUT), {MANIFEST: manifest}))
    assert refused.value.problems[0].code == "pack-of-another-form"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    many = {f"{n}.txt": b"" for n in range(MOST_FILES + 1)}
    with pytest.raises(ProblemError) as refused:
        read_pack(pack(many, ABOUT))
    assert refused.value.problems[0].code == "pack-too-large"
