"""Says what loading a published file would change, and gives the ledger what it stores of it.

In: bytes, definitions and the published figures in force. Out: a PublishedPreview with its Problems.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
import pandas as pd

from kpi.definitions.benchmark import Source
from kpi.definitions.pack import Pack
from kpi.intake.benchmarks.cells import names_of, read_cells
from kpi.intake.benchmarks.recognise import recognised
from kpi.intake.benchmarks.table import Table, read_table
from kpi.intake.candidate import empty_frame
from kpi.intake.match import KEY, Match, match
from kpi.intake.preview import CONTENT
from kpi.intake.read import label, read_sheets
from kpi.intake.rules import child_problems
from kpi.ledger import Submission
from kpi.problem import Problem, ProblemError, Severity, has_errors

OF_FIGURE = ["value", "symbol", "state"]


@dataclass(frozen=True, eq=False)
class PublishedPreview:
    """What a published file would change; `counts` has new, changed, unchanged and withdrawn figures.

    `frame` holds every figure of the file in the series contract without council and revision, its indicator being the
    source and the measure. `head` is the revision it was compared with.
    """

    name: str
    sha256: str
    source: Source
    frame: pd.DataFrame
    counts: dict[str, int]
    problems: tuple[Problem, ...]
    head: int

    @property
    def can_publish(self) -> bool:
        """Whether nothing among the problems is an error."""
        return not has_errors(self.problems)

    @property
    def changes_something(self) -> bool:
        """Whether loading would make a difference."""
        return bool(self.counts["new"] or self.counts["changed"])

    def submission(self) -> Submission:
        """Give what the ledger stores; nothing is ever withdrawn by a file that holds fewer years."""
        keys = list(KEY)
        return Submission(self.frame[[*keys, *CONTENT]], self.frame.iloc[:0][keys], self.name, self.sha256, self.counts)


def preview_published(
    name: str, content: bytes, pack: Pack, current: Callable[[], pd.DataFrame], head: int
) -> PublishedPreview | None:
    """Read a published file and compare it with what stands (`current`, asked for only then); None for other files.

    Raises nothing for a bad file: its faults are the preview's problems.
    """
    source = recognised(name, content, pack)
    if source is None or pack.benchmarks is None:
        return None
    problems: list[Problem] = []
    frame, found = empty_frame(), Match(np.array([], dtype=np.int64), *[np.array([], dtype=bool)] * 2)
    try:
        frame = _read(name, content, source, pack.benchmarks.own, problems)
        found = match(frame, current())
    except ProblemError as error:
        problems += error.problems
    counts = {one: int(getattr(found, one).sum()) for one in ("new", "changed", "unchanged")} | {"withdrawn": 0}
    if has_errors(problems):
        frame, counts = empty_frame(), dict.fromkeys(counts, 0)
    return PublishedPreview(label(name), sha256(content).hexdigest(), source, frame, counts, tuple(problems), head)


def _read(name: str, content: bytes, source: Source, own: str, problems: list[Problem]) -> pd.DataFrame:
    """Read every figure of the file; what is found on the way is added to the problems."""
    sheets = read_sheets(name, content)
    child = child_problems(sheets)
    if child:
        raise ProblemError(child)
    table = read_table(sheets[0], source, own)
    figures, found = read_cells(table)
    problems += [*sheets[0].problems, *found]
    frame = _once(figures, table, problems)
    return frame if not table.names else _under(frame, names_of(table))


def _once(frame: pd.DataFrame, table: Table, problems: list[Problem]) -> pd.DataFrame:
    """Keep the first of figures that stand there twice and agree; tell of them, and refuse those that differ."""
    codes = [frame[name].cat.codes.to_numpy().astype(np.int64) for name in KEY]
    sizes = [len(frame[name].cat.categories) for name in KEY]
    key = (codes[0] * sizes[1] + codes[1]) * sizes[2] + codes[2]
    _, first, back = np.unique(key, return_index=True, return_inverse=True)
    if len(first) == len(frame):
        return frame
    problems += _twice(frame, first[back], table)
    return frame.iloc[np.sort(first)]


def _twice(frame: pd.DataFrame, first: np.ndarray, table: Table) -> Iterator[Problem]:
    """Tell of figures given twice: an error for the first that differs, a note where all agree."""
    twice = np.flatnonzero(first != np.arange(len(frame)))
    here = frame[OF_FIGURE].iloc[twice].astype(object).reset_index(drop=True)
    there = frame[OF_FIGURE].iloc[first[twice]].astype(object).reset_index(drop=True)
    differs = ~((here == there) | (here.isna() & there.isna())).all(axis="columns").to_numpy()
    if differs.any():
        row = frame.iloc[int(twice[np.flatnonzero(differs)[0]])]
        what = f"{row['indicator']}, area {row['area']}, {row['period']}, is given twice and differs."
        fix = "Add the column that tells them apart to `by` of this source in benchmarks.yaml."
        yield Problem("duplicate-figure", what, fix, table.sheet.where(int(row["file_row"]) - 1))
        return
    many = "One figure stands" if len(twice) == 1 else f"{len(twice):,} figures stand"
    where = table.sheet.where(int(frame["file_row"].iloc[int(twice[0])]) - 1)
    yield Problem("given-twice", f"{many} there twice and agree; the first is kept.", "", where, Severity.NOTE)


def _under(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Put two frames one under the other, with text columns kept as categories."""
    texts = [name for name in first if isinstance(first[name].dtype, pd.CategoricalDtype)]
    joined = pd.concat([part.drop(columns=texts) for part in (first, second)], ignore_index=True)
    for name in texts:
        joined[name] = pd.api.types.union_categoricals([first[name], second[name]])
    return joined[list(first)]
