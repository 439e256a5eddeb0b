"""Short forms that a page uses, each explained on that page: nobody has to know what GCSE stands for.

In: the text of a page. Out: the short forms in it with their meaning, and those that nobody has explained.
"""

import re
from collections.abc import Iterable
from typing import Final

MEANINGS: Final = {
    "A&E": "accident and emergency, the part of a hospital for urgent help",
    "CSV": "comma-separated values, a plain file that any spreadsheet opens",
    "DfE": "Department for Education",
    "EHCP": "education, health and care plan",
    "GCSE": "General Certificate of Secondary Education, exams taken at about 16",
    "GCSEs": "General Certificates of Secondary Education, exams taken at about 16",
    "HR": "human resources, the office that looks after staff",
    "HTML": "the language that web pages are written in",
    "NHS": "National Health Service",
    "NRPF": "no recourse to public funds: people who may not have most benefits",
    "ONS": "Office for National Statistics",
    "PDF": "portable document format, a file that looks the same everywhere",
    "SEN": "special educational needs",
    "SEND": "special educational needs and disabilities",
    "UK": "United Kingdom",
    "WCAG": "Web Content Accessibility Guidelines, the rules for pages that everyone can use",
    "AA": "the middle of three levels of those guidelines, which the law asks for",
}
"""Short forms to what they stand for, in plain English."""
_SHORT: Final = re.compile(r"\b(?:[A-Z]{2,}s?|DfE|[A-Z]&[A-Z])\b")


def in_text(text: str) -> tuple[str, ...]:
    """List the short forms of a text, in alphabetical order."""
    return tuple(sorted(set(_SHORT.findall(text))))


def explained(text: str, own: Iterable[tuple[str, str]] = ()) -> tuple[tuple[str, str], ...]:
    """Give the short forms of a text with their meaning, those of the meanings included; `own` are the council's."""
    known = MEANINGS | dict(own)
    found = {form for form in in_text(text) if form in known}
    found |= {form for form in in_text(" ".join(known[form] for form in found)) if form in known}
    return tuple((form, known[form]) for form in sorted(found))


def unexplained(text: str, own: Iterable[tuple[str, str]] = ()) -> tuple[str, ...]:
    """List the short forms of a text whose meaning is not known."""
    known = MEANINGS | dict(own)
    return tuple(form for form in in_text(text) if form not in known)
