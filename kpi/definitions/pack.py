"""A council's whole set of definitions, as one frozen value with one text.

In: models, or the text recorded in the ledger. Out: look-ups by id, and the canonical text whose hash names the set.
"""

from functools import cached_property
from hashlib import sha256

from kpi.definitions.base import Definition
from kpi.definitions.council import Council
from kpi.definitions.indicator import Indicator

WHOLE_SERVICE = "all"
WHOLE_SERVICE_TITLE = "Whole service"


class Pack(Definition):
    """The council and its indicators, in scorecard order."""

    council: Council
    """The council."""
    indicators: tuple[Indicator, ...] = ()
    """Its indicators."""

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
