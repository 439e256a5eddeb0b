"""The desk for published files of others' figures: told by their header, put into words, loaded.

In: a file that benchmarks.yaml describes. Out: what loading it would change, and a revision.
"""

import streamlit as st

from kpi.intake.benchmarks import PublishedPreview
from kpi.period import Period
from kpi.ui import ask, upload_check, upload_problems, upload_receipt
from kpi.ui.markup import draw, element
from kpi.ui.parts import heading, sentence
from kpi.ui.upload_file import Handed, let_go
from kpi.ui.upload_hand_over import hand_over, sign
from kpi.ui.upload_receipt import Receipt
from kpi.workspace import Others

BESIDE = "They stand beside the council's own figures, which stay as they are, and nothing loaded before is withdrawn."


def serve(handed: Handed, period: Period) -> bool:
    """Take a published file through check, words and publication; False for any other file."""
    preview = upload_check.preview_published(handed)
    if preview is None:
        return False
    if upload_check.child_level(preview):
        upload_receipt.refused(preview.problems)
        let_go()
        st.rerun()
    words = sentence(counts_sentence(preview), lead=True)
    draw(heading("What publishing would change"), element("div", words, sentence(held(preview)), role="status"))
    draw(upload_problems.tables(preview.problems))
    if preview.can_publish and preview.changes_something:
        _publish(preview, period)
    return True


def counts_sentence(preview: PublishedPreview) -> str:
    """Say in one sentence what loading the file would change."""
    what, counts = f"the published file '{preview.source.title}'", preview.counts
    if not preview.can_publish:
        return f"{preview.name} is {what}; nothing of it can be published until its problems are put right."
    if not preview.changes_something:
        return f"{preview.name} is {what}, and changes nothing: its {counts['unchanged']:,} figures are known already."
    verbs = {"new": "add", "changed": "change"}
    done = " and ".join(f"{verb} {counts[kind]:,} figures of others" for kind, verb in verbs.items() if counts[kind])
    rest = f"; {counts['unchanged']:,} would stay as they are" if counts["unchanged"] else ""
    return f"{preview.name} is {what}. Publishing it would {done}{rest}. Nothing is published yet."


def held(preview: PublishedPreview) -> str:
    """Say what the file holds; nothing where it could not be read."""
    frame = preview.frame
    if not len(frame):
        return ""
    many = {
        "measure": frame["indicator"].nunique(),
        "area": frame["area"].nunique(),
        "period": frame["period"].nunique(),
    }
    measures, areas, periods = (f"{count:,} {what}{'' if count == 1 else 's'}" for what, count in many.items())
    return f"It has figures of {measures}, {areas} and {periods}. {BESIDE}"


def _publish(preview: PublishedPreview, period: Period) -> None:
    draw(heading("Publish"))
    signed = sign("publish_others", "Publish these figures of others", preview.problems)
    if signed:
        who, note = signed
        hand_over(
            lambda: Others(ask.workspace()).publish(preview, who=who, note=note),
            lambda revision: Receipt(revision, _said(revision, preview), period.text, who),
            who,
        )


def _said(revision: int, preview: PublishedPreview) -> str:
    new, changed = preview.counts["new"], preview.counts["changed"]
    return (
        f"Published as revision {revision}: {new:,} figures of others added, {changed:,} changed, from {preview.name}."
    )
