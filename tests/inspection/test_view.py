"""The inspection page as one value."""

import json
from datetime import date

from kpi.inspection import assemble
from tests.inspection.conftest import FALLS, REVIEW, Council, See, histories
from tests.inspection.test_self_evaluation import STRENGTH
from tests.support.figures import pack, quarter


def test_the_first_sentences_tell_grades_gaps_and_contradictions(see: See) -> None:
    wrong = STRENGTH | {"indicators": [FALLS | {"expects": "rises"}]}
    assert see(self_evaluation=[wrong]).headlines == (
        "Inspection of 2017: Help and protection Requires improvement (first judged); "
        "Children in care and care leavers Good (first judged); Impact of leaders Good (first judged).",
        "Known only after 19 June 2019. Inspection of 2022: Help and protection Good (was Requires improvement); "
        "Children in care and care leavers Good (unchanged); Impact of leaders Outstanding (was Good).",
        "Of 3 recommendations and areas for improvement, 2 have an action and 1 has none: OFS 17.3.",
        "No figure is named that would show the impact of: OFS 17.2.",
        "Of 1 statement of the self-evaluation of 2018-19, 1 is contradicted by the figures: SE1.",
    )


def test_recommendations_with_and_without_an_action_add_up(see: See) -> None:
    view = see()
    with_action = [one for one in view.recommendations if not one.without_action]
    assert len(with_action) + len(view.without_action) == len(view.recommendations) == 3
    assert len(view.trace) == 4


def test_visits_come_newest_first_whatever_kind_they_are(see: See) -> None:
    assert [(one.inspection.id, one.kind, one.when, one.later) for one in see().visits] == [
        ("i2022", "inspection", "28 March 2022", True),
        ("visit", "focused visit", "July 2018", False),
        ("i2017", "inspection", "9 February 2017", False),
    ]


def test_on_a_day_before_everything_nothing_was_known(see: See) -> None:
    headlines = see(date(2016, 1, 1)).headlines
    assert headlines[0] == "No judgement was known yet."
    assert "No recommendation was known yet." in headlines


def test_a_council_without_a_record_of_inspections_still_has_a_page() -> None:
    empty = pack()
    view = assemble(empty, None, histories(empty), quarter(), REVIEW, 3)
    assert view.headlines == ("No judgement was known yet.", "No recommendation was known yet.")
    assert view.as_rows() == []


def test_the_command_line_gets_one_json_document(see: See) -> None:
    told = json.loads(json.dumps(see(self_evaluation=[STRENGTH]).as_dict()))
    assert [one["ref"] for one in told["recommendations"]] == ["OFS 22.1", "OFS 17.1", "OFS 17.2", "OFS 17.3"]
    assert told["self_evaluation"][0]["contradicted"] is False
    assert len(told["judgements"]) == 6


def test_a_spreadsheet_gets_one_row_a_fact(see: See) -> None:
    rows = see(self_evaluation=[STRENGTH]).as_rows()
    assert [row["kind"] for row in rows] == ["judgement"] * 6 + ["recommendation"] * 4 + ["strength"]
    assert {tuple(row) for row in rows} == {("kind", "ref", "when", "text", "says")}


def test_all_recommendations_with_an_action_are_said_so(council: Council, see: See) -> None:
    only = {
        "id": "one",
        "title": "Visit",
        "kind": "monitoring_visit",
        "date": "2018-05-22",
        "recommendations": [{"ref": "OFS 17.1", "text": "Assess more quickly."}],
    }
    assert "The one recommendation has an action." in see(inspections=[only]).headlines
