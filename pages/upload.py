"""Upload: a quarter's figures and updates come in. Templates, the file, what it would change, publish or undo."""

from functools import partial

import streamlit as st

from kpi.ui import address, ask, surround, upload_desk, upload_due, upload_updates
from kpi.ui.markup import draw, link
from kpi.ui.parts import heading, notice

as_at = address.revision(ask.head())
place, pack = ask.workspace(), ask.pack(as_at)
quarters = {period.text: period for period in upload_due.quarters(ask.periods(as_at), place.today)}
labels = {text: quarter.label for text, quarter in quarters.items()}
usual = upload_due.usual(ask.periods(as_at), place.today).text
period = quarters[address.asked("period", labels, usual)]
figures = upload_due.of(period, as_at)

surround.begin("Upload")
draw(upload_due.lead(period, figures, place.today))
with st.container(horizontal=True, vertical_alignment="bottom"):
    address.choose("Quarter", "period", labels, usual, width=330)
    for form, name, mime in (("xlsx", "Excel", "application/octet-stream"), ("csv", "CSV", "text/csv")):
        st.download_button(
            f"Template for {period.short_label} ({name})",
            partial(place.template, period, form),
            f"{pack.council.id}-{period.text.replace(' ', '-').lower()}.{form}",
            mime,
            on_click="ignore",
        )
upload_updates.templates(period)
draw(heading("Upload a file"))
if as_at is not None:
    newest = link("Show the newest figures", address.here("upload", as_at=None))
    draw(notice("You look at an earlier state; figures are published on top of the newest one. ", newest))
elif not place.ledger.writable:
    draw(notice(f"Nothing can be published here. {place.ledger.why_not}"))
else:
    upload_desk.serve(period)
draw(heading("What is due"), upload_due.table(figures, period, place.today))
