"""The scorecard as it may be published: counts by team, percentages from counts, and a sentence for what is missing."""

from collections.abc import Iterator
from typing import Any

import pytest

from kpi.definitions.council import Publication
from kpi.definitions.indicator import Indicator
from kpi.scorecard.publish import Figure, Release, grows, release
from tests.support.figures import Figure as Given
from tests.support.figures import card, frame, indicator, pack, together

PERIOD = "2018-19 Q4"
EXACT = Publication(rounding=1, zeros="shown")
TEAMS = ["all", "assessment", "children_in_care"]


def of_children(**given: Any) -> Indicator:
    return indicator(**{"id": "cp_number", "unit": "count", "disclosure": "counts_of_children"} | given)


def on_time(**given: Any) -> Indicator:
    return of_children(unit="percent", decimals=1, numerator="On time", denominator="All", **given)


def figures(*of_area: tuple[str, Given], definition: Indicator) -> Any:
    return together(*(frame([figure], definition.id, area=area) for area, figure in of_area))


def counts(*values: float | None, definition: Indicator, symbol: str = "") -> Any:
    """Figures of the whole service and of teams, in the order of TEAMS."""
    given = [(PERIOD, value, {"symbol": symbol} if value is None else {}) for value in values]
    return figures(*zip(TEAMS, given, strict=False), definition=definition)


def share(counted: float, group: float) -> Given:
    return PERIOD, 100 * counted / group, {"numerator": counted, "denominator": group}


def published(
    data: Any, *definitions: Indicator, chosen: Publication = EXACT, before: Release | None = None
) -> Release:
    council = pack(*definitions).council.model_copy(update={"publication": chosen})
    return release(card(data, *definitions), council, before)


def texts(made: Release) -> list[str]:
    return [figure.text for figure in made.figures]


def only(made: Release) -> Figure:
    [figure] = made.figures
    return figure


def test_only_counts_of_children_are_concerned() -> None:
    made = published(frame([(PERIOD, 3.0)], "spend"), indicator(id="spend", unit="pounds"))
    assert made.figures == ()


@pytest.mark.parametrize(("count", "text"), [(821.0, "821"), (5.0, "c"), (0.0, "0")])
def test_a_count_of_the_whole_service_is_shown_unless_it_is_small(count: float, text: str) -> None:
    definition = of_children()
    assert only(published(counts(count, definition=definition), definition)).text == text


def test_a_figure_of_the_whole_service_is_rounded_as_a_total() -> None:
    definition = of_children()
    made = published(counts(821.0, definition=definition), definition, chosen=Publication())
    assert only(made).text == "820"


def test_teams_and_their_service_are_protected_together() -> None:
    definition = of_children(areas=TEAMS)
    made = published(counts(63.0, 3.0, 60.0, definition=definition), definition)
    assert texts(made) == ["63", "c", "c"]
    assert made.hidden == 2


def test_the_few_who_are_in_no_team_are_protected_as_well() -> None:
    # 63 in all and 40 and 20 in teams: three are elsewhere, whom a reader could work out.
    definition = of_children(areas=TEAMS)
    assert texts(published(counts(63.0, 40.0, 20.0, definition=definition), definition)).count("c") == 1


def test_teams_that_share_children_do_not_add_up_and_stand_for_themselves() -> None:
    definition = of_children(areas=TEAMS)
    assert texts(published(counts(50.0, 3.0, 60.0, definition=definition), definition)) == ["50", "c", "60"]


def test_teams_without_a_figure_of_the_service_need_no_helper() -> None:
    definition = of_children(areas=TEAMS)
    assert texts(published(counts(None, 3.0, 60.0, definition=definition), definition)) == ["no figure", "c", "60"]


def test_a_team_withheld_by_its_source_is_not_given_back_by_the_service() -> None:
    definition = of_children(areas=TEAMS)
    made = published(counts(90.0, 60.0, None, definition=definition, symbol="c"), definition)
    assert texts(made)[2] == "c"
    assert made.figures[2].reason == "Not shown: whoever supplied the figure withheld it."
    assert texts(made).count("c") == 2


def test_a_percentage_comes_with_its_counts() -> None:
    definition = on_time()
    figure = only(published(figures(("all", share(65, 91)), definition=definition), definition))
    assert (figure.text, figure.numerator, figure.denominator) == ("71.4%", 65, 91)


def test_a_percentage_that_tells_of_two_children_is_withheld_with_a_sentence() -> None:
    definition = on_time()
    figure = only(published(figures(("all", share(98, 100)), definition=definition), definition))
    assert (figure.text, figure.hidden) == ("c", True)
    assert figure.reason.startswith("Not shown, so that no child can be recognised")
    assert (
        figure.why == "It is not small, but with totals or other figures in print it would give a withheld count back."
    )
    assert None in (figure.numerator, figure.denominator)


def test_a_percentage_of_fewer_than_ten_children_is_not_printed_beside_its_counts() -> None:
    definition = on_time()
    figure = only(published(figures(("all", share(8, 8)), definition=definition), definition))
    assert (figure.text, figure.numerator) == ("c", 8)
    assert (
        figure.reason == "Not shown: the group may have fewer than 10, too few for a percentage, a rate or an average."
    )


@pytest.mark.parametrize(("choice", "text"), [("withheld", "c"), ("shown", "3.4%")])
def test_a_percentage_without_its_counts_follows_the_councils_choice(choice: Any, text: str) -> None:
    definition = on_time()
    data = frame([(PERIOD, 3.4)], "cp_number")
    figure = only(published(data, definition, chosen=Publication(without_counts=choice)))
    assert figure.text == text
    assert "not held" in figure.reason


def test_half_a_child_cannot_be_checked_and_is_never_shown() -> None:
    definition = of_children()
    data = frame([(PERIOD, 12.5)], "cp_number")
    assert only(published(data, definition, chosen=Publication(without_counts="shown"))).text == "c"


def test_an_average_over_few_children_is_withheld() -> None:
    definition = of_children(unit="days")
    for group, text in ((4, "c"), (8, "c"), (40, "52 days")):
        data = frame([(PERIOD, 52.0, {"numerator": 52.0 * group, "denominator": float(group)})], "cp_number")
        assert only(published(data, definition)).text == text


def test_what_the_last_release_withheld_stays_withheld() -> None:
    definition = of_children(areas=TEAMS)
    before = published(counts(63.0, 3.0, 60.0, definition=definition), definition)
    now = counts(69.0, 9.0, 60.0, definition=definition)
    assert texts(published(now, definition)) == ["69", "9", "60"]
    assert texts(published(now, definition, before=before))[1:] == ["c", "c"]


def test_one_area_can_be_shown_alone_and_was_protected_with_the_others() -> None:
    definition = of_children(areas=TEAMS)
    made = published(counts(63.0, 3.0, 60.0, definition=definition), definition)
    assert texts(made.filtered("children_in_care")) == ["c"]


def test_reasons_for_the_officer_are_given_only_when_asked_for() -> None:
    definition = of_children()
    figure = only(published(counts(3.0, definition=definition), definition))
    assert "why" not in figure.as_dict(explain=False)
    assert figure.as_dict(explain=True)["why"] == "It is a count from 1 to 5."


class TestYearToDate:
    """A year to date less the one printed before it is a count as well."""

    ADMITTED = of_children(basis="year_to_date")
    BY_TEAM = of_children(basis="year_to_date", areas=TEAMS)

    def released(self, *values: float, definition: Indicator = ADMITTED) -> Iterator[str]:
        """What is printed in each quarter of a year, each release after the one before it."""
        council = pack(definition).council.model_copy(update={"publication": EXACT})
        quarters = [f"2018-19 Q{number}" for number in range(1, len(values) + 1)]
        data = frame(list(zip(quarters, values, strict=True)), definition.id)
        last: Release | None = None
        for quarter in quarters:
            last = release(card(data, definition, period=quarter), council, last=last)
            yield only(last).text

    @pytest.mark.parametrize(
        ("values", "printed"),
        [
            ((20, 40, 60), ["20", "40", "60"]),
            ((20, 22, 60), ["20", "c", "60"]),
            ((20, 20, 23), ["20", "20", "c"]),
            ((3, 30), ["c", "30"]),
            ((20, 19), ["20", "19"]),
        ],
    )
    def test_a_quarter_with_few_is_not_given_away_by_two_years_to_date(
        self, values: tuple[float, ...], printed: list[str]
    ) -> None:
        assert list(self.released(*values)) == printed

    def test_few_of_one_team_are_not_given_away_by_what_all_teams_grew_by(self) -> None:
        council = pack(self.BY_TEAM).council.model_copy(update={"publication": EXACT})
        data = together(
            *(
                frame([("2018-19 Q3", then), (PERIOD, now)], "cp_number", area=area)
                for area, then, now in (
                    ("all", 50.0, 92.0),
                    ("assessment", 20.0, 22.0),
                    ("children_in_care", 30.0, 70.0),
                )
            )
        )
        last = release(card(data, self.BY_TEAM, period="2018-19 Q3"), council)
        assert texts(last) == ["50", "20", "30"]
        made = release(card(data, self.BY_TEAM), council, last=last)
        assert texts(made)[1] == "c"
        assert texts(made).count("c") == 2

    def test_a_new_year_begins_anew(self) -> None:
        council = pack(self.ADMITTED).council.model_copy(update={"publication": EXACT})
        data = frame([("2017-18 Q4", 20.0), ("2018-19 Q1", 22.0)], "cp_number")
        last = release(card(data, self.ADMITTED, period="2017-18 Q4"), council)
        assert only(release(card(data, self.ADMITTED, period="2018-19 Q1"), council, last=last)).text == "22"

    def test_only_a_count_of_a_year_to_date_needs_the_release_before(self) -> None:
        data = frame([(PERIOD, 20.0)], "cp_number")
        assert grows(card(data, self.ADMITTED))
        assert not grows(card(data, of_children()))
