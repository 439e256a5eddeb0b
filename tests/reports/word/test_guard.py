"""A template is looked into before anything opens it: what is old, locked, damaged or hostile is refused by name."""

import io
import zipfile

import pytest

from kpi.problem import ProblemError
from kpi.reports.word import word
from kpi.reports.word.guard import MAX_SIZE, check
from tests.support.office import report
from tests.support.word import saved, template

GOOD = saved(template("{{ body }}"))
RELS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"


def changed(part: str, old: str = "", new: str = "", extra: dict[str, bytes] | None = None) -> bytes:
    """The good template with words of a part replaced, or with parts more."""
    body = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as given, zipfile.ZipFile(body, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            content = given.read(name)
            made.writestr(name, content.replace(old.encode(), new.encode()) if name == part else content)
        for name, content in (extra or {}).items():
            made.writestr(name, content)
    return body.getvalue()


def linked(kind: str) -> bytes:
    """The good template with a relation to somewhere else."""
    relation = (
        f'<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" '
        'Target="http://example.org/x" TargetMode="External"/></Relationships>'
    )
    return changed(RELS, "</Relationships>", relation)


MAIN = "wordprocessingml.document.main+xml"
FIELD = '<w:p><w:r><w:instrText xml:space="preserve"> INCLUDETEXT "c:\\secret" </w:instrText></w:r></w:p><w:sectPr'
REFUSED = {
    "an old .doc or a locked file": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "template-old"),
    "no zip file": (b"Dear all, find the template enclosed.", "template-damaged"),
    "nothing": (b"", "template-damaged"),
    "half a file": (GOOD[: len(GOOD) // 2], "template-damaged"),
    "another kind of zip file": (changed(TYPES, MAIN, "spreadsheetml.sheet.main+xml"), "template-damaged"),
    "a .dotx": (changed(TYPES, MAIN, "wordprocessingml.template.main+xml"), "template-dotx"),
    "macros by name": (changed("", extra={"word/vbaProject.bin": b"x"}), "template-macros"),
    "macros by type": (changed(TYPES, MAIN, "ms-word.document.macroEnabled.main+xml"), "template-macros"),
    "an embedded object": (changed("", extra={"word/embeddings/oleObject1.bin": b"x"}), "template-embedded"),
    "a control": (changed("", extra={"word/activeX/activeX1.xml": b"<x/>"}), "template-embedded"),
    "a template of its own elsewhere": (linked("attachedTemplate"), "template-outside"),
    "a picture elsewhere": (linked("image"), "template-outside"),
    "a field that reads files": (changed("word/document.xml", "<w:sectPr", FIELD), "template-outside"),
    "entities": (changed("word/settings.xml", "<w:settings", "<!DOCTYPE x><w:settings"), "template-entities"),
    "broken XML": (changed("word/document.xml", "</w:body>", ""), "template-damaged"),
    "a path out of the file": (changed("", extra={"../../etc/x": b"x"}), "template-damaged"),
    "a bomb": (changed("", extra={"word/media/x.png": b"0" * 60_000_000}), "template-too-large"),
    "too many parts": (changed("", extra={f"word/x{n}.txt": b"" for n in range(1_001)}), "template-too-large"),
    "a large file": (b"PK" + b"0" * MAX_SIZE, "template-too-large"),
}


@pytest.mark.parametrize(("content", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_plain_document_is_refused(content: bytes, code: str) -> None:
    with pytest.raises(ProblemError) as refused:
        word(report(), content)
    [problem] = refused.value.problems
    assert problem.code == code
    assert problem.fix


def test_a_link_that_a_person_clicks_is_no_danger() -> None:
    check(linked("hyperlink"))


def test_a_plain_template_passes() -> None:
    check(GOOD)
