"""The offline file: one file, nothing from outside, the same bytes again."""

import base64
import hashlib
import re
from dataclasses import replace

from kpi.reports.deck import offline
from kpi.reports.slides import Deck


def test_the_same_deck_gives_the_same_bytes(deck: Deck) -> None:
    assert offline(deck) == offline(replace(deck))


def test_the_policy_allows_its_own_style_and_script_and_nothing_else(deck: Deck) -> None:
    page = offline(deck).decode()
    policy = page.split('Content-Security-Policy" content="')[1].split('"')[0].replace("&#39;", "'")
    for name in ("style", "script"):
        (text,) = re.findall(f"<{name}>(.*?)</{name}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "unsafe" not in policy


def test_every_slide_stands_in_order_without_the_script(deck: Deck) -> None:
    page = offline(deck).decode()
    assert [page.index(slide.title) for slide in deck.slides] == sorted(page.index(s.title) for s in deck.slides)
