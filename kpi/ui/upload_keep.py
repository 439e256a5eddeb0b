"""Keeps a correction of how a file is read as a recipe of the pack, for files of the same shape that come later.

In: a Preview that was read with corrections. Out: a form, or a sentence that says why it cannot be kept here.
"""

from typing import Any

import streamlit as st

from kpi.definitions.pack import Pack
from kpi.intake.preview import Preview
from kpi.problem import ProblemError
from kpi.ui import ask, upload_ask, upload_told
from kpi.ui.markup import draw
from kpi.ui.parts import heading, notice, problems, sentence
from kpi.ui.upload_told import field
from kpi.workspace.recipes import id_from, keep_recipe, why_not_kept

SAID = "upload_recipe_kept"
LATER = "Kept as a recipe, the correction is offered when a file of the same shape comes again. It brings no figures."


def announce() -> None:
    """Say once that a recipe was kept."""
    said: str | None = st.session_state.pop(SAID, None)
    if said:
        draw(notice(said, kind="good"))


def show(preview: Preview, pack: Pack) -> None:
    """Offer to keep the corrections made; nothing where there are none."""
    if not upload_told.told():
        return
    draw(heading("Keep this correction", 3))
    why_not = why_not_kept(ask.workspace().folder)
    if why_not:
        draw(sentence(f"It cannot be kept here. {why_not} It holds for this file all the same."))
    elif not preview.can_publish:
        draw(sentence("It can be kept as a recipe once the file is read without anything that must be put right."))
    else:
        _form(preview, pack)


def _form(preview: Preview, pack: Pack) -> None:
    kept = upload_told.base(pack)
    draw(sentence(LATER))
    with st.form(field("keep"), border=False, enter_to_submit=False):
        label = "What are files of this shape? For example: Quarterly return of the HR system"
        title = st.text_input(label, kept.title if kept else "", max_chars=100, key=field("title"), width=620)
        pressed = st.form_submit_button("Keep as a recipe")
    if pressed:
        _try(preview, pack, " ".join((title or "").split()))


def _try(preview: Preview, pack: Pack, title: str) -> None:
    kept = upload_told.base(pack)
    name = kept.id if kept and kept.title == title else id_from(title)
    lacking = _lacking(name, title, pack)
    if lacking:
        draw(notice(lacking, kind="warning"))
        return
    whole: dict[str, Any] = upload_told.written(pack)
    whole |= {"id": name, "title": title, "shape": list(preview.candidate.shape)}
    whole |= {"sheet": chosen} if (chosen := upload_ask.options().sheet) else {}
    try:
        keep_recipe(ask.workspace().folder, whole)
    except ProblemError as error:
        draw(problems(error.problems))
        return
    upload_told.use(name)
    st.session_state[SAID] = f"Kept as the recipe '{title}'. It is offered when a file of this shape comes again."
    st.rerun()


def _lacking(name: str, title: str, pack: Pack) -> str:
    """Say what keeps a title from being the name of a recipe; '' where nothing does."""
    kept = upload_told.base(pack)
    if not name:
        return "Write what files of this shape are, in words that begin with a letter."
    taken = any(one.id == name for one in pack.recipes) and (kept is None or kept.id != name or kept.title != title)
    return f"There is a recipe '{title}' already. Choose that one for this file, or another name." if taken else ""
