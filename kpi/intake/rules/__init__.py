"""The checks of an upload, one a file, each with its rule in prose and an example of each kind.

In: a sheet, then the figures read from it. Out: Problems in the order of the rows. `docs/checks.md` lists them.
"""

from collections.abc import Iterable

from kpi.intake.facts import Facts
from kpi.intake.rules import (
    changed_figure,
    child_cells,
    child_columns,
    child_rows,
    duplicate_row,
    formula,
    fraction,
    half_parts,
    jump,
    not_a_number,
    number_in_note,
    other_scale,
    out_of_bounds,
    parts_incomplete,
    period_apart,
    period_frequency,
    period_future,
    period_unfinished,
    period_unreadable,
    suppressed_parts,
    symbol_of_then,
    unknown_area,
    unknown_indicator,
    unknown_state,
    value_and_parts,
    zero_between,
)
from kpi.intake.rules.rule import FigureRule, SheetRule, problems_of
from kpi.intake.sheet import Sheet
from kpi.problem import Problem

CHILD_RULES: tuple[SheetRule, ...] = (child_columns.RULE, child_cells.RULE)
SHEET_RULES: tuple[SheetRule, ...] = (formula.RULE,)
FIGURE_RULES: tuple[FigureRule, ...] = (
    unknown_indicator.RULE,
    unknown_area.RULE,
    period_unreadable.RULE,
    period_frequency.RULE,
    period_future.RULE,
    period_unfinished.RULE,
    period_apart.RULE,
    unknown_state.RULE,
    not_a_number.RULE,
    parts_incomplete.RULE,
    half_parts.RULE,
    value_and_parts.RULE,
    suppressed_parts.RULE,
    symbol_of_then.RULE,
    out_of_bounds.RULE,
    duplicate_row.RULE,
    changed_figure.RULE,
    jump.RULE,
    other_scale.RULE,
    zero_between.RULE,
    fraction.RULE,
    number_in_note.RULE,
)
ROW_RULES: tuple[FigureRule, ...] = (child_rows.RULE,)
RULES = (*CHILD_RULES, *ROW_RULES, *SHEET_RULES, *FIGURE_RULES)
"""Every check, in the order in which the docs list them."""


def child_problems(sheets: Iterable[Sheet]) -> list[Problem]:
    """Look for data about single children in every sheet of a file; any find refuses it whole."""
    return [problem for sheet in sheets for rule in CHILD_RULES for problem in rule.find(sheet)]


def sheet_problems(sheet: Sheet) -> list[Problem]:
    """Run the checks of a sheet's cells."""
    return [problem for rule in SHEET_RULES for problem in rule.find(sheet)]


def row_problems(facts: Facts) -> list[Problem]:
    """Look for one row a child; any find refuses the file whole."""
    return [problem for rule in ROW_RULES for problem in problems_of(rule, facts)]


def figure_problems(facts: Facts) -> list[Problem]:
    """Run every check of the figures."""
    return [problem for rule in FIGURE_RULES for problem in problems_of(rule, facts)]
