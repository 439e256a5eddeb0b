"""Where a figure came from: every revision that changed it, with the file, its hash, the row and the column.

In: a workspace, an indicator or a published measure, an area and a period. Out: Origins, oldest first.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from kpi import seed, series
from kpi.definitions.indicator import Indicator
from kpi.definitions.pack import WHOLE_SERVICE
from kpi.intake import Options, read_figures
from kpi.intake.find import find_header
from kpi.intake.header import NUMBER_ROLES, Header
from kpi.intake.read import read_sheets
from kpi.ledger.trace import FigureChange
from kpi.period import Calendar, Frequency, PeriodError, read_as
from kpi.problem import Problem, ProblemError, excerpt
from kpi.workspace.place import Workspace, pack_from

ROW: Final = re.compile(r"\Arow ([0-9]+)")
"""How the note of a published figure of others begins."""
Key = tuple[str, str, str]
"""An indicator or published measure, an area and a period."""


@dataclass(frozen=True, slots=True)
class Origin:
    """One revision that changed a figure, and where in which file the figure stood.

    `row` counts from 1 as the spreadsheet does. `row` and `column` are None where the file is not at hand: the ledger
    keeps the hash of a council's own file, not the file.
    """

    change: FigureChange
    file: str
    sha256: str
    row: int | None
    column: str | None


def origins(
    place: Workspace, name: str, area: str | None, period: str, at_hand: Sequence[Path] = ()
) -> tuple[Origin, ...]:
    """List where a figure came from; ProblemError for a figure that never was.

    `name` is an indicator's id, or a published measure as the ledger names it: `dfe_workforce/turnover_rate_fte`.
    `at_hand` are files in which a council's own figure is looked for, beside those of the pack; the hash tells them.
    """
    definition = place.pack.by_id.get(name)
    area = area or (definition.areas[0] if definition else WHOLE_SERVICE)
    text = _canonical(period, definition) if definition else period
    changes = place.figure_history(name, area, text)
    if not changes:
        message = f"There never was a figure of {excerpt(name)} for {excerpt(area)} in {excerpt(text)}."
        fix = "Name an indicator, or a measure as SOURCE/MEASURE with --area, and the period as it is published."
        raise ProblemError([Problem("no-such-figure", message, fix)])
    return stood(place, changes, (name, area, text), at_hand)


def stood(
    place: Workspace, changes: Sequence[FigureChange], key: Key, at_hand: Sequence[Path] = ()
) -> tuple[Origin, ...]:
    """Say of each change of a figure in which file, row and column it stood; `key` is indicator, area and period."""
    revisions = {one.number: one for one in place.history()}
    files, own = [*seed.files(place.folder), *at_hand], key[0] in place.pack.by_id
    found = []
    for change in changes:
        file, digest = revisions[change.revision].file or "", revisions[change.revision].sha256 or ""
        path = _file_of(files, digest) if own else None
        row, column = _own(place, path, digest, key) if own else _published(place, change, key[0])
        found.append(Origin(change, file, digest, row, column))
    return tuple(found)


def _canonical(period: str, definition: Indicator) -> str:
    calendar = Calendar(definition.calendar)
    try:
        return read_as(period, Frequency(definition.frequency), calendar, calendar).period.text
    except PeriodError as error:
        message = f"The period cannot be read: {error}"
        raise ProblemError([Problem("period-unreadable", message, "Write it like 2018-19 Q4.")]) from error


def _published(place: Workspace, change: FigureChange, name: str) -> tuple[int | None, str | None]:
    """Read the row from the note of a figure of others, and the column from the description of its file."""
    source, _, measure = name.partition("/")
    told = place.pack.benchmarks.sources if place.pack.benchmarks else ()
    value = next((one.value for one in told if one.id == source), None)
    row = ROW.match(change.note)
    return (int(row[1]) if row else None), value or measure.partition("/")[0]


def _own(place: Workspace, path: Path | None, digest: str, key: Key) -> tuple[int | None, str | None]:
    """Find a figure again in the file that it was loaded from."""
    if path is None:
        return None, None
    rows, header = _read(path, digest, place.pack.text, place.today)
    row = rows.get(key)
    return row, _column(header, key[2]) if row and header else None


@lru_cache(maxsize=32)
def _read(path: Path, _digest: str, definitions: str, today: date) -> tuple[dict[Key, int], Header | None]:
    """Read the row of each figure of a file, and its header; the hash names the content."""
    content = path.read_bytes()
    read = read_figures(
        path.name, content, pack_from(definitions), today=today, current=series.empty(), options=Options()
    )
    columns = (read.frame[name].astype(str) for name in ("indicator", "area", "period"))
    keys = zip(*columns, strict=True)
    return dict(zip(keys, read.frame["file_row"].tolist(), strict=True)), find_header(
        read_sheets(path.name, content)[0]
    )


def _file_of(files: Sequence[Path], digest: str) -> Path | None:
    """Find the file with a hash."""
    return next((one for one in files if sha256(one.read_bytes()).hexdigest() == digest), None)


def _column(header: Header, period: str) -> str | None:
    """Name the columns in which a figure of a period stands."""
    if not header.across:
        return ", ".join(header.texts[header.roles[role]] for role in NUMBER_ROLES if role in header.roles)
    return next((header.texts[one.place] for one in header.across if one.text == period), None)
