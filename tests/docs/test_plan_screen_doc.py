"""The page on the Plan and Action screens names every choice that their addresses hold."""

from dataclasses import fields

from kpi.settings import ROOT
from kpi.ui.plan_choice import PER_PAGE, Choice

PAGE = (ROOT / "docs" / "plan-screen.md").read_text("utf-8")


def test_every_choice_of_the_address_is_named() -> None:
    for key in (*(one.name for one in fields(Choice)), "year", "period", "show", "page", "as_at"):
        assert f"`{key}`" in PAGE, key


def test_the_number_of_actions_on_a_page_is_told() -> None:
    assert PER_PAGE == 100
    assert "A hundred actions are drawn on a page" in PAGE


def test_the_readme_leads_to_it() -> None:
    assert "docs/plan-screen.md" in (ROOT / "README.md").read_text("utf-8")
