"""Word refuses a file whose elements stand in another order than its schema asks; other programs do not mind."""

import io
import zipfile
from collections.abc import Iterator

from docx.oxml import parse_xml

from kpi.reports.model import Gap
from kpi.reports.word import word
from tests.support.office import report
from tests.support.word import saved, template

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
}
MAY_REPEAT = {"sectPr", "style"}


def wrong(content: bytes) -> Iterator[tuple[str, str, list[str]]]:
    """Elements whose children stand in another order, or that the schema does not know there."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        parts = [name for name in container.namelist() if name.startswith("word/") and name.endswith(".xml")]
        for part in parts:
            for element in parse_xml(container.read(part)).iter():
                name = str(element.tag).replace(W, "")
                if name in ORDER:
                    children = [str(child.tag).replace(W, "") for child in element]
                    known = ORDER[name].split()
                    places = [known.index(child) if child in known else -1 for child in children]
                    repeats = name not in MAY_REPEAT and len(set(children)) < len(children)
                    if repeats or -1 in places or places != sorted(places):
                        yield part, name, children


def test_a_paper_keeps_the_order_of_the_schema() -> None:
    draft = report(gaps=(Gap("finance", "Nothing is written.", "Write it."),), exempt_reason="Paragraph 3.")
    assert list(wrong(word(draft))) == []


def test_a_paper_in_a_template_keeps_it_too() -> None:
    given = template("{{ title }}", "{{ contents }}", "{{ body }}", "After")
    given.sections[0].different_first_page_header_footer = True
    assert list(wrong(word(report(), saved(given)))) == []
