"""The tracker in which a quarter's updates are returned: every action of the plan year is already a row.

In: the definitions and the plan as it stands. Out: the bytes of an Excel or CSV file that the intake reads back.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from typing import Any, Final

import xlsxwriter

from kpi.definitions.legend import STAGE_WORDS
from kpi.definitions.pack import Pack
from kpi.intake.export import guarded, workbook_options
from kpi.intake.updates.columns import COLUMNS, NAMING, SAYING
from kpi.intake.updates.words import STATES, milestones_text
from kpi.plan import ActionView, PlanView

HELP: Final = "How to fill this in"
WIDTHS: Final = {
    "plan_year": 10,
    "quarter": 12,
    "ref": 12,
    "service_area": 26,
    "action": 60,
    "lead": 28,
    "original_due": 18,
    "due": 18,
    "stage": 24,
    "status": 22,
    "percent": 9,
    "commentary": 60,
    "new_due": 18,
    "reason": 36,
    "milestones": 36,
    "revision": 9,
    "state": 12,
}
FILLED: Final = (*SAYING, "state")
"""Columns that people write into."""
RULES: Final = (
    "Write into the shaded cells of the sheet Updates and upload the file. What you leave as it is says nothing new.",
    "Stage and status: choose from the lists. Both are shown below with what they mean.",
    "Percent: how much of the action is done, 40 or 40%.",
    "Commentary: what happened this quarter, in words. No names, dates of birth, case numbers or addresses.",
    "A due date is never overwritten: write the new one in new_due (30 June 2019, Q1 2019-20 or ongoing), and why it "
    "moves in reason.",
    "Milestones: assess: done; train: not started. Write only those that changed, or all of them.",
    "Revision says on which state of the plan the row was drawn: leave it, so that nobody's update is overwritten.",
    "State: illustrative where an update was made up for a demonstration, else empty.",
    "One row an action, one quarter a sheet, and no merged cells.",
)


def template(pack: Pack, view: PlanView, form: str = "xlsx") -> bytes:
    """Write the tracker of a plan year's quarter as `xlsx` or `csv`; read back unfilled, it changes nothing."""
    rows = [_row(action, view) for action in view.actions]
    return _workbook(rows, pack, view) if form == "xlsx" else _text(rows)


def _row(action: ActionView, view: PlanView) -> dict[str, str]:
    """Give the cells of an action, as it is known now."""
    cells = {
        "plan_year": view.year,
        "quarter": view.period.text,
        "ref": action.ref,
        "service_area": action.area_title,
        "action": action.text,
        "lead": action.lead,
        "original_due": action.original_due.short_label,
        "due": action.due.short_label,
        "stage": action.declared_word,
        "status": action.status.label if action.status else "",
        "percent": "" if action.percent is None else f"{action.percent:.15g}",
        "milestones": milestones_text({one.id: one.state for one in action.milestones}),
        "revision": str(view.revision),
        "state": "illustrative" if action.illustrative else "",
    }
    return {column: guarded(cells.get(column, "")) for column in COLUMNS}


def _text(rows: Sequence[dict[str, str]]) -> bytes:
    body = io.StringIO(newline="")
    csv.writer(body).writerows([COLUMNS, *(list(row.values()) for row in rows)])
    return body.getvalue().encode()


def _workbook(rows: Sequence[dict[str, str]], pack: Pack, view: PlanView) -> bytes:
    body = io.BytesIO()
    with xlsxwriter.Workbook(body, workbook_options()) as book:
        sheet = book.add_worksheet("Updates")
        _fill(book, sheet, rows)
        lists = _explain(book, pack, view)
        lists["state"] = list(STATES)
        for column, source in lists.items():
            place = COLUMNS.index(column)
            sheet.data_validation(1, place, max(1, len(rows)), place, {"validate": "list", "source": source})
    return body.getvalue()


def _fill(book: Any, sheet: Any, rows: Sequence[dict[str, str]]) -> None:
    """Write the header, frozen with the references, and a row for each action; every cell is text or a number."""
    head = book.add_format({"bold": True, "bg_color": "#12436D", "font_color": "#FFFFFF", "border": 1})
    wrapped = {"num_format": "@", "text_wrap": True, "valign": "top"}
    plain, shaded = book.add_format(wrapped), book.add_format(wrapped | {"bg_color": "#FFF8DC", "border": 1})
    number = book.add_format({"bg_color": "#FFF8DC", "border": 1, "valign": "top"})
    sheet.write_row(0, 0, COLUMNS, head)
    sheet.freeze_panes(1, len(NAMING))
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, WIDTHS[column], None if column == "percent" else plain)
    for line, row in enumerate(rows, start=1):
        for place, (column, cell) in enumerate(row.items()):
            if column == "percent" and cell:
                sheet.write_number(line, place, float(cell), number)
            elif column == "percent":
                sheet.write_blank(line, place, None, number)
            elif column in FILLED:
                sheet.write_string(line, place, cell, shaded) if cell else sheet.write_blank(line, place, None, shaded)
            else:
                sheet.write_string(line, place, cell, plain)


def _explain(book: Any, pack: Pack, view: PlanView) -> dict[str, str | list[str]]:
    """Add the sheet of rules and words; give where the lists of stages and statuses stand in it."""
    sheet = book.add_worksheet(HELP)
    sheet.set_column(0, 0, 34, book.add_format({"text_wrap": True, "valign": "top"}))
    sheet.set_column(1, 1, 90, book.add_format({"text_wrap": True, "valign": "top"}))
    bold = book.add_format({"bold": True})
    sheet.write_string(0, 0, f"{pack.council.name}: {view.title}, updates for {view.period.label}", bold)
    line = 1
    for rule in RULES:
        sheet.write_string(line, 0, f"{line}.")
        sheet.write_string(line, 1, rule)
        line += 1
    places: dict[str, str | list[str]] = {}
    for column, words in (("stage", list(_stages())), ("status", list(_statuses(pack)))):
        line += 1
        sheet.write_string(line, 0, column.capitalize(), bold)
        for word, meaning in words:
            line += 1
            sheet.write_string(line, 0, guarded(word))
            sheet.write_string(line, 1, guarded(meaning))
        if words:
            places[column] = f"='{HELP}'!$A${line - len(words) + 2}:$A${line + 1}"
        line += 1
    return places


def _stages() -> Iterator[tuple[str, str]]:
    meanings = {
        "not_started": "Nothing has been done yet.",
        "in_progress": "Work is under way.",
        "awaiting_sign_off": "The lead says it is done; it counts as complete once the quarter is signed off.",
        "complete": "It was carried out.",
        "complete_evidenced": "It was carried out, and the figures or other evidence show what it changed.",
        "moved": "It goes on in the next plan year.",
        "business_as_usual": "It has become everyday practice.",
        "not_applicable": "It is no longer needed.",
    }
    return ((word, meanings[stage]) for stage, word in STAGE_WORDS.items())


def _statuses(pack: Pack) -> Iterator[tuple[str, str]]:
    for status in pack.legend.statuses if pack.legend else ():
        stages = ", ".join(STAGE_WORDS[stage] for stage in status.stages)
        yield status.label, f"{status.colour.capitalize()}. {status.meaning} Stages: {stages}."
