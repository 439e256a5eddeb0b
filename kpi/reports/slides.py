"""A briefing as a value: one message a slide, before anyone draws it.

In: sentences and charts made elsewhere. Out: a frozen Deck that the presenter, the offline file and PowerPoint draw.
"""

from dataclasses import dataclass
from datetime import datetime

from kpi.charts.model import Chart
from kpi.reports.model import Audience, KeyFigure, Table


@dataclass(frozen=True, slots=True)
class Slide:
    """One message: its title is the sentence. It shows a chart, a few large figures, points or a small table.

    `why` is the rule that proposed it (off_target, changed, overdue, no_impact, claim_due, question_due, opening,
    written), `gap` how far it is off its target, `who` who acts, `mark` which of its figures are illustrative, `link`
    the address in the dashboard that explains it. `notes` are the speaker's.
    """

    id: str
    title: str
    why: str
    chart: Chart | None = None
    figures: tuple[KeyFigure, ...] = ()
    points: tuple[str, ...] = ()
    table: Table | None = None
    gap: str = ""
    who: str = ""
    mark: str = ""
    notes: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """The slides of a meeting, in order; `made` and `seal` come from the revision, never from a clock."""

    title: str
    audience: Audience
    council: str
    period: str
    revision: int
    made: datetime
    seal: str
    slides: tuple[Slide, ...]
    illustrative: str = ""
