"""The styles of a paper: all of them for the default document, only the missing ones for a council's template.

In: a python-docx document. Out: the same document, in which every style that the renderer uses exists.
"""

from dataclasses import dataclass
from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

INK, ACCENT, QUIET = "0B0C0C", "12436D", "505A5F"
FONT: Final = "Arial"
TABLE: Final = "Paper Table"
_KEPT: Final = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}


@dataclass(frozen=True, slots=True)
class Look:
    """How one paragraph style looks: sizes and spaces in points, indents in centimetres, colours as RRGGBB."""

    name: str
    size: float = 12
    bold: bool = False
    colour: str = INK
    before: float = 0
    after: float = 8
    indent: float = 0
    hanging: float = 0
    with_next: bool = False
    right: bool = False
    level: int | None = None
    fill: str = ""
    edge: str = ""
    base: str = "Normal"


LOOKS: Final = (
    Look("Normal", base=""),
    Look("Title", 26, bold=True, colour=ACCENT, before=6, after=4, with_next=True),
    Look("Subtitle", 14, colour=QUIET, after=12),
    Look("Heading 1", 18, bold=True, colour=ACCENT, before=20, after=8, with_next=True, level=0),
    Look("Heading 2", 14, bold=True, colour=ACCENT, before=14, after=6, with_next=True, level=1),
    Look("Heading 3", 12, bold=True, before=10, after=4, with_next=True, level=2),
    Look("TOC Heading", 18, bold=True, colour=ACCENT, before=20, after=8, with_next=True),
    Look("toc 1", after=4),
    Look("Caption", 12, bold=True, before=12, after=6, with_next=True),
    Look("List Bullet", after=4, indent=2, hanging=0.75),
    Look("List Number", after=6, indent=2, hanging=0.75),
    Look("Header", 12, after=0),
    Look("Footer", 10, colour=QUIET, after=0),
    Look("Paper Council", 14, bold=True, after=0),
    Look("Paper Gap", 6, after=0),
    Look("Paper Numbered", indent=1.25, hanging=1.25),
    Look("Paper Clearance", bold=True, right=True, after=8),
    Look("Paper Notice", before=4, after=10, fill="F3F2F1", edge=ACCENT),
    Look("Paper Warning", before=4, after=10, fill="FDF3F2", edge="A00B06"),
    Look("Paper Note", 12, colour=QUIET, before=4, after=14),
    Look("Paper Chart", before=12, after=2, with_next=True),
    Look("Paper Cell", before=3, after=3),
    Look("Paper Cell Heading", bold=True, before=3, after=3, with_next=True),
    Look("Paper Key Figure", 28, bold=True, colour=ACCENT, before=2, after=2),
)
"""Every style that the renderer uses."""


def dress(document: Document) -> None:
    """Give the default document its looks, and take away the styles that no paper uses."""
    sheet = document.styles.element
    for style in list(document.styles):
        if style.name not in _KEPT:
            sheet.remove(style.element)
    _set_defaults(sheet)
    complete(document, again={"Normal"})


def complete(document: Document, again: frozenset[str] | set[str] = frozenset()) -> None:
    """Add the styles that are missing, and set those of `again` anew; those of a template stay as they are."""
    known = {style.name for style in document.styles}
    for look in LOOKS:
        if look.name not in known or look.name in again:
            style = _style(document, look, known)
            if look.base:
                style.base_style = document.styles[look.base]
            _apply(style, look)
    if TABLE not in known:
        document.styles.element.append(parse_xml(_TABLE_STYLE))


def _style(document: Document, look: Look, known: set[str | None]) -> ParagraphStyle:
    if look.name in known:
        found = document.styles[look.name]
    else:
        found = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=not look.name.startswith("Paper"))
    assert isinstance(found, ParagraphStyle)  # noqa: S101 - a name is one kind of style in every document
    return found


def _apply(style: ParagraphStyle, look: Look) -> None:
    style.quick_style, style.hidden = True, False
    style.font.size, style.font.bold = Pt(look.size), look.bold or None
    style.font.color.rgb = RGBColor.from_string(look.colour)
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(look.before), Pt(look.after)
    layout.keep_with_next, layout.widow_control = look.with_next or None, True
    layout.left_indent, layout.first_line_indent = Cm(look.indent), Cm(-look.hanging)
    if look.right:
        layout.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _add_extras(style, look)


def _add_extras(style: Any, look: Look) -> None:
    """Set what python-docx has no name for: outline level, edge and fill, in the order the schema asks."""
    properties = style.element.get_or_add_pPr()
    if look.level is not None:
        properties.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{look.level}"/>'))
    if look.fill:
        border = f'<w:left w:val="single" w:sz="36" w:space="8" w:color="{look.edge}"/>'
        place = properties.find(qn("w:spacing"))
        place.addprevious(parse_xml(f"<w:pBdr {nsdecls('w')}>{border}</w:pBdr>"))
        place.addprevious(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{look.fill}"/>'))


def _set_defaults(sheet: Any) -> None:
    """Set the font and the spacing from which every style of the default document starts."""
    defaults = sheet.find(qn("w:docDefaults"))
    defaults.addprevious(parse_xml(_DEFAULTS))
    sheet.remove(defaults)


_DEFAULTS = f"""<w:docDefaults {nsdecls("w")}>
<w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}" w:eastAsia="{FONT}"/><w:sz w:val="24"/>
<w:szCs w:val="24"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="160" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>"""

_RULE = f'w:val="single" w:sz="4" w:space="0" w:color="{QUIET}"'
_TABLE_STYLE = f"""<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="PaperTable">
<w:name w:val="{TABLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>
<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>
<w:tblPr><w:tblBorders><w:top {_RULE}/><w:bottom {_RULE}/><w:insideH {_RULE}/></w:tblBorders>
<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr>
<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:color w:val="FFFFFF"/></w:rPr>
<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{ACCENT}"/></w:tcPr></w:tblStylePr></w:style>"""
