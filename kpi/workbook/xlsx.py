"""What calamine does not tell of an .xlsx: number formats of percent and month, formulas without a result.

In: the workbook's zip container. Out: Marks by sheet name, or a refusal when a cell stands far from the table.
"""

import re
import zipfile
from xml.parsers.expat import XMLParserType

from kpi.workbook.comments import comments
from kpi.workbook.places import Given, Marks, Place, check_reach, parse, place_of

PERCENT, MONTH = "percent", "month"
BUILT_IN = {9: PERCENT, 10: PERCENT, 17: MONTH}


def marks(container: zipfile.ZipFile) -> dict[str, Marks]:
    """Read the marks of every sheet. Raises RefusalError, KeyError, ValueError or expat's error on bad workbooks."""
    styles = _styles(container)
    parts, stale = _parts(container)
    found = {}
    for title, path in parts.items():
        if path in container.namelist():
            reader = _SheetReader(styles, stale)
            with container.open(path) as part:
                parse(part, reader.start)
            found[title] = reader.done()
            found[title].comments.update(comments(container, path))
    return found


def shown_as(code: str) -> str:
    """Tell what a number format shows: percent, a month and year without a day, or nothing special ('')."""
    bare = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", code.split(";")[0]).lower()
    if "%" in bare:
        return PERCENT
    return MONTH if "y" in bare and "m" in bare and not set("dhs") & set(bare) else ""


class _SheetReader:
    """Goes through one sheet cell by cell, keeping what is marked. A cell is over when the next one begins."""

    def __init__(self, styles: list[str], stale: bool) -> None:
        self.marks = Marks()
        self.styles, self.stale = styles, stale
        self.row, self.column = -1, -1
        self.height, self.width = 0, 0
        self.cell: Given = {}
        self.formula, self.filled, self.value = False, False, ""

    def start(self, parser: XMLParserType, name: str, given: Given) -> None:
        """Open a row, a cell, its formula or its value."""
        if name == "v" or name == "is":
            self.filled = True
            if self.formula or self.cell.get("t") == "e":
                parser.CharacterDataHandler = self._text
        elif name == "c":
            self._close()
            parser.CharacterDataHandler = None
            self.row, self.column = place_of(given["r"]) if "r" in given else (self.row, self.column + 1)
            self.cell, self.formula, self.filled, self.value = given, False, False, ""
        elif name == "f":
            self.formula = True
        elif name == "row":
            self._close()
            self.row, self.column, self.cell = int(given.get("r", self.row + 2)) - 1, -1, {}

    def done(self) -> Marks:
        """Close the last cell and give what was found."""
        self._close()
        return self.marks

    def _text(self, text: str) -> None:
        self.value += text[:20]

    def _close(self) -> None:
        place, kind = (self.row, self.column), self.cell.get("t", "n")
        if self.formula and self._never_calculated(kind):
            self.marks.uncalculated.append(place)
        elif self.filled:
            self._reach()
            if kind == "e":
                self.marks.errors[place] = self.value.strip()
            elif kind in ("n", "d") and "s" in self.cell:
                self._style(place, int(self.cell["s"]))
        self.formula = self.filled = False

    def _reach(self) -> None:
        if self.row >= self.height or self.column >= self.width:
            self.height, self.width = max(self.height, self.row + 1), max(self.width, self.column + 1)
            check_reach(self.height, self.width)

    def _style(self, place: Place, style: int) -> None:
        shown = self.styles[style] if style < len(self.styles) else ""
        if shown:
            (self.marks.percent if shown == PERCENT else self.marks.month).add(place)

    def _never_calculated(self, kind: str) -> bool:
        """Tell a formula nobody calculated from one whose result is an empty text."""
        value = self.value.strip()
        return (not value and kind != "str") or (value == "0" and self.stale)


def _styles(container: zipfile.ZipFile) -> list[str]:
    """Read what each cell style shows, in the order by which cells name them."""
    codes, styles, inside = dict(BUILT_IN), list[str](), [""]

    def start(_parser: XMLParserType, name: str, given: Given) -> None:
        if name in ("cellXfs", "cellStyleXfs"):
            inside[0] = name
        elif name == "numFmt":
            codes[int(given["numFmtId"])] = shown_as(given["formatCode"])
        elif name == "xf" and inside[0] == "cellXfs":
            styles.append(codes.get(int(given.get("numFmtId", 0)), ""))

    if "xl/styles.xml" in container.namelist():
        with container.open("xl/styles.xml") as part:
            parse(part, start)
    return styles


def _parts(container: zipfile.ZipFile) -> tuple[dict[str, str], bool]:
    """Find each sheet's part by its name, and whether the workbook was written without being calculated."""
    about: dict[str, list[Given]] = {"sheet": [], "calcPr": [], "Relationship": []}

    def start(_parser: XMLParserType, name: str, given: Given) -> None:
        if name in about:
            about[name].append(given)

    for path in ("xl/workbook.xml", "xl/_rels/workbook.xml.rels"):
        with container.open(path) as part:
            parse(part, start)
    targets = {one["Id"]: one["Target"] for one in about["Relationship"]}
    paths = {one["name"]: targets.get(_relation(one), "") for one in about["sheet"]}
    stale = any(one.get("fullCalcOnLoad") in ("1", "true") for one in about["calcPr"])
    return {title: path.lstrip("/") if path.startswith("/") else f"xl/{path}" for title, path in paths.items()}, stale


def _relation(sheet: Given) -> str:
    """Give the id by which a sheet names its part, whatever prefix the workbook uses."""
    return next((value for key, value in sheet.items() if key.rpartition(":")[2] == "id"), "")
