"""The commands that ask how others do and where a figure came from: compare-others, origin.

In: parsed arguments. Out: an Answer as known at a revision, each published figure with where it stands.
"""

from argparse import Namespace

from kpi.cli.answer import Answer
from kpi.cli.common import workspace
from kpi.story.others import Against, Published
from kpi.workspace import Others
from kpi.workspace.origins import Origin, origins


def compare_others(args: Namespace) -> Answer:
    """Set an indicator against England, the region and statistical neighbours, as published.

    Each published figure is told with its file, row, column and the file's hash.
    """
    others = Others(workspace(args))
    against = others.against(args.indicator, args.period, args.as_at)
    rows = [_line(one, against, others) for one in against.as_dicts()]
    columns = ("kind", "name", "text", "file", "row", "column")
    return Answer(rows, columns=columns, lead=(f"{against.definition.title}.", against.sentence))


def _line(told: dict[str, object], against: Against, others: Others) -> dict[str, object]:
    """Add to a line where its figure stands; means, medians and places are worked out here and stand nowhere."""
    published = {"own": against.own, "nation": against.nation, "region": against.region}.get(str(told["kind"]))
    line = {"indicator": against.definition.id, "period": against.period.text, **told, "source": against.source}
    return line | (_origin(published, against, others) if published else {})


def _origin(figure: Published, against: Against, others: Others) -> dict[str, object]:
    file, sha256 = others.file_of(figure)
    where = {"file": file, "row": figure.row, "column": others.column_of(against), "sha256": sha256}
    return {"area": figure.area, **where, "state": figure.state, "revision": figure.revision}


def origin(args: Namespace) -> Answer:
    """Say where a figure came from: each revision that changed it, with file, row, column and the file's hash."""
    rows = [_came_from(one) for one in origins(workspace(args), args.name, args.area, args.period, args.file)]
    return Answer(rows, columns=("revision", "change", "value", "file", "row", "column", "sha256"))


def _came_from(one: Origin) -> dict[str, object]:
    change = one.change
    figure = {"value": change.value, "symbol": change.symbol, "state": change.state, "note": change.note}
    where = {"file": one.file, "row": one.row, "column": one.column, "sha256": one.sha256}
    when = {"who": change.who, "at": change.at.isoformat(timespec="seconds")}
    return {"revision": change.revision, "change": change.change, **figure, **where, **when}
