"""Small files, one for every shape of trouble that spreadsheets of the field arrive with, and what becomes of each.

In: nothing. Out: for each trouble by its name a file, its ending, and the figures that it gives or the code that asks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import openpyxl

from tests.intake import workbooks

HEADER = "indicator_id,area,period,value\n"
ROW = "caseload,north,2018-19 Q4,17\n"
GOOD = [("caseload", "north", "2018-19 Q4", 17.0, "")]
Figure = tuple[str, str, str, float | None, str]


@dataclass(frozen=True)
class Trouble:
    """A file, the figures it must give (indicator, area, period, value, symbol), and codes that must be told."""

    content: str | bytes
    figures: Sequence[Figure] = ()
    told: tuple[str, ...] = ()
    name: str = "figures.csv"


def period(label: str, canonical: str = "", indicator: str = "children_in_need", code: str = "") -> Trouble:
    """A file whose one figure bears a label, read as a period or asked about."""
    text = f'indicator_id,period,value\n{indicator},"{label}",821\n'
    return Trouble(text, [(indicator, "all", canonical, 821.0, "")] if canonical else (), (code,) if code else ())


def cell(written: str, value: float | None = None, symbol: str = "", indicator: str = "children_in_need") -> Trouble:
    """A file whose one figure is written in some way; its symbol and its meaning stay, and none becomes 0."""
    text = f'indicator_id,period,value\n{indicator},2018-19 Q3,"{written}"\n'
    return Trouble(text, [(indicator, "all", "2018-19 Q3", value, symbol)])


def book(rows: Sequence[Sequence[object]], merged: Sequence[str] = ()) -> bytes:
    """A workbook of one sheet, some of its cells merged."""
    made = openpyxl.Workbook()
    workbooks.fill(made.active, rows)
    for block in merged:
        made.active.merge_cells(block)
    return workbooks.saved(made)


def hidden_sheet() -> bytes:
    """A workbook whose first sheet is hidden and holds another figure."""
    made = openpyxl.Workbook()
    table = [["indicator_id", "area", "period", "value"], ["caseload", "north", "2018-19 Q4", 99]]
    workbooks.fill(made.active, table)
    made.active.sheet_state = "hidden"
    workbooks.fill(made.create_sheet("Return"), [table[0], [*table[1][:3], 17]])
    return workbooks.saved(made)


PERIODS = {
    "2018-19 Q1": period("2018-19 Q1", "2018-19 Q1"),
    "2018/19 Q1": period("2018/19 Q1", "2018-19 Q1"),
    "Q1 2018/19": period("Q1 2018/19", "2018-19 Q1"),
    "Q1 2018-19": period("Q1 2018-19", "2018-19 Q1"),
    "2018-19;Q1": period("2018-19;Q1", "2018-19 Q1"),
    "Financial year Q1": Trouble(
        "indicator_id,time_period,time_identifier,value\nchildren_in_need,201819,Financial year Q1,821\n",
        [("children_in_need", "all", "2018-19 Q1", 821.0, "")],
    ),
    "at 30 Jun 2022 (end of Q1 2022/23)": period("at 30 Jun 2018 (end of Q1 2018/19)", "2018-19 Q1"),
    "apr-jun-2014": period("apr-jun-2014", "2014-15 Q1"),
    "Mar-19": period("Mar-19", "2019-03", "missing_episodes"),
    "March 2019": period("March 2019", "2019-03", "missing_episodes"),
    "2019": period("2017", "2017", "population"),
    "2018-19": period("2018-19", "2018-19", "referral_rate"),
    "2018/19": period("2018/19", "2018-19", "referral_rate"),
    "201819": period("201819", "2018-19", "referral_rate"),
    "30/06/2018": period("30/06/2018", "2018-19 Q1"),
    "2018 (Rev)": period("2017 (Rev)", "2017", "population"),
    "2025 (prov)": period("2018 (prov)", "2018", "population"),
    "2016-17 (OT)": period("2016-17 (OT)", "2016-17", "referral_rate"),
    "2021/22 Q1 - 2021/22 Q3": period("2017/18 Q1 - 2017/18 Q3", code="period-unreadable"),
    "Q1-Q4 2022/23": period("Q1-Q4 2017/18", code="period-unreadable"),
    "Q1 2022": period("Q1 2018", code="period-unreadable"),
    "2011 Q2": period("2011 Q2", code="period-unreadable"),
}
SYMBOLS = {
    "c": cell("c", symbol="c"),
    "x": cell("x", symbol="x"),
    "suppressed": cell("suppressed", symbol="c"),
    "z": cell("z", symbol="z"),
    "k": cell("k", symbol="k"),
    "low": cell("low", symbol="k"),
    "u": cell("u", symbol="u"),
    ".": cell(".", symbol=":"),
    "..": cell("..", symbol=":"),
    ":": cell(":", symbol=":"),
    "-": cell("-", symbol=":"),
    "n/a": cell("n/a", symbol=":"),
    "NA": cell("NA", symbol=":"),
    "#N/A": cell("#N/A", symbol=":"),
    "[x]": cell("[x]", symbol="x"),
    "[c]": cell("[c]", symbol="c"),
    "<5": cell("<5", symbol="<5"),
    "<10": cell("<10", symbol="<10"),
    "90-99": cell("90-99", symbol="90-99"),
    "a true 0": cell("0", 0.0),
}
NUMBERS = {
    "1,037": cell("1,037", 1037.0),
    "£140,000": cell("£140,000", 140_000.0, indicator="agency_spend"),
    "£49.6m": cell("£49.6m", 49_600_000.0, indicator="net_budget"),
    "52%": cell("52%", 52.0, indicator="reviews_on_time"),
    "0.52": Trouble("indicator_id,period,value\nreviews_on_time,2018-19 Q3,0.52\n", told=("fraction",)),
    "10.199999999999999": cell("10.199999999999999", 10.2, indicator="caseload"),
    "(1,200)": cell("(1,200)", -1200.0, indicator="budget_variance"),
    "trailing spaces": cell("17  ", 17.0),
    "non-breaking spaces": cell("17\u00a0", 17.0),
    "text numbers": Trouble(
        book([["indicator_id", "area", "period", "value"], ["caseload", "north", "2018-19 Q4", "17"]]),
        GOOD,
        name="figures.xlsx",
    ),
}
POUNDS = "indicator_id,period,value,note\nagency_spend,2018-19 Q3,£140000,the team’s\n"
SPENT: list[Figure] = [("agency_spend", "all", "2018-19 Q3", 140_000.0, "")]
FILES = {
    "UTF-8 with and without BOM": Trouble(f"\ufeff{POUNDS}", SPENT),
    "UTF-16": Trouble(POUNDS.encode("utf-16"), SPENT),
    "Windows-1252": Trouble(POUNDS.encode("cp1252"), SPENT),
    "; separated": Trouble((HEADER + ROW).replace(",", ";"), GOOD),
    "tab separated": Trouble((HEADER + ROW).replace(",", "\t"), GOOD),
    "CRLF": Trouble((HEADER + ROW).replace("\n", "\r\n"), GOOD),
    "title rows above the header": Trouble(f"Return,,,\n,,,\n{HEADER}{ROW}", GOOD, ("header-not-first",)),
    "two stacked header rows": Trouble(
        ",,2018-19,\nindicator_id,area,Q3,Q4\ncaseload,north,18,17\n",
        [("caseload", "north", "2018-19 Q3", 18.0, ""), *GOOD],
        ("header-of-two-rows",),
    ),
    "total rows": Trouble(f"{HEADER}{ROW}Grand Total,,,17\n", GOOD, ("total-row",)),
    "footnotes below": Trouble(f"{HEADER}{ROW},,,\nSource: HR system,,,\n", GOOD, ("footnote",)),
    "merged cells": Trouble(
        book(
            [["indicator_id", "area", "2018-19", None], [None, None, "Q3", "Q4"], ["caseload", "north", 18, 17]],
            ["A1:A2", "B1:B2", "C1:D1"],
        ),
        [("caseload", "north", "2018-19 Q3", 18.0, ""), *GOOD],
        name="figures.xlsx",
    ),
    "blank spacer columns": Trouble("indicator_id,,area,period,,value\ncaseload,,north,2018-19 Q4,,17\n", GOOD),
    "hidden sheets": Trouble(hidden_sheet(), GOOD, ("hidden-sheet",), "figures.xlsx"),
    "header names that drift": Trouble("KPI,Team,Quarter,Outturn\ncaseload,north,2018-19 Q4,17\n", GOOD),
}
CHILDREN = {
    "names": Trouble("indicator_id,Surname,period,value\ncaseload,Smith,2018-19 Q4,1\n", told=("child-level-column",)),
    "dates of birth": Trouble("indicator_id,DOB,value\ncaseload,01/02/2009,1\n", told=("child-level-column",)),
    "UPN": Trouble("indicator_id,UPN,value\ncaseload,A123,1\n", told=("child-level-column",)),
    "NHS number": Trouble(f"{HEADER}caseload,943 476 5919,2018-19 Q4,1\n", told=("child-level-cells",)),
    "case IDs": Trouble("indicator_id,Case ID,value\ncaseload,17,1\n", told=("child-level-column",)),
}
TROUBLES = PERIODS | SYMBOLS | NUMBERS | FILES | CHILDREN
