"""What a tagged PDF tells a screen reader, read back with pypdf."""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader


@dataclass(frozen=True)
class Tag:
    """One element of the structure tree: its name, attributes by name, alternative text, and the tags inside."""

    name: str
    attributes: dict[str, Any]
    alt: str
    inside: tuple["Tag", ...]

    def all(self, name: str) -> list["Tag"]:
        """Give every tag of a name at any depth, in reading order."""
        found = [tag for child in self.inside for tag in (child, *child.all(""))]
        return [tag for tag in found if name in ("", tag.name)]


def read(made: bytes) -> PdfReader:
    """Open a PDF."""
    return PdfReader(BytesIO(made))


def tree(made: bytes) -> Tag:
    """Give the structure tree of a PDF."""
    root = read(made).trailer["/Root"]["/StructTreeRoot"]
    return Tag("", {}, "", tuple(_tags(root["/K"])))


def texts(made: bytes) -> list[str]:
    """Give the words of every page, with single spaces."""
    return [" ".join(page.extract_text().split()) for page in read(made).pages]


def bookmarks(made: bytes) -> list[tuple[int, str]]:
    """Give every bookmark with its depth."""
    return list(_bookmarks(read(made).outline, 1))


def fonts(made: bytes) -> set[str]:
    """Give the names of all fonts; one that is embedded in part has a mark and a plus sign before its name."""
    all_fonts = (page["/Resources"].get("/Font", {}) for page in read(made).pages)
    return {font.get_object()["/BaseFont"][1:] for held in all_fonts for font in held.get_object().values()}


def _bookmarks(found: Any, depth: int) -> Iterator[tuple[int, str]]:
    for each in found:
        if isinstance(each, list):
            yield from _bookmarks(each, depth + 1)
        else:
            yield depth, each.title


def _tags(kids: Any) -> Iterator[Tag]:
    kids = kids.get_object()
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if isinstance(found, dict) and "/S" in found:
            inside = tuple(_tags(found["/K"])) if "/K" in found else ()
            yield Tag(found["/S"][1:], _attributes(found), str(found.get("/Alt", "")), inside)


def _attributes(found: Any) -> dict[str, Any]:
    given = found.get("/A", [])
    given = given if isinstance(given, list) else [given]
    return {name[1:]: value for each in given for name, value in each.get_object().items()}
