"""The command that asks how others do: compare-others.

In: parsed arguments. Out: an Answer as known at a revision, each published figure with where it stands.
"""

from argparse import Namespace

from kpi.cli.answer import Answer
from kpi.cli.common import workspace
from kpi.story.others import Against, Published
from kpi.workspace import Others


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
