"""Says what publishing a file would change: new, changed from and to, unchanged, withdrawn.

In: a Candidate and the figures in force. Out: a Preview, which turns into the Submission that the ledger takes.
"""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from kpi import series
from kpi.definitions.pack import Pack
from kpi.intake.candidate import Candidate
from kpi.intake.lines import Line, lines
from kpi.intake.match import Match, match
from kpi.ledger import Submission
from kpi.problem import Problem, has_errors

MOST_LINES = 200
KEY = ["indicator", "area", "period"]
CONTENT = ["value", "numerator", "denominator", "symbol", "state", "note"]


@dataclass(frozen=True, eq=False)
class Preview:
    """What a file would change. All frames have the columns of the Candidate's.

    `changed` has the new content, and the old one in columns that end in `_before`; `withdrawn` has no `file_row`.
    `absent` are the figures of the file's indicators and periods that it lacks: those that replacing would withdraw.
    `pack` are the definitions it was read by; `head` is the revision that it was compared with, where known.
    """

    candidate: Candidate
    pack: Pack
    new: pd.DataFrame
    changed: pd.DataFrame
    unchanged: pd.DataFrame
    withdrawn: pd.DataFrame
    absent: pd.DataFrame
    head: int | None = None

    @property
    def name(self) -> str:
        """The file's name."""
        return self.candidate.name

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found in the file, in the order of its rows."""
        return self.candidate.problems

    @property
    def counts(self) -> dict[str, int]:
        """How many figures are new, changed, unchanged and withdrawn."""
        return {name: len(getattr(self, name)) for name in ("new", "changed", "unchanged", "withdrawn")}

    @property
    def can_publish(self) -> bool:
        """Whether nothing among the problems is an error."""
        return not has_errors(self.problems)

    @property
    def changes_something(self) -> bool:
        """Whether publishing would make a difference."""
        return bool(len(self.new) or len(self.changed) or len(self.withdrawn))

    def lines(self, kind: str, most: int = MOST_LINES) -> tuple[Line, ...]:
        """Give the first figures that are `new`, `changed`, `unchanged`, `withdrawn` or `absent`, in words."""
        return lines(getattr(self, kind).head(most), self.pack, kind)

    def before_and_after(self) -> tuple[pd.DataFrame, pd.DataFrame]:
        """Give every figure that publishing would touch as it is and as it would be, row by row.

        Both are in the series contract with keys and values only; a value is NaN where there is no figure.
        """
        gone = self.withdrawn.assign(value_before=self.withdrawn["value"], value=np.nan)
        parts = (part.reindex(columns=[*KEY, "value", "value_before"]) for part in (self.new, self.changed, gone))
        touched = pd.concat([part.astype(dict.fromkeys(KEY, object)) for part in parts], ignore_index=True)
        after = series.conform(touched[[*KEY, "value"]])
        return after.assign(value=touched["value_before"].astype("float64")), after

    def submission(self) -> Submission:
        """Give what the ledger stores: every figure of the file and the keys it withdraws."""
        return Submission(
            frame=self.candidate.frame[KEY + CONTENT],
            withdrawn=self.withdrawn[KEY],
            file=self.candidate.name,
            sha256=self.candidate.sha256,
            counts=self.counts,
        )


def compare(candidate: Candidate, current: pd.DataFrame, pack: Pack, replace: bool = False) -> Preview:
    """Compare a file with the figures in force; with `replace` it is the whole truth for what it names.

    Then every figure of an indicator and of a period that the file names, and that the file lacks, is withdrawn.
    A file with errors compares as empty.
    """
    if has_errors(candidate.problems):
        none, gone = candidate.frame.iloc[:0], current.iloc[:0]
        return Preview(candidate, pack, none, none, none, gone, gone)
    found = match(candidate.frame, current)
    before = current[CONTENT].iloc[found.places[found.changed]].add_suffix("_before")
    changed = candidate.frame[found.changed]
    changed = pd.concat([changed, before.set_axis(changed.index)], axis="columns")
    absent = current[_lacking(candidate.frame, current, found)]
    withdrawn = absent if replace else absent.iloc[:0]
    new, unchanged = candidate.frame[found.new], candidate.frame[found.unchanged]
    return Preview(candidate, pack, new, changed, unchanged, withdrawn, absent)


def _lacking(frame: pd.DataFrame, current: pd.DataFrame, found: Match) -> pd.Series:
    """Mark current figures of the file's indicators and periods that the file does not hold."""
    named = current["indicator"].isin(frame["indicator"].unique()) & current["period"].isin(frame["period"].unique())
    return named & ~found.held
