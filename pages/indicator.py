"""Indicator: one measure in full. Its sentence, one chart, is it a real change, every figure, and what it means."""

from collections.abc import Sequence

import streamlit as st

from kpi.charts.views import view
from kpi.definitions.pack import Pack
from kpi.scorecard import IndicatorHistory, Row
from kpi.ui import address, ask, board, dossier, origin, outlook, picture, plan_links, surround, two_spans
from kpi.ui.download import file_name
from kpi.ui.markup import draw
from kpi.ui.parts import copy_link, empty, heading, sentence
from kpi.workspace.origins import stood

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
        shown = outlook.asked(row, history)
        beside = dossier.choose_areas(areas, area, alone=bool(shown))
        address.choose("Period", "period", periods, opening, width=330)
        address.choose("As known at", "as_at", surround.revisions(), width=330)
        outlook.choose(row, history)

    if history.rows:
        series = [history, *(ask.indicator(definition.id, other, as_at) for other in beside)]
        figures(series, row, shown, pack)
    else:
        draw(empty("There are no figures yet.", f"They are due {definition.lag_days} days after each period."))
    known = ask.actions_by_indicator(row.period.text, as_at).get(definition.id, ())
    draw(heading("Actions"), plan_links.actions(known, row, as_at))
    draw(heading("What it means"), dossier.about(definition, pack, as_at))
    draw(heading("Targets"), dossier.targets(definition, pack.area_titles))
    changes = ask.workspace().figure_history(definition.id, area, row.period.text)
    draw(heading("How this figure came about"), dossier.corrections(changes, definition, row.period.label))
    draw(origin.show(stood(ask.workspace(), changes, (definition.id, area, row.period.text))))
    draw(dossier.turn(card.rows, place, as_at))


def figures(series: Sequence[IndicatorHistory], row: Row, shown: str, pack: Pack) -> None:
    """Draw the figures of one area, and of others beside it: as a chart, in sentences and as a table."""
    history, name = series[0], f"{row.indicator}-{row.area}"
    picture.show(view(shown, series, row.year_statement or row.sentence, row), key=f"chart-{name}-{shown}")
    draw(outlook.sections(row, history, pack))
    two_spans.show(history, row)
    draw(heading("Every figure"), dossier.every_period(history, row, outlook.marks(row, shown)))
    with st.container(horizontal=True, vertical_alignment="top"):
        file = file_name(row.indicator, row.area)
        st.download_button(
            "Download these figures (CSV)", lambda: dossier.csv(history), file, "text/csv", on_click="ignore"
        )
        draw(copy_link())


definitions = ask.pack(as_at)
if definitions.by_id:
    show(definitions)
else:
    surround.begin("Indicator")
    draw(board.no_indicators())
