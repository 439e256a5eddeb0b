"""The form in which a section of a paper is written: words, clearance, and who wrote them.

In: the text as it stands. Out: widgets; once recorded, a revision of the ledger with the way to take it back.
"""

from functools import partial

import streamlit as st
from pydantic import ValidationError

from kpi.definitions.paper import LONGEST, Written
from kpi.problem import Problem
from kpi.reports.texts import TextView
from kpi.ui import address, ask, panel_form
from kpi.ui.markup import Html, draw, element, link
from kpi.ui.panel_form import WHO_FIELD, Field, Form, Recorded, Values
from kpi.ui.parts import heading, notice, problem
from kpi.workspace.publications import Publications

FIELDS = ("text", "clearance", "cleared")


def show(paper: str, view: TextView) -> None:
    """Show the form of one section, with what it is asked for and what is wrong with it now."""
    st.session_state.setdefault(_begun(paper, view), ask.head())
    draw(heading(f"Write: {view.section.title}", 3), *_asked(view))
    fields = (
        Field("text", "The text (an empty line begins a new paragraph)", default=_words(view), long=True, most=LONGEST),
        *(_clearance(view) if view.section.clearance else ()),
        WHO_FIELD,
    )
    panel_form.show(Form(f"text_{view.section.id}", fields, "Record this text", partial(_record, paper, view), _faults))
    draw(element("p", link("Close without recording", address.here("papers", record=None))))


def _asked(view: TextView) -> list[Html]:
    """Say what the text should hold, what to write where there is nothing, and where it comes from."""
    told = [element("p", view.section.ask)] if view.section.ask else []
    if view.section.if_none:
        told.append(element("p", f"Where there is nothing to say, write: “{view.section.if_none}”"))
    if view.state == "carried" and view.said:
        words = f"This is the text of {view.said.short_label}. Recording it confirms that it holds for this quarter."
        told.append(notice(words))
    told += [notice(problem(one), kind="warning") for one in view.mismatches]
    return told


def _words(view: TextView) -> str:
    return view.written.text if view.written else ""


def _clearance(view: TextView) -> tuple[Field, ...]:
    """Ask for the code of whoever cleared it, and the day."""
    held = view.written if view.state == "written" else None
    return (
        Field("clearance", "Clearance code", "such as JG/11062019/A", (held and held.clearance) or "", needed=False),
        Field("cleared", "Day of clearance", "such as 2019-06-11", (held and held.cleared) or "", needed=False),
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


def _record(paper: str, view: TextView, values: Values) -> Recorded:
    begun = st.session_state.pop(_begun(paper, view), None)
    place, section = Publications(ask.workspace()), view.section
    revision = place.write(paper, section.id, _written(values), period=view.period, who=values["who"], base=begun)
    return Recorded(f"{section.title} is recorded as revision {revision}.", revision)


def _begun(paper: str, view: TextView) -> str:
    """Name where the session keeps the newest revision of when the form was opened."""
    return f"text_{paper}_{view.section.id}_{view.period.text}"
