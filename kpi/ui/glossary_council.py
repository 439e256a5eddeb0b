"""What holds for all indicators: the council's own choices, whom it is compared with, and how files are read.

In: a pack. Out: Html and texts in plain words; nothing here reads a figure.
"""

from collections.abc import Sequence
from typing import Final

from kpi.definitions.benchmark import BenchmarkFile
from kpi.definitions.council import ControlCharts
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.ui.markup import Html, element, facts, listed, prose

CHARTS: Final[dict[ControlCharts, str]] = {
    "house": "Changes of more than three times the usual are left out of the limits; two of three counts figures "
    "between near limit and limit.",
    "unscreened": "All changes count for the limits, large ones too.",
    "mdc_2023": "As proposed by NHS England's team in November 2023: two of three counts figures beyond a limit too.",
}
"""What each profile of control charts means."""


def choices(pack: Pack) -> Html:
    """Say the choices that hold for every indicator, closed until asked for."""
    council = pack.council
    told = facts(
        {
            "Control charts": f"{CHARTS[council.control_charts]} Profile: {council.control_charts}.",
            "Small numbers": f"Counts of children from 1 to {council.thresholds.small_number} are not published.",
            "Compared with": _others(pack.benchmarks),
            "Published files that are read": _sources(pack.benchmarks),
            "Recipes": _recipes(pack),
        }
    )
    summary = element("summary", "The council's choices, whom it is compared with, and how files are read")
    return element("details", summary, told)


def _others(them: BenchmarkFile | None) -> str:
    """Name the nation, the region and the neighbours of each model."""
    if them is None:
        return ""
    region = ", its region" if them.region else ""
    models = (f"{len(one.areas) or 'the'} statistical neighbours of {one.model}" for one in them.neighbours)
    return f"The nation{region} and {'; '.join(models) or 'no statistical neighbours'}."


def _sources(them: BenchmarkFile | None) -> Html | None:
    """List the titles of published files."""
    return listed(one.title for one in them.sources) if them and them.sources else None


def _recipes(pack: Pack) -> Html | None:
    """List the recipes by title with what they are for."""
    texts = [f"{one.title}: {one.description}" if one.description else one.title for one in pack.recipes]
    return listed(prose(text) for text in texts) if texts else None


def measures(one: Indicator, pack: Pack) -> Sequence[str]:
    """Name the published measures that answer for an indicator, the one looked at first in front."""
    if pack.benchmarks is None:
        return ()
    titles = {source.id: source.title for source in pack.benchmarks.sources}
    named = (compared for compared in pack.benchmarks.compared if compared.indicator == one.id)
    return tuple(f"{compared.measure}, in {titles.get(compared.source, compared.source)}" for compared in named)


def recipes_of(one: Indicator, pack: Pack) -> tuple[str, ...]:
    """Name the recipes that bring an indicator's figures under a name of their own."""
    return tuple(
        recipe.title
        for recipe in pack.recipes
        if one.id in {*recipe.indicators.values(), *recipe.columns.values(), recipe.fixed.get("indicator_id")}
    )
