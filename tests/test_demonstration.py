"""The demonstration pack tells the truth: published facts are in it, everything else says it is invented."""

import csv
import re
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from kpi.definitions.pack import Pack
from kpi.definitions.read import read_pack
from kpi.period import Calendar, parse

DATA = Path(__file__).parent.parent / "data"
OBSERVATIONS = DATA / "observations"
ILLUSTRATIVE = "03_illustrative_quarters.csv"
PANEL = "Report to the Children, Young People and Families Scrutiny Panel, 19 June 2019"

Key = tuple[str, str, str]

THEMES_OF_THE_FIELD = """
Front door, Assessment, Children in need, Child protection, Practice, Quality, Children in care, Missing, Permanence,
Care leavers, Sufficiency, Workforce, SEND, Youth justice
"""
INDICATORS_OF_THE_FIELD = """
contacts_1d referral_rate referral_1d rereferral assess_45 s47_rate icpc_15 cin_rate cin_number
cp_rate cp_number cp_repeat cp_2yr_ceased cp_2yr_active cp_reviews cp_visits allocated cla_rate
cla_number cla_starts cla_3plus cla_longterm cla_20miles cla_foster cla_sw_changes cla_visits
cla_reviews cla_iha cla_health cla_dental cla_sdq cla_pep cla_missing rhi_72 adopted sgo
proceedings_26 care_applications cl_eet cl_accom cl_touch cl_caseload caseload agency_rate
vacancy_rate turnover sickness agency_spend supervision audit_good pathway_plans foster_recruit
ehcp_20 fte_yj
"""

# First year published, then one figure a year, as the Department for Education published them.
DFE_TO_31_MARCH = {
    "dfe_cin_number": (2013, "1982 2249 2817 2341 3007 2609 2159 2157 2254 2690 2619 2239 2917"),
    "dfe_cp_number": (2013, "244 236 290 152 292 378 328 264 256 267 248 228 213"),
    "dfe_cla_number": (2016, "654 638 649 625 588 540 512 498 517 501"),
    "dfe_rereferral": (2013, "32.6 26.9 26.8 20.7 24.3 24.8 23.8 20.9 7.3 19.5 21.2 21.3 20.8"),
    "dfe_assess_45": (2016, "71.2 86 81.1 82.8 84.9 91.4 87.6 86.1 88.1 87.9"),
    "dfe_icpc_15": (2016, "93.2 80.4 72 72 75 65.4 64.1 79.9 80.1 70.6"),
    "dfe_cp_reviews": (2016, "95.4 91.5 0 89.6 87.5 79.7 87.6 87.6 89.9 67.8"),
}
DFE_AT_30_SEPTEMBER = {
    "dfe_caseload": (2017, "20 19.7 16 15.1 17.3 15.1 13.9 14.2 13.8"),
    "dfe_agency_rate": (2017, "17.2 18 10.2 11.8 10 8.4 10.5 14.2 9.9"),
    "dfe_vacancy_rate": (2017, "19.6 19 13.1 15.6 19.2 17.6 8.4 19.6 16.3"),
    "dfe_turnover": (2017, "22.3 28 11.2 15.2 11.2 9.6 15.2 9.6 10.8"),
}
COUNCIL = {
    ("cin_number", "2017-18 Q4"): 1037,
    ("cin_number", "2018-19 Q4"): 821,
    ("cp_number", "2017-18 Q4"): 379,
    ("cp_number", "2018-19 Q4"): 330,
    ("cla_number", "2017-18 Q4"): 648,
    ("cla_number", "2018-19 Q4"): 624,
    ("audit_reported", "2017-18"): 35,
    ("audit_reported", "2018-19"): 52,
    ("audit_good", "2018-19 Q4"): 52,
    ("agency_spend_reduction", "2018-19"): 140_000,
    ("s17_nrpf_reduction", "2018-19"): 140_000,
    ("budget", "2018-19"): 49_600_000,
    ("budget", "2019-20"): 51_800_000,
    ("cla_gcse5", "2014-15"): 19,
}
IN_WORDS = {("cla_suitable_education", "2018-19"): "over 99%", ("turnover_reported", "2018-19"): "halved"}


@cache
def pack() -> Pack:
    read, problems = read_pack(DATA)
    assert problems == ()
    assert read is not None
    return read


@cache
def rows() -> dict[Key, dict[str, str]]:
    found: dict[Key, dict[str, str]] = {}
    for file in sorted(OBSERVATIONS.glob("*.csv")):
        with file.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines):
                key = (row["indicator_id"], row["area"], row["period"])
                assert key not in found, f"{key} is in two places"
                found[key] = row | {"file": file.name}
    return found


def figure(indicator: str, period: str, area: str = "all") -> dict[str, str]:
    return rows()[indicator, area, period]


def dfe_facts() -> list[tuple[str, str, float]]:
    facts = []
    for indicator, (first, figures) in DFE_TO_31_MARCH.items():
        facts += [
            (indicator, f"{year - 1}-{year % 100}", float(v)) for year, v in enumerate(figures.split(), start=first)
        ]
    for indicator, (first, figures) in DFE_AT_30_SEPTEMBER.items():
        facts += [(indicator, str(year), float(v)) for year, v in enumerate(figures.split(), start=first)]
    return facts


def test_the_pack_reads_without_a_problem_and_covers_the_field() -> None:
    assert set(INDICATORS_OF_THE_FIELD.split()) <= set(pack().by_id)
    used = {pack().theme_titles[indicator.theme] for indicator in pack().indicators}
    assert {theme.strip() for theme in THEMES_OF_THE_FIELD.split(",")} <= used
    assert used == set(pack().theme_titles.values()), "a theme without indicators"


def test_each_figure_of_the_department_for_education_is_final_and_names_its_source() -> None:
    for indicator, period, value in dfe_facts():
        row = figure(indicator, period)
        assert (float(row["value"]), row["state"]) == (value, "final"), (indicator, period)
        assert row["note"].startswith("DfE, "), (indicator, period)


def test_each_figure_of_the_council_is_final_and_names_the_report() -> None:
    for (indicator, period), value in COUNCIL.items():
        row = figure(indicator, period)
        assert (float(row["value"]), row["state"]) == (value, "final"), (indicator, period)
        assert row["note"].startswith(PANEL), (indicator, period)


def test_a_fact_published_in_words_stays_in_words() -> None:
    for (indicator, period), words in IN_WORDS.items():
        row = figure(indicator, period)
        assert (row["value"], row["state"]) == ("", "final")
        assert row["note"] == words
        assert PANEL in (pack().by_id[indicator].source, pack().by_id[indicator].reference)
    team = figure("caseload_team", "2018-19 Q4", "children_in_care")
    assert (team["value"], team["note"]) == ("", "currently in the low 20s")


def test_what_was_not_published_is_illustrative() -> None:
    for key, row in rows().items():
        expected = "illustrative" if row["file"] == ILLUSTRATIVE else "final"
        assert row["state"] == expected, key
        sourced = row["note"].startswith(("DfE, ", PANEL)) or (key[0], key[2]) in IN_WORDS
        assert expected == "illustrative" or sourced, key


@pytest.mark.parametrize(
    ("quarterly", "annual"),
    [
        ("rereferral", "dfe_rereferral"),
        ("assess_45", "dfe_assess_45"),
        ("icpc_15", "dfe_icpc_15"),
        ("cp_reviews", "dfe_cp_reviews"),
    ],
)
def test_a_year_end_is_the_published_figure_itself(quarterly: str, annual: str) -> None:
    for year in ("2016-17", "2017-18", "2018-19"):
        row, published = figure(quarterly, f"{year} Q4"), figure(annual, year)
        assert row["state"] == "final"
        fields = ("value", "numerator", "denominator")
        assert [row[field] for field in fields] == [published[field] for field in fields]


@pytest.mark.parametrize("indicator", ["caseload", "agency_rate", "vacancy_rate", "turnover"])
def test_workforce_year_ends_agree_with_30_september_and_say_so(indicator: str) -> None:
    for year in (2017, 2018, 2019):
        row, published = figure(indicator, f"{year - 1}-{year % 100} Q4"), figure(f"dfe_{indicator}", str(year))
        assert float(row["value"]) == float(published["value"])
        assert row["note"] == f"Set to DfE's figure for 30 September {year}"


def test_the_statements_of_the_report_follow_from_the_figures() -> None:
    def fall(indicator: str) -> float:
        return float(figure(indicator, "2017-18 Q4")["value"]) - float(figure(indicator, "2018-19 Q4")["value"])

    assert fall("agency_spend") == fall("s17_nrpf_spend") == 140_000
    audits = [figure("audit_good", f"2017-18 Q{quarter}") for quarter in (1, 2, 3, 4)]
    good, graded = (sum(int(row[part]) for row in audits) for part in ("numerator", "denominator"))
    assert round(100 * good / graded) == int(audits[-1]["value"]) == 35
    summer = sum(int(figure("leavers", f"2018-{month:02d}")["value"]) for month in range(6, 11))
    winter = sum(
        int(figure("leavers", month)["value"]) for month in ("2018-11", "2018-12", "2019-01", "2019-02", "2019-03")
    )
    assert winter * 2 == summer
    assert [float(figure("caseload", f"2018-19 Q{q}")["value"]) for q in (3, 4)] == [16.4, 16.0]


def test_every_value_is_its_numerator_over_its_denominator_as_shown() -> None:
    times = {"percent": 100, "rate": None, "cases": 1, "days": 1, "score": 1}
    for key, row in rows().items():
        if row["numerator"]:
            indicator = pack().by_id[key[0]]
            exact = float(row["numerator"]) / float(row["denominator"]) * (times[indicator.unit] or indicator.per or 1)
            assert abs(float(row["value"]) - exact) <= 0.5000001 * 10**-indicator.decimals, key


def test_every_row_belongs_to_the_pack_and_every_indicator_has_a_figure() -> None:
    for indicator, area, period in rows():
        definition = pack().by_id[indicator]
        assert area in definition.areas
        assert parse(period, Calendar(definition.calendar)).text == period
    assert {indicator for indicator, _, _ in rows()} == set(pack().by_id)


def test_the_deliberate_faults_are_there() -> None:
    assert figure("cp_reviews", "2017-18 Q4")["value"] == "0"
    assert "failed return" in figure("cp_reviews", "2017-18 Q4")["note"]
    assert figure("cp_2yr_active", "2017-18")["value"] == figure("cla_iha", "2018-19 Q3")["value"] == "c"
    assert ("rhi_72", "all", "2017-18 Q3") not in rows()
    assert ("cl_caseload", "all", "2018-19 Q4") not in rows()
    assert pack().by_id["dfe_caseload"].breaks[0].period == "2017"
    assert float(figure("dfe_caseload", "2016")["value"]) == 15.2


def test_every_kind_of_rule_and_period_is_used() -> None:
    used: dict[str, set[object]] = defaultdict(set)
    for indicator in pack().indicators:
        for field in ("unit", "polarity", "frequency", "basis", "calendar", "in_control", "disclosure"):
            used[field].add(getattr(indicator, field))
        used["measure"].add(indicator.tolerance.measure if indicator.tolerance else None)
        for target in indicator.targets:
            used["set_by"].add(target.set_by)
            used["kind"] |= {kind for kind in ("at_least", "at_most", "between") if getattr(target, kind) is not None}
            used["floor"].add(target.floor is not None)
    assert {field: len(kinds) for field, kinds in used.items()} == {
        "unit": 7, "polarity": 4, "frequency": 4, "basis": 4, "calendar": 3, "in_control": 3, "disclosure": 2,
        "measure": 3, "set_by": 3, "kind": 3, "floor": 2,
    }  # fmt: skip


def test_an_owner_is_a_role_and_demand_carries_no_good_direction() -> None:
    role = re.compile(r"\b(Head|Manager|Partner|Principal Social Worker|Director)\b")
    assert all(role.search(indicator.owner) for indicator in pack().indicators)
    demand = re.compile(r"(cin|cp|cla)_(number|rate)$")
    assert {i.polarity for i in pack().indicators if demand.search(i.id)} == {"none"}
    names = {pack().by_id["cin_number"].title, pack().by_id["dfe_cin_number"].title}
    assert names == {"Children in need", "Children in need (DfE definition)"}


def test_a_target_says_that_it_was_chosen_for_the_demonstration_or_where_it_comes_from() -> None:
    sources = ("chosen for the demonstration", "second council", "adoption scorecards", "by law")
    for indicator in pack().indicators:
        for target in indicator.targets:
            assert any(source in target.reason for source in sources), (indicator.id, target.reason)
