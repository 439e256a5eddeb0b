"""Tables of the documentation as rows of text, for tests that run every row.

In: a page of docs and a heading. Out: the rows of the table below the heading, code marks taken off.
"""

from pathlib import Path

DOCS = Path(__file__).resolve().parents[2] / "docs"


def rows(page: str, heading: str) -> list[tuple[str, ...]]:
    """Give the rows of the first table under `## heading`, without its header."""
    text = (DOCS / page).read_text(encoding="utf-8")
    section = text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [tuple(_cell(cell) for cell in line.strip("|").split("|")) for line in lines[2:]]


def _cell(text: str) -> str:
    """Take off the spaces of the table; inside code marks spaces belong to the text."""
    stripped = text.strip()
    return stripped[1:-1] if len(stripped) > 1 and stripped[0] == stripped[-1] == "`" else stripped
