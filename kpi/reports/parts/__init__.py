"""What can fill a section of a paper: one function a part, all of the same shape.

In: Sources and the section. Out: blocks, in the words that the screens use.
"""

from collections.abc import Callable, Iterable
from typing import Final

from kpi.definitions.paper import PaperSection, Part
from kpi.reports.model import Block
from kpi.reports.parts import figures, plan
from kpi.reports.sources import Sources

Fill = Callable[[Sources, PaperSection], Iterable[Block]]

FILLS: Final[dict[Part, Fill]] = {
    "headlines": figures.headlines,
    "statements": figures.statements,
    "plan_headlines": plan.headlines,
    "key_priorities": plan.key_priorities,
}
"""What fills a section, by the name a recipe gives it; `text` is what a person wrote."""
