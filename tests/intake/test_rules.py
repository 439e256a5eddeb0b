import pytest

from kpi.intake.rules import RULES
from kpi.intake.rules.rule import Rule
from kpi.problem import has_errors

BY_CODE = {rule.code: rule for rule in RULES}


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_finds_its_failing_example(code, intake):
    rule = _held(BY_CODE[code], intake)
    found = [problem for problem in intake.read(rule.fails).problems if problem.code == code]
    assert found
    assert {problem.severity for problem in found} == {rule.severity}


@pytest.mark.parametrize("code", BY_CODE)
def test_a_rule_lets_its_passing_example_through(code, intake):
    rule = _held(BY_CODE[code], intake)
    problems = intake.read(rule.passes).problems
    assert code not in {problem.code for problem in problems}
    assert not has_errors(problems)


def test_codes_of_rules_are_distinct():
    assert len(BY_CODE) == len(RULES)


def _held(rule: Rule, intake) -> Rule:
    if rule.held:
        intake.hold(rule.held)
    return rule
