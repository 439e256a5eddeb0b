"""Titles and the words that agree with them."""

import re
from pathlib import Path

import pytest

from kpi.definitions.read import read_pack
from kpi.story import grammar

ROOT = Path(__file__).resolve().parents[2]
PLURAL = """
Children in need
Children in need per 10,000 children (DfE definition)
Child protection plans
Children in care
Contacts with a decision within one working day
Re-referrals within 12 months of a previous referral
Continuous assessments completed within 45 working days
Section 47 enquiries per 10,000
CP plans starting that are a second or subsequent plan
CP plans ceasing that lasted 2 years or more
Current CP plans open 2 years or more
Children subject of a CP plan per 10,000 (at period end)
CP cases reviewed within timescale
CP statutory visits within timescale
Children with an allocated social worker
Children looked after with 3 or more placements in the year
Children starting to be looked after per 10,000
Looked after reviews in timescale
Looked after children who went missing
Return home interviews within 72 hours
Care proceedings completed within 26 weeks
Days from entering care to moving in with adopters
Care leavers aged 19-21 in education, employment or training
Care leavers the authority is not in touch with
Young people per personal adviser
Case audits judged good or outstanding
Pathway plans up to date
In-house foster carers recruited (net)
First-time entrants to youth justice per 100,000 aged 10-17
Education, health and care plans issued within 20 weeks
Agency and interim workers
Good or outstanding schools
Days lost to sickness
ICPCs within 15 working days
Staff with supervision on time
""".strip().splitlines()
SINGULAR = """
Average caseload
Average caseload per social worker (FTE)
Number of children in need
ICPC within 15 working days
Long-term placement stability
Initial health assessment within 20 working days
Dental check up to date
Average SDQ score
Personal education plan up to date
Social worker instability (3+ social workers in the year)
Social worker turnover rate
Agency spend
Agency spend, year to date
Section 17 and no-recourse-to-public-funds spend
Children's services budget
Supervision recorded in timescale
Time from entering care to moving in with adopters
Spending on placements
Speed of decisions
Sickness absence
Staff turnover
Percentage of children in suitable education
% of children in suitable education
Consensus of auditors
""".strip().splitlines()


@pytest.mark.parametrize("title", PLURAL)
def test_plural_titles_stand_at_a_figure(title: str) -> None:
    assert grammar.of(title) == grammar.PLURAL


@pytest.mark.parametrize("title", SINGULAR)
def test_singular_titles_are_a_figure(title: str) -> None:
    assert grammar.of(title) == grammar.SINGULAR


def test_every_singular_title_of_the_demonstration_is_about_one_thing() -> None:
    pack, _ = read_pack(ROOT / "data")
    assert pack is not None
    one = re.compile(
        r"\b(budget|caseload|fall|number|rate|score|share|spend|stability|supervision|time|turnover)\b", re.I
    )
    titles = [indicator.title for indicator in pack.by_id.values()]
    assert [t for t in titles if not grammar.of(t).is_plural and not one.search(t)] == []
    assert [t for t in titles if grammar.of(t).is_plural and re.match(one, t)] == []


@pytest.mark.parametrize(
    ("items", "text"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c"), ([], "")]
)
def test_lists_read_as_people_write_them(items: list[str], text: str) -> None:
    assert grammar.listed(items) == text
