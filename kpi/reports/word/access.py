"""What a Word document says to assistive technology: language, alternative texts, headings of tables.

In: parts of a python-docx document. Out: the same parts with their accessibility XML set.
"""

from typing import Any, Final

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table, _Row

LANGUAGE: Final = "en-GB"


def speak_english(document: Document) -> None:
    """Declare British English for every style and for the whole document."""
    defaults = child(child(document.styles.element, "w:docDefaults", first=True), "w:rPrDefault", first=True)
    for properties in [child(defaults, "w:rPr"), *document.styles.element.iter(qn("w:rPr"))]:
        language = properties.find(qn("w:lang"))
        if language is not None:
            language.set(qn("w:val"), LANGUAGE)
    child(child(defaults, "w:rPr"), "w:lang").set(qn("w:val"), LANGUAGE)
    theme = document.settings.element.find(qn("w:themeFontLang"))
    if theme is not None:
        theme.set(qn("w:val"), LANGUAGE)


def describe_picture(inline: Any, alt: str, name: str) -> None:
    """Give a picture its alternative text and its name."""
    inline.docPr.set("descr", alt)
    inline.docPr.set("name", name)


def describe_table(table: Table, caption: str, description: str) -> None:
    """Say what a table holds, and that its first row and first column are headings."""
    properties = table._tbl.tblPr
    look = child(properties, "w:tblLook")
    look.attrib.clear()
    flags = {"firstRow": "1", "lastRow": "0", "firstColumn": "1", "lastColumn": "0", "noHBand": "1", "noVBand": "1"}
    for name, value in {"val": "06A0", **flags}.items():
        look.set(qn(f"w:{name}"), value)
    for name, text in (("w:tblCaption", caption), ("w:tblDescription", description)):
        child(properties, name).set(qn("w:val"), text)


def repeat_as_heading(row: _Row) -> None:
    """Repeat a row at the head of every page that its table reaches; screen readers say it with each cell."""
    child(row._tr.get_or_add_trPr(), "w:tblHeader")


def keep_whole(row: _Row) -> None:
    """Keep a row on one page."""
    child(row._tr.get_or_add_trPr(), "w:cantSplit")


def child(parent: Any, name: str, *, first: bool = False) -> Any:
    """Give the child element of a name; add it, at the end or `first`, where there is none."""
    found = parent.find(qn(name))
    if found is None:
        found = OxmlElement(name)
        if first:
            parent.insert(0, found)
        else:
            parent.append(found)
    return found
