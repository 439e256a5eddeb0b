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
    papers_template,
    papers_verify,
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
if not recipes:
    surround.begin("Papers")
    draw(empty("The pack has no papers yet.", "docs/papers.md shows how the first recipe is written."))
    st.stop()
periods, opening = address.periods(ask.periods(as_at)), ask.scorecard(None, as_at).period.text
paper = address.asked("paper", recipes, next(iter(recipes)))
quarter = place.quarter(address.asked("period", periods, opening), as_at)

surround.begin("Papers", screen=f"Papers: {recipes[paper]}, {quarter.label}")
panel_form.announce()
words = st.container()
with st.container(horizontal=True, vertical_alignment="bottom"):
    address.choose("Paper", "paper", recipes, next(iter(recipes)), width=420, drops="page")
    address.choose("Period", "period", periods, opening, width=330, drops="page")
    held = {one.id: one.title for one in place.meetings(paper, as_at)}
    meetings = {"": "The quarter's own meeting"} | held
    meeting = address.choose("Meeting", "meeting", meetings, width=420, drops="page") if held else ""
    address.choose("As known at", "as_at", surround.revisions(), width=420)

with words, st.spinner("Gathering the paper"):
    report = ask_papers.report(paper, quarter.text, meeting, as_at)
    items = ask_papers.checklist(paper, quarter.text, meeting, as_at)
    texts = ask_papers.texts(paper, quarter.text, as_at)
    went_out = ask_papers.publications(quarter.text)
    changed = {one.recorded: ask_papers.changed_since(one) for one in went_out}
chosen = papers_preview.Chosen(paper, quarter.text, meeting, report)
with words:
    draw(papers_words.lead(report, items, texts, papers_words.said_of(went_out, paper, as_at), changed))
draw(heading("Before it goes out"), papers_words.checklist(items))
draw(heading("What people write"), papers_words.texts(texts, folded=not report.gaps, writable=as_at is None))
papers_write.show(paper, report.audience, texts, writable=as_at is None)
own = papers_template.own(chosen)
papers_preview.show(chosen)
papers_preview.downloads(chosen, own.content, word=own.serves)
papers_template.another(chosen)
if as_at is None:
    papers_publish.show(chosen, any(one.paper == paper and one.in_force for one in went_out))
draw(heading("What went out for this quarter"), papers_words.published(went_out, changed))
papers_public.show(quarter.text, as_at)
papers_publish.pack(quarter.text, as_at)
papers_verify.show()
