"""Decks with every kind of slide."""

from datetime import UTC, datetime

import pytest

from kpi.reports.model import Cell, Column, KeyFigure, Table
from kpi.reports.slides import Deck, Slide

TABLE = Table(
    "Actions that are overdue",
    (Column("Action"), Column("Due"), Column("Status")),
    (
        (Cell("1.2 Recruit social workers"), Cell("March 2019"), Cell("Off target", "red")),
        (Cell("2.1 Audit of supervision"), Cell("June 2019"), Cell("On target", "green")),
    ),
)
SLIDES = (
    Slide(
        "opening",
        "Of 12 figures 7 are on target, 3 are close and 2 are off target.",
        "opening",
        figures=(KeyFigure("On target", "7", "green", "on target"), KeyFigure("Off target", "2", "red", "off target")),
        notes="Thank the teams.\nSay that two figures are late.",
    ),
    Slide("written:1", "What we ask the panel", "written", points=("Agree the new target.", "Note the delay.")),
    Slide("overdue", "2 actions are overdue.", "overdue", table=TABLE, who="Head of Service"),
)


@pytest.fixture
def deck() -> Deck:
    made = datetime(2019, 6, 19, 9, 0, tzinfo=UTC)
    return Deck("Improvement plan", "scrutiny", "Wolverhampton", "Q4 2018-19", 12, made, "ab" * 32, SLIDES)
