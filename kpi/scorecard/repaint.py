"""What a change of definitions would do to statuses that are already published, and what new figures would do.

In: figures in the series contract, definitions, and what either would become. Out: every figure whose status differs,
and a sentence that names them.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from kpi.definitions.expand import expand_series
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.judge import status
from kpi.judge.status import STATUSES, Codes, Status, Targets
from kpi.period import Calendar, Frequency, Period
from kpi.scorecard.kinds import by_kind, keys_of
from kpi.series import Matrix, matrix
from kpi.story import STATUS_WORDS, grammar, words

MOST_NAMED: Final = 12
"""Stretches of periods that the sentence names; the statuses of others are counted."""
FEW: Final = 4
"""As many statuses as this are named when figures are published; of more only the kinds of change are counted."""
NOT_JUDGED: Final = -1


@dataclass(frozen=True, slots=True)
class Repainted:
    """A figure whose status differs, between two sets of definitions or of figures; `title` names its area too."""

    indicator: str
    area: str
    title: str
    period: Period
    old: Status
    new: Status


def repainted(frame: pd.DataFrame, old: Pack, new: Pack) -> tuple[Repainted, ...]:
    """List every figure whose status differs between two sets of definitions, in scorecard order and by period.

    Indicators, areas and periods that only one of the sets has are not repainted and are left out.
    """
    changed = [definition for key, definition in new.by_id.items() if old.by_id.get(key, definition) != definition]
    before = _by_figure(frame, old, [old.by_id[definition.id] for definition in changed])
    found: list[Repainted] = []
    for definitions in by_kind(changed):
        laid_out, after = _judged(frame, new, definitions)
        then = before[laid_out.rows]
        cells = np.argwhere((then != NOT_JUDGED) & (then != after)).tolist()
        found += [_cell(new, laid_out, place, then, after) for place in cells]
    return _in_order(found, new)


def restated(before: pd.DataFrame, after: pd.DataFrame, pack: Pack) -> tuple[Repainted, ...]:
    """List every figure whose status differs before and after figures change, in scorecard order and by period.

    Both frames hold the same figures row by row, with an empty value where there is none.
    """
    named = set(after["indicator"].cat.categories)
    found: list[Repainted] = []
    for definitions in by_kind(definition for key, definition in pack.by_id.items() if key in named):
        laid_out, now = _judged(after, pack, definitions)
        _, then = _judged(before, pack, definitions)
        cells = np.argwhere((laid_out.rows >= 0) & (then != now)).tolist()
        found += [_cell(pack, laid_out, place, then, now) for place in cells]
    return _in_order(found, pack)


def _in_order(found: Iterable[Repainted], pack: Pack) -> tuple[Repainted, ...]:
    rank = {key: place for place, key in enumerate(pack.by_id)}
    return tuple(sorted(found, key=lambda one: rank[one.indicator]))


def repaint_sentence(found: Sequence[Repainted]) -> str:
    """Say how many published statuses a change repaints, and which; empty when it repaints none.

    'The change repaints 3 published statuses: Average caseload, Q3 2017-18 to Q4 2017-18, off target to close; ...'
    """
    if not found:
        return ""
    stretches = _stretches(found)
    named = [_named(stretch) for stretch in stretches[:MOST_NAMED]]
    others = sum(len(stretch) for stretch in stretches[MOST_NAMED:])
    told = "; ".join([*named, *([f"and {others:,} more"] if others else [])])
    noun = "status" if len(found) == 1 else "statuses"
    return f"The change repaints {len(found):,} published {noun}: {told}."


def restate_sentence(found: Sequence[Repainted]) -> str:
    """Say how many statuses publishing figures would change: which ones where they are few, else from what to what.

    'Publishing would change 2 statuses: Average caseload, Q1 2019-20, no figure to close; ...'
    """
    if not found:
        return "Publishing would change no status."
    kinds = Counter((STATUS_WORDS[one.old], STATUS_WORDS[one.new]) for one in found).most_common()
    if len(found) <= FEW:
        told = "; ".join(_named(stretch) for stretch in _stretches(found))
    else:
        told = grammar.listed([f"{count:,} from {old} to {new}" for (old, new), count in kinds])
    return f"Publishing would change {'one status' if len(found) == 1 else f'{len(found):,} statuses'}: {told}."


def _judged(frame: pd.DataFrame, pack: Pack, definitions: Sequence[Indicator]) -> tuple[Matrix, Codes]:
    """Judge every figure of indicators of one frequency and calendar by the definitions of a pack."""
    frequency, calendar = Frequency(definitions[0].frequency), Calendar(definitions[0].calendar)
    laid_out = matrix(frame, keys_of(definitions), frequency, calendar)
    decimals = np.array([pack.by_id[key].shown_decimals for key, _ in laid_out.keys], dtype=np.int64)
    targets = Targets(*expand_series(pack.by_id, laid_out.keys, laid_out.periods))
    return laid_out, status.judge(laid_out.values, targets, decimals[:, None])


def _by_figure(frame: pd.DataFrame, pack: Pack, definitions: Sequence[Indicator]) -> Codes:
    """Give the status code of every figure by its place in the frame, NOT_JUDGED for others and at the end."""
    codes = np.full(len(frame) + 1, NOT_JUDGED, dtype=np.int8)
    for kind in by_kind(definitions):
        laid_out, judged = _judged(frame, pack, kind)
        there = laid_out.rows >= 0
        codes[laid_out.rows[there]] = judged[there]
    return codes


def _cell(pack: Pack, laid_out: Matrix, place: Sequence[int], then: Codes, after: Codes) -> Repainted:
    row, column = place
    indicator, area = laid_out.keys[row]
    title = words.named(pack.by_id[indicator].title, area, pack.area_titles.get(area, area))
    old, new = STATUSES[then[row, column]], STATUSES[after[row, column]]
    return Repainted(indicator, area, title, laid_out.periods[column], old, new)


def _stretches(found: Sequence[Repainted]) -> list[list[Repainted]]:
    """Put periods together that follow each other with the same change."""
    stretches: list[list[Repainted]] = []
    for one in found:
        if stretches and _continues(stretches[-1][-1], one):
            stretches[-1].append(one)
        else:
            stretches.append([one])
    return stretches


def _continues(last: Repainted, one: Repainted) -> bool:
    same = (last.indicator, last.area, last.old, last.new) == (one.indicator, one.area, one.old, one.new)
    return same and last.period.next() == one.period


def _named(stretch: Sequence[Repainted]) -> str:
    """Name a stretch: 'Average caseload, Q4 2017-18, off target to close'."""
    first, last = stretch[0], stretch[-1]
    periods = " to ".join(dict.fromkeys(words.when(one.period) for one in (first, last)))
    return f"{first.title}, {periods}, {STATUS_WORDS[first.old]} to {STATUS_WORDS[first.new]}"
