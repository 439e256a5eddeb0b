"""What people write keeps every word, whatever it looks like; the newest earlier quarter is the draft."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.definitions.pack import Pack
from kpi.definitions.paper import Paper, PaperSection, SectionText, Written
from kpi.entry import Entry
from kpi.period import parse
from kpi.problem import ProblemError
from kpi.quoted import Quotations
from kpi.reports.texts import TextView, check_written, entry, texts, written_from
from kpi.scorecard import IndicatorHistory

LEGAL = PaperSection.model_validate(
    {"id": "legal", "title": "Legal", "parts": [{"part": "text"}], "clearance": True, "if_none": "None arise."}
)
PAPER = Paper(id="committee", title="Report", kind="committee", audience="scrutiny", sections=(LEGAL,))
QUARTERS = [f"{year} Q{quarter}" for year in ("2017-18", "2018-19") for quarter in range(1, 5)]
HOSTILE = st.text(st.characters(exclude_categories=("Cs",)), max_size=200)


def no_figures(indicator: str, area: str) -> IndicatorHistory:
    raise KeyError(indicator, area)


def read(entries: list[Entry], quarter: str) -> TextView:
    council = {"id": "c", "name": "C", "service": "S", "plan": "P", "opening_period": "2018-19 Q4", "about": "A"}
    pack = Pack.model_validate({"council": council | {"themes": ()}})
    return texts(PAPER, entries, parse(quarter), Quotations(pack, no_figures))["legal"]


@given(HOSTILE.filter(lambda text: text.strip() != ""))
def test_no_word_is_lost_or_changed(text: str) -> None:
    written = written_from({"text": text})
    view = TextView(LEGAL, parse("2018-19 Q4"), Written.model_validate_json(written.model_dump_json()))
    assert "".join("".join(view.paragraphs).split()) == "".join(text.split())


@given(st.sets(st.sampled_from(QUARTERS)), st.sampled_from(QUARTERS))
def test_the_latest_quarter_up_to_the_paper_counts_and_none_after_it(written: set[str], asked: str) -> None:
    made = [entry("committee", "legal", parse(one), Written(text=one)) for one in sorted(written)]
    view = read(made, asked)
    known = sorted(one for one in written if one <= asked)
    assert (view.written.text if view.written else None) == (known[-1] if known else None)
    assert view.state == ("missing" if not known else "written" if known[-1] == asked else "carried")


def test_what_was_undone_or_is_of_another_paper_does_not_count() -> None:
    said = Written(text="None.")
    undone = Entry("text", "committee/legal", "2018-19 Q4", said.model_dump_json(), in_force=False)
    other = entry("update", "legal", parse("2018-19 Q4"), said)
    assert read([undone, other], "2018-19 Q4").state == "missing"


def test_a_clearance_counts_for_the_quarter_it_was_given_in() -> None:
    cleared = Written(text="None.", clearance="LEG/1", cleared="2019-06-07")
    made = entry("committee", "legal", parse("2018-19 Q4"), cleared)
    assert read([made], "2018-19 Q4").clearance == "LEG/1, 7 June 2019"
    assert read([made], "2018-19 Q4").gaps == ()
    assert read([made], "2019-20 Q1").clearance == ""


def test_the_entry_of_a_text_holds_what_was_written_and_not_where() -> None:
    said = SectionText(paper="committee", section="legal", text="None.", illustrative=True)
    made = entry("committee", "legal", parse("2018-19 Q4"), said)
    assert made.content == {"text": "None.", "illustrative": True}
    assert made.subject == "committee/legal"


def test_a_made_up_text_says_so_at_its_end() -> None:
    view = TextView(LEGAL, parse("2018-19 Q4"), Written(text="One.\n\nTwo.", illustrative=True), at=datetime.now(UTC))
    assert view.told == ("One.", "Two. Illustrative.")


@pytest.mark.parametrize("given_", [{"text": " \n "}, {"text": "x" * 20_001}, {"text": "None.", "clearance": "a\nb"}])
def test_what_is_no_text_or_no_code_is_refused_with_its_field(given_: dict[str, str]) -> None:
    with pytest.raises(ProblemError):
        written_from(given_)


def test_a_clearance_needs_its_code_and_its_day() -> None:
    assert [one.code for one in check_written(Written(text="None.", cleared="2019-06-07"))] == ["half-a-clearance"]
    assert list(check_written(Written(text="None."))) == []
