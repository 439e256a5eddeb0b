"""Series to back-test forecasts on: the pack's own, and those of the Local Authority Interactive Tool.

In: the pack's definitions and observations, a file of the tool. Out: runs of figures without gaps.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from kpi import series
from kpi.definitions.read import read_pack
from kpi.judge.forecast import LEAST_CHECKS, Kind
from kpi.period import Calendar, Frequency
from kpi.scorecard.forecasts import kind_of
from kpi.scorecard.judged import in_doubt, segments
from kpi.scorecard.kinds import by_kind, keys_of

Floats = NDArray[np.float64]
LEAST = LEAST_CHECKS + 1
"""Points known before the first year end that is forecast."""
PACK = Path(__file__).resolve().parents[1] / "data"
FILES = ("01_published_dfe_annual", "02_published_council", "03_illustrative_quarters")
SEASONS = {"year": 1, "quarter": 4}


@dataclass(frozen=True, eq=False)
class Series:
    """A series without gaps, oldest first: `season` points make a year, and the first begins one."""

    values: Floats
    season: int = 1
    kind: Kind = Kind.LEVEL

    def reach(self, known: int) -> int:
        """Give how many points ahead the next year end lies when so many points are known."""
        return self.season - known % self.season

    def origins(self) -> Iterator[tuple[Floats, int, float]]:
        """Give what was known, how far ahead the year end lay, and how the year ended."""
        for known in range(LEAST, len(self.values)):
            reach = self.reach(known)
            if known + reach <= len(self.values):
                yield self.values[:known], reach, float(self.values[known + reach - 1])


def tool_series(path: Path) -> list[Series]:
    """Read the longest run of years of every measure and area of the Local Authority Interactive Tool."""
    years: dict[tuple[str, str, str], dict[int, float]] = defaultdict(dict)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        for line in csv.DictReader(lines):
            number, year = line["Values"].strip(), re.match(r"\d{4}", line["Years"])
            if year and re.fullmatch(r"-?\d+(\.\d+)?([eE]-?\d+)?", number):
                shape = re.sub(r"\d", "9", line["Years"].split(" (")[0])
                years[line["Short Desc"], line["LA and Regions"], shape][int(year[0])] = float(number)
    return [Series(run) for found in years.values() if len(run := _longest(found)) > LEAST]


def _longest(found: dict[int, float]) -> Floats:
    """Give the longest run of years that follow each other."""
    runs: list[list[float]] = [[]]
    for year in range(min(found), max(found) + 1):
        if year in found:
            runs[-1].append(found[year])
        elif runs[-1]:
            runs.append([])
    return np.array(max(runs, key=len))


def pack_series(frequency: str) -> list[Series]:
    """Read the pack's series of years or quarters: the longest run of one definition, without figures in doubt.

    A run of quarters begins with the first of a year. The pack's years are published, its quarters illustrative.
    """
    pack, _ = read_pack(PACK)
    found: list[Series] = []
    if pack is None:
        return found
    frame = _observations()
    for definitions in by_kind(one for one in pack.by_id.values() if one.frequency == frequency):
        keys = keys_of(definitions)
        laid_out = series.matrix(frame, keys, Frequency(frequency), Calendar(definitions[0].calendar))
        of_key = [pack.by_id[indicator] for indicator, _ in keys]
        doubtful, pieces = in_doubt(laid_out, of_key), segments(laid_out, of_key)
        begins = [period.first_day == period.year.first_day for period in laid_out.periods]
        for row, definition in enumerate(of_key):
            values = np.where(doubtful[row], np.nan, laid_out.values[row])
            run = max(_runs(values, pieces[row], begins), key=len, default=[])
            if len(run) > LEAST:
                found.append(Series(np.array(run), SEASONS[frequency], kind_of(definition)))
    return found


def _runs(values: Floats, pieces: NDArray[np.int8], begins: list[bool]) -> Iterator[list[float]]:
    """Cut a series at gaps and breaks; each run starts with the first period of a year."""
    run: list[float] = []
    for place, value in enumerate(values.tolist()):
        broken = place > 0 and pieces[place] != pieces[place - 1]
        if run and (broken or np.isnan(value)):
            yield run
            run = []
        if not np.isnan(value) and (run or begins[place]):
            run.append(value)
    yield run


def _observations() -> pd.DataFrame:
    """Read the pack's own figures as the series contract has them."""
    files = [PACK / "observations" / f"{name}.csv" for name in FILES]
    read = pd.concat([pd.read_csv(file, dtype=str, keep_default_na=False) for file in files])
    read = read.rename(columns={"indicator_id": "indicator"}).replace({"area": {"": "all"}})
    numbers = {name: pd.to_numeric(read[name], errors="coerce") for name in series.NUMBERS}
    return series.conform(
        read[["indicator", "area", "period", "state"]]
        .reset_index(drop=True)
        .assign(**{name: column.to_numpy() for name, column in numbers.items()})
    )
