"""The document that ships: A4, the looks of the dashboard, and nothing of whoever made the library's own.

In: nothing. Out: an empty python-docx document.
"""

from typing import Final

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Cm

from kpi.reports.word.styles import dress

MODE: Final = "15"
"""Word's present form; an older one would open as 'compatibility mode'."""
_UNUSED: Final = ("/stylesWithEffects", "/customXml", "/thumbnail")
"""Parts of the library's own document: a second set of styles, leftovers, the picture of an empty page."""


def default() -> Document:
    """Make the document that ships."""
    document = docx.Document()
    dress(document)
    _take_out(document)
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2.2)
    page.top_margin, page.bottom_margin = Cm(2.4), Cm(2.4)
    return document


def _take_out(document: Document) -> None:
    """Take out what no paper needs, and the marks by which Word tells one editing session from another."""
    for owner in (document.part, document.part.package):
        for name in [name for name, relation in owner.rels.items() if relation.reltype.endswith(_UNUSED)]:
            owner.rels.pop(name)
    settings = document.settings.element
    for found in settings.findall(qn("w:rsids")):
        settings.remove(found)
    for found in settings.iter(qn("w:compatSetting")):
        if found.get(qn("w:name")) == "compatibilityMode":
            found.set(qn("w:val"), MODE)
    for element in document.element.iter():
        for name in [name for name in element.attrib if "rsid" in name]:
            del element.attrib[name]
