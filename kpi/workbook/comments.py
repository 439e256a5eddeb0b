"""What people wrote on cells of an .xlsx: notes and threaded comments, without the name of who wrote them.

In: the workbook's zip container and the path of a sheet. Out: the text of each comment by row and column from 0.
"""

import posixpath
import zipfile
from xml.parsers.expat import XMLParserType

from kpi.workbook.places import Given, Place, parse, place_of

MAX_COMMENTS = 5_000
MAX_TEXT = 1_000
_THREAD = "[Threaded comment]"


def comments(container: zipfile.ZipFile, sheet: str) -> dict[Place, str]:
    """Read the comments of a sheet. Raises KeyError, ValueError or expat's error on bad workbooks."""
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in container.namelist():
        return {}
    found = [target for kind, target in _relations(container, relations) if kind.endswith("/comments")]
    paths = [one.lstrip("/") if one.startswith("/") else posixpath.normpath(f"{folder}/{one}") for one in found]
    reader = _Reader()
    for path in paths:
        if path in container.namelist():
            with container.open(path) as part:
                parse(part, reader.start, reader.end)
    return reader.found


def tidy(text: str, author: str = "") -> str:
    """Give a comment's words on one line, without its author's name before it and Excel's words about threads."""
    if text.startswith(_THREAD):
        text = text.partition("Comment:")[2]
    if author and text.startswith(f"{author}:"):
        text = text[len(author) + 1 :]
    return " ".join(text.split())[:MAX_TEXT]


def _relations(container: zipfile.ZipFile, path: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def start(_parser: XMLParserType, name: str, given: Given) -> None:
        if name == "Relationship":
            found.append((given.get("Type", ""), given.get("Target", "")))

    with container.open(path) as part:
        parse(part, start)
    return found


class _Reader:
    """Goes through one part of comments; the text of one is over when its element ends."""

    def __init__(self) -> None:
        self.found: dict[Place, str] = {}
        self.authors: list[str] = []
        self.comment: Given = {}
        self.text = ""

    def start(self, parser: XMLParserType, name: str, given: Given) -> None:
        """Open an author, a comment or a run of its text."""
        if name == "comment":
            self.comment, self.text = given, ""
        elif name == "author":
            self.text = ""
        parser.CharacterDataHandler = self._take if name in ("t", "author") else None

    def end(self, name: str) -> None:
        """Close an author or a comment."""
        if name == "author":
            self.authors.append(self.text)
        elif name == "comment" and len(self.found) < MAX_COMMENTS:
            number = int(self.comment.get("authorId", -1))
            author = self.authors[number] if 0 <= number < len(self.authors) else ""
            words = tidy(self.text, author)
            if words:
                self.found[place_of(self.comment["ref"])] = words

    def _take(self, text: str) -> None:
        self.text = (self.text + text)[: 4 * MAX_TEXT]
