"""What the colours of a plan mean in this council, kept apart from how far an action has got.

In: legends.yaml. Out: frozen models. The stage says where an action stands; the status is what people declare of it.
"""

from typing import Final, Literal, get_args

from pydantic import Field

from kpi.definitions.base import Definition, Id, Line, Text, Titled

Stage = Literal[
    "not_started",
    "in_progress",
    "awaiting_sign_off",
    "complete",
    "complete_evidenced",
    "moved",
    "business_as_usual",
    "not_applicable",
]
"""How far an action has got, the same in every council."""

STAGES: Final[tuple[Stage, ...]] = get_args(Stage)
STAGE_WORDS: Final[dict[Stage, str]] = {
    "not_started": "not started",
    "in_progress": "in progress",
    "awaiting_sign_off": "done, awaiting sign-off",
    "complete": "complete",
    "complete_evidenced": "complete with impact evidenced",
    "moved": "moved to next year",
    "business_as_usual": "business as usual",
    "not_applicable": "no longer applicable",
}
"""Stages as people read them."""

FINISHED: Final = frozenset[Stage]({"complete", "complete_evidenced", "business_as_usual", "not_applicable"})
"""Stages after which nothing more is due."""
COMPLETE: Final = frozenset[Stage]({"complete", "complete_evidenced"})
"""Stages that claim the action was carried out."""

Condition = Literal["complete", "on_track", "at_risk", "overdue", "not_started", "not_updated"]
"""What dates and percentages say of an action; a legend says which of its statuses that suggests."""


class PlanStatus(Definition):
    """One colour of the legend."""

    id: Id
    """Stable id, used in spreadsheets and addresses."""
    label: Line
    """What people read: the word that stands beside the colour."""
    colour: Literal["blue", "green", "amber", "red", "grey"]
    """The colour; it is never shown without the label."""
    meaning: Text
    """What the colour means in this council."""
    stages: tuple[Stage, ...] = Field(min_length=1)
    """The stages that may be declared with it."""
    suggested_for: tuple[Condition, ...] = ()
    """The conditions, told from dates and percent, that suggest it."""


class Legend(Titled):
    """The statuses a council declares, in the order they are listed."""

    source: Line | None = None
    """Where the legend is stated."""
    statuses: tuple[PlanStatus, ...] = Field(min_length=1, max_length=20)
    """Its colours."""

    def status(self, status_id: str | None) -> PlanStatus | None:
        """Give a status by id, None where the legend has none of that name."""
        return next((one for one in self.statuses if one.id == status_id), None)

    def suggested(self, condition: Condition) -> PlanStatus | None:
        """Give the status that a condition suggests, None where the legend suggests none."""
        return next((one for one in self.statuses if condition in one.suggested_for), None)


class LegendFile(Definition):
    """legends.yaml: the legends to choose from; council.yaml names the one in use."""

    legends: tuple[Legend, ...] = Field(max_length=50)
    """The legends."""
