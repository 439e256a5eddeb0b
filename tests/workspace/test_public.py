"""The public edition through the one door: guarded against every earlier release, as known at a revision."""

import shutil
from pathlib import Path

import pytest

from kpi.problem import ProblemError
from kpi.reports.public.edition import Measure, PublicEdition
from kpi.reports.publication import Frozen, documents, entry
from kpi.settings import Settings
from kpi.workspace import Workspace, open_workspace
from kpi.workspace.declaring import Declares
from kpi.workspace.public import Public
from tests.support.pack import NEXT, SEEDED, copy_of_demonstration, demonstration

PERIOD = "2019-20 Q1"


def load(place: Workspace, count: int) -> int:
    content = f"indicator_id,period,value,state\ncp_number,2019-20 Q1,{count},final\n".encode()
    preview = place.preview("return.csv", content)
    return place.publish(preview, who="tests").revision or 0


def release(place: Workspace, revision: int, audience: str) -> None:
    """Put on record that a paper went out at a revision."""
    frozen = Frozen.model_validate(
        {
            "title": "How we are doing",
            "audience": audience,
            "revision": revision,
            "seal": "0" * 64,
            "statuses": {},
            "documents": documents({"public.pdf": b"paper"}),
        }
    )
    Declares(place).record([entry("public", PERIOD, frozen)], "publication", "tests", "Released", None)


def plans(edition: PublicEdition) -> Measure:
    return next(one for one in edition.measures if one.id == "cp_number")


@pytest.fixture
def place(tmp_path: Path) -> Workspace:
    return demonstration(tmp_path)


def test_without_a_release_on_record_nothing_is_guarded_against(place: Workspace) -> None:
    assert Public(place).released() == ()
    assert Public(place).edition("2018-19 Q4").since is None


def test_what_the_last_release_hid_stays_hidden_when_its_count_has_grown(place: Workspace) -> None:
    few = load(place, 4)
    assert plans(Public(place).edition(PERIOD)).now.text == "not shown"
    release(place, few, "public")
    load(place, 40)
    after = Public(place).edition(PERIOD)
    assert (plans(after).now.text, after.since) == ("not shown", few)


def test_a_release_before_the_last_is_guarded_against_too(place: Workspace) -> None:
    few = load(place, 4)
    release(place, few, "public")
    many = load(place, 40)
    release(place, many, "scrutiny")
    load(place, 41)
    assert Public(place).released() == (few, many)
    assert plans(Public(place).edition(PERIOD)).now.text == "not shown"


def test_a_paper_of_the_leadership_is_no_release(place: Workspace) -> None:
    few = load(place, 4)
    release(place, few, "leadership")
    load(place, 40)
    assert plans(Public(place).edition(PERIOD)).now.text == "40"


def test_a_revision_named_by_a_person_counts_in_place_of_the_record(place: Workspace) -> None:
    few = load(place, 4)
    load(place, 40)
    assert plans(Public(place).edition(PERIOD)).now.text == "40"
    assert plans(Public(place).edition(PERIOD, since=few)).now.text == "not shown"
    with pytest.raises(ProblemError, match="does not lie before"):
        Public(place).edition(PERIOD, SEEDED, since=NEXT)


@pytest.mark.parametrize("period", ["2011-12 Q1", "2005-06 Q4"])
def test_a_time_without_any_figure_is_refused(place: Workspace, period: str) -> None:
    with pytest.raises(ProblemError, match="There are no figures for"):
        Public(place).edition(period)


def test_an_empty_ledger_is_refused(tmp_path: Path) -> None:
    data = copy_of_demonstration(tmp_path)
    for part in ("observations", "published", "updates", "texts"):
        shutil.rmtree(data / part)
    empty = open_workspace(Settings(data=data, user="tests"))
    with pytest.raises(ProblemError, match=r"There are no figures for Q4 2018-19 \(January to March 2019\) or before"):
        Public(empty).edition()


def test_an_earlier_revision_gives_the_edition_that_was_made_then(place: Workspace) -> None:
    then = Public(place).edition("2018-19 Q4")
    load(place, 4)
    assert Public(place).edition("2018-19 Q4", then.revision) == then
