"""The measures of the house: short functions, short files, nothing left for later."""

import ast
import re
import statistics
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CODE = sorted([*(ROOT / "kpi").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"])
LIMITS = {"pages": 80, "app.py": 40}


def functions(path: Path) -> list[tuple[str, int]]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return [
        (node.name, (node.end_lineno or 0) - node.lineno + 1)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_function_is_longer_than_forty_lines(path: Path) -> None:
    assert [(function, lines) for function, lines in functions(path) if lines > 40] == []


@pytest.mark.parametrize("path", CODE, ids=name)
def test_no_file_is_longer_than_its_limit(path: Path) -> None:
    limit = LIMITS.get(name(path).split("/")[0], 250)
    assert len(path.read_text(encoding="utf-8").splitlines()) <= limit


def test_half_of_all_functions_have_eight_lines_or_fewer() -> None:
    lengths = [lines for path in CODE for _, lines in functions(path)]
    assert statistics.median(lengths) <= 8


@pytest.mark.parametrize("path", CODE, ids=name)
def test_nothing_is_left_for_later(path: Path) -> None:
    words = re.compile(r"\b(TODO|FIXME|XXX|NotImplementedError|pragma: no cover|type: ignore)\b")
    assert words.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted((ROOT / "pages").glob("*.py")), ids=name)
def test_a_screen_reaches_the_figures_only_through_what_screens_share(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    modules = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    modules |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    forbidden = ("kpi.ledger", "sqlalchemy", "plotly", "pandas", "numpy", "kpi.judge")
    assert [module for module in modules if module.startswith(forbidden)] == []
