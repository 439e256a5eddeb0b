"""The frame of every page of the public site: head, policy, navigation, marks and footer; no scripts, no requests.

In: a title and the page's own HTML. Out: a whole document as bytes, complete in itself.
"""

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from kpi.markup import Html, element, join, listed
from kpi.period import reader_date
from kpi.reports.public import short_forms
from kpi.reports.public.edition import PublicEdition

HOME, ABOUT, ACCESS = "index.html", "about.html", "accessibility.html"
_LINKS: Final = {HOME: "All subjects", ABOUT: "About these figures", ACCESS: "Accessibility"}
_TAG: Final = re.compile(r"<[^>]*>")
ILLUSTRATIVE: Final = (
    "Some figures here are illustrative. They were made up to show how these pages work. Each one is marked."
)


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its file name, its title, and what stands between navigation and footer, heading included."""

    path: str
    title: str
    body: Html


def document(page: Page, edition: PublicEdition) -> bytes:
    """Write a page whole."""
    main = element("main", page.body, _explained(page.body, edition), id="main", tabindex="-1")
    body = element("body", _top(page, edition), main, _foot(edition))
    text = f'<!DOCTYPE html>\n<html lang="en-GB">{_head(page, edition)}{body}</html>\n'
    return text.encode()


@cache
def style() -> str:
    """Give the style sheet that every page holds."""
    return Path(__file__).with_name("public.css").read_text("utf-8").strip()


def mark() -> Html:
    """Mark a figure that was made up."""
    return element("span", "Illustrative", class_="mark")


def _policy() -> str:
    """Say what a page may do: show its own style and its own pictures, and ask nobody for anything."""
    digest = b64encode(sha256(style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _head(page: Page, edition: PublicEdition) -> Html:
    title = element("title", f"{page.title} – {edition.council}")
    return Html(
        '<head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy()}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"{title}<style>{style()}</style></head>"
    )


def _top(page: Page, edition: PublicEdition) -> Html:
    skip = element("a", "Skip to main content", href="#main", class_="skip")
    name = element("p", element("strong", edition.council), " ", element("span", edition.service), class_="council")
    links = [
        element("a", text, href=path, aria_current="page" if path == page.path else None)
        for path, text in _LINKS.items()
    ]
    header = element("header", name, element("nav", listed(links), aria_label="Pages"))
    made_up = element("p", mark(), " ", ILLUSTRATIVE, class_="notice") if edition.is_illustrative else None
    return join([skip, header, element("aside", made_up, aria_label="Important") if made_up else None])


def _explained(body: Html, edition: PublicEdition) -> Html | None:
    """Explain the short forms that stand on the page, its frame included."""
    known = short_forms.explained(f"{_TAG.sub(' ', body)} {edition.council} {edition.service}", edition.short_forms)
    if not known:
        return None
    pairs = (element("div", element("dt", short), element("dd", long)) for short, long in known)
    heading = element("h2", "Short forms on this page", id="short-forms")
    return element("section", heading, element("dl", *pairs), aria_labelledby="short-forms", class_="short-forms")


def _foot(edition: PublicEdition) -> Html:
    made = f"Figures as recorded on {reader_date(edition.made.date())}, revision {edition.revision:,}."
    return element("footer", element("p", made))
