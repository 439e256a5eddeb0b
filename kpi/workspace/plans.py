"""The plan through the one door: how it stands in a quarter, and what people declare of it.

In: a workspace, plan years, quarters, updates. Out: PlanViews as known at a revision; revisions of the ledger.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kpi.intake import Options
from kpi.intake.updates import UpdatePreview, compare, read_updates, template
from kpi.intake.updates.preview import Choice
from kpi.period import Period
from kpi.plan import ActionView, PlanView, Update, assemble, check_update, signoff, update
from kpi.plan.signoff import SignOff
from kpi.problem import Problem, ProblemError, Where, excerpt, has_errors
from kpi.quoted import Quotations
from kpi.workspace import quotations
from kpi.workspace.declaring import Declares
from kpi.workspace.known import known
from kpi.workspace.place import Receipt, with_warnings


@dataclass(frozen=True)
class Plans(Declares):
    """What is asked and declared of the improvement plan."""

    def plan_year(self, quarter: Period, as_at: int | None = None) -> str:
        """Name the plan year that a quarter is reviewed in: its own, else the last before it, else the first; or ''."""
        years = self.place.pack_at(as_at).plan_years
        before = [year for year in years if year <= quarter.year.text]
        return before[-1] if before else next(iter(years), "")

    def plan(self, year: str | None = None, period: str | Period | None = None, as_at: int | None = None) -> PlanView:
        """Give a plan year as it stood in a quarter, as known at a revision; ProblemError for a year it has not."""
        quarter = self.quarter(period, as_at)
        now = known(self.place, as_at)
        chosen = year or self.plan_year(quarter, as_at)
        years = sorted({*now.pack.plan_years, *(one.year for one in now.pack.years)})
        if year and year not in years:
            fix = f"There are: {', '.join(years) or 'none yet'}."
            raise ProblemError([Problem("unknown-plan-year", f"There is no plan for {excerpt(year)}.", fix)])
        return now.plan(chosen, quarter, self.place.today)

    def action(
        self, ref: str, year: str | None = None, period: str | Period | None = None, as_at: int | None = None
    ) -> ActionView:
        """Give one action as it stood in a quarter; raises ProblemError for a reference that the plan year has not."""
        view = self.plan(year, period, as_at)
        found = view.action(ref)
        if found is None:
            fix = "python -m kpi plan lists the references."
            raise ProblemError([Problem("unknown-action", f"{view.title} has no action {excerpt(ref)}.", fix)])
        return found

    def actions_by_indicator(
        self, period: str | Period | None = None, as_at: int | None = None
    ) -> dict[str, tuple[ActionView, ...]]:
        """Give the actions expected to move each indicator, by its id; an indicator without any is left out."""
        found: dict[str, list[ActionView]] = {}
        planned = self.plan(None, period, as_at).actions if self.place.pack_at(as_at).plan_years else ()
        for action in planned:
            for indicator in dict.fromkeys(one.indicator for one in action.action.indicators):
                found.setdefault(indicator, []).append(action)
        return {indicator: tuple(actions) for indicator, actions in found.items()}

    def update(
        self,
        ref: str,
        said: Update,
        *,
        year: str,
        period: Period,
        who: str,
        base: int,
        note: str = "",
        aside: bool = False,
    ) -> int:
        """Record what is said of an action in a quarter, laid over what was said of it before; give the revision.

        `base` is the newest revision that the person had seen: ProblemError changed-beneath where the action's quarter
        was updated since. `aside` keeps the update on record without putting it in force.
        """
        before = self.action(ref, year, period)
        problems = self._doubts(said, before, period)
        if has_errors(problems):
            raise ProblemError(problems)
        quarter = before.quarter.update if before.quarter else None
        whole = said if aside else said.over(quarter)
        made = update.entry(year, ref, period, whole, aside=aside)
        return self.record([made], "update", who, with_warnings(note, problems), base)

    def faults(self, ref: str, said: Update, *, year: str, period: Period) -> tuple[Problem, ...]:
        """Say what is wrong or doubtful with an update before it is recorded; ProblemError for an unknown action."""
        return self._doubts(said, self.action(ref, year, period), period)

    def sign_off(
        self, subject: str, *, year: str, period: Period, role: str, who: str, base: int, comment: str = ""
    ) -> int:
        """Sign off a quarter of a service area (its id) or of one action (its reference); a revision of its own.

        ProblemError: sign-off-role where it is not the role of the Head of Service, unknown-action, future-quarter.
        """
        self._may_sign(subject, year, period, role)
        made = signoff.entry(year, subject, period, SignOff(role=role, comment=comment or None))
        return self.record([made], "sign-off", who, comment, base)

    def preview_updates(self, name: str, content: bytes, options: Options | None = None) -> UpdatePreview:
        """Check a tracker and say what publishing it would change, and which updates it collides with."""
        head = self.place.head()
        candidate = read_updates(
            name,
            content,
            self.place.pack,
            view_at=self._at,
            head=head,
            today=self.place.today,
            options=options or Options(),
        )
        checked = quotations.in_tracker(self._quotations(), candidate)
        return compare(checked, self.place.pack, view_at=self._at, head=head)

    def publish_updates(
        self, preview: UpdatePreview, *, who: str, note: str = "", choices: Mapping[str, Choice] | None = None
    ) -> Receipt:
        """Record a tracker, all or nothing; each conflict needs a choice, and nothing happens when nothing changes."""
        entries = preview.settle(choices)
        if not entries:
            return Receipt(None, preview.counts)
        told = with_warnings(note, preview.problems)
        file = preview.name, preview.candidate.sha256
        return Receipt(self.record(entries, "update", who, told, preview.head, file), preview.counts)

    def update_template(self, year: str | None = None, period: str | Period | None = None, form: str = "xlsx") -> bytes:
        """Make the spreadsheet in which a quarter's updates are returned."""
        return template(self.place.pack, self.plan(year, period), form)

    def _doubts(self, said: Update, action: ActionView, period: Period) -> tuple[Problem, ...]:
        """Say what is wrong or doubtful with an update, and which figures it quotes otherwise than the ledger."""
        problems = check_update(said, action, period, self.place.pack, self.place.today)
        return (*problems, *quotations.in_update(self._quotations(), said, period))

    def _quotations(self) -> Quotations:
        """Check texts against the figures of now."""
        now = known(self.place)
        return Quotations(now.pack, now.figures)

    def _at(self, revision: int | None, year: str, period: Period) -> PlanView:
        """Give the plan as the people who drew a row knew it, by the definitions of now; older ones without figures."""
        now, today = known(self.place, revision), self.place.today
        if now.revision == self.place.head():
            return known(self.place).plan(year, period, today)
        dues, undone = now.dues, now.undone
        return assemble(
            self.place.pack, year, period, now.entries, None, None, today, now.revision, dues=dues, undone=undone
        )

    def _may_sign(self, subject: str, year: str, period: Period, role: str) -> None:
        """Refuse a sign-off by another role, of what is not there, or of a quarter that has not begun."""
        pack = self.place.pack
        found = pack.action(year, subject)
        area = found[0] if found else next((plan for plan in pack.plan(year) if plan.id == subject), None)
        if area is None:
            what = f"The plan of {year} has neither a service area nor an action {excerpt(subject)}."
            raise ProblemError([Problem("unknown-action", what, "python -m kpi plan lists both.")])
        if role.strip().casefold() != area.head.casefold():
            what = f"{area.title} is signed off by its {area.head}, not by {excerpt(role)}."
            fix = "Let the Head of Service sign, or change the role in the plan's file."
            raise ProblemError([Problem("sign-off-role", what, fix, Where(column="role"))])
        if period.first_day > self.place.today:
            what = f"{period.label} has not begun."
            raise ProblemError([Problem("future-quarter", what, "Choose the quarter that is signed off.")])
