"""Decks with every kind of slide."""

import pytest

from kpi.reports.slides import Deck
from tests.support import decks


@pytest.fixture
def deck() -> Deck:
    return decks.briefing()


@pytest.fixture
def hostile() -> Deck:
    return decks.hostile()
