"""A quarter pack in one command, against Matplotlib alone drawing every chart that its documents hold.

In: a made pack of 54 indicators, and the demonstration. Out: a ratio for each, and the most memory the command took.
A drawing counts once for each form in which some document holds it: vectors for PDF, for slides and for the public,
pictures for Word. What two documents share counts once; charts of PowerPoint are its own, and do not count. Both are
timed as a program from its start to its end.
"""

import json
import os
import pickle
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bench.drawings import Drawing
from bench.packs import figures, write_pack
from bench.timing import Ratio
from kpi.charts.sheet import PRINT
from kpi.reports.deck.picture import SIZE
from kpi.reports.public import charts
from kpi.reports.public.site import SCREEN
from kpi.reports.split import fitted
from kpi.settings import ROOT, Settings
from kpi.workspace import Workspace, open_workspace
from kpi.workspace.briefings import AUDIENCES, Briefings
from kpi.workspace.folder import read_definitions
from kpi.workspace.papers import Papers
from kpi.workspace.public import Public
from tests.support.pack import copy_of_demonstration

INDICATORS, QUARTERS, RUNS = 54, 12, 3
GOAL, MEMORY_GOAL = 2.0, 500


@dataclass(frozen=True)
class Run:
    """What one run of a program took, in seconds and MiB."""

    seconds: float
    memory: float


def measure() -> Iterator[Ratio]:
    """Pack the made quarter, then the demonstration's."""
    with tempfile.TemporaryDirectory() as name:
        made = _loaded(Path(name) / "made")
        yield _ratio(f"Quarter pack of {INDICATORS} indicators, each with its page", made)
        demonstration = copy_of_demonstration(Path(name))
        yield _ratio("Quarter pack of the demonstration, with its plan and its texts", demonstration)


def _ratio(name: str, data: Path) -> Ratio:
    """Run the command and draw its charts alone by turns; give the medians."""
    drawings = _drawings(open_workspace(Settings(data=data, user="bench")))
    kept = data.parent / f"{data.name}.drawings"
    kept.write_bytes(pickle.dumps(drawings))
    command = ["kpi", "pack", "--data", str(data), "--output", str(data.parent / f"{data.name}.zip")]
    pairs = [(_run(command), _run(["bench.drawings", str(kept)])) for _ in range(RUNS)]
    ours, bare = (statistics.median(run.seconds for run in runs) for runs in zip(*pairs, strict=True))
    memory = max(run.memory for run, _ in pairs)
    note = f"{len(drawings)} drawings, {memory:.0f} MiB at most (goal {MEMORY_GOAL})"
    return Ratio(f"{name}, against its drawings alone", ours, bare, GOAL, note)


def _loaded(folder: Path) -> Path:
    """Write and load a pack with the demonstration's recipes, and a page for every indicator in the longest."""
    write_pack(folder, INDICATORS)
    (folder / "papers").mkdir()
    for paper in read_definitions(ROOT / "data")[0].papers or ():
        recipe = _suiting(paper.model_dump(mode="json", exclude_defaults=True))
        (folder / "papers" / f"{paper.id}.yaml").write_text(json.dumps(recipe), encoding="utf-8")
    place = open_workspace(Settings(data=folder, user="bench"))
    content = figures(INDICATORS, 0, QUARTERS).to_csv(index=False).encode()
    place.publish(place.preview("figures.csv", content), who="bench")
    return folder


def _suiting(recipe: object) -> object:
    """Make a recipe suit the made pack: as many indicators as it names, all for its pages; bodies it lacks go."""
    if isinstance(recipe, list):
        return [_suiting(one) for one in recipe if not (isinstance(one, dict) and "comparisons" in one)]
    if not isinstance(recipe, dict):
        return recipe
    all_of_them = recipe.get("part") == "indicator_pages"
    kept = {name: _suiting(one) for name, one in recipe.items() if name not in ("indicators", "body")}
    if "indicators" in recipe and not all_of_them:
        kept["indicators"] = [f"indicator_{number}" for number in range(len(recipe["indicators"]))]
    return kept


def _run(module: list[str]) -> Run:
    """Run a module in a process of its own and wait for it."""
    start = perf_counter()
    process = subprocess.Popen([sys.executable, "-m", *module], stdout=subprocess.DEVNULL)
    _, code, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(code)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, module)
    return Run(perf_counter() - start, usage.ru_maxrss / 1024)


def _drawings(place: Workspace) -> tuple[Drawing, ...]:
    """List every drawing that the documents of the pack hold, once."""
    return tuple(dict.fromkeys([*_of_papers(Papers(place)), *_of_slides(Briefings(place)), *_of_public(place)]))


def _of_papers(papers: Papers) -> Iterator[Drawing]:
    for recipe in papers.recipes():
        for shown in papers.report(recipe.id).pictures():
            yield "vector", shown.chart, PRINT
            yield "picture", shown.chart, PRINT


def _of_slides(briefings: Briefings) -> Iterator[Drawing]:
    for audience in AUDIENCES:
        for slide in fitted(briefings.deck(audience)).slides:
            if slide.chart:
                yield "vector", slide.chart, SIZE


def _of_public(place: Workspace) -> Iterator[Drawing]:
    for one in Public(place).edition().measures:
        if chart := charts.chart(one):
            yield "vector", chart, SCREEN
