"""How the slides look: 16:9, the colours of the dashboard, three layouts, and places for footer and number.

In: the presentation that python-pptx starts from. Out: the same presentation, dressed.
"""

import re
from typing import Any, Final

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation
from pptx.util import Emu, Inches, Pt

from kpi.charts.palette import INK, SERIES_LIGHT

FONT, LANGUAGE = "Arial", "en-GB"
ACCENT, QUIET, PAPER = SERIES_LIGHT[0], "#505A5F", "#FFFFFF"
Box = tuple[float, float, float, float]
"""Left, top, width and height in inches."""
WIDE, HIGH = 13.333, 7.5
KICKER: Final[Box] = (0.6, 0.28, 12.13, 0.4)
TITLE: Final[Box] = (0.6, 0.62, 12.13, 1.2)
CONTENT: Final[Box] = (0.6, 1.85, 12.13, 4.9)
FOOTER: Final[Box] = (0.6, 6.92, 10.2, 0.42)
NUMBER: Final[Box] = (11.2, 6.92, 1.53, 0.42)
OPENING_TITLE: Final[Box] = (0.9, 1.5, 11.5, 2.1)
OPENING_TEXT: Final[Box] = (0.9, 3.85, 11.5, 2.2)
SMALLEST: Final = 18
OPENING, POINTS, MESSAGE = "Opening", "Points", "Message"
_LAYOUTS: Final = {"Title Slide": OPENING, "Title and Content": POINTS, "Title Only": MESSAGE}
_BOXES: Final[dict[str, Box]] = {"title": TITLE, "body": CONTENT, "ftr": FOOTER, "sldNum": NUMBER}
_OPENING_BOXES: Final[dict[str, Box]] = {"ctrTitle": OPENING_TITLE, "subTitle": OPENING_TEXT}


def colour(code: str) -> RGBColor:
    """Make a colour of `#RRGGBB`."""
    found: RGBColor = RGBColor.from_string(code[1:])
    return found


def dress(show: Presentation) -> None:
    """Set size, theme, master and layouts; take away what no briefing uses."""
    show.slide_width, show.slide_height = Inches(WIDE), Inches(HIGH)
    show.element.find(qn("p:sldSz")).attrib.pop("type", None)
    _drop(show)
    layouts: Any = show.slide_layouts
    for layout in list(layouts):
        if layout.name in _LAYOUTS:
            layout.element.cSld.set("name", _LAYOUTS[layout.name])
        else:
            layouts.remove(layout)
    _theme(show)
    master = show.slide_masters[0]
    _arrange(master, _BOXES)
    _write_styles(master.element)
    _rule(master)
    for layout in layouts:
        _arrange(layout, _OPENING_BOXES)
        if layout.name == OPENING:
            layout.background.fill.solid()
            layout.background.fill.fore_color.rgb = colour(ACCENT)
        for shape in layout.placeholders:
            _write_style(shape, dark=layout.name == OPENING)


def place(shape: Any, box: Box) -> None:
    """Put a shape into a box."""
    shape.left, shape.top, shape.width, shape.height = (Emu(int(inches * 914400)) for inches in box)


def _drop(show: Presentation) -> None:
    """Take out the picture of an empty slide and the settings of somebody's printer."""
    package = show.part.package
    for owner, kind in ((package, RELATIONSHIP_TYPE.THUMBNAIL), (show.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)):
        for name in [name for name, found in owner._rels.items() if found.reltype == kind]:
            owner._rels.pop(name)


def _theme(show: Presentation) -> None:
    """Give the theme the font and the colours of the dashboard, which new charts then take as well."""
    part: Any = show.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    text = part.blob.decode("utf-8")
    text = re.sub(r'<a:latin typeface="[^"]*"', f'<a:latin typeface="{FONT}"', text)
    accents = (*SERIES_LIGHT, QUIET, INK)
    for number, code in enumerate(accents, 1):
        text = re.sub(
            rf"<a:accent{number}>.*?</a:accent{number}>",
            f'<a:accent{number}><a:srgbClr val="{code[1:]}"/></a:accent{number}>',
            text,
            flags=re.S,
        )
    text = re.sub(r"<a:dk1>.*?</a:dk1>", f'<a:dk1><a:srgbClr val="{INK[1:]}"/></a:dk1>', text, flags=re.S)
    part.blob = text.encode("utf-8")


def _arrange(page: Any, boxes: dict[str, Box]) -> None:
    """Put the placeholders of a master or layout into their boxes; dates, which a clock would fill, go."""
    for shape in list(page.placeholders):
        kind = shape.element.ph.get("type", "body")
        if kind == "dt":
            shape.element.getparent().remove(shape.element)
        elif kind in boxes:
            place(shape, boxes[kind])
            if kind == "title":
                shape.text_frame.vertical_anchor = MSO_ANCHOR.TOP


def _write_styles(master: Any) -> None:
    """Set sizes and sides of the master's texts: titles at the left and bold, nothing under 18 points."""
    styles = master.find(qn("p:txStyles"))
    title = styles.find(qn("p:titleStyle")).find(qn("a:lvl1pPr"))
    title.set("algn", "l")
    title.find(qn("a:defRPr")).attrib.update({"sz": "3200", "b": "1"})
    for level in styles.find(qn("p:bodyStyle")):
        level.find(qn("a:defRPr")).set("sz", "2800" if level.tag == qn("a:lvl1pPr") else "2400")
    for tint in list(master.iter(qn("a:tint"))):
        tint.getparent().remove(tint)
    for run in master.iter(qn("a:defRPr")):
        if int(run.get("sz", SMALLEST * 100)) < SMALLEST * 100:
            run.set("sz", str(SMALLEST * 100))


def _rule(master: Any) -> None:
    """Draw the accent at the left edge of every slide, behind everything else."""
    accent = master.shapes._spTree
    accent.insert(2, _rectangle(900, "Accent", (0, 0, 0.22, HIGH), ACCENT))


def _write_style(shape: Any, *, dark: bool) -> None:
    """Say on the layout itself how a placeholder's text looks: not every program asks the master for it."""
    kind = shape.element.ph.get("type")
    size = {"ctrTitle": 44, "subTitle": 28, "ftr": SMALLEST, "sldNum": SMALLEST}.get(kind)
    if size is None:
        return
    style = shape.element.txBody.find(qn("a:lstStyle"))
    for old in list(style):
        style.remove(old)
    bold, side = ' b="1"' if kind == "ctrTitle" else "", "r" if kind == "sldNum" else "l"
    ink = PAPER if dark else QUIET
    style.append(
        parse_xml(
            f'<a:lvl1pPr {nsdecls("a")} marL="0" indent="0" algn="{side}"><a:buNone/><a:defRPr sz="{size * 100}"{bold}>'
            f'<a:solidFill><a:srgbClr val="{ink[1:]}"/></a:solidFill><a:latin typeface="{FONT}"/></a:defRPr>'
            "</a:lvl1pPr>"
        )
    )
    shape.element.txBody.bodyPr.set("anchor", {"ctrTitle": "b", "subTitle": "t"}.get(kind, "ctr"))


def _rectangle(number: int, name: str, box: Box, fill: str) -> Any:
    """Make a plain rectangle that screen readers pass over."""
    left, top, width, height = (int(inches * 914400) for inches in box)
    return parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{number}" name="{name}">'
        '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
        f'</p:cNvPr><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr><a:xfrm><a:off x="{left}" y="{top}"/>'
        f'<a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f'<a:solidFill><a:srgbClr val="{fill[1:]}"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr>'
        '<p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def sized(run: Any, size: float, *, bold: bool = False, code: str = INK) -> None:
    """Set size in points, weight and colour of a run."""
    run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour(code)
