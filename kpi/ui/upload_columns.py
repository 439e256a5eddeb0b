"""What each column of a dropped file is: a list to correct, a page at a time where a file has very many.

In: the columns as they were read. Out: fields of a form, and what a person says of each column.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from kpi.definitions.pack import Pack
from kpi.definitions.recipe import IGNORE, ROLES
from kpi.intake.outline import HELPER, Named
from kpi.ui.plan_forms_fields import literal
from kpi.ui.upload_told import field

AT_ONCE = 40
"""Columns that are listed at a time."""
ROLE_WORDS: Mapping[str, str] = {
    "indicator_id": "The indicator",
    "area": "The area or team",
    "period": "The period",
    "value": "The figure",
    "numerator": "The numerator",
    "denominator": "The denominator",
    "state": "The state: final, provisional or illustrative",
    "note": "The note",
    IGNORE: "Not read",
    "": "Not said",
}


def page(columns: Sequence[Named]) -> Sequence[Named]:
    """Give the columns to list; of very many a person chooses which, before the form."""
    if len(columns) <= AT_ONCE:
        return columns
    starts = list(range(0, len(columns), AT_ONCE))
    start = st.selectbox(
        f"Columns to look at, of {len(columns):,}",
        starts,
        format_func=lambda one: _named(columns, one),
        key=field("columns"),
        width=620,
    )
    return columns[start : start + AT_ONCE]


def _named(columns: Sequence[Named], start: int) -> str:
    shown = columns[start : start + AT_ONCE]
    return f"{start + 1:,} to {start + len(shown):,}: {shown[0].text} to {shown[-1].text}"


def told(columns: Sequence[Named], pack: Pack) -> dict[str, str]:
    """Ask of every column what it is; give those that are told to be something else, and those that are not read."""
    said = {}
    with st.container(horizontal=True):
        for one in columns:
            chosen = _column(one, pack)
            if chosen and (chosen != one.role or chosen == IGNORE):
                said[one.text] = chosen
    return {name: IGNORE if role == HELPER else role for name, role in said.items()}


def _column(one: Named, pack: Pack) -> str:
    titles = {known.id: known.title for known in pack.indicators}
    role = IGNORE if one.role == HELPER else one.role
    known = [*ROLES, IGNORE, *titles]
    choices = known if role in known else [role, *known]
    chosen = st.selectbox(
        literal(f"Column {one.text}"),
        choices,
        choices.index(role),
        format_func=lambda it: ROLE_WORDS.get(it) or f"Figures of: {titles.get(it, it)}",
        key=field(f"column_{one.text}"),
        width=290,
    )
    return one.role if chosen == role else chosen
