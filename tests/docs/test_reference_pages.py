"""What exists is documented, and what is documented exists."""

import argparse
import re
from pathlib import Path

import pytest

from kpi.cli.parser import parser
from kpi.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def text(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def commands() -> dict[str, argparse.ArgumentParser]:
    [subparsers] = [a for a in parser()._actions if isinstance(a, argparse._SubParsersAction)]
    return dict(subparsers.choices)


def test_every_setting_stands_in_the_settings_page() -> None:
    documented = set(re.findall(r"^\| `(KPI_\w+)`", text("settings.md"), flags=re.M))
    assert documented == {f"KPI_{name.upper()}" for name in Settings.model_fields}


def test_every_command_stands_in_the_command_line_page() -> None:
    documented = set(re.findall(r"^\| `([a-z][a-z-]*)[^|]*` \|", text("command-line.md"), flags=re.M))
    assert documented == set(commands())


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_option_of_a_command_stands_in_the_command_line_page(name: str) -> None:
    options = {option for action in commands()[name]._actions for option in action.option_strings}
    page = text("command-line.md")
    assert sorted(option for option in options - {"-h", "--help"} if option not in page) == []


def requirements(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text(encoding="utf-8").split()
    pins = (line.split("==") for line in lines if "==" in line)
    return {package.split("[")[0]: version for package, version in pins}


def test_every_dependency_is_pinned_exactly() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lines = [line for line in (ROOT / name).read_text(encoding="utf-8").splitlines() if line]
        assert [line for line in lines if "==" not in line and not line.startswith("-r ")] == []


def test_every_dependency_is_named_with_why_it_is_there() -> None:
    documented = set(re.findall(r"^\| ([a-z0-9.-]+) \| [A-Z]", text("dependencies.md"), flags=re.M))
    assert documented == {*requirements("requirements.txt"), *requirements("requirements-dev.txt")}


@pytest.mark.parametrize("page", sorted([*DOCS.glob("*.md"), *ROOT.glob("*.md")]), ids=lambda p: p.name)
def test_every_link_between_pages_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_of_docs_is_linked_from_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [page.name for page in DOCS.glob("*.md") if f"docs/{page.name}" not in readme] == []
