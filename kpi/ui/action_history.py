"""The past of one action: every quarter with every version ever recorded, milestones, and each move of the due date.

In: an ActionView. Out: Html; what was corrected, undone or set aside stays and says so.
"""

from collections.abc import Sequence

from kpi.definitions.due import read_due
from kpi.definitions.legend import STAGE_WORDS, Legend
from kpi.period import reader_date
from kpi.plan import ActionView, Move, Update, UpdateView, Version
from kpi.plan.milestones import WORDS
from kpi.ui import address
from kpi.ui.action_now import signed
from kpi.ui.markup import NOTHING, Html, element, facts, join, link, prose
from kpi.ui.parts import heading, mark
from kpi.ui.plan_words import due_in_full, status_chip
from kpi.ui.surround import moment
from kpi.ui.table import of_rows


def quarters(view: ActionView) -> Html:
    """Tell every quarter's update, the newest first, and after them those of the years it was carried from."""
    if not view.history:
        return element("p", "Nothing has been said of it yet.", class_="kpi-quiet")
    own = [_quarter(one, view) for one in view.updates]
    earlier = [
        join([heading(f"Carried from {year.ref} of {year.year}", 3), *(_quarter(one, view) for one in year.updates)])
        for year in view.carried
    ]
    return join([*own, *earlier])


def _quarter(update: UpdateView, view: ActionView) -> Html:
    """Tell one quarter: what stands, who said so and when, the sign-off, and the versions that do not stand."""
    current = update.current
    shown = [_says(current, view), _by(current)] if current else [element("p", "Nothing stands in this quarter.")]
    others = [_other(version, view) for version in update.others]
    sign_off = element("p", "Signed off: ", signed(update.signed_off)) if update.signed_off else None
    return element(
        "section",
        element("h3", update.period.label, " ", mark("Illustrative" if update.illustrative else "")),
        *shown,
        sign_off,
        element("details", element("summary", _count(others)), *others) if others else None,
        class_="kpi-quarter",
    )


def _count(others: Sequence[Html]) -> str:
    return "One other version" if len(others) == 1 else f"{len(others):,} other versions"


def _says(version: Version, view: ActionView) -> Html:
    """Say what a version declares, its commentary first."""
    update = version.update
    words = element("p", prose(update.commentary), class_="kpi-said") if update.commentary else None
    return join([words, facts(_declared(update, view))])


def _declared(update: Update, view: ActionView) -> dict[str, str | Html | None]:
    titles = {one.id: one.title for one in view.action.milestones}
    steps = [f"{titles.get(name, name)}: {WORDS[state]}" for name, state in update.milestones.items()]
    due = due_in_full(read_due(update.due, view.period.calendar)) if update.due else None
    return {
        "Stage": STAGE_WORDS[update.stage].capitalize() if update.stage else None,
        "Status": _status(update.status, view.legend),
        "Done": None if update.percent is None else f"{update.percent:g}%",
        "New due date": f"{due}: {update.due_reason or 'no reason given'}" if due else None,
        "Milestones": "; ".join(steps),
    }


def _status(status_id: str | None, legend: Legend | None) -> Html | str | None:
    """Show a declared status; one that the legend no longer has is named by its id."""
    found = legend.status(status_id) if legend and status_id else None
    return status_chip(found) if found else status_id


def _by(version: Version) -> Html:
    """Say who recorded a version, when, and in which revision."""
    when = f", {moment(version.at)}" if version.at else ""
    revision = link(f"revision {version.revision}", address.link("history", revision=version.revision))
    note = f". {version.note}" if version.note else "."
    return element("p", f"Recorded by {version.who or 'nobody named'}{when}, ", revision, note, class_="kpi-quiet")


def _other(version: Version, view: ActionView) -> Html:
    return element(
        "div", element("p", mark(_standing(version))), _says(version, view), _by(version), class_="kpi-version"
    )


def _standing(version: Version) -> str:
    """Say why a version does not stand."""
    match version.standing:
        case "undone":
            return f"Undone by revision {version.undone_by}" if version.undone_by else "Undone"
        case "set aside":
            return "Set aside when a conflict was settled"
        case "replaced":
            return "Replaced by a newer version"
        case "in force":
            return "In force"


def milestones(view: ActionView) -> Html:
    """List the milestones with their due dates and states; nothing where there is none."""
    if not view.milestones:
        return NOTHING
    rows = (
        (one.title, one.due.short_label, join([one.word.capitalize(), " ", mark("Late" if one.late else "")]))
        for one in view.milestones
    )
    table = of_rows("Milestones", ("Milestone", "Due", "State"), rows, caption_seen=False)
    return join([heading("Milestones"), table])


def moves(view: ActionView) -> Html:
    """Tell the due date first agreed and every move of it, with who, when and why."""
    first = ("First agreed", due_in_full(view.original_due), "", "", "")
    rows = [first, *(_move(number, move) for number, move in enumerate(view.moves, 1))]
    columns = ("Move", "Due", "When it moved", "Who", "Why")
    return join([heading("Due date"), of_rows("Every due date it has had", columns, rows, caption_seen=False)])


def _move(number: int, move: Move) -> tuple[str | Html, ...]:
    quarter = move.period.short_label if move.period else ""
    told = [quarter, moment(move.at) if move.at else "", "at the start of a new plan year" * (move.origin == "carried")]
    when = ", ".join(part for part in told if part) or _before(move)
    revision = link(f"revision {move.revision}", address.link("history", revision=move.revision))
    who = join([move.who, " ", revision if move.revision else None])
    return (f"Move {number}", due_in_full(move.to), when, who, prose(move.reason or "No reason was given."))


def _before(move: Move) -> str:
    """Say when a move was made that no update holds."""
    return reader_date(move.on) if move.on else "in the definitions"
