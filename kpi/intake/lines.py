"""The figures of a preview in words: what it is, what it was, what it would become.

In: one of a Preview's frames. Out: Lines for a table on screen or in a terminal.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import Pack
from kpi.number import symbol_text
from kpi.period import Calendar, parse
from kpi.story import words

GONE = ("withdrawn", "absent")
CONTENT = ("value", "numerator", "denominator", "note")
Write = Callable[[float, Indicator], str]


@dataclass(frozen=True, slots=True)
class Line:
    """A figure that a file adds, changes or lacks; `before` is '' for a new one, `after` for one that is withdrawn.

    `row` is the file's row, counted from 1; None where the file has none. `note` is the figure's note, where its words
    do not stand for the figure already.
    """

    indicator: str
    title: str
    area: str
    area_title: str
    period: str
    period_label: str
    before: str
    after: str
    row: int | None
    note: str = ""


def lines(frame: pd.DataFrame, pack: Pack, kind: str) -> tuple[Line, ...]:
    """Put every row of a Preview's frame into words; `kind` is the frame's name there."""
    return tuple(_line(row, pack, kind) for row in frame.to_dict("records"))


def _line(row: dict[Any, Any], pack: Pack, kind: str) -> Line:
    known = pack.by_id.get(row["indicator"])
    now = _words(row, known, "")
    before = "" if kind == "new" else now
    note = "" if np.isnan(float(row["value"])) and not row["symbol"] else str(row["note"])
    if kind == "changed":
        before, now = _both(row, known, now)
    return Line(
        indicator=row["indicator"],
        title=known.title if known else row["indicator"],
        area=row["area"],
        area_title=pack.area_titles.get(row["area"], row["area"]),
        period=row["period"],
        period_label=parse(row["period"], Calendar(known.calendar)).short_label if known else row["period"],
        before=before,
        after="" if kind in GONE else now,
        row=row.get("file_row"),
        note="" if kind in GONE else note,
    )


def _both(row: dict[Any, Any], known: Indicator | None, now: str) -> tuple[str, str]:
    """Say a figure before and after; where both look the same, with all their digits or with what differs unseen."""
    before = _words(row, known, "_before")
    if now != before:
        return before, now
    before, exactly = (_words(row, known, suffix, words.exact) for suffix in ("_before", ""))
    return (before, exactly) if before != exactly else (now, f"{now} ({_unseen(row)})")


def _unseen(row: dict[Any, Any]) -> str:
    """Name what differs where the figure looks the same, such as its note or its numerator."""
    same = [name for name in CONTENT if str(row[name]) != str(row[f"{name}_before"])]
    return f"{', '.join(same)} changed"


def _words(row: dict[Any, Any], known: Indicator | None, suffix: str, write: Write = words.figure) -> str:
    """Say a figure with its state unless it is final, and its note where there is no number."""
    value, symbol = float(row[f"value{suffix}"]), str(row[f"symbol{suffix}"])
    state, note = str(row[f"state{suffix}"]), str(row[f"note{suffix}"])
    if not np.isnan(value):
        figure = write(value, known) if known else f"{value:.15g}"
    else:
        figure = symbol_text(symbol) if symbol else note or "no figure"
    return figure if state == "final" else f"{figure} ({state})"
