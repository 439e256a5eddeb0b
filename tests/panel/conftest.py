"""A small council whose panel meets as Wolverhampton's did, and how to see its record."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest

from kpi.definitions.pack import Pack
from kpi.definitions.panel import PanelFile
from kpi.entry import Entry
from kpi.panel import PanelView, assemble
from kpi.scorecard import judged_series
from tests.support.figures import frame, indicator, pack, quarter, together

BODIES = [
    {"id": "scrutiny", "title": "Scrutiny Panel"},
    {"id": "leadership", "title": "Leadership team", "public": False},
]
MEETINGS = [
    {"id": "november_2017", "body": "scrutiny", "date": "2017-11-01"},
    {"id": "june_2018", "body": "scrutiny", "date": "2018-06-20", "venue": "Civic Centre"},
    {"id": "september_2018", "body": "scrutiny", "date": "5 September 2018"},
    {"id": "leaders_2019", "body": "leadership", "date": "2019-05-02", "illustrative": True},
    {"id": "june_2019", "body": "scrutiny", "date": "2019-06-19"},
    {"id": "november_2019", "body": "scrutiny", "date": "2019-11-27"},
]
RATE = indicator(
    id="agency_rate", title="Agency rate", polarity="lower", decimals=1, lag_days=20, owner="Head of Workforce"
)
SUPERVISION = indicator(id="supervision", title="Supervision", frequency="month", lag_days=10, order=20)
BUDGET = indicator(id="budget", title="Budget", unit="pounds", frequency="year", lag_days=80, order=30)
WEEK = indicator(id="week", title="Practice week", frequency="date", polarity="none", lag_days=20, order=40)
FIGURES = together(
    frame([("2018-19 Q1", 16.2), ("2018-19 Q2", 14.2), ("2018-19 Q4", 10.2)], "agency_rate"),
)

Council = Callable[..., Pack]
See = Callable[..., PanelView]


@pytest.fixture
def council() -> Council:
    def made(**panel: Any) -> Pack:
        given = {"bodies": BODIES, "meetings": MEETINGS} | panel
        base = pack(RATE, SUPERVISION, BUDGET, WEEK)
        return base.model_copy(update={"panel": PanelFile.model_validate(given)})

    return made


@pytest.fixture
def see(council: Council) -> See:
    def seen(day: date, *, period: str = "2018-19 Q4", entries: Sequence[Entry] = (), **panel: Any) -> PanelView:
        made = council(**panel)
        return assemble(made, entries, lambda i, a: judged_series(FIGURES, made, i, a, 3), quarter(period), day, 3)

    return seen
