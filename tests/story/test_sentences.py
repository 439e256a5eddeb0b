"""Sentences about a figure, read aloud."""

import pytest

from kpi.story import mark, sentence, year_statement
from tests.support.figures import Figure, card, frame, indicator, row, target

CASELOAD = indicator(
    title="Average caseload",
    unit="cases",
    decimals=1,
    polarity="lower",
    no_change=0.1,
    targets=[target(between=[16, 18])],
)
CASELOADS: list[Figure] = [("2017-18 Q4", 19.7), ("2018-19 Q3", 16.4), ("2018-19 Q4", 16.0)]
DEMAND = indicator(title="Children in need", unit="count", polarity="none")
AUDITS = indicator(
    title="Case audits judged good or outstanding",
    targets=[target(at_least=75, tolerance={"measure": "percent", "amber": 10})],
)
SPEND = indicator(title="Agency spend", unit="pounds", polarity="lower", basis="year_to_date")


@pytest.mark.parametrize("polarity", ["lower", "range"])
def test_a_figure_on_target_with_both_directions_in_one_sentence(polarity: str) -> None:
    definition = CASELOAD.model_copy(update={"polarity": polarity})
    assert sentence(row(definition, *CASELOADS)) == (
        "Average caseload is 16.0 cases, on its target of 16 to 18; "
        "it fell by 0.4 since Q3 and by 3.7 since Q4 2017-18, an improvement."
    )


def test_a_plural_title_has_plural_words() -> None:
    shown = row(AUDITS, ("2017-18 Q4", 38.0), ("2018-19 Q3", 46.0), ("2018-19 Q4", 52.0))
    assert sentence(shown) == (
        "Case audits judged good or outstanding stand at 52%, 23 percentage points short of their target of "
        "at least 75%; they rose by 6 percentage points since Q3 "
        "and by 14 percentage points since Q4 2017-18, an improvement."
    )


def test_directions_that_disagree_are_told_with_their_own_judgement() -> None:
    shown = row(CASELOAD, ("2017-18 Q4", 15.0), ("2018-19 Q3", 20.0), ("2018-19 Q4", 18.0))
    assert sentence(shown).endswith(
        "; it fell by 2.0 since Q3, an improvement, but rose by 3.0 since Q4 2017-18, a worsening."
    )


@pytest.mark.parametrize(
    ("figures", "ending"),
    [
        ([("2017-18 Q4", 900.0), ("2018-19 Q3", 800.0)], "they rose by 21 since Q3 and fell by 79 since Q4 2017-18."),
        (
            [("2017-18 Q4", 821.0), ("2018-19 Q3", 821.0)],
            "they are unchanged since Q3 and since Q4 2017-18.",
        ),
        ([("2018-19 Q3", 884.0)], "they fell by 63 since Q3. There is no figure from a year before to compare with."),
        (
            [("2017-18 Q4", 1037.0)],
            "since Q4 2017-18. They cannot be compared with Q3 2018-19: there is no figure.",
        ),
        (
            [("2018-19 Q3", None, {"symbol": "c"})],
            "with Q3 2018-19 (that figure is suppressed) or with Q4",
        ),
        ([], "with no target. There is no earlier figure to compare with."),
    ],
)
def test_every_mixture_of_movements_reads_as_english(figures: list[Figure], ending: str) -> None:
    assert ending in sentence(row(DEMAND, *figures, ("2018-19 Q4", 821.0)))


def test_a_change_within_the_threshold_is_little() -> None:
    shown = row(CASELOAD, ("2017-18 Q4", 19.7), ("2018-19 Q3", 16.1), ("2018-19 Q4", 16.0))
    assert (
        "; it is little changed since Q3 (down by 0.1) and fell by 3.7 since Q4 2017-18, an improvement."
        in sentence(shown)
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (52.0, "stand at 52%, 23 percentage points short of their target of at least 75%"),
        (70.0, "stand at 70%, 5 percentage points short of their target of at least 75%, which is close"),
        (75.0, "stand at 75%, on their target of at least 75%"),
        (80.0, "stand at 80%, on their target of at least 75%"),
    ],
)
def test_the_target_is_told_with_the_gap(value: float, words: str) -> None:
    assert f"{words}." in sentence(row(AUDITS, ("2018-19 Q4", value)))


def test_what_is_added_up_over_a_year_comes_to_its_figure() -> None:
    recruited = indicator(title="Foster carers recruited (net)", unit="count", basis="year_to_date")
    assert sentence(row(recruited, ("2018-19 Q4", 14.0))).startswith("Foster carers recruited (net) come to 14, with")


def test_near_enough_is_told_apart_from_on_target() -> None:
    lenient = indicator(targets=[target(at_most=5, tolerance={"measure": "points", "green": 1, "amber": 3})])
    assert ", 1 percentage point over its target of at most 5%, near enough to count as on target." in sentence(
        row(lenient, ("2018-19 Q4", 6.0))
    )


def test_a_year_in_a_quarters_scorecard_is_dated() -> None:
    annual = indicator(
        title="Average Attainment 8 score", unit="score", decimals=1, frequency="year", calendar="academic"
    )
    assert sentence(row(annual, ("2016-17", 20.8), ("2017-18", 16.9))) == (
        "Average Attainment 8 score is 16.9 (2017-18), with no target; it fell by 3.9 since 2016-17, a worsening."
    )


@pytest.mark.parametrize(
    ("figure", "text"),
    [
        (("2018-19 Q3", 23.1), "no figure for Q4 2018-19; the last is 23.1 cases, Q3 2018-19."),
        (("2018-19 Q4", None, {"symbol": "c"}), "the figure for Q4 2018-19 is suppressed."),
        (("2018-19 Q4", None, {"symbol": "<5"}), "the figure for Q4 2018-19 is given only as fewer than 5."),
        (
            ("2018-19 Q4", None, {"note": "Currently in the low 20s"}),
            "the figure for Q4 2018-19 is in words, “Currently in the low 20s”.",
        ),
    ],
)
def test_a_missing_figure_says_what_stands_in_its_place(figure: Figure, text: str) -> None:
    assert sentence(row(CASELOAD, figure)) == f"Average caseload: {text}"


def test_very_long_words_are_cut_in_the_sentence() -> None:
    told = sentence(row(CASELOAD, ("2018-19 Q4", None, {"note": "about twenty or so " * 100})))
    assert len(told) < 250
    assert told.endswith("…”.")


def test_a_team_is_named() -> None:
    teams = indicator(title="Average caseload", areas=["assessment"])
    [shown] = card(frame([("2018-19 Q4", 52.0)], area="assessment"), teams).rows
    assert sentence(shown).startswith("Average caseload (Assessment team) is 52%")


def test_the_demand_statement_of_the_2018_19_report() -> None:
    shown = row(DEMAND, ("2017-18 Q4", 1037.0), ("2018-19 Q4", 821.0))
    assert year_statement(shown) == "Children in need fell from 1,037 in 2017-18 to 821 in 2018-19."


def test_money_is_told_as_less_or_more_than_a_year_before() -> None:
    shown = row(SPEND, ("2017-18 Q4", 2_256_400.0), ("2018-19 Q4", 2_116_400.0))
    assert year_statement(shown) == (
        "Agency spend in 2018-19 was £140,000 less than a year before (£2,116,400 against £2,256,400)."
    )


@pytest.mark.parametrize(
    ("basis", "period", "before", "text"),
    [
        ("snapshot", "2018-19 Q4", "2017-18 Q4", "rose from 35% in 2017-18 to 52% in 2018-19."),
        ("snapshot", "2018-19 Q2", "2017-18 Q2", "rose from 35% in Q2 2017-18 to 52% in Q2 2018-19."),
        ("in_period", "2018-19 Q4", "2017-18 Q4", "rose from 35% in Q4 2017-18 to 52% in Q4 2018-19."),
        ("year_to_date", "2018-19 Q4", "2017-18 Q4", "rose from 35% in 2017-18 to 52% in 2018-19."),
        ("year_to_date", "2018-19 Q2", "2017-18 Q2", "rose from 35% by Q2 2017-18 to 52% by Q2 2018-19."),
        ("rolling_12_months", "2018-19 Q4", "2017-18 Q4", "rose from 35% in 2017-18 to 52% in 2018-19."),
        (
            "rolling_12_months",
            "2018-19 Q2",
            "2017-18 Q2",
            "rose from 35% in the 12 months to Q2 2017-18 to 52% in the 12 months to Q2 2018-19.",
        ),
    ],
)
def test_an_in_period_quarter_is_never_called_a_year(basis: str, period: str, before: str, text: str) -> None:
    definition = AUDITS.model_copy(update={"basis": basis})
    shown = row(definition, (before, 35.0), (period, 52.0), period=period)
    assert year_statement(shown) == f"Case audits judged good or outstanding {text}"


def test_annual_and_dated_figures_have_year_statements_of_their_own() -> None:
    annual = AUDITS.model_copy(update={"frequency": "year", "targets": ()})
    dated = AUDITS.model_copy(update={"frequency": "date", "targets": ()})
    assert year_statement(row(annual, ("2017-18", 35.0), ("2018-19", 35.0))) == (
        "Case audits judged good or outstanding stood at 35% in 2017-18 and again in 2018-19."
    )
    assert year_statement(row(dated, ("2018-02-12", 35.0), ("2019-02-11", 52.0))) == (
        "Case audits judged good or outstanding rose from 35% on 12 February 2018 to 52% on 11 February 2019."
    )


@pytest.mark.parametrize("figures", [[("2018-19 Q4", 52.0)], [("2017-18 Q4", 35.0)], []])
def test_no_year_statement_is_made_without_both_figures(figures: list[Figure]) -> None:
    assert year_statement(row(AUDITS, *figures)) == ""


def test_a_break_is_told_with_what_changed_and_no_year_is_stated_across_it() -> None:
    change = "The standard became 10 working days; it was 15. The board agreed it in March."
    broken = indicator(title="Visits on time", breaks=[{"period": "2018-19 Q1", "reason": change}])
    shown = row(broken, ("2017-18 Q4", 35.0), ("2018-19 Q3", 50.0), ("2018-19 Q4", 52.0))
    assert year_statement(shown) == ""
    assert sentence(shown).endswith(
        "an improvement. They cannot be compared with Q4 2017-18: the definition changed from Q1 2018-19. "
        "The standard became 10 working days; it was 15."
    )
    first = row(broken, ("2017-18 Q1", 35.0), ("2017-18 Q4", 36.0), ("2018-19 Q1", 52.0), period="2018-19 Q1")
    assert "with Q4 2017-18 or with Q1 2017-18: the definition changed from Q1 2018-19. The" in sentence(first)


def test_a_year_in_which_little_changed_says_so() -> None:
    contacts = indicator(title="Contacts decided within one day", decimals=1, no_change=0.5, basis="in_period")
    assert year_statement(row(contacts, ("2017-18 Q4", 92.1), ("2018-19 Q4", 92.4))) == (
        "Contacts decided within one day were little changed: 92.1% in Q4 2017-18 and 92.4% in Q4 2018-19."
    )


def test_a_dated_figure_without_one_from_a_year_before_says_so() -> None:
    week = indicator(frequency="date", title="Average of a practice week")
    assert sentence(row(week, ("2018-06-12", 46.0), ("2019-02-11", 52.0))).endswith(
        "an improvement. There is no figure from a year before to compare with."
    )


@pytest.mark.parametrize(
    ("now", "previous", "before", "told"),
    [
        ("final", "final", "final", ""),
        ("illustrative", "illustrative", "final", "Illustrative figure."),
        ("final", "illustrative", "final", "Illustrative: Q3 2018-19."),
        ("final", "illustrative", "illustrative", "Illustrative: Q3 2018-19 and Q4 2017-18."),
        ("provisional", "final", "final", "Provisional figure."),
        ("provisional", "illustrative", "final", "Illustrative: Q3 2018-19. Provisional figure."),
    ],
)
def test_the_mark_names_the_figures_that_are_illustrative_or_provisional(
    now: str, previous: str, before: str, told: str
) -> None:
    figures: list[Figure] = [
        ("2017-18 Q4", 35.0, {"state": before}),
        ("2018-19 Q3", 46.0, {"state": previous}),
        ("2018-19 Q4", 52.0, {"state": now}),
    ]
    assert mark(row(AUDITS, *figures)) == told
