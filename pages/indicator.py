"""Indicator: one measure in full. Its sentence, one chart, the same figures as a table, and what it means."""

import streamlit as st

from kpi.charts.indicator import chart
from kpi.definitions.pack import Pack
from kpi.ui import address, ask, board, dossier, picture, plan_links, surround
from kpi.ui.download import file_name
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, empty, heading, sentence

as_at = address.revision(ask.head())


def show(pack: Pack) -> None:
    """Show the indicator, area and period that the address names."""
    titles = {name: indicator.title for name, indicator in pack.by_id.items()}
    definition = pack.by_id[address.asked("indicator", titles, next(iter(titles)))]
    areas = {area: pack.area_titles.get(area, area) for area in definition.areas}
    area = address.asked("area", areas, definition.areas[0])
    periods, opening = address.periods(ask.periods(as_at)), ask.scorecard(None, as_at).period.text
    card = ask.scorecard(address.asked("period", periods, opening), as_at)
    place = next(n for n, row in enumerate(card.rows) if (row.indicator, row.area) == (definition.id, area))
    row, history = card.rows[place], ask.indicator(definition.id, area, as_at)

    surround.begin(definition.title, screen=row.full_title)
    draw(sentence(row.sentence, row.mark, lead=True), dossier.reasons(row))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        address.choose("Indicator", "indicator", titles, next(iter(titles)), width=480)
        beside = dossier.choose_areas(areas, area)
        address.choose("Period", "period", periods, opening, width=330)
        address.choose("As known at", "as_at", surround.revisions(), width=330)

    if history.rows:
        series = [history, *(ask.indicator(definition.id, other, as_at) for other in beside)]
        message = row.year_statement or row.sentence
        picture.show(chart(series, message, row.period), key=f"chart-{definition.id}-{area}")
        draw(heading("Every figure"), dossier.every_period(history, row))
        with st.container(horizontal=True, vertical_alignment="top"):
            name = file_name(definition.id, area)
            st.download_button(
                "Download these figures (CSV)", lambda: dossier.csv(history), name, "text/csv", on_click="ignore"
            )
            draw(copy_link())
    else:
        draw(empty("There are no figures yet.", f"They are due {definition.lag_days} days after each period."))
    known = ask.actions_by_indicator(row.period.text, as_at).get(definition.id, ())
    draw(heading("Actions"), plan_links.actions(known, row, as_at))
    draw(heading("What it means"), dossier.about(definition, pack))
    draw(heading("Targets"), dossier.targets(definition, pack.area_titles))
    changes = ask.workspace().figure_history(definition.id, area, row.period.text)
    draw(heading("How this figure came about"), dossier.corrections(changes, definition, row.period.label))
    draw(dossier.turn(card.rows, place, as_at))


definitions = ask.pack(as_at)
if definitions.by_id:
    show(definitions)
else:
    surround.begin("Indicator")
    draw(board.no_indicators())
