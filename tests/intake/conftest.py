"""A small council whose figures the intake tests check."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import pytest

from kpi import series
from kpi.definitions.council import Council
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.intake import Candidate, Options, read_figures

TODAY = date(2019, 6, 19)


def indicator(id_: str, **given: Any) -> Indicator:
    """An indicator with everything a test does not care about filled in."""
    base: dict[str, Any] = {
        "id": id_,
        "title": id_.replace("_", " ").capitalize(),
        "plain_title": "In plain words",
        "theme": "demand",
        "definition": "What is counted.",
        "why": "It matters.",
        "unit": "count",
        "polarity": "none",
        "frequency": "quarter",
        "basis": "snapshot",
        "source": "Case records",
        "owner": "Head of Service",
        "lag_days": 20,
        "order": 1,
    }
    return Indicator.model_validate(base | given)


INDICATORS = (
    indicator("caseload", unit="cases", decimals=1, areas=("all", "north", "south"), owner="Head of Workforce"),
    indicator("children_in_need", title="Children in need"),
    indicator("reviews_on_time", unit="percent", decimals=1, numerator="on time", denominator="due"),
    indicator("growth", unit="percent", bounds={"least": -100, "most": 1000}),
    indicator("referral_rate", unit="rate", per=10_000, decimals=1, frequency="year", basis="in_period"),
    indicator("agency_spend", unit="pounds", basis="year_to_date"),
    indicator("budget_variance", unit="pounds"),
    indicator("net_budget", unit="pounds", in_millions=True, decimals=1),
    indicator("missing_episodes", frequency="month", basis="in_period"),
    indicator("gcse_results", unit="percent", frequency="year", calendar="academic"),
    indicator("population", frequency="year", calendar="calendar"),
    indicator("visits", calendar="calendar"),
    indicator("audits_good", unit="percent", frequency="date"),
    indicator("contacts", breaks=({"period": "2018-19 Q1", "reason": "A new front door."},)),
)


def pack_of(indicators: tuple[Indicator, ...]) -> Pack:
    """A council with two teams."""
    council = {
        "id": "example",
        "name": "Example Council",
        "service": "Children's Services",
        "plan": "Improvement plan",
        "opening_period": "2018-19 Q4",
        "about": "An example.",
        "themes": [{"id": "demand", "title": "Demand"}],
        "areas": [{"id": "north", "title": "North team"}, {"id": "south", "title": "South team"}],
    }
    return Pack(council=Council.model_validate(council), indicators=indicators)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The council of the intake's tests."""
    return pack_of(INDICATORS)


class Intake:
    """Loads texts on top of what was loaded before, as an analyst would."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack
        self.current = series.empty()

    def read(self, content: str | bytes, name: str = "figures.csv", today: date = TODAY, **told: Any) -> Candidate:
        body = content.encode() if isinstance(content, str) else content
        return read_figures(name, body, self.pack, today=today, current=self.current, options=Options(**told))

    def hold(self, content: str | bytes, name: str = "published.csv") -> None:
        """Take a file's figures as published."""
        self.take(self.read(content, name).frame.drop(columns="file_row").to_dict("records"))

    def take(self, rows: Sequence[Mapping[str, Any]]) -> None:
        """Take rows of the series contract as published, on top of what is."""
        held = self.current.drop(columns=["council", "revision"]).to_dict("records")
        self.current = series.conform(pd.DataFrame([*held, *rows]))


@pytest.fixture
def intake(pack: Pack) -> Intake:
    return Intake(pack)
