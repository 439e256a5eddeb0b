"""The updates that came with the pack say nothing that its figures deny, and nothing that could not be known yet."""

import csv
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from kpi.period import Period, parse
from kpi.plan import PlanView
from kpi.workspace import Records

UPDATES = Path(__file__).parents[2] / "data" / "updates"
FIGURE = re.compile(r"£[\d,]+|\d+(?:\.\d+)?%|\d+\.\d+|\b\d{3}\b")
"""An amount, a percentage, a decimal or a number of three digits; smaller whole numbers count days or posts."""
KNOWN_WITHIN = timedelta(days=72)
"""From the end of a year to the day on which the papers of 19 June 2019 came out."""


def rows() -> Iterator[dict[str, str]]:
    for quarter in (1, 2, 3, 4):
        with (UPDATES / f"2018-19 Q{quarter}.csv").open(encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines)


def known(records: Records, indicator: str, quarter: Period) -> Iterator[str]:
    """Give every figure and target of an indicator that could be known when a quarter was written up."""
    definition = records.place.pack.by_id[indicator]
    lag = timedelta(days=definition.lag_days)
    for row in records.place.indicator(indicator).rows:
        if row.period.last_day <= quarter.last_day and row.period.last_day + lag <= quarter.last_day + KNOWN_WITHIN:
            yield from FIGURE.findall(f"{row.text} {row.target_text}")


def test_every_figure_in_a_commentary_is_one_of_its_indicators(records: Records, plan: PlanView) -> None:
    quoted = 0
    for row in rows():
        view = plan.action(row["ref"])
        assert view is not None
        for figure in FIGURE.findall(row["commentary"]):
            shown = {
                text for one in view.action.indicators for text in known(records, one.indicator, parse(row["quarter"]))
            }
            assert figure in shown, (row["quarter"], row["ref"], figure)
            quoted += 1
    assert quoted >= 60


def test_only_the_year_end_of_the_published_actions_is_final() -> None:
    final = {(row["quarter"], row["ref"]) for row in rows() if row["state"] != "illustrative"}
    assert final == {("2018-19 Q4", ref) for ref in ("PMQA 2.1", "SSS 2.1", "YOT 2.2")}
    assert {row["state"] for row in rows()} == {"final", "illustrative"}


def test_the_published_words_of_the_year_end_are_kept() -> None:
    words = {row["ref"]: (row["stage"], row["commentary"]) for row in rows() if row["state"] == "final"}
    assert words["PMQA 2.1"] == (
        "moved",
        "Not progressed: delayed by the implementation of the system. Moved into 2019-20.",
    )
    assert words["SSS 2.1"] == words["YOT 2.2"] == ("in_progress", "Needs more time.")


def test_a_moved_due_date_has_its_reason_and_some_rows_carry_no_status() -> None:
    moved = [row for row in rows() if row["new_due"]]
    assert len(moved) == 4
    assert all(row["reason"] and parse(row["new_due"]) for row in moved)
    assert any(not row["status"] for row in rows())


def test_the_pack_loads_each_quarter_and_then_its_sign_offs(records: Records) -> None:
    declared = [revision for revision in records.place.history() if revision.kind in ("update", "sign-off")]
    assert [revision.kind for revision in declared] == ["update", "sign-off"] * 4
    assert [revision.new for revision in declared if revision.kind == "update"] == [38, 41, 40, 39]
