"""Charts of the public edition, drawn from figures as printed: what is hidden is a gap.

In: a Measure. Out: a Chart, or None where there are fewer than two numbers.
"""

from kpi.charts.indicator import AXES
from kpi.charts.model import NO_FIGURE, Break, Chart, Line, Point
from kpi.reports.public.edition import Measure, Shown

FEWEST = 2


def chart(measure: Measure) -> Chart | None:
    """Draw the figures of a measure."""
    numbers = [figure for figure in measure.figures if figure.value is not None]
    if len(numbers) < FEWEST:
        return None
    return Chart(
        title=measure.full_title,
        alt=_alt(measure, numbers),
        axis=AXES.get(measure.unit, f"In every {measure.per:,}" if measure.per else "Rate"),
        periods=tuple(figure.when for figure in measure.figures),
        lines=(Line("", tuple(_point(figure) for figure in measure.figures)),),
        breaks=tuple(
            Break(place, reason) for first, reason in measure.changes if (place := _place(measure, first)) is not None
        ),
        chosen=len(measure.figures) - 1,
    )


def _place(measure: Measure, first: object) -> int | None:
    """Find the figure from which counting changed; None where the chart does not reach back to it."""
    return next((at for at, figure in enumerate(measure.figures) if at and figure.period == first), None)


def _point(figure: Shown) -> Point:
    return Point(figure.value, figure.text if figure.value is not None else NO_FIGURE, state=figure.state)


def _alt(measure: Measure, numbers: list[Shown]) -> str:
    """Say what the chart shows: first, last, and where it is broken."""
    first, last = numbers[0], numbers[-1]
    gaps = " Some points are not shown, so that no child can be recognised." if _gaps(measure) else ""
    return (
        f"Line chart of {measure.full_title}: {first.text} ({first.when}) to {last.text} ({last.when}).{gaps} "
        "The table below holds every figure."
    )


def _gaps(measure: Measure) -> bool:
    return any(figure.is_hidden for figure in measure.figures)
