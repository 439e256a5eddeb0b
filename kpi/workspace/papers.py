"""Papers through the one door: what people write in them, and reports made at a revision.

In: a workspace, a paper, a quarter, a meeting. Out: frozen Reports, texts, checklists; revisions of the ledger.
"""

from dataclasses import dataclass

from kpi.definitions.paper import Paper, Written
from kpi.inspection import assemble as inspections
from kpi.panel import MeetingDay, review_day
from kpi.panel import assemble as panels
from kpi.panel import meetings as meeting_days
from kpi.period import Period
from kpi.problem import Problem, ProblemError
from kpi.quoted import Quotations
from kpi.reports.assemble import assemble
from kpi.reports.checklist import Item, checklist
from kpi.reports.meeting import meeting_for
from kpi.reports.model import Report
from kpi.reports.sources import Sources
from kpi.reports.texts import TextView, check_written, entry, recipe, texts, written_section
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
        return recipe(self.place.pack_at(as_at), paper)

    def texts(self, paper: str, period: str | Period | None = None, as_at: int | None = None) -> dict[str, TextView]:
        """Give the text of every section that people write, by the section's id, as it stands in a quarter."""
        quarter, now = self.quarter(period, as_at), known(self.place, as_at)
        return texts(recipe(now.pack, paper), now.entries, quarter, Quotations(now.pack, now.figures))

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

        Raises ProblemError: unknown-paper, unknown-section, day, half-a-clearance, future-quarter, changed-beneath.
        """
        quarter, title = self.quarter(period), self.recipe(paper).title
        found = written_section(self.place.pack, paper, section)
        problems = tuple(check_written(written))
        if quarter.first_day > self.place.today:
            message, fix = f"{quarter.label} has not begun.", "Choose the quarter that the paper is about."
            problems = (*problems, Problem("future-quarter", message, fix))
        if problems:
            raise ProblemError(problems)
        told = note or f"{title}: {found.title}, {quarter.short_label}"
        seen = self.place.head() if base is None else base
        return self.record([entry(paper, section, quarter, written)], "paper", who, told, seen)

    def meetings(self, paper: str, as_at: int | None = None) -> tuple[MeetingDay, ...]:
        """List the meetings of the body that a paper is for, the earliest first; none for one between meetings."""
        pack = self.place.pack_at(as_at)
        body = recipe(pack, paper).body
        return tuple(one for one in meeting_days(pack) if one.body == body)

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

    def checklist(
        self,
        paper: str,
        period: str | Period | None = None,
        meeting: str | None = None,
        as_at: int | None = None,
    ) -> tuple[Item, ...]:
        """Check what stands between a paper and its publication, as of today."""
        sources = self.sources(paper, period, meeting, as_at)
        return checklist(sources, self.place.due(sources.period, as_at), self.place.today)

    def sources(
        self,
        paper: str,
        period: str | Period | None = None,
        meeting: str | None = None,
        as_at: int | None = None,
    ) -> Sources:
        """Gather everything a paper is made from, at one revision; nothing in it depends on today."""
        quarter, made_by = self.quarter(period, as_at), self.recipe(paper, as_at)
        now = known(self.place, as_at, for_print=made_by.audience != "leadership")
        held = meeting_for(now.pack, made_by, quarter, meeting)
        revision = made(self.place, as_at)
        day = held.day if held else review_day(now.pack, quarter, revision.day)
        year = self.plan_year(quarter, as_at)
        begun = now.pack.plan_years and year <= quarter.year.text
        plan = now.plan(year, quarter, day) if begun else None
        return Sources(
            paper=made_by,
            pack=now.pack,
            period=quarter,
            day=day,
            revision=revision.revision,
            made=revision.at,
            seal=revision.seal,
            meeting=held,
            card=now.scorecard(quarter),
            figures=now.figures,
            plan=plan,
            inspection=inspections(now.pack, plan, now.figures, quarter, day, now.revision),
            panel=panels(now.pack, now.entries, now.figures, quarter, day, now.revision),
            texts=self.texts(paper, quarter, as_at),
        )
