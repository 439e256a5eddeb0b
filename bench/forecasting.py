"""Back-tests of the forecast: every year end that is known by now, forecast from what was known before it.

In: the pack's own series, and with `python -m bench.forecasting FILE` those of the Local Authority Interactive Tool.
Out: the tables of docs/forecast.md.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import numpy as np

from bench.histories import Floats, Series, pack_series, tool_series
from kpi.judge import forecast
from kpi.judge.forecast import Kind

Candidate = Callable[[Floats, int, int], float]
HEADER = "| Method | Error / last period's | Closer, further | Error / last year's | Closer, further |"
"""Mean errors as a share of those of the two plain forecasts, and the forecasts closer than theirs."""

PUBLISHED = "Published years of the demonstration"
LEVEL_QUARTERS = "Illustrative quarters, figures on their own"
TOTAL_QUARTERS = "Illustrative quarters, totals of the year to date"
TOOL = "Published years of the Local Authority Interactive Tool"


def last_period(past: Floats, _reach: int, _season: int) -> float:
    """Stay where it is."""
    return float(past[-1])


def last_year(past: Floats, reach: int, season: int) -> float:
    """End as the last whole year ended."""
    return float(past[-1 + reach - season])


def drift(past: Floats, reach: int, _season: int, share: float = 1.0) -> float:
    """Go on by the mean change so far, or by a share of it."""
    return float(past[-1] + share * reach * (past[-1] - past[0]) / (len(past) - 1))


def half_drift(past: Floats, reach: int, season: int) -> float:
    """Go on by half of the mean change so far."""
    return drift(past, reach, season, 0.5)


def smoothed(past: Floats, _reach: int, _season: int) -> float:
    """Stay at the smoothed level, in which the newest figure counts four fifths."""
    level = past[0]
    for value in past[1:]:
        level += 0.8 * (value - level)
    return float(level)


def mean_of_three(past: Floats, _reach: int, _season: int) -> float:
    """Come back to the mean of the last three figures."""
    return float(past[-3:].mean())


def rest_as_last_year(past: Floats, reach: int, season: int) -> float:
    """Add the rest of last year to the year so far."""
    return float(past[-1] if reach == season else past[-1] + past[-1 + reach - season] - past[-1 - season])


def scaled(past: Floats, reach: int, season: int) -> float:
    """Grow last year's total in proportion to the year so far."""
    return float(past[-1] if reach == season else past[-1 + reach - season] * past[-1] / past[-1 - season])


def straight_line(past: Floats, reach: int, season: int) -> float:
    """Go on at the pace of the year so far."""
    return float(past[-1] if reach == season else past[-1] * season / (season - reach))


LEVELS: dict[str, Candidate] = {
    "same as last period": last_period,
    "same as last year": last_year,
    "smoothed level (newest counts 0.8)": smoothed,
    "half the mean change": half_drift,
    "mean change (drift)": drift,
    "mean of the last three": mean_of_three,
}
TOTALS: dict[str, Candidate] = {
    "same as last period": last_period,
    "same as last year": last_year,
    "rest of the year as last year": rest_as_last_year,
    "last year scaled by the year so far": scaled,
    "straight line through the year so far": straight_line,
}


def table(series: Iterable[Series], candidates: dict[str, Candidate]) -> list[str]:
    """Give the table of errors: means over series of each mean error as a share of the baseline's; forecasts closer."""
    errors = [found for one in series if (found := _errors(one, candidates)).size]
    lines = [HEADER, "| --- | ---: | ---: | ---: | ---: |"]
    for place, name in enumerate(candidates):
        lines.append("| " + " | ".join([name, *_against(errors, place, 0), *_against(errors, place, 1)]) + " |")
    return lines


def _errors(one: Series, candidates: dict[str, Candidate]) -> Floats:
    """Give the absolute errors of each forecast (rows) by each candidate (columns)."""
    return np.array(
        [
            [abs(ask(past, reach, one.season) - came) for ask in candidates.values()]
            for past, reach, came in one.origins()
        ]
    )


def _against(errors: list[Floats], place: int, baseline: int) -> tuple[str, str]:
    """Say the mean relative error and the shares of forecasts closer and further than a baseline's."""
    told = [(found[:, place], found[:, baseline]) for found in errors if found[:, baseline].mean() > 0]
    ratio = np.mean([own.mean() / base.mean() for own, base in told])
    own, base = (np.concatenate(side) for side in zip(*told, strict=True))
    closer, further = np.mean(own < base - 1e-9), np.mean(own > base + 1e-9)
    return f"{ratio:.2f}", f"{closer:.0%}, {further:.0%}"


def held(series: Iterable[Series]) -> tuple[int, float]:
    """Count the year ends whose forecast had an interval, and give the share that lay within it."""
    within = [inside for one in series for inside in _inside(one)]
    return len(within), float(np.mean(within)) if within else float("nan")


def _inside(one: Series) -> Iterator[bool]:
    """Tell for each forecast with an interval whether the year ended within it."""
    for past, reach, came in one.origins():
        starts = [place % one.season == 0 for place in range(len(past))]
        found = forecast.year_end(past, starts, [one.kind], reach, one.season)
        if np.isfinite(found.low[0]):
            noise = 1e-9 * abs(came)
            yield bool(found.low[0] - noise <= came <= found.high[0] + noise)


def main(files: list[str]) -> int:
    """Print the tables of docs/forecast.md; that of the tool where its file is named."""
    for heading, lines in sections(Path(files[0]) if files else None).items():
        print(f"## {heading}\n", *lines, "", sep="\n", flush=True)
    return 0


def sections(file: Path | None = None) -> dict[str, list[str]]:
    """Give the tables by their headings; that of the tool where its file is given."""
    quarters = pack_series("quarter")
    told = {
        PUBLISHED: _section(pack_series("year"), LEVELS),
        LEVEL_QUARTERS: _section([one for one in quarters if one.kind is Kind.LEVEL], LEVELS),
        TOTAL_QUARTERS: _section([one for one in quarters if one.kind is Kind.TOTAL_TO_DATE], TOTALS),
    }
    return told | ({TOOL: _section(tool_series(file), LEVELS)} if file else {})


def _section(series: list[Series], candidates: dict[str, Candidate]) -> list[str]:
    return [_counted(series), "", *table(series, candidates)]


def _counted(series: list[Series]) -> str:
    """Say what was forecast, and how many year ends lay within the interval."""
    asked, share = held(series)
    used = sum(1 for one in series if any(True for _ in one.origins()))
    return f"{used:,} series, {asked:,} forecasts with an interval; {share:.0%} of the year ends lay within it."


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
