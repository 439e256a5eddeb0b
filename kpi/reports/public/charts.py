"""Charts of the public edition, drawn from figures as printed: what is hidden is a gap.

In: a Measure. Out: a Chart, or None where there are fewer than two numbers.
"""

from kpi.charts.indicator import AXES
from kpi.charts.model import NO_FIGURE, Break, Chart, Line, Point
from kpi.reports.public import plain
from kpi.reports.public.edition import Measure, Shown

FEWEST = 2


def chart(measure: Measure) -> Chart | None:
    """Draw the figures of a measure."""
    numbers = [figure for figure in measure.figures if figure.value is not None]
    if len(numbers) < FEWEST:
        return None
    return Chart(
        title=measure.full_title,
        alt=_alt(measure),
        axis=AXES.get(measure.unit, f"In every {measure.per:,}" if measure.per else "Rate"),
        periods=tuple(plain.short(figure.period) for figure in measure.figures),
        lines=(Line("", tuple(_point(figure) for figure in measure.figures)),),
        breaks=_breaks(measure),
        chosen=len(measure.figures) - 1,
    )


def _breaks(measure: Measure) -> tuple[Break, ...]:
    """Mark where counting changed, as far as the chart reaches back."""
    places = {figure.when: at for at, figure in enumerate(measure.figures) if at}
    return tuple(Break(places[when], reason) for when, reason in measure.changes if when in places)


def _point(figure: Shown) -> Point:
    return Point(figure.value, figure.text if figure.value is not None else NO_FIGURE, state=figure.state)


def _alt(measure: Measure) -> str:
    """Say every figure that the chart draws, so that it can be heard as well as seen."""
    told = "; ".join(f"{figure.when} {figure.text}" for figure in measure.figures)
    return f"Line chart of {measure.full_title}: {told}."
