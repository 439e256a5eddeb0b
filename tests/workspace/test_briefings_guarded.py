"""Slides beyond the leadership team hold no figure that could point at a child, and no slide a later quarter."""

import pytest

from kpi.reports.model import Audience
from kpi.workspace import Records
from kpi.workspace.briefings import Briefings

Q4 = "2018-19 Q4"
SMALL = b"indicator_id,period,value,numerator,denominator,state,note\ncla_iha,2018-19 Q4,,3,7,final,\n"
"""Three of seven children: 42.9%, far off its target."""


@pytest.fixture
def briefings(records: Records) -> Briefings:
    records.place.publish(records.place.preview("small.csv", SMALL), who="Analyst")
    return Briefings(records.place)


@pytest.mark.parametrize("audience", ["scrutiny", "corporate_parenting"])
def test_a_count_of_a_few_children_is_on_no_slide_of_others(briefings: Briefings, audience: Audience) -> None:
    told = repr(briefings.deck(audience, Q4))
    assert "42.9" not in told
    assert "42.8571" not in told
    assert "37.1" not in told, "nor how far it is off its target of 80%"


def test_the_leadership_team_is_told(briefings: Briefings) -> None:
    [slide] = [one for one in briefings.deck("leadership", Q4).slides if one.id == "off_target:cla_iha:all"]
    assert "42.9%" in slide.title


def test_a_chart_ends_with_the_quarter_of_its_meeting(briefings: Briefings) -> None:
    charts = [slide.chart for slide in briefings.deck("leadership", Q4).slides if slide.chart]
    assert charts
    assert not [chart.periods[-1] for chart in charts if any(year in chart.periods[-1] for year in ("2020", "2024"))]


def test_what_is_illustrative_is_counted_among_what_an_audience_is_told(briefings: Briefings) -> None:
    deck = briefings.deck("corporate_parenting", Q4)
    assert "of the 14 figures are illustrative" in deck.illustrative
    assert deck.slides[0].title.startswith("Of 14 indicators")
