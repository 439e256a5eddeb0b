"""The public site: whole, valid, without scripts or requests, every figure marked and every short form explained."""

import re
from base64 import b64decode
from dataclasses import replace
from html import unescape
from urllib.parse import urlsplit

import pytest
from justhtml import JustHTML

from kpi.reports.literal import line
from kpi.reports.public.data import FIGURES, LIST, META
from kpi.reports.public.edition import PublicEdition
from kpi.reports.public.manifest import MANIFEST
from kpi.reports.public.short_forms import MEANINGS, in_text
from kpi.reports.public.site import site
from kpi.reports.reading import AIM, reading_age
from tests.reports.public.conftest import told

LINK = re.compile(r'(?:href|src|srcset)="([^"]*)"')
TAG = re.compile(r"<style>.*?</style>|<[^>]*>", re.DOTALL)
HOSTILE = '<script>alert(1)</script> =HYPERLINK("x") {{ 7*7 }} #eval $x$ \u202eevil 😀'


def pages(files: dict[str, bytes]) -> dict[str, str]:
    return {path: content.decode() for path, content in files.items() if path.endswith(".html")}


def text(page: str) -> str:
    return " ".join(unescape(TAG.sub(" ", page)).split())


def test_every_page_is_valid_html(files: dict[str, bytes]) -> None:
    for path, page in pages(files).items():
        assert JustHTML(page, strict=True, scripting_enabled=False).errors == [], path


def test_there_is_a_page_for_every_subject_and_every_figure(edition: PublicEdition, files: dict[str, bytes]) -> None:
    expected = {"index.html", "about.html", "accessibility.html", FIGURES, META, LIST, MANIFEST}
    expected |= {f"theme-{theme.id}.html" for theme in edition.themes}
    expected |= {f"figure-{measure.id}.html" for measure in edition.measures}
    assert set(files) == expected
    assert len(edition.measures) > 70


def test_every_link_stays_within_the_folder_and_leads_to_a_file(files: dict[str, bytes]) -> None:
    for page in pages(files).values():
        for link in map(unescape, LINK.findall(page)):
            parts = urlsplit(link)
            assert parts.scheme in ("", "data"), link
            assert parts.scheme == "data" or not parts.path or parts.path in files, link


def test_no_page_has_a_script_a_form_or_a_request_and_its_policy_allows_none(files: dict[str, bytes]) -> None:
    for page in pages(files).values():
        assert not re.search(r"<(script|form|iframe|object|embed|link)\b|\son\w+=|javascript:|@import|url\(", page)
        policy = unescape(re.findall(r'Content-Security-Policy" content="([^"]*)"', page)[0])
        assert policy.startswith("default-src 'none'; style-src 'sha256-")
        assert "img-src data:;" in policy


def test_every_page_says_its_language_its_title_and_that_figures_are_illustrative(files: dict[str, bytes]) -> None:
    titles = set()
    for page in pages(files).values():
        assert '<html lang="en-GB">' in page
        assert "Some figures here are illustrative." in text(page)
        assert 'href="#main"' in page
        titles.add(re.findall("<title>(.*?)</title>", page)[0])
    assert len(titles) == len(pages(files))


def test_every_illustrative_figure_is_marked_where_it_stands(edition: PublicEdition, files: dict[str, bytes]) -> None:
    for measure in edition.measures:
        page = pages(files)[f"figure-{measure.id}.html"]
        rows = re.findall(r"<tr>(.*?)</tr>", page)[1:]
        marked = ["Illustrative" in row for row in rows]
        assert marked == [figure.is_illustrative for figure in reversed(measure.figures)]


def test_every_chart_tells_all_its_figures_in_words(edition: PublicEdition, files: dict[str, bytes]) -> None:
    drawn = 0
    for measure in edition.measures:
        for alt in re.findall(r' alt="([^"]*)"', pages(files)[f"figure-{measure.id}.html"]):
            drawn += 1
            assert all(figure.text in unescape(alt) for figure in measure.figures)
    assert drawn > 60


def test_no_short_form_stands_on_a_page_that_does_not_explain_it(files: dict[str, bytes]) -> None:
    for path, page in pages(files).items():
        explained = set(re.findall(r"<dt>([A-Za-z&;]+)</dt>", page))
        assert {form for form in in_text(text(page)) if form not in {unescape(one) for one in explained}} == set(), path


def test_short_forms_are_explained_without_short_forms_that_are_not() -> None:
    assert [form for meaning in MEANINGS.values() for form in in_text(meaning) if form not in MEANINGS] == []


def test_every_page_as_a_whole_can_be_read_at_the_age_aimed_at(files: dict[str, bytes]) -> None:
    for path, page in pages(files).items():
        main = re.sub(r"</(?:p|li|h\d|dd|dt|tr|caption|figcaption)>", ".\n", page[page.index("<main") :])
        assert reading_age(unescape(TAG.sub(" ", main))).age <= AIM, path


def test_the_same_edition_gives_the_same_bytes(edition: PublicEdition, files: dict[str, bytes]) -> None:
    assert site(edition, told) == files


def test_charts_stand_in_the_page_itself_for_light_and_for_dark_screens(files: dict[str, bytes]) -> None:
    page = pages(files)["figure-cla_number.html"]
    drawn = [
        b64decode(one.partition("base64,")[2]).decode() for one in map(unescape, LINK.findall(page)) if "svg" in one
    ]
    assert ["#0b0c0c" in one for one in drawn] == [True, False]
    assert "prefers-color-scheme: dark" in page


@pytest.mark.parametrize("hostile", [HOSTILE, "</title></style><b>", "a\x00b\x1bc", "x" * 5000])
def test_what_a_person_wrote_is_shown_as_the_text_it_is(edition: PublicEdition, hostile: str) -> None:
    first = edition.themes[0]
    measure = replace(first.measures[0], title=line(hostile), counts=line(hostile), matters=line(hostile))
    theme = replace(first, title=line(hostile), measures=(measure,))
    made = site(replace(edition, themes=(theme,), council=line(hostile)), told)
    for path, page in pages(made).items():
        assert JustHTML(page, strict=True, scripting_enabled=False).errors == [], path
        assert "<script" not in page
        assert "<b>" not in page
    assert " ".join(line(hostile).split()) in text(pages(made)[f"theme-{theme.id}.html"])
