"""Papers through the one door: what people write in them, and reports made at a revision.

In: a workspace, a paper, a quarter, a meeting. Out: frozen Reports, texts, checklists; revisions of the ledger.
"""

from dataclasses import dataclass

from kpi.definitions.pack import Pack
from kpi.definitions.paper import Paper, Written
from kpi.inspection import assemble as inspections
from kpi.panel import MeetingDay, review_day
from kpi.panel import assemble as panels
from kpi.panel import meetings as meeting_days
from kpi.period import Period
from kpi.problem import Problem, ProblemError, excerpt
from kpi.quoted import Quotations
from kpi.reports.assemble import assemble
from kpi.reports.meeting import meeting_for
from kpi.reports.model import Report
from kpi.reports.sources import Sources
from kpi.reports.texts import TextView, entry, texts
from kpi.workspace.known import known
from kpi.workspace.made import made
from kpi.workspace.plans import Plans


@dataclass(frozen=True)
class Papers(Plans):
    """What is asked and written of papers."""

    def recipes(self, as_at: int | None = None) -> tuple[Paper, ...]:
        """List the papers that the definitions know, in the order of their ids."""
        return tuple(sorted(self.place.pack_at(as_at).papers or (), key=lambda one: one.id))

    def recipe(self, paper: str, as_at: int | None = None) -> Paper:
        """Give the recipe of a paper; ProblemError unknown-paper."""
        return _recipe(self.place.pack_at(as_at), paper)

    def texts(self, paper: str, period: str | Period | None = None, as_at: int | None = None) -> dict[str, TextView]:
        """Give the text of every section that people write, by the section's id, as it stands in a quarter."""
        quarter, now = self.quarter(period, as_at), known(self.place, as_at)
        return texts(_recipe(now.pack, paper), now.entries, quarter, Quotations(now.pack, now.figures))

    def write(
        self,
        paper: str,
        section: str,
        written: Written,
        *,
        period: str | Period | None = None,
        who: str,
        base: int | None = None,
        note: str = "",
    ) -> int:
        """Record the text of a section in a quarter's paper; the same words again confirm a draft carried forward.

        Raises ProblemError: unknown-paper, unknown-section, changed-beneath.
        """
        recipe, quarter = self.recipe(paper), self.quarter(period)
        found = recipe.section(section)
        if found is None or not found.is_written:
            named = [one.id for one in recipe.sections if one.is_written]
            fix = f"There are: {', '.join(named)}." if named else "Nobody writes in this paper."
            raise ProblemError([Problem("unknown-section", f"Nobody writes in a section {excerpt(section)}.", fix)])
        told = note or f"{recipe.title}: {found.title}, {quarter.short_label}"
        return self.record([entry(paper, section, quarter, written)], "paper", who, told, base)

    def meetings(self, paper: str, as_at: int | None = None) -> tuple[MeetingDay, ...]:
        """List the meetings of the body that a paper is for, the earliest first; none for one between meetings."""
        pack = self.place.pack_at(as_at)
        recipe = _recipe(pack, paper)
        return tuple(one for one in meeting_days(pack) if one.body == recipe.body)

    def report(
        self,
        paper: str,
        period: str | Period | None = None,
        meeting: str | None = None,
        as_at: int | None = None,
    ) -> Report:
        """Make a paper; the same revision gives the same value.

        `meeting` is an id of the calendar; left out, it is the meeting of the paper's body that the quarter goes to.
        Raises ProblemError: unknown-paper, unknown-meeting.
        """
        return assemble(self.sources(paper, period, meeting, as_at))

    def sources(
        self,
        paper: str,
        period: str | Period | None = None,
        meeting: str | None = None,
        as_at: int | None = None,
    ) -> Sources:
        """Gather everything a paper is made from, at one revision; nothing in it depends on today."""
        quarter, now = self.quarter(period, as_at), known(self.place, as_at)
        recipe = _recipe(now.pack, paper)
        held = meeting_for(now.pack, recipe, quarter, meeting)
        revision = made(self.place, as_at)
        day = held.day if held else review_day(now.pack, quarter, revision.day)
        year = self.plan_year(quarter, as_at)
        plan = now.plan(year, quarter, day) if now.pack.plan_years else None
        return Sources(
            paper=recipe,
            pack=now.pack,
            period=quarter,
            day=day,
            revision=revision.revision,
            made=revision.at,
            seal=revision.seal,
            meeting=held,
            card=self.place.scorecard(quarter, as_at),
            figures=now.figures,
            plan=plan,
            inspection=inspections(now.pack, plan, now.figures, quarter, day, now.revision),
            panel=panels(now.pack, now.entries, now.figures, quarter, day, now.revision),
            texts=texts(recipe, now.entries, quarter, Quotations(now.pack, now.figures)),
        )


def _recipe(pack: Pack, paper: str) -> Paper:
    """Find a recipe."""
    found = pack.paper(paper)
    if found is None:
        named = [one.id for one in pack.papers or ()]
        fix = f"There are: {', '.join(named)}." if named else "Write the first as docs/papers.md shows."
        raise ProblemError([Problem("unknown-paper", f"There is no paper {excerpt(paper)}.", fix)])
    return found
