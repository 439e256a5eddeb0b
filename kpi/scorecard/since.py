"""What has changed in a scorecard since it was published.

In: the scorecard as published and the same period now. Out: every figure that differs, with a sentence of its own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from kpi.scorecard.card import Scorecard
from kpi.scorecard.row import Json, Row

NAMES: Final = ("", "target ", "", "note ", "state ")
"""What stands before each thing that a reader was told."""


@dataclass(frozen=True, slots=True)
class Since:
    """One figure that differs: `row` is how it stands now, or how it stood where it is no longer on the scorecard.

    `then` and `now` are None where there was, or is, no such row.
    """

    row: Row
    then: Row | None
    now: Row | None

    @property
    def sentence(self) -> str:
        """Say what differs: 'Re-referrals: 23.8% as published, 24.1% now; close as published, off target now.'"""
        title = self.row.full_title
        if self.then is None:
            return f"{title}: not on the scorecard as published."
        if self.now is None:
            return f"{title}: no longer on the scorecard; {self.then.text} as published."
        pairs = zip(NAMES, _told(self.then), _told(self.now), strict=True)
        told = [
            f"{name}{before or 'none'} as published, {after or 'none'} now"
            for name, before, after in pairs
            if before != after
        ]
        return f"{title}: {'; '.join(told)}."

    def as_dict(self) -> dict[str, Json]:
        """Give the JSON object of the command line."""
        return {
            "indicator": self.row.indicator,
            "area": self.row.area,
            "title": self.row.full_title,
            "text_published": self.then.text if self.then else None,
            "text_now": self.now.text if self.now else None,
            "status_published": self.then.status.value if self.then else None,
            "status_now": self.now.status.value if self.now else None,
            "sentence": self.sentence,
        }


def since(then: Scorecard, now: Scorecard) -> tuple[Since, ...]:
    """List the figures whose value, target or status differs, in the order of the scorecard now, then those gone."""
    before = {(row.indicator, row.area): row for row in then.rows}
    after = {(row.indicator, row.area): row for row in now.rows}
    keys = dict.fromkeys([*after, *before])
    return tuple(
        Since(row, before.get(key), after.get(key))
        for key, row in ((key, after.get(key) or before[key]) for key in keys)
        if key not in before or key not in after or _told(before[key]) != _told(after[key])
    )


def since_sentence(found: Sequence[Since]) -> str:
    """Say how many figures differ from what was published."""
    if not found:
        return "No figure has changed since."
    return f"{'One figure has' if len(found) == 1 else f'{len(found):,} figures have'} changed since."


def _told(row: Row) -> tuple[str, ...]:
    """Give what a reader was told of a figure, in the order of NAMES."""
    return row.text, row.target_text, row.status_word, row.note, row.state
