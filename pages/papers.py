"""Papers: what a meeting is given. Whether a paper can go out, what is written in it, its pages, and what went out."""

import streamlit as st

from kpi.ui import (
    address,
    ask,
    ask_papers,
    panel_form,
    papers_preview,
    papers_public,
    papers_publish,
    papers_words,
    papers_write,
    surround,
)
from kpi.ui.markup import draw
from kpi.ui.parts import empty, heading
from kpi.workspace.publications import Publications

as_at = address.revision(ask.head())
place = Publications(ask.workspace())
recipes = {one.id: one.title for one in place.recipes(as_at)}
periods, opening = address.periods(ask.periods(as_at)), ask.scorecard(None, as_at).period.text

surround.begin("Papers")
panel_form.announce()
if not recipes:
    draw(empty("The pack has no papers yet.", "docs/papers.md shows how the first recipe is written."))
    st.stop()
with st.container(horizontal=True, vertical_alignment="bottom"):
    paper = address.choose("Paper", "paper", recipes, next(iter(recipes)), width=420, drops="page")
    period = address.choose("Period", "period", periods, opening, width=330, drops="page")
    meetings = {"": "The quarter's own"} | {one.id: one.title for one in place.meetings(paper, as_at)}
    meeting = address.choose("Meeting", "meeting", meetings, width=420)
    address.choose("As known at", "as_at", surround.revisions(), width=330)

quarter = place.quarter(period, as_at)
report = ask_papers.report(paper, quarter.text, meeting, as_at)
chosen = papers_preview.Chosen(paper, quarter.text, meeting, report)
texts = place.texts(paper, quarter, as_at)
writing = address.asked("record", dict.fromkeys(texts, ""), "") if as_at is None else ""
draw(papers_words.lead(report), heading("Before it goes out"))
draw(papers_words.checklist(place.checklist(paper, quarter, meeting or None, as_at)))
draw(heading("What people write"), papers_words.texts(texts))
if writing:
    papers_write.show(paper, texts[writing])
papers_preview.show(chosen)
papers_preview.downloads(chosen)
if as_at is None:
    papers_publish.show(chosen)
went_out = ask_papers.publications(quarter.text)
changed = {one.recorded: ask_papers.changed_since(one) for one in went_out}
draw(heading("What went out for this quarter"), papers_words.published(went_out, changed))
papers_public.show(quarter.text, as_at)
papers_publish.pack(quarter.text, as_at)
