"""A council's whole set of definitions, as one frozen value with one text.

In: models, or the text recorded in the ledger. Out: look-ups by id, and the canonical text whose hash names the set.
"""

from functools import cached_property
from hashlib import sha256

from pydantic import Field

from kpi.definitions.base import Definition
from kpi.definitions.benchmark import BenchmarkFile
from kpi.definitions.council import Council
from kpi.definitions.indicator import Indicator
from kpi.definitions.inspection import InspectionFile
from kpi.definitions.legend import Legend
from kpi.definitions.panel import PanelFile
from kpi.definitions.paper import Paper
from kpi.definitions.plan import Action, PlanFile, PlanYear
from kpi.definitions.recipe import Recipe

WHOLE_SERVICE = "all"
WHOLE_SERVICE_TITLE = "Whole service"


class Pack(Definition):
    """The council, its indicators in scorecard order, its plan, inspections and panel."""

    council: Council
    """The council."""
    indicators: tuple[Indicator, ...] = ()
    """Its indicators."""
    legends: tuple[Legend, ...] = ()
    """What the colours of a plan can mean."""
    years: tuple[PlanYear, ...] = ()
    """The years of the plan."""
    plans: tuple[PlanFile, ...] = ()
    """The plan, one part a service area and plan year."""
    inspection: InspectionFile = InspectionFile()
    """What inspectors found, what was promised, and how the service sees itself."""
    panel: PanelFile = PanelFile()
    """Who asks, when they meet, what was asked and claimed."""
    benchmarks: BenchmarkFile | None = None
    """Whom it is compared with, and how their published figures are read."""

    papers: tuple[Paper, ...] | None = None
    """Its papers; None where it has none, so that the text of a pack without papers stays as it was."""
    recipes: tuple[Recipe, ...] = Field(default=(), exclude=True)
    """How files of a shape of their own are read. No figure changes with them, so the set's text leaves them out."""

    @cached_property
    def by_id(self) -> dict[str, Indicator]:
        """Indicators by id, in scorecard order."""
        rank = {theme.id: place for place, theme in enumerate(self.council.themes)}
        ordered = sorted(self.indicators, key=lambda i: (rank.get(i.theme, len(rank)), i.order, i.id))
        return {indicator.id: indicator for indicator in ordered}

    @cached_property
    def area_titles(self) -> dict[str, str]:
        """Titles of all areas by id, the whole service first."""
        return {WHOLE_SERVICE: WHOLE_SERVICE_TITLE} | {area.id: area.title for area in self.council.areas}

    @cached_property
    def theme_titles(self) -> dict[str, str]:
        """Titles of themes by id, in scorecard order."""
        return {theme.id: theme.title for theme in self.council.themes}

    @cached_property
    def legend(self) -> Legend | None:
        """The legend in use, None where the pack has no plan."""
        return next((legend for legend in self.legends if legend.id == self.council.legend), None)

    @cached_property
    def plan_years(self) -> tuple[str, ...]:
        """The plan years that have actions, oldest first."""
        return tuple(sorted({plan.plan_year for plan in self.plans}))

    def paper(self, paper_id: str) -> Paper | None:
        """Find the recipe of a paper by its id, None where there is none."""
        return next((one for one in self.papers or () if one.id == paper_id), None)

    def plan(self, year: str) -> tuple[PlanFile, ...]:
        """Give the service areas of a plan year, in order."""
        return tuple(sorted((p for p in self.plans if p.plan_year == year), key=lambda p: (p.order, p.title)))

    def action(self, year: str, ref: str) -> tuple[PlanFile, Action] | None:
        """Find an action by plan year and reference, None where there is none."""
        return self._actions.get((year, ref))

    @cached_property
    def _actions(self) -> dict[tuple[str, str], tuple[PlanFile, Action]]:
        return {(plan.plan_year, action.ref): (plan, action) for plan in self.plans for action in plan.actions}

    @cached_property
    def text(self) -> str:
        """The canonical JSON text of the set: the same definitions give the same text."""
        return self.model_dump_json(exclude_none=True)

    @cached_property
    def sha256(self) -> str:
        """The hash that names this set of definitions."""
        return sha256(self.text.encode()).hexdigest()

    @classmethod
    def from_text(cls, text: str) -> "Pack":
        """Read a set back from its canonical text."""
        return cls.model_validate_json(text)
