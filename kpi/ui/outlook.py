"""What lies behind and ahead of a figure: is it a real change, where will the year end, how do others do?

In: the row of one figure with its history. Out: three sections, a sentence first, and the choice of what a chart shows.
"""

from kpi.charts import views
from kpi.charts.palette import STATUSES
from kpi.definitions.pack import WHOLE_SERVICE, Pack
from kpi.period import Period
from kpi.scorecard import IndicatorHistory, Row
from kpi.story.others import QUARTERS, Against, Place, Published, ordinal
from kpi.story.variation import Uncharted, signal
from kpi.ui import address, signs
from kpi.ui.markup import Html, element, join, link, prose
from kpi.ui.parts import chip, heading
from kpi.ui.table import Column, of_rows

STATUS = "Status against the target"
SHOWN = {
    views.LIMITS: "Limits of ordinary variation",
    views.FORECAST: "Forecast of the year end",
    views.OTHERS: "Figures of others",
}
"""What the chart can show in place of the status, by its name in the address."""


def offered(row: Row, history: IndicatorHistory) -> dict[str, str]:
    """Name what the chart can show of a figure: what is refused is not offered."""
    known = {
        views.LIMITS: views.has_limits(row),
        views.FORECAST: row.forecast is not None,
        views.OTHERS: newest(row, history) is not None,
    }
    return {"": STATUS if row.target_text else "The figures"} | {
        name: words for name, words in SHOWN.items() if known[name]
    }


def asked(row: Row, history: IndicatorHistory) -> str:
    """Give what the address asks the chart to show, empty for the status."""
    return address.asked("show", offered(row, history), "")


def choose(row: Row, history: IndicatorHistory) -> None:
    """Offer what the chart can show, where there is a choice."""
    options = offered(row, history)
    if len(options) > 1:
        address.choose("The chart shows", "show", options, width=330)


def newest(row: Row, history: IndicatorHistory) -> Against | None:
    """Give the newest comparison with others up to a row's period."""
    found = [past.against for past in history.rows if past.against and past.period <= row.period]
    return found[-1] if found else None


def marks(row: Row, shown: str) -> dict[Period, str]:
    """Say what marks each special figure while the chart shows the limits, for its row of the table."""
    special = {limits.period: signal(limits.kind, limits.up) for limits in row.limits if shown == views.LIMITS}
    return {period: words.capitalize() for period, words in special.items() if words}


def sections(row: Row, history: IndicatorHistory, pack: Pack) -> Html:
    """Answer the three questions beside each other; the last one where the pack names what is published."""
    shown = asked(row, history)
    compared = newest(row, history) is not None or comparable(row, pack)
    parts = (
        real_change(row, shown),
        year_end(row, shown),
        others(row, history, shown) if compared else elsewhere(row, pack),
    )
    return element("div", *(part for part in parts if part), class_="kpi-outlook")


def real_change(row: Row, shown: str = "") -> Html:
    """Say whether the figure is a real change, whether its target can be relied on, and its recent trend."""
    control = row.control
    signed = [sign for sign in (signs.variation(control), signs.assurance(control)) if sign]
    told = row.variation_reason.removeprefix("Cannot tell: ")
    words = "trial limits" if control.why is Uncharted.TOO_FEW else "the limits"
    return element(
        "section",
        heading("Is it a real change?"),
        element("p", *signed, class_="kpi-signs"),
        element("p", prose(told[:1].upper() + told[1:])),
        element("p", prose(row.recent_trend_reason), class_="kpi-quiet"),
        _show(words, views.LIMITS, shown) if views.has_limits(row) else None,
    )


def year_end(row: Row, shown: str = "") -> Html:
    """Say where the year will end and how sure that is; its status stands apart from the status now."""
    if row.forecast is None:
        return element("section", heading("Where the year will end"), element("p", prose(row.forecast_reason)))
    status = row.forecast_status or "unrated"
    word = f"Forecast: {STATUSES[status].word.lower()}"
    return element(
        "section",
        heading("Where the year will end"),
        element("p", element("span", chip(status, word), class_="kpi-forecast")),
        element("p", prose(row.forecast_sentence)),
        element("p", prose(row.forecast_reason), class_="kpi-quiet"),
        _show("the forecast", views.FORECAST, shown),
    )


def _show(words: str, view: str, shown: str) -> Html:
    """Link to the chart that shows it, or back to the one without it."""
    if view == shown:
        return element("p", link(f"Take {words} off the chart", address.here("indicator", show=None)))
    return element("p", link(f"Show {words} on the chart", address.here("indicator", show=view)))


def comparable(row: Row, pack: Pack) -> bool:
    """Tell whether the pack names a published measure for a yearly figure of the whole service."""
    named = {one.indicator for one in pack.benchmarks.compared} if pack.benchmarks else set()
    return row.definition.frequency == "year" and row.area == WHOLE_SERVICE and row.indicator in named


def others(row: Row, history: IndicatorHistory, shown: str = "") -> Html:
    """Set the newest published figure against those of others; say how to load them where there are none."""
    against = newest(row, history)
    if against is None:
        return element(
            "section",
            heading("How do others do?"),
            element("p", f"No figures of others are loaded up to {row.period.short_label}."),
            element("p", "Load the published file with ", element("code", "python -m kpi load FILE"), "."),
        )
    table = element("details", element("summary", "The figures of others"), _table(against))
    return element(
        "section",
        heading("How do others do?"),
        element("p", prose(against.sentence)),
        table,
        _show("the figures of others", views.OTHERS, shown),
        class_="kpi-whole",
    )


def elsewhere(row: Row, pack: Pack) -> Html | None:
    """Lead from a figure that nobody else publishes to the DfE's own of the same name; None where there is none."""
    theirs = pack.by_id.get(row.definition.published_as or "")
    if theirs is None or row.area != WHOLE_SERVICE:
        return None
    there = address.here("indicator", indicator=theirs.id, area=None, beside=None, show=None)
    told = "Others are compared by the DfE's own figures, which are counted by another definition: "
    return element("section", heading("How do others do?"), element("p", told, link(theirs.title, there), "."))


def _table(against: Against) -> Html:
    """List own figure, nation, region and neighbours, each with how it is known, and the places among them."""
    published = {"own": against.own, "nation": against.nation, "region": against.region}
    rows = [(name, text, _known(published.get(kind), against)) for kind, name, _, text in against.lines]
    columns = ("Who", Column("Figure", number=True), "How it is known")
    caption = f"Others in {against.period.label}"
    source = element("p", prose(f"Source: {against.source}."), class_="kpi-quiet")
    return join([of_rows(caption, columns, [*rows, *map(_place, against.places)]), source])


def _known(one: Published | None, against: Against) -> Html:
    """Say where a published figure stands, or of how many neighbours one was worked out."""
    if one:
        there = link(f"revision {one.revision}", address.link("history", revision=one.revision))
        return join([f"As published: row {one.row:,} of the file of ", there])
    them = against.neighbours
    return prose(f"{them.had:,} of {them.asked:,} had a figure, model of {them.model}" if them else "")


def _place(place: Place) -> tuple[str, str, Html]:
    """Write a place as a line of the table, with its quarter and who shares it."""
    text = f"{'joint ' if place.ties else ''}{ordinal(place.place)} of {place.listed:,}"
    quarter = f"In the {QUARTERS[place.quarter - 1]} quarter" if place.quarter else "1 is the best"
    return f"Place among {place.among}", text, prose(quarter)
