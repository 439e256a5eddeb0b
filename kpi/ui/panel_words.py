"""What the panel asked and was told, as words: the first sentences, open questions, answers, claims.

In: a PanelView. Out: Html; every sentence and every state is that of kpi.panel.
"""

from collections.abc import Sequence

from kpi.panel.claims import ClaimView
from kpi.panel.programme import KIND_WORDS, ItemView
from kpi.panel.questions import QuestionView
from kpi.panel.view import PanelView
from kpi.period import reader_date
from kpi.ui import address
from kpi.ui.download import csv_file
from kpi.ui.markup import NOTHING, Html, element, join, link, listed, prose
from kpi.ui.panel_calendar import MADE_UP, gist
from kpi.ui.parts import mark, sentence, shape
from kpi.ui.surround import moment
from kpi.ui.table import Column, of_rows
from kpi.ui.verdict import told

KINDS = {"question": "Question", "request": "Request"}
_PROGRAMME = (
    Column("Meeting", class_="kpi-col-meeting"),
    Column("Item"),
    Column("Who brings it"),
    Column("What it needs, and whether it can be ready", class_="kpi-col-needs"),
)
_CLOSED = (Column("Question or request", class_="kpi-col-asked"), Column("Answer"))
_CLAIMS = (
    Column("Claim", class_="kpi-col-claim"),
    Column("What the figures should show", class_="kpi-col-expected"),
    Column("What they answer"),
)


def lead(view: PanelView) -> Html:
    """Say when the panel meets next and by when its papers are due, what they can show, and what is overdue."""
    first, *rest = view.headlines
    coming = view.next_meeting
    shows = [gist(coming)] if coming else []
    return join([sentence(first, lead=True), listed(map(prose, [*shows, *rest, *view.advice]), class_="kpi-asides")])


def overdue(view: PanelView, as_at: int | None) -> Html:
    """Say on the scorecard which questions are overdue when the period is reviewed; nothing when none is."""
    late = view.overdue
    if not late:
        return NOTHING
    many = "One question of the panel is" if len(late) == 1 else f"{len(late):,} questions of the panel are"
    there = address.link("panel", period=view.period.text, as_at=as_at)
    named = join([_named(one, there) for one in late], "; ")
    words = element("p", join([f"{many} overdue on {reader_date(view.day)}: ", named, "."]))
    return element("section", words, aria_label="Overdue questions", class_="kpi-notice kpi-notice-warning")


def _named(one: QuestionView, there: str) -> Html:
    return join([link(one.ref, there), prose(f", due {one.due.short_label}, {one.question.owner}")])


def late_mark(one: QuestionView) -> Html:
    """Mark an overdue question by shape and word."""
    return element("span", shape("triangle"), "Overdue", class_="kpi-verdict kpi-late") if one.overdue else NOTHING


def card(one: QuestionView, doors: Sequence[Html] = ()) -> Html:
    """Draw a question: what was asked, where it stands, and the links that lead on."""
    kind = element("h3", f"{one.ref}, {KINDS[one.question.kind].lower()}")
    marks = join([late_mark(one), mark(MADE_UP) if one.illustrative else NOTHING], " ")
    asked = element("p", prose(_asked(one)), class_="kpi-quiet")
    return element(
        "article",
        element("div", kind, marks, class_="kpi-card-top"),
        element("p", one.question.text, class_="kpi-asked"),
        element("p", prose(one.sentence)),
        _answer(one),
        asked,
        element("p", join(doors)) if doors else None,
        class_="kpi-card kpi-card-late" if one.overdue else "kpi-card",
    )


def _asked(one: QuestionView) -> str:
    """Say where and when it was asked, and who recorded it."""
    on = "" if one.meeting or not one.asked else f" on {reader_date(one.asked)}"
    where = f" at the {one.where}" if one.meeting else f" at {one.where}" if one.where else ""
    recorded = f" Recorded by {one.who}, {moment(one.at)}, revision {one.revision}." if one.at else ""
    source = f" Source: {one.question.source}." if one.question.source else ""
    asked = f"Asked{where}{on}." if where or on else ""
    return f"{asked}{recorded}{source}".strip()


def _answer(one: QuestionView) -> Html | None:
    """Write the answer; one given after the day that is shown says so."""
    if one.answer:
        return element("blockquote", one.answer)
    later = one.question.answer if one.question.state == "answered" else None
    if not later:
        return None
    on = f"Answered later than {reader_date(one.day)}, the day this page is about: "
    return element("blockquote", element("em", on), later)


def closed(questions: Sequence[QuestionView]) -> Html:
    """Draw answered and withdrawn questions with their answers; nothing where there is none."""
    if not questions:
        return NOTHING
    caption = f"Answered or withdrawn ({len(questions):,})"
    return of_rows(caption, _CLOSED, [(_closed(one), _settled(one)) for one in questions], class_="kpi-claims")


def _closed(one: QuestionView) -> Html:
    marked = mark(MADE_UP) if one.illustrative else None
    return join([element("strong", one.ref), f" {one.question.text} ", marked, element("small", prose(_asked(one)))])


def _settled(one: QuestionView) -> Html:
    return join([prose(one.answer) if one.answer else None, element("small", prose(one.sentence))])


def claims(views: Sequence[ClaimView], caption: str, period: str, as_at: int | None) -> Html:
    """Draw claims with what the figures answer."""
    rows = [(_claim(one), prose(f"{one.answer.said}."), told(one.answer, period, as_at)) for one in views]
    return of_rows(caption, _CLAIMS, rows, class_="kpi-claims", empty="No claim about the future was recorded.")


def _claim(one: ClaimView) -> Html:
    made = f"{one.claim.by}, {one.where or 'place not known'}"
    on = "" if one.meeting or not one.made else f", {reader_date(one.made)}"
    recorded = f"Recorded by {one.who}, revision {one.revision}" if one.revision else one.claim.source or ""
    smalls = (element("small", prose(text)) for text in (f"{made}{on}", recorded) if text)
    words = element("span", f"“{one.claim.text}”")
    marked = mark(MADE_UP) if one.illustrative else None
    return join([element("strong", one.ref), " ", words, " ", marked, *smalls])


def programme(view: PanelView) -> Html:
    """Draw the work programme from the day on; what went to earlier meetings is opened on demand."""
    coming = [one for one in view.programme if one.meeting.day >= view.day]
    held = [one for one in reversed(view.programme) if one.meeting.day < view.day]
    drawn = _items("Work programme", coming)
    if not held:
        return drawn
    summary = element("summary", f"{len(held):,} {'item' if len(held) == 1 else 'items'} of earlier meetings")
    return join([drawn, element("details", summary, _items("Earlier work programme, the newest first", held))])


def _items(caption: str, items: Sequence[ItemView]) -> Html:
    rows = [(one.meeting.title, _item(one), one.item.owner, prose(one.sentence)) for one in items]
    empty = "Nothing is in the work programme. Its items stand in panel.yaml in the council's pack."
    return of_rows(caption, _PROGRAMME, rows, caption_seen=False, class_="kpi-programme", empty=empty)


def _item(one: ItemView) -> Html:
    kind = element("small", KIND_WORDS[one.item.kind].capitalize())
    return join([prose(one.item.title), kind, mark(MADE_UP) if one.item.illustrative else None])


def csv(view: PanelView) -> bytes:
    """Write meetings, questions and claims as a spreadsheet, one a row."""
    rows = view.as_rows()
    return csv_file(list(rows[0]) if rows else ["kind"], ([*row.values()] for row in rows))


def after(view: PanelView) -> str:
    """Head what was said after the day that the page is about."""
    return f"After {reader_date(view.day)}, and not counted above"
