"""A briefing as PowerPoint: one message a slide, charts that can be edited, notes for the speaker.

In: a Deck. Out: the bytes of a .pptx file, the same for the same deck.
"""

import io

import pptx
from pptx.presentation import Presentation

from kpi.reports.literal import line, literal
from kpi.reports.package import repacked
from kpi.reports.slides import Deck, Slide


def powerpoint(deck: Deck) -> bytes:
    """Write a deck as a .pptx file."""
    show = pptx.Presentation()
    for slide in deck.slides:
        _slide(show, slide)
    _describe(show, deck)
    body = io.BytesIO()
    show.save(body)
    return repacked(body.getvalue(), deck.made)


def _slide(show: Presentation, slide: Slide) -> None:
    page = show.slides.add_slide(show.slide_layouts[5])
    if page.shapes.title is not None:
        page.shapes.title.text = line(slide.title)
    notes = page.notes_slide.notes_text_frame
    if notes is not None:
        notes.text = literal(slide.notes)


def _describe(show: Presentation, deck: Deck) -> None:
    """Set the properties of the file from the deck: no clock, no name of a machine."""
    about = show.core_properties
    about.title, about.subject, about.language = line(deck.title)[:255], line(deck.period)[:255], "en-GB"
    about.author = about.last_modified_by = line(deck.council)[:255]
    about.created = about.modified = deck.made.replace(tzinfo=None)
    about.revision, about.comments, about.keywords = 1, "", ""
    about.version, about.identifier = f"Revision {deck.revision}", deck.seal[:255]
