"""A small council with two inspections, a self-evaluation, pledges and a plan that answers recommendations."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from kpi.definitions.inspection import InspectionFile
from kpi.definitions.pack import Pack
from kpi.definitions.plan import PlanFile
from kpi.inspection import InspectionView, assemble
from kpi.plan import PlanView
from kpi.plan import assemble as assemble_plan
from kpi.scorecard import IndicatorHistory, judged_series
from tests.support.figures import frame, indicator, pack, quarter, target, together

AREAS = [
    {"id": "help", "title": "Help and protection"},
    {"id": "care_and_leavers", "title": "Children in care and care leavers", "until": 2022},
    {"id": "care_leavers", "title": "Care leavers", "since": 2023, "replaces": ["care_and_leavers"]},
    {"id": "leaders", "title": "Impact of leaders"},
]
EARLIER = {
    "id": "i2017",
    "title": "Inspection of 2017",
    "kind": "inspection",
    "date": "2017-02-09",
    "published": "2017-03-31",
    "judgements": [
        {"area": "help", "grade": "requires_improvement"},
        {"area": "care_and_leavers", "grade": "good"},
        {"area": "leaders", "grade": "good"},
    ],
    "recommendations": [
        {"ref": "OFS 17.1", "text": "Assess more quickly.", "kind": "area_for_improvement", "paragraph": "7"},
        {"ref": "OFS 17.2", "text": "Listen to children."},
        {"ref": "OFS 17.3", "text": "Share files."},
    ],
}
LATER = {
    "id": "i2022",
    "title": "Inspection of 2022",
    "kind": "inspection",
    "date": "2022-03-28",
    "published": "2022-05-18",
    "judgements": [
        {"area": "help", "grade": "good"},
        {"area": "care_and_leavers", "grade": "good"},
        {"area": "leaders", "grade": "outstanding"},
    ],
    "recommendations": [{"ref": "OFS 22.1", "text": "Track children missing education."}],
}
VISIT = {"id": "visit", "title": "Visit", "kind": "focused_visit", "date": "July 2018", "illustrative": True}
FALLS = {"indicator": "caseload", "expects": "falls", "since": "2017-18 Q4"}
PLAN = {
    "plan_year": "2018-19",
    "id": "assessment",
    "title": "Assessment",
    "head": "Head of Assessment",
    "priorities": [
        {
            "ref": "A 1",
            "title": "Quicker help",
            "actions": [
                {
                    "ref": "A 1.1",
                    "text": "Add a team.",
                    "origin": "inspection",
                    "recommendations": ["OFS 17.1"],
                    "lead": "Head of Assessment",
                    "due": "2019-03-31",
                    "indicators": [FALLS],
                },
                {
                    "ref": "A 1.2",
                    "text": "Ask children.",
                    "origin": "inspection",
                    "recommendations": ["OFS 17.2"],
                    "lead": "Head of Assessment",
                    "due": "2019-03-31",
                },
            ],
        }
    ],
}
CASELOAD = indicator(
    unit="cases", decimals=1, polarity="lower", no_change=0.1, targets=[target(at_most=18)], title="Average caseload"
)
AUDITS = indicator(id="audits", title="Files judged good", theme="quality", targets=[target(at_least=50)])
FIGURES = together(
    frame([("2017-18 Q4", 19.7), ("2018-19 Q4", 16.0)], "caseload"),
    frame([("2017-18 Q4", 35.0), ("2018-19 Q4", 52.0)], "audits"),
)
REVIEW = date(2019, 6, 19)

Council = Callable[..., Pack]
See = Callable[..., InspectionView]


def histories(made: Pack) -> Callable[[str, str], IndicatorHistory]:
    return lambda indicator_id, area: judged_series(FIGURES, made, indicator_id, area, 3)


@pytest.fixture
def council() -> Council:
    def made(*plans: dict[str, Any], **record: Any) -> Pack:
        given = {"judgement_areas": AREAS, "inspections": [LATER, EARLIER, VISIT]} | record
        files = tuple(PlanFile.model_validate(plan) for plan in plans or (PLAN,))
        update = {"inspection": InspectionFile.model_validate(given), "plans": files}
        return pack(CASELOAD, AUDITS).model_copy(update=update)

    return made


@pytest.fixture
def see(council: Council) -> See:
    def seen(day: date = REVIEW, *, period: str = "2018-19 Q4", **record: Any) -> InspectionView:
        made = council(**record)
        return assemble(made, plan_of(made, period, day), histories(made), quarter(period), day, 3)

    return seen


def plan_of(made: Pack, period: str = "2018-19 Q4", day: date = REVIEW) -> PlanView:
    return assemble_plan(made, "2018-19", quarter(period), (), histories(made), None, day, 3)
