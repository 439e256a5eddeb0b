"""Two spans compared on the Indicator screen: closed until asked for, the sentence first, bound to the address."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.conftest import Open, markup, words

HALVED = {"from": "2018-11", "to": "2019-03", "against_from": "2018-06", "against_to": "2018-10"}


def boxes(app: AppTest) -> dict[str, str]:
    wanted = ("From", "To", "Against, from", "Against, to")
    return {box.label: str(box.value) for box in app.selectbox if box.label in wanted}


def test_the_comparison_is_closed_until_asked_for(show: Open) -> None:
    app = show("indicator", indicator="leavers")
    [toggle] = app.toggle
    assert (toggle.label, toggle.value) == ("Compare two spans of months", False)
    assert boxes(app) == {}
    opened = toggle.set_value(True).run()
    assert "What each span comes to" in words(opened)


def test_the_spans_of_the_address_say_that_turnover_halved_before_the_table(show: Open) -> None:
    app = show("indicator", indicator="leavers", compare="true", **HALVED)
    told = words(app)
    sentence = "Social workers leaving in the month halved: 6 in November 2018 to March 2019, against 12 in June"
    assert sentence in told
    assert told.index(sentence) < told.index("What each span comes to")
    assert "a season may explain part of it" in told
    assert list(boxes(app).values()) == list(HALVED.values())


def test_the_order_of_the_two_ends_does_not_matter(show: Open) -> None:
    turned = HALVED | {"from": "2019-03", "to": "2018-11"}
    assert "halved: 6 in November 2018 to March 2019" in words(
        show("indicator", indicator="leavers", compare="true", **turned)
    )


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        ("agency_spend", "Agency spend fell by 6%: £2,116,400 in 2018-19, against £2,256,400 in 2017-18"),
        ("dfe_turnover", "in 2018, against 22.3% in 2017"),
        ("practice_week_feedback", "on 11 February 2019, against"),
        ("turnover", "11.2% in Q4 2018-19, against"),
    ],
)
def test_it_opens_on_the_year_so_far_against_the_year_before_or_on_the_last_two_figures(
    show: Open, indicator: str, told: str
) -> None:
    assert told in words(show("indicator", indicator=indicator, compare="true"))


def test_what_cannot_be_compared_says_why_and_what_to_choose(show: Open) -> None:
    told = words(show("indicator", indicator="leavers", compare="true", **(HALVED | {"against_to": "2018-11"})))
    assert "November 2018 lies in both spans. Choose spans that share no period." in told
    assert "What each span comes to" not in told


def test_a_period_that_is_not_there_falls_back(show: Open) -> None:
    app = show("indicator", indicator="leavers", compare="true", **{"from": "<b>1999"})
    assert "from" not in app.query_params
    assert "<b>1999" not in markup(app)


def test_an_area_of_its_own_is_compared(show: Open) -> None:
    assert "(Assessment team)" in words(show("indicator", indicator="caseload_team", area="assessment", compare="true"))
