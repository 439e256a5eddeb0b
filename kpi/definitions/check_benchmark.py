"""What benchmarks.yaml must agree with: its own sources, and the indicators.

In: benchmarks.yaml as far as it can be understood. Out: a Problem for each contradiction. One rule a function.
"""

from collections.abc import Iterator

from kpi.definitions.benchmark import BenchmarkFile
from kpi.definitions.check_expectation import check_indicator
from kpi.definitions.codes import Code
from kpi.definitions.faults import nearest
from kpi.definitions.files import Part
from kpi.definitions.known import World
from kpi.definitions.node import Node, root, taken
from kpi.problem import Problem, Where, excerpt


def check_benchmarks(part: Part[BenchmarkFile] | None, world: World) -> Iterator[Problem]:
    """Run every rule over benchmarks.yaml."""
    top = root(part)
    if top is None:
        return
    first_of: dict[str, Where] = {}
    for source in top.nodes("sources"):
        name = source.text("id")
        if name:
            yield from taken(name, source.where("id"), first_of)
    for one in top.nodes("compared"):
        indicator = one.text("indicator")
        if indicator:
            yield from check_indicator(indicator, one.where("indicator"), world)
        yield from _check_source(one, list(first_of), top)
    for one in top.nodes("neighbours"):
        yield from _check_source(one, list(first_of), top)


def _check_source(one: Node, known: list[str], top: Node) -> Iterator[Problem]:
    """Require a source that is listed."""
    name = one.text("source")
    if name and name not in known and top.whole("sources"):
        message = f"There is no source {excerpt(name)}."
        yield Problem(Code.UNKNOWN_SOURCE, message, nearest(name, known), one.where("source"))
