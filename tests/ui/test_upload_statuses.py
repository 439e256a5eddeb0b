"""What publishing would do to statuses, in words and as a table."""

from kpi.judge.status import Status
from kpi.scorecard import Repainted
from kpi.ui import upload_statuses
from tests.support.figures import quarter
from tests.support.screens import text


def change(title: str = "Average caseload", old: Status = Status.NO_DATA, new: Status = Status.AMBER) -> Repainted:
    return Repainted("caseload", "all", title, quarter("2019-20 Q1"), old, new)


def test_a_few_statuses_are_one_sentence() -> None:
    shown = upload_statuses.told([change(), change("Referrals <b>", Status.GREEN, Status.RED)])
    assert text(shown) == (
        "Publishing would change 2 statuses: Average caseload, Q1 2019-20 , no figure to close; "
        "Referrals <b>, Q1 2019-20 , on target to off target."
    )
    assert "<table" not in shown
    assert "<b>" not in shown


def test_more_than_a_few_are_listed_and_those_that_stand_published_come_first() -> None:
    shown = upload_statuses.told([*(change(f"New {n}") for n in range(5)), change("Old", Status.GREEN, Status.RED)])
    assert "Show the 6 statuses that would change" in text(shown)
    assert shown.count("<tr") == 7
    assert text(shown).index("Old Q1 2019-20 G On target R Off target") < text(shown).index("New 0 Q1 2019-20")


def test_very_many_are_counted_after_the_first() -> None:
    shown = upload_statuses.told([change(f"New {n}") for n in range(1_050)])
    assert shown.count("<tr") == 51
    assert "and 1,000 more." in text(shown)
    assert "Publishing would change 1,050 statuses: 1,050 from no figure to close." in text(shown)


def test_no_status_is_said_too() -> None:
    assert text(upload_statuses.told(())) == "Publishing would change no status."
