"""The check that every row's area exists and is one that its indicator has figures for.

In: Facts. Out: rows whose area is unknown, or unknown to the indicator.
"""

from collections.abc import Iterator
from difflib import get_close_matches

import numpy as np

from kpi.intake.facts import Facts
from kpi.intake.figures import name
from kpi.intake.rules.rule import FigureRule, Found, where
from kpi.problem import Severity, excerpt


def _find(facts: Facts) -> Iterator[Found]:
    figures = facts.figures
    areas = list(figures.pack.area_titles)
    allowed = np.zeros((len(figures.definitions) + 1, len(areas) + 1), dtype=bool)
    allowed[-1] = allowed[:, -1] = True
    for place, definition in enumerate(figures.definitions):
        allowed[place, [areas.index(area) for area in definition.areas if area in areas]] = True

    def unknown(row: int) -> tuple[str, str]:
        close = get_close_matches(name(facts.cell(row, "area"))[:60], areas, n=3, cutoff=0.6)
        fix = f"Is {' or '.join(close)} meant?" if close else f"Areas are {', '.join(areas)}."
        return f"There is no area {excerpt(facts.cell(row, 'area'))}.", fix

    def unexpected(row: int) -> tuple[str, str]:
        definition, area = facts.definition(row), areas[int(figures.areas[row])]
        fix = f"It has figures for {', '.join(definition.areas)}."
        return f"{definition.id} has no figures for the area '{area}'.", fix

    yield Found(where(figures.areas < 0), "area", unknown)
    yield Found(where(~allowed[figures.indicators, figures.areas]), "area", unexpected)


RULE = FigureRule(
    code="unknown-area",
    severity=Severity.ERROR,
    prose=(
        "The area is one of the council's, by id or title, and one that the indicator has figures for. "
        "An empty area means the whole service."
    ),
    fails="indicator_id,area,period,value\nchildren_in_need,north,2018-19 Q4,821\n",
    passes="indicator_id,area,period,value\ncaseload,north,2018-19 Q4,17\n",
    find=_find,
)
