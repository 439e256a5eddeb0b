"""The first lines of a scorecard."""

import pytest

from kpi import series
from kpi.scorecard import Scorecard
from kpi.story import headlines, marks
from tests.support.figures import card, frame, indicator, target, together

GOAL = [target(at_least=75, tolerance={"measure": "points", "amber": 5})]


def scorecard(**values: float | None) -> Scorecard:
    """Give a scorecard with one indicator a keyword; names that begin with 'free' have no target."""
    definitions = [
        indicator(id=name, title=name.replace("_", " ").capitalize(), order=n, targets=[] if "free" in name else GOAL)
        for n, name in enumerate(values)
    ]
    figures = [frame([("2018-19 Q4", value)], of=name) for name, value in values.items() if value is not None]
    return card(together(series.empty(), *figures), *definitions)


def test_the_counts_come_first_and_add_up() -> None:
    shown = scorecard(a=80, b=90, c=72, d=10, e=20, f=30, free=1, free2=2, g=None)
    assert headlines(shown)[0] == (
        "Of 9 indicators, 2 are on target, 1 is close, 3 are off target, 2 have no target and 1 has no figure."
    )


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({}, "There are no indicators to show."),
        ({"a": 80}, "The one indicator is on target."),
        ({"a": 80, "b": 90}, "All 2 indicators are on target."),
        ({"a": None, "b": None}, "None of the 2 indicators has a figure for Q4 2018-19."),
        ({"a": None}, "The one indicator has no figure."),
        ({"a": 80, "b": None}, "Of 2 indicators, 1 is on target and 1 has no figure."),
    ],
)
def test_counts_read_as_english_in_every_case(values: dict[str, float | None], told: str) -> None:
    assert headlines(scorecard(**values))[0] == told


def test_figures_of_teams_are_counted_apart_from_indicators() -> None:
    teams = indicator(areas=["all", "assessment"], targets=GOAL)
    shown = card(frame([("2018-19 Q4", 80.0)]), teams)
    assert headlines(shown)[0] == "Of 2 figures for 1 indicator, 1 is on target and 1 has no figure."


def test_every_red_is_named_with_its_gap_and_who_answers_for_it() -> None:
    told = headlines(scorecard(case_audits=52, contacts_in_time=60, plans=80))
    assert told[1:3] == (
        "Case audits stand at 52%, 23 percentage points short of their target of at least 75%. "
        "Answers for it: Head of Assessment.",
        "Contacts in time stand at 60%, 15 percentage points short of their target of at least 75%. "
        "Answers for it: Head of Assessment.",
    )
    assert len(told) == 3


def test_what_status_and_direction_disagree_on_is_named() -> None:
    titles = {"visits": "Visits", "reviews": "Reviews", "audits": "Audits"}
    definitions = [indicator(id=i, title=t, order=n, targets=GOAL) for n, (i, t) in enumerate(titles.items())]
    figures = together(
        frame([("2018-19 Q3", 90.0), ("2018-19 Q4", 80.0)], of="visits"),
        frame([("2017-18 Q4", 30.0), ("2018-19 Q3", 45.0), ("2018-19 Q4", 52.0)], of="audits"),
        frame([("2017-18 Q4", 95.0), ("2018-19 Q3", 78.0), ("2018-19 Q4", 80.0)], of="reviews"),
    )
    assert headlines(card(figures, *definitions))[2:] == (
        "On target but worsening: Visits.",
        "Off target but improving: Audits.",
    )


def test_a_filtered_scorecard_tells_only_of_its_own_rows() -> None:
    shown = scorecard(a=52, b=80).filtered(status="green")
    assert headlines(shown) == ("The one indicator is on target.",)


def test_how_many_figures_are_illustrative_or_provisional_is_told() -> None:
    definitions = [indicator(id=name, order=n) for n, name in enumerate("abc")]
    figures = together(
        frame([("2018-19 Q4", 1.0)], of="a", state="illustrative"),
        frame([("2018-19 Q4", 1.0)], of="b", state="illustrative"),
        frame([("2018-19 Q4", 1.0)], of="c", state="provisional"),
    )
    assert marks(card(figures, *definitions)) == (
        "2 of the 3 figures are illustrative: made up to demonstrate, and not to be quoted.",
        "1 of the 3 figures is provisional: may still change.",
    )
    assert marks(scorecard(a=1)) == ()
