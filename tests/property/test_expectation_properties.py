"""An answer never claims more than the displayed figures, whatever the figures."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from kpi.definitions.expectation import MOVEMENTS, Expectation
from kpi.definitions.indicator import Indicator
from kpi.expectation import Answer, Outcome, answer
from kpi.number import round_half_away
from kpi.period import Period
from kpi.scorecard import judged_series
from tests.support.figures import Figure, frame, indicator, pack, quarter, target

FIRST = quarter("2017-18 Q1")
MOVES = sorted(MOVEMENTS)
cells = st.one_of(
    st.none(),
    st.floats(0, 100, allow_nan=False).map(lambda value: round(value, 3)),
    st.sampled_from(["c", "<5", "low 20s"]),
)
series = st.lists(cells, min_size=1, max_size=10)
definitions = st.builds(
    lambda polarity, basis, decimals, no_change, rated: indicator(
        polarity=polarity,
        basis=basis,
        decimals=decimals,
        no_change=no_change,
        targets=[target(between=[40, 60])] if rated else [],
    ),
    st.sampled_from(["higher", "lower", "range", "none"]),
    st.sampled_from(["snapshot", "year_to_date", "in_period"]),
    st.integers(0, 2),
    st.sampled_from([0, 0.5, 3]),
    st.booleans(),
)
expectations = st.one_of(
    st.builds(lambda move: {"expects": move}, st.sampled_from(MOVES)),
    st.builds(
        lambda side, value: {"expects": side, "value": value},
        st.sampled_from(["at_least", "at_most"]),
        st.integers(0, 100),
    ),
    st.just({"expects": "on_target"}),
)


def figures(values: list[Any]) -> list[Figure]:
    """Lay cells out quarter by quarter: numbers, symbols, words and gaps."""
    found: list[Figure] = []
    for step, value in enumerate(values):
        text = FIRST.shift(step).text
        if isinstance(value, float):
            found.append((text, value))
        elif value in ("c", "<5"):
            found.append((text, None, {"symbol": value}))
        elif value is not None:
            found.append((text, None, {"note": value}))
    return found


def asked(definition: Indicator, values: list[Any], expected: dict[str, Any], upto: Period) -> Answer:
    council, drawn = pack(definition), frame(figures(values) or [("2010-11 Q1", 1.0)], "caseload")
    expectation = Expectation.model_validate({"indicator": "caseload"} | expected)
    return answer(expectation, lambda i, a: judged_series(drawn, council, i, a, 1), upto)


@given(definitions, series, expectations, st.integers(0, 10))
def test_an_answer_rests_on_numbers_of_periods_that_have_ended(
    definition: Indicator, values: list[Any], expected: dict[str, Any], step: int
) -> None:
    upto = FIRST.shift(step)
    told = asked(definition, values, expected, upto)
    if told.outcome is Outcome.CANNOT_TELL:
        return
    assert told.now is not None
    assert told.now.shown is not None
    assert told.now.period.last_day <= upto.last_day
    assert told.now.text in told.sentence
    if expected["expects"] in MOVEMENTS:
        assert told.then is not None
        assert told.then.period < told.now.period
        assert told.then.text in told.sentence


@given(definitions, series, st.sampled_from(["rises", "falls"]), st.integers(0, 10))
def test_a_movement_is_borne_out_only_by_displayed_figures_further_apart_than_no_change(
    definition: Indicator, values: list[Any], expects: str, step: int
) -> None:
    told = asked(definition, values, {"expects": expects}, FIRST.shift(step))
    if told.outcome is not Outcome.BORNE_OUT:
        return
    assert told.now is not None
    assert told.then is not None
    new, old = (round_half_away(row.value or 0.0, definition.shown_decimals) for row in (told.now, told.then))
    assert (new - old if expects == "rises" else old - new) > definition.no_change


@given(definitions, series, st.integers(0, 10))
def test_rising_and_falling_are_never_both_borne_out_and_improving_is_never_worse(
    definition: Indicator, values: list[Any], step: int
) -> None:
    upto = FIRST.shift(step)
    outcomes = {move: asked(definition, values, {"expects": move}, upto).outcome for move in MOVES}
    assert [outcomes["rises"], outcomes["falls"]].count(Outcome.BORNE_OUT) < 2
    if outcomes["improves"] is Outcome.BORNE_OUT:
        assert outcomes["no_worse"] is Outcome.BORNE_OUT


@given(definitions, series, st.integers(0, 100), st.integers(0, 10))
def test_limits_agree_with_the_displayed_figure(
    definition: Indicator, values: list[Any], value: int, step: int
) -> None:
    upto = FIRST.shift(step)
    for expects in ("at_least", "at_most"):
        told = asked(definition, values, {"expects": expects, "value": value}, upto)
        if told.now is None or told.now.shown is None:
            continue
        met = told.now.shown >= value if expects == "at_least" else told.now.shown <= value
        assert (told.outcome is Outcome.BORNE_OUT) is met


@given(definitions, series, expectations, st.integers(0, 8))
def test_what_is_known_later_changes_no_answer_of_before(
    definition: Indicator, values: list[Any], expected: dict[str, Any], step: int
) -> None:
    upto = FIRST.shift(step)
    known, all_of_it = values[: step + 1], values
    if not figures(known):
        return
    before, after = (asked(definition, given_, expected, upto) for given_ in (known, all_of_it))
    assert (before.outcome, before.sentence) == (after.outcome, after.sentence)
