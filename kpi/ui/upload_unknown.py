"""Names and signs of a dropped file that nobody knows: what each of them means.

In: what the reading did not know. Out: fields of a form, and what a person says, by the keys of a recipe.
"""

from collections.abc import Mapping, Sequence

import streamlit as st

from kpi.definitions.pack import Pack
from kpi.intake.unknown import Unknown
from kpi.number import SYMBOLS
from kpi.ui.plan_forms_fields import literal
from kpi.ui.upload_told import field

ASKED: Mapping[str, str] = {
    "indicators": "Which indicator is “{}”?",
    "areas": "Which area is “{}”?",
    "symbols": "What does the sign “{}” stand for?",
}
NOT_SAID = "Not said"


def told(unknown: Sequence[Unknown], pack: Pack) -> dict[str, dict[str, str]]:
    """Ask what each text means; give what is said."""
    meanings: Mapping[str, Mapping[str, str]] = {
        "indicators": {one.id: one.title for one in pack.by_id.values()},
        "areas": pack.area_titles,
        "symbols": SYMBOLS,
    }
    said: dict[str, dict[str, str]] = {}
    for one in unknown:
        chosen = _asked(one, meanings[one.kind])
        if chosen:
            said.setdefault(one.kind, {})[one.text] = chosen
    return said


def _asked(one: Unknown, words: Mapping[str, str]) -> str:
    return st.selectbox(
        literal(ASKED[one.kind].format(one.text)),
        ["", *words],
        format_func=lambda it: (
            words.get(it, NOT_SAID).capitalize() if one.kind == "symbols" else words.get(it, NOT_SAID)
        ),
        key=field(f"{one.kind}_{one.text}"),
        width=420,
    )
