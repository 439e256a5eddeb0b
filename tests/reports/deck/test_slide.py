"""One slide as HTML: what stands on it, and what does not."""

import re
from dataclasses import replace
from html import unescape

import pytest

from kpi.reports.deck import stage
from kpi.reports.deck.frame import anchors
from kpi.reports.slides import Deck, Slide
from tests.support import decks


def words(slide: Slide, **more: str) -> str:
    """Give all that a briefing of one slide says on it."""
    whole = stage(replace(decks.briefing((slide,)), **more)).split("<nav")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", whole)).split())


def test_a_slide_says_its_sentence_figure_gap_and_who_acts() -> None:
    told = words(decks.SLIDES[1])
    assert "stand at 72.0%, 13.0 percentage points short of their target." in told
    assert "Gap to target 13.0 percentage points short of target: at least 85%" in told
    assert "Who acts Answers for it: Head of Safeguarding." in told


def test_a_status_is_letter_and_word_and_is_said_once() -> None:
    assert "Q4 2018-19 72.0% R Off target Gap" in words(decks.SLIDES[1])


def test_a_label_that_only_begins_like_its_status_stays_whole() -> None:
    figure = replace(decks.IN_TIME, label="Close calls", status="amber", status_word="close")
    assert "Close calls 72.0%" in words(Slide("one", "One.", "written", figures=(figure,)))


def test_every_slide_names_revision_and_day_in_england() -> None:
    told = words(decks.SLIDES[0])
    assert "Source: City of Wolverhampton Council, revision 12 of 19 June 2019 1 of 1" in told


@pytest.mark.parametrize(
    ("slide", "mark"),
    [
        (decks.SLIDES[0], "25 of the 80 figures are illustrative"),
        (decks.SLIDES[1], "Illustrative: Q3 2018-19."),
        (decks.SLIDES[4], "Parts of this briefing are illustrative"),
    ],
)
def test_what_is_illustrative_is_marked_on_every_slide(slide: Slide, mark: str) -> None:
    assert mark in words(slide)
    assert ("llustrative" in words(replace(slide, chart=None), illustrative="")) == bool(slide.mark)


def test_a_chart_is_one_picture_with_its_words() -> None:
    (svg,) = re.findall(r"<svg[^>]*role[^>]*>", stage(decks.briefing(decks.SLIDES[3:4])))
    assert 'role="img"' in svg
    assert unescape(svg).count(decks.CHART.alt) == 1


def test_a_table_has_a_caption_and_headings_for_columns_and_rows() -> None:
    whole = stage(decks.briefing(decks.SLIDES[5:6]))
    assert "<caption>Actions that are overdue, the longest first</caption>" in whole
    assert whole.count('scope="col"') == 4
    assert whole.count('scope="row"') == 2


def test_notes_stand_apart_from_what_is_projected(deck: Deck) -> None:
    whole = stage(deck)
    assert whole.count('<aside class="notes">') == 2
    assert "<p>Thank the teams.</p><p>Say which figures are late.</p>" in whole


def test_a_region_is_labelled_by_its_title() -> None:
    whole = stage(decks.briefing(decks.SLIDES[:1]))
    assert '<section id="opening"' in whole
    assert 'aria-labelledby="opening-title"' in whole
    assert '<h2 id="opening-title">' in whole


def test_every_slide_has_an_address_of_its_own_in_plain_letters() -> None:
    slides = tuple(Slide(name, "x", "written") for name in ("a", "a", "a b<c>", "", "£", "caseload:all", "a~2"))
    assert anchors(slides) == ("a", "a~2", "a-b-c", "slide", "slide~2", "caseload:all", "a-2")


def test_a_period_and_a_reference_are_never_torn_apart() -> None:
    whole = stage(decks.briefing((Slide("one", "SAR 1.2 ended in Q4 2018-19.", "written"),)))
    assert '<span class="kpi-nowrap">SAR 1.2</span> ended in <span class="kpi-nowrap">Q4 2018-19</span>.' in whole


def test_a_briefing_without_slides_says_so() -> None:
    assert "There is nothing to show for this quarter." in stage(decks.briefing(()))
