"""A briefing as PowerPoint: one message a slide, charts that can be edited, notes for the speaker.

In: a Deck. Out: the bytes of a .pptx file, the same for the same deck.
"""

import io

import pptx
from pptx.presentation import Presentation

from kpi.reports.literal import line
from kpi.reports.package import repacked
from kpi.reports.powerpoint import look, pages
from kpi.reports.slides import Deck
from kpi.reports.split import fitted


def powerpoint(deck: Deck) -> bytes:
    """Write a deck as a .pptx file; what is too much for one slide goes on to the next."""
    show = pptx.Presentation()
    look.dress(show)
    whole = fitted(deck)
    for slide in whole.slides:
        pages.add(show, whole, slide)
    _speak_english(show)
    _describe(show, deck)
    body = io.BytesIO()
    show.save(body)
    return repacked(body.getvalue(), deck.made)


def _speak_english(show: Presentation) -> None:
    """Declare British English for everything that holds text."""
    roots = [
        show.element,
        show.notes_master.element,
        show.slide_masters[0].element,
        *(layout.element for layout in show.slide_layouts),
    ]
    for page in show.slides:
        roots += [page.element, page.notes_slide.element]
        roots += [shape.chart.part._element for shape in page.shapes if shape.has_chart]
    for root in roots:
        pages.speak_english(root)


def _describe(show: Presentation, deck: Deck) -> None:
    """Set the properties of the file from the deck: no clock, no name of a machine."""
    about = show.core_properties
    about.title, about.subject, about.language = line(deck.title)[:255], line(deck.period)[:255], look.LANGUAGE
    about.author = about.last_modified_by = line(deck.council)[:255]
    about.created = about.modified = deck.made.replace(tzinfo=None)
    about.revision, about.comments, about.keywords = 1, "", ""
    about.version, about.identifier = f"Revision {deck.revision}", line(deck.seal)[:255]
