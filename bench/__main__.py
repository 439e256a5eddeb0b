"""Print the ratios: `python -m bench [loading|benchmarks|judging|charts|screens|plans|presenting ...]`.

In: names of measurements, all when none is given. Out: a line a ratio with its goal. It never fails on a slow machine.
"""

import sys

from bench import benchmarks, charts, judging, loading, papers, plans, presenting, quarter_packs, screens
from bench.timing import Ratio

MEASUREMENTS = {
    "loading": loading.measure,
    "benchmarks": benchmarks.measure,
    "judging": judging.measure,
    "charts": charts.measure,
    "screens": screens.measure,
    "plans": plans.measure,
    "papers": papers.measure,
    "presenting": presenting.measure,
    "packs": quarter_packs.measure,
}


def main(names: list[str]) -> int:
    """Run the named measurements one after the other."""
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        print(f"There is no measurement {', '.join(unknown)}; there are {', '.join(MEASUREMENTS)}.", file=sys.stderr)
        return 2
    for name in names or MEASUREMENTS:
        for ratio in MEASUREMENTS[name]():
            _print(ratio)
    return 0


def _print(ratio: Ratio) -> None:
    """Print one ratio with what was divided by what."""
    print(f"{ratio.name}\n  {ratio.text}", flush=True)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
