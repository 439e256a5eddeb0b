"""What calamine does not tell of an .ods: percentages, merged cells, and formulas without a result.

In: the workbook's zip container. Out: Marks by sheet name, or a refusal when repeated cells reach too far.
"""

import zipfile
from xml.parsers.expat import XMLParserType

from kpi.workbook.comments import MAX_COMMENTS, tidy
from kpi.workbook.places import Given, Marks, check_reach, parse


def marks(container: zipfile.ZipFile) -> dict[str, Marks]:
    """Read the marks of every sheet. Raises RefusalError, KeyError, ValueError or expat's error on bad workbooks."""
    reader = _Reader()
    with container.open("content.xml") as part:
        parse(part, reader.start, reader.end)
    return reader.found


class _Reader:
    """Goes through all sheets cell by cell; a cell or row may say how often it is repeated."""

    def __init__(self) -> None:
        self.found: dict[str, Marks] = {}
        self.marks = Marks()
        self.row, self.rows, self.column = 0, 1, 0
        self.width, self.comment = 1, list[str]()
        self.commenting = False

    def start(self, parser: XMLParserType, name: str, given: Given) -> None:
        """Open a sheet, a row or a cell."""
        if name == "table":
            self.marks = self.found[given.get("table:name", "")] = Marks()
            self.row = 0
        elif name == "table-row":
            self.rows, self.column = int(given.get("table:number-rows-repeated", 1)), 0
        elif name in ("table-cell", "covered-table-cell"):
            width = int(given.get("table:number-columns-repeated", 1))
            self._cell(given, width)
            self.column += width
            self.width = width
        elif name == "annotation":
            self.commenting, self.comment = True, []
        parser.CharacterDataHandler = self.comment.append if self.commenting and name in ("p", "span") else None

    def end(self, name: str) -> None:
        """Close a row or a comment."""
        if name == "annotation":
            words = tidy(" ".join(self.comment))
            if words and len(self.marks.comments) < MAX_COMMENTS:
                self.marks.comments[self.row, self.column - self.width] = words
            self.commenting = False
        if name == "table-row":
            self.row += self.rows

    def _cell(self, given: Given, width: int) -> None:
        tall, wide = (int(given.get(f"table:number-{way}-spanned", 1)) for way in ("rows", "columns"))
        if (tall, wide) != (1, 1):
            self.marks.merged.append((self.row, self.column, self.row + tall - 1, self.column + wide - 1))
        kind = given.get("office:value-type")
        if given.get("calcext:value-type") == "error":
            self.marks.errors[self.row, self.column] = "#VALUE!"
        if kind is None:
            if given.get("table:formula"):
                self.marks.uncalculated.append((self.row, self.column))
            return
        check_reach(self.row + self.rows, self.column + width)
        if kind == "percentage":
            rows = range(self.row, self.row + self.rows)
            self.marks.percent.update((row, self.column + step) for row in rows for step in range(width))
