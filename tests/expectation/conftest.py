"""A caseload series of a year, and how to ask what came of an expectation."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest

from kpi.definitions.expectation import Expectation
from kpi.definitions.indicator import Indicator
from kpi.expectation import Answer, answer
from kpi.scorecard import judged_series
from tests.support.figures import Figure, frame, indicator, pack, quarter, target

Ask = Callable[..., Answer]


@pytest.fixture
def caseload() -> Indicator:
    return indicator(
        unit="cases",
        decimals=1,
        polarity="lower",
        no_change=0.1,
        lag_days=20,
        targets=[target(between=[16, 18])],
    )


@pytest.fixture
def ask() -> Ask:
    def asked(
        definition: Indicator,
        figures: Sequence[Figure],
        *,
        upto: str = "2018-19 Q4",
        start: str | None = None,
        **expected: Any,
    ) -> Answer:
        council, drawn = pack(definition), frame(figures, definition.id)
        expectation = Expectation.model_validate({"indicator": definition.id} | expected)
        first = quarter(start) if start else None
        return answer(expectation, lambda i, a: judged_series(drawn, council, i, a, 3), quarter(upto), first)

    return asked
