"""A small line of recent figures with its target, as plain SVG text: sixty of them take a few milliseconds.

In: values, targets and states of the same length. Out: one <svg> element that names itself to screen readers.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, HEIGHT = 132, 36
SIDE, EDGE = 6.0, 7.0
"""Room at the sides and above and below, so that markers are not cut."""

Values = Sequence[float | None]
Place = tuple[float, float]
Placing = Callable[[int, float], Place]


@dataclass(frozen=True, slots=True)
class Recent:
    """Figures of recent periods, oldest first: `values`, target edges and `states` have one entry for every period.

    `broken` are the places from which the definition is another one.
    """

    values: Values
    low: Values
    high: Values
    states: Sequence[str]
    broken: Collection[int] = ()


def sparkline(recent: Recent, label: str, status: str = "unrated") -> str:
    """Draw recent figures against their target; gaps stay gaps, illustrative ones are hollow, the last is marked.

    `label` says the same in words. No line runs across a change of definition.
    """
    values, low, high = recent.values, recent.low, recent.high
    shown = [value for value in (*values, *low, *high) if value is not None]
    name = escape(label, quote=True).replace(":", "&#58;")
    start = (
        f'<svg class="kpi-spark kpi-{status}" role="img" aria-label="{name}" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'width="{WIDTH}" height="{HEIGHT}"><title>{name}</title>'
    )
    if not shown:
        return f"{start}</svg>"
    least, most = min(shown), max(shown)
    step = (WIDTH - 2 * SIDE) / max(len(values) - 1, 1)
    stretch = (HEIGHT - 2 * EDGE) / (most - least) if most > least else 0.0
    middle = 0.0 if most > least else (HEIGHT - 2 * EDGE) / 2

    def place(position: int, value: float) -> Place:
        return SIDE + position * step, HEIGHT - EDGE - middle - (value - least) * stretch

    targets = (_targets(edge, place, step) for edge in (low, high))
    return "".join((start, *targets, _figures(recent, place), "</svg>"))


def _targets(edge: Values, place: Placing, step: float) -> str:
    """Draw one edge of the target: level within a period, stepping between periods."""
    path = ""
    for run in _runs(edge):
        for position, value in run:
            x, y = place(position, value)
            path += f"{'L' if position != run[0][0] else 'M'}{x - step / 2:.1f} {y:.1f}H{x + step / 2:.1f}"
    return f'<path class="kpi-spark-target" d="{path}"/>' if path else ""


def _figures(recent: Recent, place: Placing) -> str:
    """Draw the line, a small ring for every illustrative figure, and the latest figure larger."""
    runs, states = _runs(recent.values, recent.broken), recent.states
    path = "".join("M" + "L".join("{:.1f} {:.1f}".format(*place(*pair)) for pair in run) for run in runs)
    pairs = [pair for run in runs for pair in run]
    last = pairs[-1][0] if pairs else -1
    alone = {run[0][0] for run in runs if len(run) == 1}
    dots = (
        _dot(place(*pair), hollow=states[pair[0]] == "illustrative", last=pair[0] == last)
        for pair in pairs
        if pair[0] == last or pair[0] in alone or states[pair[0]] == "illustrative"
    )
    return f'<path class="kpi-spark-line" d="{path}"/>{"".join(dots)}' if pairs else ""


def _dot(place: Place, *, hollow: bool, last: bool) -> str:
    kind = " ".join(filter(None, ("kpi-spark-last" if last else "kpi-spark-dot", "kpi-hollow" if hollow else "")))
    return f'<circle class="{kind}" cx="{place[0]:.1f}" cy="{place[1]:.1f}" r="{3.6 if last else 1.8}"/>'


def _runs(values: Values, broken: Collection[int] = ()) -> list[list[tuple[int, float]]]:
    """Cut a series at its gaps and at changes of definition into runs of place and value."""
    runs: list[list[tuple[int, float]]] = [[]]
    for position, value in enumerate(values):
        if value is None or position in broken:
            runs.append([])
        if value is not None:
            runs[-1].append((position, value))
    return [run for run in runs if run]


def label(subject: str, periods: Sequence[str], texts: Iterable[str], target: str) -> str:
    """Say in words what a sparkline shows: its span, first and last figure and the target."""
    told = [text for text in texts if text]
    if not told or not periods:
        return f"{subject}: no figures"
    movement = told[0] if len(told) == 1 else f"{told[0]} to {told[-1]}"
    return f"{subject}, {periods[0]} to {periods[-1]}: {movement}" + (f"; target {target}" if target else "; no target")
