"""Turning pages of a plan and filtering it, with 5,000 actions against 40, in Chromium in the same run.

In: two made packs with four quarters of updates. Out: a ratio a step, with the seconds between the two.
"""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.packs import COUNCIL, quarters, write_pack
from bench.screens import PAINTED, RUNS, server
from bench.timing import Ratio, seconds
from kpi.definitions.plan import Action, PlanFile, Priority
from kpi.plan import Update, as_yaml
from kpi.plan.update import entry
from kpi.settings import ROOT, Settings
from kpi.workspace import Records, open_workspace
from tests.support.browser import chromium

FEW, MANY = 40, 5_000
AREAS = 10
LEGEND = """legends:
  - id: two
    title: Two colours
    statuses:
      - {id: done, label: Done, colour: blue, meaning: Done., stages: [complete], suggested_for: [complete]}
      - id: open
        label: Open
        colour: green
        meaning: Not done.
        stages: [not_started, in_progress, awaiting_sign_off, moved]
        suggested_for: [on_track, at_risk, overdue, not_started, not_updated]
"""
STEPS = {
    "Opening the plan": ("/plan", "/plan?stage=in_progress"),
    "Filtering it by stage": ("/plan?stage=complete", "/plan?stage=in_progress"),
    "Searching it": ("/plan?q=number+1", "/plan?q=number+2"),
}
"""Two addresses a step, opened in turn, so that none is the one already shown."""


def measure() -> Iterator[Ratio]:
    """Measure each step for both plans; the goal is a second more at most."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        packs = {count: _pack(Path(name) / str(count), count) for count in (FEW, MANY)}
        browser = chromium(playwright)
        with server(ROOT / "app.py", packs[FEW]) as few, server(ROOT / "app.py", packs[MANY]) as many:
            for step, addresses in STEPS.items():
                yield _step(browser, step, few, many, addresses)
        browser.close()


def _step(browser: Browser, step: str, few: str, many: str, addresses: tuple[str, str]) -> Ratio:
    with browser.new_context(viewport={"width": 1366, "height": 768}) as context:
        short, long = (_taken(context.new_page(), place.rstrip("/"), addresses) for place in (few, many))
    note = f"{(long - short) * 1000:+.0f} ms (goal: 1,000 ms more at most)"
    return Ratio(f"{step}: {MANY:,} actions against {FEW}", long, short, (short + 1) / short, note)


def _taken(page: Page, place: str, addresses: tuple[str, str]) -> float:
    """Open two addresses in turn; give the median seconds until the table is painted."""
    taken = [seconds(_open, page, place + addresses[turn % 2]) for turn in range(2 * RUNS + 2)]
    return statistics.median(taken[2:])


def _open(page: Page, address: str) -> None:
    page.goto(address, wait_until="commit")
    page.locator(".kpi-footer").wait_for()
    page.evaluate(PAINTED)


def _pack(folder: Path, count: int) -> Path:
    """Make a pack with a plan, and record four quarters of updates for every action."""
    write_pack(folder, 54)
    (folder / "council.yaml").write_text(COUNCIL + "legend: two\n", encoding="utf-8")
    (folder / "legends.yaml").write_text(LEGEND, encoding="utf-8")
    plan = folder / "plan" / "2018-19"
    plan.mkdir(parents=True)
    for area in range(AREAS):
        (plan / f"area_{area}.yaml").write_text(as_yaml(_area(area, count // AREAS)), encoding="utf-8")
    records = Records(open_workspace(Settings(data=folder, user="bench")))
    refs = [action.ref for file in records.place.pack.plans for action in file.actions]
    for turn, period in enumerate(quarters(4)):
        said = [Update(stage="complete" if n % 4 < turn else "in_progress", percent=20.0 * turn) for n in range(4)]
        made = [entry("2018-19", ref, period, said[n % 4]) for n, ref in enumerate(refs)]
        records.record(made, "update", "bench", "", None)
    return folder


def _area(area: int, count: int) -> PlanFile:
    actions = tuple(
        Action(
            ref=f"A{area} {number}",
            text=f"Action number {number} of area {area}.",
            origin="audit",
            lead=f"Head of Service {area}",
            due="2018-19 Q4",
        )
        for number in range(count)
    )
    priority = Priority(ref=f"A{area}", title=f"Priority {area}", actions=actions)
    return PlanFile(
        plan_year="2018-19",
        id=f"area_{area}",
        title=f"Area {area}",
        head=f"Head {area}",
        order=area,
        priorities=(priority,),
    )
