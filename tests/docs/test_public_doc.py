"""The page on the public edition: its files, its symbols and its formula are those of the program."""

import re
from pathlib import Path

from kpi.reports.public import about, data, page, site
from kpi.reports.reading import AIM, SCHOOL_STARTS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "public.md").read_text("utf-8")


def test_every_file_of_the_site_stands_in_the_page() -> None:
    named = set(re.findall(r"^\| `([^`]+)` \|", PAGE, re.MULTILINE))
    fixed = {page.HOME, page.ABOUT, page.ACCESS, data.LIST, data.FIGURES, data.META, site.MANIFEST}
    assert named == fixed | {"theme-*.html", "figure-*.html"}


def test_every_symbol_of_the_data_files_is_explained() -> None:
    assert all(f"`{symbol}`" in PAGE for symbol in about.SYMBOLS)


def test_the_formula_and_the_aim_are_those_of_the_program() -> None:
    assert f"at the age of {AIM}" in PAGE
    assert f"{15.59 - SCHOOL_STARTS:.2f}" in PAGE
