"""Makes packs of any size to measure with; every figure in them is random.

In: a folder and sizes. Out: council.yaml, indicators and, on request, a long CSV.
"""

from pathlib import Path

import numpy as np
import pandas as pd

from kpi.period import Period, parse

COUNCIL = """id: bench
name: Bench Council
service: Children's services
plan: A plan to measure with
opening_period: 2018-19 Q4
about: Every figure is random.
themes: [{id: demand, title: Demand}, {id: quality, title: Quality}, {id: workforce, title: Workforce}]
"""
INDICATOR = """  - id: indicator_{number}
    title: Indicator number {number}
    plain_title: Indicator number {number}
    theme: {theme}
    definition: A random percentage.
    why: To measure with.
    unit: percent
    decimals: 1
    polarity: higher
    frequency: quarter
    basis: in_period
    source: Random numbers
    owner: Head of Service {owner}
    lag_days: 20
    areas: [{areas}]
    targets: [{{periods: 2005-06 Q1 to 2030-31 Q4, at_least: 80, set_by: local, reason: To measure with.}}]
    tolerance: {{measure: percent, amber: 10}}
    order: {number}
"""
THEMES = ("demand", "quality", "workforce")
LAST = "2018-19 Q4"


def write_pack(folder: Path, indicators: int, areas: int = 0) -> Path:
    """Write the definitions of a pack; with areas, every indicator has figures for each and none for the whole."""
    names = [f"area_{number}" for number in range(areas)]
    (folder / "indicators").mkdir(parents=True)
    listed = "".join(f"\n  - {{id: {name}, title: Area {name[5:]}}}" for name in names)
    (folder / "council.yaml").write_text(COUNCIL + (f"areas:{listed}\n" if names else ""), encoding="utf-8")
    entries = (
        INDICATOR.format(number=n, theme=THEMES[n % 3], owner=n % 7, areas=", ".join(names) or "all")
        for n in range(indicators)
    )
    (folder / "indicators" / "all.yaml").write_text("indicators:\n" + "".join(entries), encoding="utf-8")
    return folder


def quarters(number: int) -> list[Period]:
    """List the last quarters up to the opening one, oldest first."""
    last = parse(LAST)
    return [last.shift(-back) for back in reversed(range(number))]


def figures(indicators: int, areas: int, number: int) -> pd.DataFrame:
    """Make figures for every indicator, area and quarter in the columns of the long CSV."""
    names = [f"area_{n}" for n in range(areas)] or ["all"]
    keys = pd.MultiIndex.from_product(
        [[f"indicator_{n}" for n in range(indicators)], names, [str(period) for period in quarters(number)]],
        names=["indicator_id", "area", "period"],
    ).to_frame(index=False)
    values = np.random.default_rng(2019).normal(80, 4, len(keys)).clip(55, 100).round(1)
    return keys.assign(value=values, state="final")
