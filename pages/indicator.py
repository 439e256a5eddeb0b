"""Indicator: one measure in full. Its sentence, one chart, the same figures as a table, and what it means."""

import streamlit as st

from kpi.charts.indicator import chart
from kpi.problem import Problem, ProblemError
from kpi.ui import address, ask, dossier, picture, surround
from kpi.ui.download import file_name
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, heading, sentence

as_at = address.revision(ask.head())
pack = ask.pack(as_at)
if not pack.by_id:
    raise ProblemError([Problem("no-indicators", "There are no indicators yet.", "Add them to the council's pack.")])
titles = {name: indicator.title for name, indicator in pack.by_id.items()}
chosen = address.asked("indicator", titles, next(iter(titles)))
definition = pack.by_id[chosen]
areas = {area: pack.area_titles.get(area, area) for area in definition.areas}
area = address.asked("area", areas, definition.areas[0])
periods = address.periods(ask.periods(as_at))
opening = ask.scorecard(None, as_at).period.text
card = ask.scorecard(address.asked("period", periods, opening), as_at)
place = next(n for n, row in enumerate(card.rows) if (row.indicator, row.area) == (chosen, area))
row = card.rows[place]
history = ask.indicator(chosen, area, as_at)

surround.begin(definition.title, screen=row.full_title)
draw(sentence(row.sentence, row.mark, lead=True), dossier.reasons(row))
with st.container(horizontal=True, vertical_alignment="bottom"):
    address.choose("Indicator", "indicator", titles, next(iter(titles)), width=480)
    if len(areas) > 1:
        address.choose("Area", "area", areas, definition.areas[0])
        others = {name: title for name, title in areas.items() if name != area}
        beside = address.choose("Show beside it", "beside", {"": "Nothing", "all": "The other areas"} | others)
    else:
        others, beside = {}, ""
    address.choose("Period", "period", periods, opening, width=330)
    address.choose("As known at", "as_at", surround.revisions(), width=330)

compared = [ask.indicator(chosen, other, as_at) for other in others if beside in ("all", other)]
picture.show(chart([history, *compared], row.year_statement or row.sentence, row.period), key=f"chart-{chosen}-{area}")
draw(heading("Every figure"), dossier.every_period(history, row))
with st.container(horizontal=True, vertical_alignment="top"):
    st.download_button(
        "Download these figures (CSV)",
        lambda: dossier.csv(history),
        file_name(chosen, area),
        "text/csv",
        on_click="ignore",
    )
    draw(copy_link())
draw(heading("What it means"), dossier.about(definition, pack.theme_titles.get(definition.theme, definition.theme)))
draw(heading("Targets"), dossier.targets(definition, pack.area_titles))
changes = ask.workspace().figure_history(chosen, area, row.period.text)
draw(heading("How this figure came about"), dossier.corrections(changes, definition, row.period.label))
draw(dossier.turn(card.rows, place, as_at))
