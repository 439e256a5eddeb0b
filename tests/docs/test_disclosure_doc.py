"""The page on disclosure: what its tables promise happens."""

import re
from pathlib import Path

import pandas as pd
import pytest

from kpi.judge.disclosure import Protected, Reason, Rules, Sum, draft, protect, protect_together
from kpi.judge.disclosure_words import officer
from kpi.scorecard.publish import release
from tests.support.figures import card, frame, indicator, pack

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "disclosure.md").read_text("utf-8")
RULES = {
    "not rounded": Rules(),
    "to 5": Rules(rounding=5),
    "to 10": Rules(rounding=10),
    "totals to 5": Rules(rounding=5, rounded="totals"),
}


def table(heading: str) -> list[list[str]]:
    """The cells of the one table under a heading."""
    section = PAGE.split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def teams(counts: str, rules: str) -> Protected:
    column = pd.DataFrame({"children": [int(count) for count in counts.split(",")]})
    return protect(column, rules=RULES[rules], totals=["columns"])


@pytest.mark.parametrize(("counts", "rules", "printed"), [line[:3] for line in table("Examples")])
def test_every_example_of_teams_is_printed_as_the_page_says(counts: str, rules: str, printed: str) -> None:
    texts = teams(counts, rules).frame()["children"].tolist()
    assert f"{', '.join(texts[:-1])}, total {texts[-1]}" == printed


@pytest.mark.parametrize(("counted", "of", "rules", "printed"), table("Percentages, rates and averages"))
def test_every_example_of_a_percentage_is_printed_as_the_page_says(
    counted: str, of: str, rules: str, printed: str
) -> None:
    on_time = indicator(id="on_time", decimals=1, numerator="a", denominator="b", disclosure="counts_of_children")
    parts = {"numerator": float(counted), "denominator": float(of)}
    figures = frame([("2018-19 Q4", 100 * int(counted) / int(of), parts)], "on_time")
    council = pack(on_time).council
    rounding = council.publication.model_copy(update={"rounding": RULES[rules].rounding})
    chosen = council.model_copy(update={"publication": rounding})
    assert [figure.text for figure in release(card(figures, on_time), chosen).figures] == [printed]


@pytest.mark.parametrize(("near", "far", "care", "printed"), table("Sums across indicators and periods"))
def test_every_example_of_a_sum_is_printed_as_the_page_says(near: str, far: str, care: str, printed: str) -> None:
    drafts = [draft(pd.DataFrame({"children": [int(count)]}), totals=[]) for count in (near, far, care)]
    whole = Sum((2, "0", "children"), ((0, "0", "children"), (1, "0", "children")))
    texts = [str(one.frame()["children"].iloc[0]) for one in protect_together(drafts, sums=[whole])]
    assert ", ".join(texts) == printed


def test_every_reason_is_explained_as_it_is_said() -> None:
    told = {line[0].strip("`"): line[2] for line in table("What is withheld")}
    hidden = {reason for reason in Reason if reason not in (Reason.SHOWN, Reason.NOT_PRINTED)}
    assert told == {reason.name: officer(reason.name, 5, exposed=False) for reason in hidden}


def test_the_refusal_of_a_later_release_is_named() -> None:
    assert re.search(r"`since-not-before`", PAGE)
