"""The demonstration's inspections carry the published judgements; what was made up says so and answers as meant."""

import pytest

from kpi.expectation import Outcome
from kpi.inspection import InspectionView
from kpi.workspace import Records

BEFORE = {"overall": "good", "help_protection": "requires_improvement", "care_and_leavers": "good", "leaders": "good"}
IN_2022 = {"overall": "good", "help_protection": "good", "care_and_leavers": "good", "leaders": "outstanding"}


@pytest.fixture(scope="module")
def seen(records: Records) -> InspectionView:
    return records.inspection("2018-19 Q4")


@pytest.mark.parametrize(("inspection", "grades"), [("ofsted_2017", BEFORE), ("ofsted_2022", IN_2022)])
def test_the_published_judgements_are_told_by_area(records: Records, inspection: str, grades: dict[str, str]) -> None:
    (visit,) = [visit for visit in records.place.pack.inspection.inspections if visit.id == inspection]
    assert {judgement.area: judgement.grade for judgement in visit.judgements} == grades
    assert visit.source
    assert not visit.illustrative


def test_the_visit_of_2022_its_judgements_and_its_report_have_their_own_days(records: Records) -> None:
    (visit,) = [visit for visit in records.place.pack.inspection.inspections if visit.id == "ofsted_2022"]
    assert (visit.began, visit.ended, visit.date, visit.published) == (
        "2022-03-21",
        "2022-04-01",
        "2022-03-28",
        "2022-05-18",
    )
    assert [asked.text for asked in visit.recommendations] == [
        "Improve the arrangements for tracking children who are missing education."
    ]


def test_judgements_are_compared_with_the_ones_before(seen: InspectionView) -> None:
    told = " ".join(seen.headlines)
    assert "Help and protection Good (was Requires improvement)" in told
    assert "Children in care and care leavers Good (unchanged)" in told
    assert "Impact of leaders Outstanding (was Good)" in told


def test_children_in_care_and_care_leavers_are_judged_apart_from_2023(records: Records) -> None:
    areas = {area.id: area for area in records.place.pack.inspection.judgement_areas}
    assert areas["care_and_leavers"].until == 2022
    for name in ("children_in_care", "care_leavers"):
        assert (areas[name].since, areas[name].replaces) == (2023, ("care_and_leavers",))


def test_a_recommendation_that_was_not_made_up_names_where_it_was_published(records: Records) -> None:
    for visit in records.place.pack.inspection.inspections:
        assert visit.illustrative or visit.source
        for asked in visit.recommendations:
            assert asked.illustrative is visit.illustrative, asked.ref
            assert asked.illustrative or asked.source, asked.ref
            assert asked.paragraph or not asked.illustrative, asked.ref


def test_a_recommendation_without_an_action_and_two_without_a_figure_are_named(seen: InspectionView) -> None:
    asked = [one for one in seen.recommendations if not one.later]
    assert [one.ref for one in asked if one.without_action] == ["PR 18.4"]
    assert {one.ref for one in asked if one.without_indicator} == {"PR 18.3", "OFS 17.4"}


def test_the_figures_contradict_a_strength_and_no_longer_show_a_weakness(seen: InspectionView) -> None:
    assert {(one.ref, one.statement.kind) for one in seen.contradicted} == {
        ("SE9", "strength"),
        ("SE11", "development"),
    }
    assert len({one.statement.theme for one in seen.self_evaluation}) >= 8


def test_pledges_are_kept_or_not_or_cannot_be_told(seen: InspectionView) -> None:
    assert {one.outcome for one in seen.pledges} == set(Outcome)


def test_no_direction_stands_and_the_example_is_marked(seen: InspectionView) -> None:
    (direction,) = seen.directions
    assert direction.direction.illustrative
    assert direction.direction.title.startswith("Example")
    assert not direction.stands
