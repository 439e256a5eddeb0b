"""Small pieces that screens share: chips, sentences with their marks, notices, problems and empty states.

In: statuses, texts and Problems. Out: Html, every text literal.
"""

from collections.abc import Sequence

from kpi.charts.palette import LOOKS
from kpi.problem import Problem, Severity
from kpi.ui.markup import NOTHING, Html, element, join, listed, prose

_SHAPES = {
    "triangle": "M1 2h12L7 13z",
    "diamond": "M7 .8 13.2 7 7 13.2.8 7z",
    "circle": "M7 1a6 6 0 1 0 0 12A6 6 0 1 0 7 1z",
    "square": "M1 1h12v12H1zM3 7.4 5.9 10.3 11.2 4.9 9.9 3.6 5.9 7.7 4.3 6.1z",
    "ring": "M7 1.6a5.4 5.4 0 1 0 0 10.8A5.4 5.4 0 1 0 7 1.6z",
}
SHOWN_PROBLEMS = 20
_SEVERITY_WORDS = {
    Severity.ERROR: "Must be put right",
    Severity.WARNING: "Please check",
    Severity.NOTE: "For information",
}


def shape(name: str) -> Html:
    """Draw a status shape in the colour of the text around it."""
    path = element("path", d=_SHAPES[name], fill_rule="evenodd")
    return element("svg", path, viewBox="0 0 14 14", width=14, height=14, aria_hidden="true", class_=f"kpi-{name}")


def chip(status: str, word: str | None = None) -> Html:
    """Show a status, or a colour of a plan's legend with its own word, as shape, letter, word and colour."""
    look = LOOKS[status]
    letter = element("b", look.letter, aria_hidden="true")
    return element(
        "span", shape(look.shape), letter, element("span", word or look.word), class_=f"kpi-chip kpi-{status}"
    )


def mark(text: str) -> Html:
    """Mark what must not be taken for a published figure, such as 'Illustrative'."""
    return element("span", text, class_="kpi-mark") if text else NOTHING


def sentence(text: str, marked: str = "", *, lead: bool = False) -> Html:
    """Write a sentence with its mark beside it; `lead` makes it the one to read first."""
    space = " " if marked else None
    return element("p", prose(text), space, mark(marked), class_="kpi-lead" if lead else "kpi-sentence")


def kicker(text: str) -> Html:
    """Write the small line above a title that says where one is."""
    return element("p", text, class_="kpi-kicker")


def title(text: str) -> Html:
    """Write the one title of a screen."""
    return element("h1", prose(text))


def heading(text: str, level: int = 2) -> Html:
    """Write a heading under the title."""
    return element(f"h{level}", text)


def notice(*pieces: str | Html, kind: str = "note") -> Html:
    """Say a result or a warning; it is announced. `kind` is note, good or warning."""
    return element(
        "div", *pieces, class_=f"kpi-notice kpi-notice-{kind}", role="alert" if kind == "warning" else "status"
    )


def empty(what: str, next_step: str | Html = "") -> Html:
    """Say calmly that there is nothing here, and what to do about it."""
    return element("div", element("p", what, class_="kpi-lead"), element("p", next_step), class_="kpi-empty")


def problem(one: Problem) -> Html:
    """Write a Problem: where, what is wrong, what to do."""
    place = str(one.where)
    where = element("span", place, class_="kpi-where") if place else None
    fix = element("span", one.fix, class_="kpi-fix") if one.fix else None
    return join([where, element("span", one.message), fix], " ")


def problems(given: Sequence[Problem], shown: int = SHOWN_PROBLEMS) -> Html:
    """List Problems by severity, the worst first: `shown` of each, and how many there are."""
    return join(_of_severity(severity, given, shown) for severity in Severity)


def _of_severity(severity: Severity, given: Sequence[Problem], shown: int) -> Html:
    these = [one for one in given if one.severity is severity]
    if not these:
        return NOTHING
    more = len(these) - shown
    rest = element("p", f"and {more:,} more.") if more > 0 else None
    words = heading(f"{_SEVERITY_WORDS[severity]} ({len(these):,})", 3)
    role = "alert" if severity is Severity.ERROR else "status"
    items = listed(map(problem, these[:shown]))
    return element("section", words, items, rest, class_=f"kpi-problems kpi-problems-{severity.value}", role=role)


def copy_link() -> Html:
    """Offer the address of what is seen, to be copied; it holds every choice."""
    button = element("button", "Copy link to this view", type="button", class_="kpi-button", data_kpi_copy=True)
    return join([button, element("span", role="status", class_="kpi-copied")], " ")
