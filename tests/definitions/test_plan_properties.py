"""What holds for every set of definitions: its text gives it back, and no value in a file raises.

In: packs and files made up at random. Out: the same pack, or Problems with a line.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kpi.definitions.difference import differences
from kpi.definitions.expectation import MOVEMENTS
from kpi.definitions.legend import STAGES
from kpi.definitions.pack import Pack
from kpi.definitions.plan import ORIGIN_WORDS
from kpi.definitions.read import read_pack
from kpi.problem import has_errors
from tests.definitions.conftest import COUNCIL, PLAN_FILES

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=20)
LINE = TEXT.filter(lambda text: text.strip() != "")
IDS = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
REFS = st.from_regex(r"[A-Z]{1,4} [0-9]\.[0-9]", fullmatch=True)
DUES = st.sampled_from(["2019-03-31", "2018-19 Q4", "ongoing", "March 2019"])
FIGURES = st.fixed_dictionaries(
    {"indicator": IDS, "expects": st.sampled_from(sorted(MOVEMENTS))},
    optional={"period": DUES, "since": DUES, "area": IDS},
) | st.fixed_dictionaries({"indicator": IDS, "expects": st.just("at_most"), "value": st.floats(-1e9, 1e9)})
ACTIONS = st.fixed_dictionaries(
    {"ref": REFS, "text": LINE, "origin": st.sampled_from(sorted(ORIGIN_WORDS)), "lead": LINE, "due": DUES},
    optional={
        "stage": st.sampled_from(STAGES),
        "partners": st.lists(LINE, max_size=2),
        "indicators": st.lists(FIGURES, max_size=2),
        "milestones": st.lists(st.fixed_dictionaries({"id": IDS, "title": LINE, "due": DUES}), max_size=2),
        "moves": st.lists(st.fixed_dictionaries({"to": DUES, "on": DUES, "reason": LINE}), max_size=2),
        "carried_from": st.fixed_dictionaries({"year": LINE, "ref": REFS}),
        "illustrative": st.booleans(),
    },
)
PRIORITIES = st.fixed_dictionaries({"ref": REFS, "title": LINE, "actions": st.lists(ACTIONS, max_size=3)})
PLANS = st.fixed_dictionaries(
    {
        "plan_year": st.sampled_from(["2018-19", "2019-20"]),
        "id": IDS,
        "title": LINE,
        "head": LINE,
        "priorities": st.lists(PRIORITIES, max_size=2),
    }
)
INSPECTIONS = st.fixed_dictionaries(
    {},
    optional={
        "pledges": st.lists(
            st.fixed_dictionaries(
                {"ref": REFS, "to": LINE, "text": LINE, "made": DUES},
                optional={"indicators": st.lists(FIGURES, max_size=2)},
            ),
            max_size=2,
        )
    },
)
CLAIMS = st.fixed_dictionaries({"ref": REFS, "by": LINE, "text": LINE, "expectation": FIGURES})
PANELS = st.fixed_dictionaries({}, optional={"clear_days": st.integers(0, 30), "claims": st.lists(CLAIMS, max_size=2)})
COUNCILS = st.fixed_dictionaries(
    dict.fromkeys(("name", "service", "plan", "opening_period", "about"), LINE) | {"id": IDS, "themes": st.just([])},
    optional={"legend": IDS},
)
PACKS = st.fixed_dictionaries(
    {"council": COUNCILS},
    optional={"plans": st.lists(PLANS, max_size=2), "inspection": INSPECTIONS, "panel": PANELS},
).map(Pack.model_validate)


@settings(deadline=None)
@given(PACKS)
def test_the_text_of_any_pack_gives_the_same_pack_and_the_same_text_back(pack):
    again = Pack.from_text(pack.text)
    assert again == pack
    assert (again.text, again.sha256) == (pack.text, pack.sha256)


@settings(deadline=None)
@given(PACKS, PACKS)
def test_packs_differ_in_words_only_where_they_differ(before, after):
    assert list(differences(before, before)) == []
    assert before != after or list(differences(before, after)) == []
    if before.council != after.council:
        assert "Definitions changed: council." in list(differences(before, after))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120, deadline=None)
@given(data=st.data())
def test_any_value_in_place_of_another_is_taken_or_told(planned, data):
    name = data.draw(st.sampled_from(sorted(PLAN_FILES)))
    lines = PLAN_FILES[name].splitlines()
    place = data.draw(st.integers(0, len(lines) - 1))
    key = lines[place].partition(":")[0]
    value = data.draw(
        st.sampled_from(["5", "-1", "words", "[]", "{}", "[1, 2]", "[a, a]", "{a: 1}", "true", "~", "2018-19 Q4", "''"])
    )
    planned.write(name, "\n".join([*lines[:place], f"{key}: {value}", *lines[place + 1 :]]))
    pack, problems = read_pack(planned.path)
    planned.write(name, PLAN_FILES[name])
    assert (pack is None) == has_errors(problems)
    assert all(problem.where.line for problem in problems)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(data=st.data())
def test_lines_that_are_lost_are_told_or_not_needed(planned, data):
    name = data.draw(st.sampled_from(sorted(PLAN_FILES)))
    lines = PLAN_FILES[name].splitlines()
    first = data.draw(st.integers(0, len(lines) - 1))
    count = data.draw(st.integers(1, 6))
    planned.write(name, "\n".join(lines[:first] + lines[first + count :]))
    pack, problems = read_pack(planned.path)
    planned.write(name, PLAN_FILES[name])
    assert (pack is None) == has_errors(problems)


@pytest.mark.parametrize("name", sorted(PLAN_FILES))
def test_a_file_of_the_wrong_kind_is_told_and_raises_nothing(planned, name):
    for other in (COUNCIL, *PLAN_FILES.values(), "[]", "5", "- a\n- b\n"):
        planned.write(name, other)
        pack, problems = read_pack(planned.path)
        assert (pack is None) == has_errors(problems)
