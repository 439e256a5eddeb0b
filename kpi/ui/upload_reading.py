"""How a dropped file was read, in words, with what is asked about it and a form that corrects it.

In: the Preview of a file. Out: questions where the file leaves something open; the rest is folded until opened.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from kpi.definitions.pack import Pack
from kpi.definitions.recipe import IGNORE
from kpi.intake import Candidate
from kpi.intake.outline import Outline
from kpi.intake.preview import Preview
from kpi.number import DIALECT_WORDS
from kpi.ui import upload_columns, upload_keep, upload_told, upload_unknown
from kpi.ui.markup import draw, listed
from kpi.ui.parts import sentence
from kpi.ui.upload_ask import CALENDARS, key
from kpi.ui.upload_columns import ROLE_WORDS
from kpi.ui.upload_told import field

PERCENTAGES: Mapping[str | None, str] = {None: "Not said", "percent": "As 52 for 52%", "fraction": "As 0.52 for 52%"}
HEADER_ROWS = {1: "That row alone", 2: "That row and the one above it"}
AS_IT_STANDS = "As it stands, without a recipe"
NOT_FOUND = "Not found; choose the row"


def ask(preview: Preview, pack: Pack) -> None:
    """Ask what the file leaves open: a kept recipe that fits, columns that could be one thing, fractions."""
    _offer(preview.candidate.offered, pack)
    for role, names in preview.candidate.outline.unsure:
        label = f"Which column is {ROLE_WORDS[role].lower()}?"
        chosen = st.selectbox(
            label, ["", *names], format_func=lambda one: one or "Not said", key=field(f"unsure_{role}"), width=420
        )
        _settle({"columns": {chosen: role}} if chosen else {})
    if any(one.code == "fraction" for one in preview.problems):
        label = "How does the file write percentages?"
        written = st.selectbox(
            label, list(PERCENTAGES), format_func=lambda one: PERCENTAGES[one], key=field("fraction"), width=420
        )
        _settle({"percentages": written} if written else {})


def _offer(offered: Sequence[str], pack: Pack) -> None:
    """Offer recipes that were kept for files of this shape; the choice stays on the screen once it is made."""
    remembered = key("offers")
    if offered:
        st.session_state[remembered] = tuple(offered)
    base = upload_told.base(pack)
    titles = {one.id: one.title for one in pack.recipes}
    names = [one for one in st.session_state.get(remembered, (base.id,) if base else ()) if one in titles]
    if not names:
        return
    if not base and not upload_told.told():
        draw(sentence("A recipe was kept for files of this shape. The file is read without it until you choose it."))
    choices = ["", *names]
    chosen = st.selectbox(
        "How is this file read?",
        choices,
        choices.index(base.id if base else ""),
        format_func=lambda one: f"With the recipe: {titles[one]}" if one else AS_IT_STANDS,
        key=field("recipe"),
        width=620,
    )
    if chosen != (base.id if base else ""):
        upload_told.use(chosen or None)
        st.rerun()


def _settle(answer: Mapping[str, Any]) -> None:
    if answer:
        upload_told.tell(answer)
        st.rerun()


def show(preview: Preview, pack: Pack) -> None:
    """Say how the file was read, folded, with the form that corrects it and what keeps the correction."""
    found = preview.candidate
    if not found.outline.rows:
        return
    decided = [one for one in found.decided if f"'{upload_told.UNSAVED}'" not in one]
    lost = found.outline.header_row is None or any(one.code == "no-header" for one in preview.problems)
    with st.expander(
        "How this file was read, and how to correct it",
        expanded=bool(upload_told.told()) or (lost and not found.offered),
    ):
        draw(listed(decided) if decided else sentence(_lost(found.outline)))
        _correct(found, pack)
        upload_keep.show(preview, pack)


def _lost(outline: Outline) -> str:
    if outline.header_row is None:
        return "No header was found in this file. Choose the row in which the columns are named."
    return "Say which column is the indicator, which the period and which the figure."


def _correct(found: Candidate, pack: Pack) -> None:
    """Let the reading be corrected; nothing is read anew before the button is pressed."""
    outline, now = found.outline, _now(found.outline, pack)
    shown = upload_columns.page(outline.columns)
    with st.form(field("correct"), border=False, enter_to_submit=False):
        given = _sheet_and_header(outline, now, len(found.sheets) < 2)
        columns = upload_columns.told(shown, pack)
        named = upload_unknown.told(found.unknown, pack)
        given |= _meanings(now)
        named |= _fixed(now, pack)
        again, forget = st.form_submit_button("Read it so"), False
        if upload_told.told():
            forget = st.form_submit_button("Forget these corrections")
    if forget:
        upload_told.start_again()
        st.rerun()
    if again:
        upload_told.tell(_corrections(_changed(now, given), columns) | named)
        st.rerun()


def _corrections(changed: dict[str, Any], columns: Mapping[str, str]) -> dict[str, Any]:
    """Put together what is told; what is not read of one header says nothing of another."""
    moved = changed.keys() & {"sheet", "header_row", "header_rows"}
    said = {name: role for name, role in columns.items() if not (moved and role == IGNORE)}
    return changed | ({"columns": said} if said else {})


def _now(outline: Outline, pack: Pack) -> dict[str, Any]:
    """Give what stands as the form shows it."""
    told = upload_told.written(pack)
    read = {"sheet": outline.sheet, "header_row": outline.header_row, "header_rows": outline.header_rows}
    meanings = {name: told.get(name) for name in ("calendar", "dialect", "percentages")}
    return read | meanings | {"fixed": dict(told.get("fixed", {}))}


def _changed(now: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """Keep what differs from what stood; the rows of the header are told together."""
    changed = {name: value for name, value in given.items() if value != now[name]}
    header = ("header_row", "header_rows")
    return changed | ({name: given[name] for name in header} if changed.keys() & set(header) else {})


def _sheet_and_header(outline: Outline, now: Mapping[str, Any], sheets: bool) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if sheets and len(outline.sheets) > 1:
        place = outline.sheets.index(outline.sheet)
        given["sheet"] = st.selectbox("Sheet", outline.sheets, place, key=field("sheet"), width=420)
    texts = dict(outline.rows)
    rows = [row for row in (now["header_row"],) if row not in texts]
    rows += list(texts)
    given["header_row"] = st.selectbox(
        "Row in which the columns are named",
        rows,
        rows.index(now["header_row"]),
        format_func=lambda row: f"Row {row}: {texts.get(row, '')}" if row else NOT_FOUND,
        key=field("header_row"),
        width=620,
    )
    counts = list(HEADER_ROWS)
    at = counts.index(now["header_rows"])
    label = "The header is"
    given["header_rows"] = st.selectbox(
        label, counts, at, format_func=HEADER_ROWS.__getitem__, key=field("header_rows"), width=420
    )
    return given


def _fixed(now: Mapping[str, Any], pack: Pack) -> dict[str, dict[str, str]]:
    """Ask what every row is about where no column says it; give what is said anew."""
    before = now["fixed"]
    titles = {"": "A column says it"} | {one.id: one.title for one in pack.by_id.values()}
    known = before.get("indicator_id", "")
    choices = list(titles if known in titles else [known, *titles])
    indicator = st.selectbox(
        "Indicator of every figure",
        choices,
        choices.index(known),
        format_func=lambda one: titles.get(one, one),
        key=field("indicator"),
        width=420,
    )
    label = "Period of every figure, where no column says it (such as Q4 2018-19)"
    period = st.text_input(label, before.get("period", ""), key=field("period"), max_chars=60, width=420) or ""
    said = {"indicator_id": indicator, "period": " ".join(period.split())}
    new = {role: text for role, text in said.items() if text and text != before.get(role)}
    return {"fixed": new} if new else {}


def _meanings(now: Mapping[str, Any]) -> dict[str, Any]:
    """Ask for calendar, symbols and percentages."""
    dialects: dict[str | None, str] = {None: "Not said"} | {one.value: words for one, words in DIALECT_WORDS.items()}
    calendars = {one.value if one else None: words for one, words in CALENDARS.items()}
    fields = {
        "calendar": ("Years that periods such as Q1 2022 belong to", calendars),
        "dialect": ("Symbols such as x and * are those of", dialects),
        "percentages": ("Percentages are written", PERCENTAGES),
    }
    return {name: _meaning(name, label, words, now[name]) for name, (label, words) in fields.items()}


def _meaning(name: str, label: str, words: Mapping[Any, str], now: str | None) -> str | None:
    choices = list(words)
    chosen: str | None = st.selectbox(
        label, choices, choices.index(now), format_func=lambda one: words[one], key=field(name), width=420
    )
    return chosen
