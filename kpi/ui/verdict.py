"""What came of an expectation: borne out, not borne out or nobody can tell, as shape and word with its sentence.

In: Answers. Out: Html; the outcome is never told by colour, and its words are those of kpi.expectation.
"""

from collections.abc import Iterable

from kpi.expectation import Answer, Outcome
from kpi.ui import address
from kpi.ui.markup import NOTHING, Html, element, join, link, prose
from kpi.ui.parts import mark

_SHAPES = {
    Outcome.BORNE_OUT: "M1.5 7.5 5.5 11.5 12.5 3",
    Outcome.NOT_BORNE_OUT: "M2.5 2.5 11.5 11.5M11.5 2.5 2.5 11.5",
    Outcome.CANNOT_TELL: "M4 4.6C4 .8 10 .8 10 4.4 10 7 7 6.6 7 9M7 11.8v1",
}


def verdict(answer: Answer) -> Html:
    """Show what came of an answer in its own words."""
    return outcome(answer.outcome, answer.word)


def outcome(found: Outcome, word: str) -> Html:
    """Show an outcome as a tick, a cross or a question mark with its words."""
    path = element("path", d=_SHAPES[found])
    drawn = element("svg", path, viewBox="0 0 14 14", width=14, height=14, aria_hidden="true")
    return element("span", drawn, element("span", word), class_=f"kpi-verdict kpi-{found.value}")


def linked(answer: Answer, period: str | None = None, as_at: int | None = None) -> Html:
    """Write the sentence of an answer, its title a link to the figures; plain where it does not begin with a title."""
    title, sentence = answer.title, answer.sentence
    if not sentence.startswith(title):
        return prose(sentence)
    area = None if answer.expectation.area == "all" else answer.expectation.area
    there = address.link("indicator", indicator=answer.expectation.indicator, area=area, period=period, as_at=as_at)
    return join([link(title, there), prose(sentence.removeprefix(title))])


def told(answer: Answer, period: str | None = None, as_at: int | None = None) -> Html:
    """Say what came of an expectation: the outcome, its sentence, and the mark of figures that were made up."""
    return join([verdict(answer), linked(answer, period, as_at), mark(answer.mark) or None], " ")


def all_told(answers: Iterable[Answer], period: str | None = None, as_at: int | None = None) -> Html:
    """List several answers; nothing where there is none."""
    items = [element("li", told(answer, period, as_at)) for answer in answers]
    return element("ul", *items, class_="kpi-answers") if items else NOTHING
