"""The form in which a section of a paper is written: words, clearance, and who wrote them.

In: the text as it stands. Out: widgets; once recorded, a revision of the ledger with the way to take it back.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import streamlit as st
from pydantic import ValidationError

from kpi.definitions.paper import LONGEST, Audience, Written
from kpi.problem import Problem, ProblemError, Where
from kpi.reports.reading import reading_age
from kpi.reports.texts import TextView
from kpi.ui import address, ask, panel_form
from kpi.ui.markup import NOTHING, Html, draw, element, link
from kpi.ui.panel_form import WHO_FIELD, Field, Form, Recorded, Values
from kpi.ui.papers_words import differing
from kpi.ui.parts import heading, notice, problem
from kpi.workspace.publications import Publications

FIELDS = ("text", "clearance", "cleared")
BEGUN = "text_begun"
"""Where the session keeps which form is open, and the newest revision of when it was opened."""


@dataclass(frozen=True, slots=True)
class Writing:
    """The text that a form is about: which paper, for whom, and the text as it stands."""

    paper: str
    audience: Audience
    view: TextView

    @property
    def name(self) -> str:
        """Name the form."""
        return f"{self.paper}/{self.view.section.id}/{self.view.period.text}"


def show(paper: str, audience: Audience, texts: Mapping[str, TextView], *, writable: bool) -> None:
    """Show the form of the section that the address names; an earlier state is only read."""
    section = address.asked("record", dict.fromkeys(texts, ""), "") if writable else ""
    if not section:
        st.session_state.pop(BEGUN, None)
        return
    writing = Writing(paper, audience, texts[section])
    if st.session_state.get(BEGUN, ("", 0))[0] != writing.name:
        st.session_state[BEGUN] = (writing.name, ask.head())
    _form(writing)


def _form(writing: Writing) -> None:
    """Show the form of one section, with what it is asked for and what is wrong with it now."""
    view = writing.view
    draw(heading(f"Write: {view.section.title}", 3), *_asked(view), _reading(writing))
    fields = (
        Field("text", "The text (an empty line begins a new paragraph)", default=_words(view), long=True, most=LONGEST),
        *(_clearance(view) if view.section.clearance else ()),
        WHO_FIELD,
    )
    panel_form.show(Form(f"text_{view.section.id}", fields, "Record this text", partial(_record, writing), _faults))
    draw(element("p", link("Close without recording", address.here("papers", record=None))))


def _asked(view: TextView) -> list[Html]:
    """Say what the text should hold, what to write where there is nothing, and where it comes from."""
    told = [element("p", view.section.ask)] if view.section.ask else []
    if view.section.if_none:
        told.append(element("p", f"Where there is nothing to say, write: “{view.section.if_none}”"))
    if view.state == "carried" and view.said:
        words = f"This is the text of {view.said.short_label}. Recording it confirms that it holds for this quarter."
        told.append(notice(words))
    told += [element("p", f"{gap.text} {gap.fix}") for gap in view.gaps if view.state == "written"]
    told += [notice(problem(one), kind="warning") for one in view.mismatches]
    return told


def _reading(writing: Writing) -> Html:
    """Say at what age the text as it stands can be read; a text for the public is told the aim as well."""
    if writing.view.written is None:
        return NOTHING
    quiet = None if writing.audience == "public" else "kpi-quiet"
    return element("p", f"As it stands: {reads(writing.view.written.text, writing.audience)}", class_=quiet)


def reads(text: str, audience: Audience) -> str:
    """Give the age at which a text can be read; a text for the public also says whether that is plain enough."""
    found = reading_age(text)
    if audience == "public" or not found.words:
        return found.sentence
    return f"reading age {found.age}."


def _words(view: TextView) -> str:
    return view.written.text if view.written else ""


def _clearance(view: TextView) -> tuple[Field, ...]:
    """Ask for the code of whoever cleared it, and the day."""
    held = view.written if view.state == "written" else None
    return (
        Field("clearance", "Clearance code", "such as JG/11062019/A", (held and held.clearance) or "", needed=False),
        Field("cleared", "Day of clearance", "such as 11 June 2019", (held and held.cleared) or "", needed=False),
    )


def _written(values: Values) -> Written:
    """Make the text of what was filled in; ValidationError where a field holds nonsense."""
    return Written.model_validate({name: values[name] for name in FIELDS if values.get(name)})


def _faults(values: Values) -> list[Problem]:
    """Say what is wrong with the fields, each by its name; an empty text is told by the form itself."""
    if not values.get("text"):
        return []
    try:
        _written(values)
    except ValidationError as error:
        return [panel_form.wrong(str(one["loc"][0]), one["msg"], "Correct it here.") for one in error.errors()]
    return []


def _record(writing: Writing, values: Values) -> Recorded:
    """Record a text, and say how hard it reads and what in it differs from the record."""
    _name, begun = st.session_state.pop(BEGUN, ("", None))
    place, view, written = Publications(ask.workspace()), writing.view, _written(values)
    paper, section = writing.paper, view.section
    try:
        revision = place.write(paper, section.id, written, period=view.period, who=values["who"], base=begun)
    except ProblemError as error:
        raise _with_theirs(error, place.texts(paper, view.period)[section.id]) from error
    now = place.texts(paper, view.period)[section.id]
    reading = reads(written.text, writing.audience)
    said = f"{section.title} is recorded as revision {revision}{differing(now)}. {reading[:1].upper()}{reading[1:]}"
    return Recorded(said, revision)


def _with_theirs(error: ProblemError, now: TextView) -> ProblemError:
    """Show, to a person whom somebody was quicker than, what the other wrote."""
    if error.problems[0].code != "changed-beneath" or now.written is None:
        return error
    fix = "Recording yours again replaces it."
    theirs = Problem("changed-beneath", f"{now.who} wrote meanwhile: “{now.written.text}”", fix, Where(column="text"))
    return ProblemError([*error.problems, theirs])
