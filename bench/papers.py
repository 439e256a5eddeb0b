"""A tagged PDF with 24 charts, against Matplotlib drawing the same 24 charts alone, in one fresh process.

In: made figures. Out: one ratio, and the most memory that the process took. Both ways draw every chart anew.
"""

import math
import resource
import statistics
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime

from bench.timing import Ratio, seconds
from kpi.charts.model import Band, Chart, Line, Point, Target
from kpi.charts.static import forget, vector
from kpi.reports.model import Block, Cell, Column, Paragraph, Picture, Report, Section, Table
from kpi.reports.pdf import pdf

CHARTS, RUNS = 24, 7
GOAL, MEMORY_GOAL = 1.5, 500
QUARTERS = tuple(f"Q{quarter} {year}" for year in ("2016-17", "2017-18", "2018-19") for quarter in (1, 2, 3, 4))


def measure() -> Iterator[Ratio]:
    """Make the paper and the bare drawings by turns in a process of its own."""
    run = subprocess.run([sys.executable, "-m", "bench.papers"], capture_output=True, text=True, check=True)
    ours, bare, memory, size = map(float, run.stdout.split())
    note = f"{size / 1024:.0f} KiB of PDF, {memory / 1024:.0f} MiB at most (goal {MEMORY_GOAL})"
    yield Ratio(f"PDF/UA-1 with {CHARTS} charts against Matplotlib drawing them alone", ours, bare, GOAL, note)


def report() -> Report:
    """Give a paper of indicator pages: a sentence, a chart and every figure, 24 times."""
    columns = (Column("Period"), Column("Figure", "right"), Column("Status"))
    blocks: list[Block] = []
    for chart in map(_chart, range(CHARTS)):
        cells = [(Cell(period), Cell(point.text), _status(point)) for period, point in _told(chart)]
        blocks += [Paragraph(chart.title), Picture(chart, "By quarter"), Table("Every figure", columns, tuple(cells))]
    made = datetime(2019, 6, 5, 9, 30, tzinfo=UTC)
    return Report(
        id="bench",
        title="Children's services: every indicator",
        kind="committee",
        audience="scrutiny",
        council="A council",
        service="Children's services",
        period="Q4 2018-19",
        meeting="Scrutiny panel",
        meeting_day=date(2019, 6, 19),
        deadline=None,
        revision=1,
        made=made,
        seal="0" * 64,
        fields=(),
        recommendations=(),
        sections=(Section("pages", "Indicator pages", "A", tuple(blocks), appendix=True),),
    )


def _chart(number: int) -> Chart:
    """Give the chart of one made indicator with its target and the bands of its status."""
    values = [round(80 + number / 4 + 6 * math.sin(number + quarter / 2), 1) for quarter in range(12)]
    points = tuple(Point(value, f"{value}%", "green" if value >= 85 else "red") for value in values)
    title = f"Visits on time in team {number + 1} stand at {values[-1]}%"
    spans = {"red": (-math.inf, 80.0), "amber": (80.0, 85.0), "green": (85.0, math.inf)}
    bands = tuple(Band(status, (span,) * 12) for status, span in spans.items())
    target = Target("Target at least 85%", (85.0,) * 12, (None,) * 12)
    return Chart(title, f"Line chart. {title}.", "Per cent", QUARTERS, (Line("", points),), (target,), bands, chosen=11)


def _told(chart: Chart) -> Iterator[tuple[str, Point]]:
    return zip(chart.periods, chart.lines[0].points, strict=True)


def _status(point: Point) -> Cell:
    return Cell("On target" if point.status == "green" else "Off target", point.status)


def main() -> None:
    """Print the seconds of both ways, the most memory in KiB and the size of the PDF in bytes."""
    paper = report()
    charts = [picture.chart for picture in paper.pictures()]
    size = len(pdf(paper))
    pairs = [(seconds(_paper, paper), seconds(_alone, charts)) for _ in range(RUNS)]
    ours, bare = (statistics.median(taken) for taken in zip(*pairs, strict=True))
    print(ours, bare, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, size)


def _paper(paper: Report) -> None:
    """Make the PDF, with every chart drawn anew."""
    forget()
    pdf(paper)


def _alone(charts: list[Chart]) -> None:
    """Draw every chart as SVG, and nothing more."""
    forget()
    for chart in charts:
        vector(chart)


if __name__ == "__main__":
    main()
