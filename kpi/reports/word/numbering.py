"""Lists that Word knows as lists: bullets, and numbers that start again at 1 with every list.

In: a python-docx document. Out: numbering definitions, and paragraphs that belong to them.
"""

from typing import Any

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.text.paragraph import Paragraph


class Lists:
    """The lists of one document."""

    def __init__(self, document: Document) -> None:
        """Add a definition of bullets and one of numbers beside those that a template brings."""
        self._root: Any = _numbering(document)
        self._bullets = self._define("bullet", "•")
        self._numbers = self._define("decimal", "%1.")
        self._bullet_list = self._start(self._bullets)

    def new(self, *, ordered: bool) -> int:
        """Give the number of a list: a new one for an ordered list, the one list of bullets otherwise."""
        return self._start(self._numbers) if ordered else self._bullet_list

    def join(self, paragraph: Paragraph, number: int) -> None:
        """Make a paragraph an item of a list."""
        properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = 0
        properties.get_or_add_numId().val = number

    def _define(self, form: str, text: str) -> int:
        given = self._root.findall(qn("w:abstractNum"))
        number = max([int(one.get(qn("w:abstractNumId"))) for one in given], default=0) + 1
        definition = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}"><w:multiLevelType w:val="singleLevel"/>'
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            '<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="1134" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>'
        )
        # The schema wants every abstract definition before the first list.
        if given:
            given[-1].addnext(definition)
        else:
            self._root.insert(0, definition)
        return number

    def _start(self, definition: int) -> int:
        number = max([int(one.get(qn("w:numId"))) for one in self._root.findall(qn("w:num"))], default=0) + 1
        entry = parse_xml(
            f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
            '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        )
        lists = self._root.findall(qn("w:num"))
        if lists:
            lists[-1].addnext(entry)
        else:
            self._root.append(entry)
        return number


def _numbering(document: Document) -> Any:
    """Give the root of the numbering part; a template without lists has none yet."""
    try:
        part: Any = document.part.part_related_by(RELATIONSHIP_TYPE.NUMBERING)
    except KeyError:
        part = NumberingPart(
            PackURI("/word/numbering.xml"),
            CONTENT_TYPE.WML_NUMBERING,
            parse_xml(f"<w:numbering {nsdecls('w')}/>"),
            document.part.package,
        )
        document.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part.element
