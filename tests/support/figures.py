"""Small councils for tests: an indicator, a pack and figures in a line each.

In: what a test is about. Out: real definitions and frames, everything else sensible.
"""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from kpi import series
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.period import Calendar, Period, parse
from kpi.scorecard import Row, Scorecard, assemble

Figure = tuple[str, float | None] | tuple[str, float | None, dict[str, Any]]

AREAS = [
    {"id": "assessment", "title": "Assessment team"},
    {"id": "children_in_care", "title": "Children in care team"},
]
DEFAULTS: dict[str, Any] = {
    "id": "caseload",
    "title": "Average caseload",
    "plain_title": "Children each worker supports",
    "theme": "workforce",
    "definition": "Cases held divided by workers who hold cases.",
    "why": "A worker with too many cases cannot know each child.",
    "unit": "percent",
    "polarity": "higher",
    "frequency": "quarter",
    "basis": "snapshot",
    "source": "Case records",
    "owner": "Head of Assessment",
    "lag_days": 10,
    "order": 10,
}


def target(periods: str | None = "from 2010-11 Q1", **given: Any) -> dict[str, Any]:
    """Give a target as YAML would; `target(at_least=75)`."""
    return {"set_by": "local", "reason": "Agreed by the board."} | ({"periods": periods} if periods else {}) | given


def indicator(**given: Any) -> Indicator:
    """Give an indicator; what is not given is a quarterly snapshot percentage that should be high."""
    return Indicator.model_validate(DEFAULTS | given)


def pack(*indicators: Indicator, **chosen: Any) -> Pack:
    """Give a council with two themes, two teams, these indicators and what else it chose."""
    council = {
        "id": "wolverhampton",
        "name": "City of Wolverhampton Council",
        "service": "Children's Services",
        "plan": "Improvement plan 2018-19",
        "opening_period": "2018-19 Q4",
        "about": "A small council for tests.",
        "themes": [{"id": "workforce", "title": "Workforce"}, {"id": "quality", "title": "Quality of practice"}],
        "areas": AREAS,
    }
    return Pack.model_validate({"council": council | chosen, "indicators": indicators})


def frame(figures: Sequence[Figure], of: str = "caseload", **common: Any) -> pd.DataFrame:
    """Give figures of one indicator in the series contract; `("2018-19 Q4", None, {"symbol": "c"})` is suppressed."""
    rows = [
        {"indicator": of, "period": figure[0], "value": figure[1]} | common | (figure[2] if len(figure) > 2 else {})
        for figure in figures
    ]
    names = dict.fromkeys(name for row in rows for name in row)
    return series.conform({name: [row.get(name, series.DEFAULTS.get(name, "")) for row in rows] for name in names})


def together(*frames: pd.DataFrame) -> pd.DataFrame:
    """Put frames of several indicators into one."""
    return series.conform(pd.concat([f.astype(dict.fromkeys(series.TEXTS, object)) for f in frames]))


def quarter(text: str = "2018-19 Q4") -> Period:
    """Give a period of the financial year."""
    return parse(text, Calendar.FINANCIAL)


def card(figures: pd.DataFrame, *indicators: Indicator, period: str = "2018-19 Q4") -> Scorecard:
    """Assemble a scorecard of these indicators at revision 3."""
    return assemble(figures, pack(*indicators), quarter(period), 3)


def row(definition: Indicator, *figures: Figure, period: str = "2018-19 Q4") -> Row:
    """Give the one row of a scorecard with one indicator."""
    return card(frame(figures, definition.id), definition, period=period).rows[0]
