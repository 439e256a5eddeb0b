"""Small pieces that screens share: chips, sentences with their marks, notices, problems and empty states.

In: statuses, texts and Problems. Out: Html, every text literal.
"""

from collections.abc import Sequence

from kpi.charts.chip import chip as chip
from kpi.charts.chip import shape as shape
from kpi.problem import Problem, Severity
from kpi.ui.markup import NOTHING, Html, element, join, listed, prose

SHOWN_PROBLEMS = 20
_SEVERITY_WORDS = {
    Severity.ERROR: "Must be put right",
    Severity.WARNING: "Please check",
    Severity.NOTE: "For information",
}


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
