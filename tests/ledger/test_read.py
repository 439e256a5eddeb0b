"""Reading: the series contract, exact numbers, revisions that exist, and councils that share a database."""

import math

import numpy as np
import pandas as pd
import pytest

from kpi.ledger import Ledger, open_ledger, read, write
from kpi.problem import ProblemError
from kpi.series import COLUMNS, empty
from tests.support.ledgers import CASELOAD, CHILDREN_IN_NEED, DEFINITIONS, Key, figures, publish, submission

TELLING = [0.1, 1 / 3, 2.675, 10.199999999999999, 5e-324, 1.7976931348623157e308, -0.0, 1e22, 4.35, 0.0, -4.0]


@pytest.fixture
def ledger(ledger_url: str) -> Ledger:
    return open_ledger(ledger_url, "demonstration")


def test_an_empty_ledger_reads_as_the_contract_without_figures(ledger: Ledger) -> None:
    frame = read.frame(ledger)

    assert tuple(frame.columns) == COLUMNS
    assert dict(frame.dtypes.astype(str)) == dict(empty().dtypes.astype(str))


def test_figures_come_in_the_series_contract_ordered_by_indicator_area_and_period(ledger: Ledger) -> None:
    publish(ledger, {("b", "all", "2018-19 Q2"): 2.0, ("b", "all", "2018-19 Q1"): 1.0, ("a", "team-b", "2018-19"): 3.0})
    publish(ledger, {("a", "team-a", "2018-19"): 4.0})

    frame = read.frame(ledger)

    assert frame["value"].tolist() == [4.0, 3.0, 1.0, 2.0]
    assert frame["revision"].tolist() == [2, 1, 1, 1]
    assert all(isinstance(frame[name].dtype, pd.CategoricalDtype) for name in ("council", "area", "symbol", "note"))
    assert list(frame["area"].cat.categories) == ["all", "team-a", "team-b"]
    assert set(frame["council"]) == {"demonstration"}


def test_every_column_comes_back_as_it_was_given(ledger: Ledger) -> None:
    given = submission({CHILDREN_IN_NEED: None}, symbol="c", state="provisional", note="low 20s; café, £5 “about” 𝄞")
    write.publish(ledger, given, who="Analyst", note="", definitions="", expected_head=None)

    row = read.frame(ledger).iloc[0]

    assert math.isnan(row["value"])
    assert (row["symbol"], row["state"], row["note"]) == ("c", "provisional", "low 20s; café, £5 “about” 𝄞")


def test_numbers_come_back_bit_for_bit(ledger: Ledger) -> None:
    drawn = np.random.default_rng(336).integers(0, 2**63, 200, dtype=np.int64).view(np.float64)
    numbers = [*TELLING, *drawn[np.isfinite(drawn)].tolist()]
    rows: dict[Key, float | None] = {("score", f"area-{place:03d}", "2018-19"): x for place, x in enumerate(numbers)}
    publish(ledger, rows)

    assert [value.hex() for value in figures(ledger).values()] == [(number + 0.0).hex() for number in numbers]


def test_a_missing_text_is_read_as_no_text(ledger: Ledger) -> None:
    given = submission({CASELOAD: 16.0, CHILDREN_IN_NEED: 1037.0})
    given.frame["note"] = pd.Series([None, "counted twice"], dtype="object")
    write.publish(ledger, given, who="Analyst", note="", definitions="", expected_head=None)

    assert read.frame(ledger)["note"].tolist() == ["", "counted twice"]


@pytest.mark.parametrize("as_at", [-1, 2, 99])
def test_a_revision_that_does_not_exist_is_refused(ledger: Ledger, as_at: int) -> None:
    publish(ledger, {CASELOAD: 16.0})

    for question in (read.frame, read.definitions):
        with pytest.raises(ProblemError, match=f"There is no revision {as_at}. The newest is revision 1."):
            question(ledger, as_at)


def test_revision_nought_is_before_everything(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0})

    assert read.frame(ledger, 0).empty


def test_councils_in_one_database_never_see_each_other(ledger_url: str) -> None:
    wolverhampton, other = (open_ledger(ledger_url, name) for name in ("wolverhampton", "other"))
    publish(wolverhampton, {CASELOAD: 16.0})
    publish(other, {CASELOAD: 22.0, CHILDREN_IN_NEED: 5.0})
    publish(other, {CASELOAD: 23.0})
    write.undo(other, 2, who="Analyst", note="", definitions=DEFINITIONS)

    assert figures(wolverhampton) == {CASELOAD: 16.0}
    assert figures(other) == {CASELOAD: 22.0, CHILDREN_IN_NEED: 5.0}
    assert (read.head(wolverhampton), read.head(other)) == (1, 3)
    assert [change.value for change in read.figures_of(wolverhampton, *CASELOAD)] == [16.0]
    assert [change.value for change in read.figures_of(other, *CASELOAD)] == [22.0, 23.0, 22.0]


def test_the_history_of_a_figure_names_every_revision_that_changed_it(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0, CHILDREN_IN_NEED: 1037.0}, who="Analyst", note="Quarter 4")
    publish(ledger, {CASELOAD: 16.0}, note="Same again")
    publish(ledger, {CASELOAD: 16.4}, who="Head of Service", note="Recounted")
    publish(ledger, {CHILDREN_IN_NEED: 1038.0}, withdrawn=[CASELOAD])
    write.undo(ledger, 4, who="Analyst", note="Wrong file", definitions=DEFINITIONS)

    changes = read.figures_of(ledger, *CASELOAD)

    told = [(change.revision, change.change, change.value, change.who, change.why) for change in changes]
    assert told == [
        (1, "published", 16.0, "Analyst", "Quarter 4"),
        (3, "changed", 16.4, "Head of Service", "Recounted"),
        (4, "withdrawn", None, "Analyst", "Quarter 4"),
        (5, "published", 16.4, "Analyst", "Wrong file"),
    ]


def test_a_figure_that_never_was_has_no_history(ledger: Ledger) -> None:
    publish(ledger, {CASELOAD: 16.0})

    assert read.figures_of(ledger, "average-caseload", "team-a", "2017-18 Q4") == ()
