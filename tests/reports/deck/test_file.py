"""The offline file: one file, nothing from outside, the same bytes again."""

import base64
import hashlib
import re
from dataclasses import replace
from html import unescape

from kpi.reports.deck import offline
from kpi.reports.literal import line
from kpi.reports.slides import Deck
from tests.support import decks


def policy(page: str) -> str:
    (found,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    return unescape(found)


def test_the_same_deck_gives_the_same_bytes(deck: Deck) -> None:
    assert offline(deck) == offline(replace(deck))


def test_the_policy_allows_its_own_style_and_script_and_nothing_else(deck: Deck) -> None:
    page = offline(deck).decode()
    for name in ("style", "script"):
        (text,) = re.findall(f"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}';" in policy(page)
    assert policy(page).startswith("default-src 'none';")
    assert "unsafe" not in policy(page)


def test_nothing_in_it_leads_outside(deck: Deck) -> None:
    page = offline(deck).decode().replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"https?://|url\((?!#)|@import|\ssrc=|<link|<img|<iframe", page) == []


def test_nothing_in_it_carries_a_style_or_a_handler_that_the_policy_would_stop(deck: Deck) -> None:
    page = offline(deck).decode()
    assert re.findall(r'\s(?:style|on[a-z]+)="', page) == []


def test_every_slide_stands_in_order_without_the_script(deck: Deck) -> None:
    page = unescape(offline(deck).decode())
    places = [page.index(f">{slide.title}</h2>") for slide in deck.slides]
    assert places == sorted(places)
    assert "hidden" not in page.split("<main>")[1].split("<script>")[0].replace('aria-hidden="true"', "")


def test_thirty_charts_stay_under_two_megabytes(deck: Deck) -> None:
    chart = deck.slides[2]
    many = tuple(replace(chart, id=f"off_target:{number}:all") for number in range(30))
    assert len(offline(replace(deck, slides=many))) < 2_000_000


def test_what_people_typed_is_shown_as_the_text_it_is() -> None:
    page = offline(decks.hostile()).decode()
    assert page.count("<script>") == page.count("</script>") == 1
    assert page.count("</style>") == 1
    assert "\x07" not in page
    words = unescape(re.sub(r"<[^>]+>", " ", page.split("<main>")[1]))
    assert line("<script>alert(1)</script></style> =HYPERLINK") in words
    assert '{{ 7*7 }} #eval("1") $x^2$' in words


def test_a_reversed_word_does_not_reverse_what_follows_it() -> None:
    texts = re.findall(r">([^<]+)<", offline(decks.hostile()).decode())
    reversed_ones = [text for text in texts if "\u202e" in text]
    assert reversed_ones
    assert [text for text in reversed_ones if text.rindex("\u202c") < text.rindex("\u202e")] == []


def test_two_decks_never_share_the_names_of_what_their_charts_are_made_of(deck: Deck) -> None:
    page = offline(deck).decode()
    names = re.findall(r'\sid="([^"]+)"', page)
    assert {name for name in names if names.count(name) > 1 and not name.startswith("c")} == set()
