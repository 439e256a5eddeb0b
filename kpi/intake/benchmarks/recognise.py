"""Tells whether a file is one of the published ones that benchmarks.yaml describes.

In: bytes and the pack's sources. Out: the Source whose header the file has, None for any other file.
"""

from collections.abc import Sequence
from typing import Final

from kpi.definitions.benchmark import Source
from kpi.definitions.pack import Pack
from kpi.intake.read_text import read_text
from kpi.intake.sheet import Sheet
from kpi.problem import ProblemError

HEAD_BYTES: Final = 65_536
"""As much of a file as its header is looked for in; published files begin with it."""


def recognised(name: str, content: bytes, pack: Pack) -> Source | None:
    """Give the source that a file is, by its header; only text files are looked at. Raises nothing."""
    if pack.benchmarks is None or not content or content.startswith(b"PK"):
        return None
    head = content[:HEAD_BYTES]
    whole = head[: max(head.rfind(b"\n"), 0)] or head
    try:
        return source_of(read_text(name, whole), pack.benchmarks.sources)
    except ProblemError:
        return None


def source_of(sheet: Sheet, sources: Sequence[Source]) -> Source | None:
    """Give the first source all of whose header stands in the first row of a sheet."""
    there = {tidy(cell) for cell in sheet.cells(0)} if len(sheet) else set()
    return next((one for one in sources if there.issuperset(map(tidy, one.header))), None)


def tidy(text: str) -> str:
    """Give a column name as it is compared: without case and the blanks around it."""
    return " ".join(text.split()).casefold()
