"""The report of 19 June 2019 is made from the record, and says every published statement with the right figures."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from kpi.reports.model import Bullets, Callout, KeyFigures, Paragraph, Report, Section, Subheading, Table
from kpi.reports.pdf import pdf
from kpi.workspace import Records
from kpi.workspace.papers import Papers

ORDER = [
    ("1", "Purpose"),
    ("2", "Background"),
    ("3", "Progress"),
    ("4", "Key priorities"),
    ("5", "Financial implications"),
    ("6", "Legal implications"),
    ("7", "Equalities implications"),
    ("8", "Environmental implications"),
    ("9", "Human resources implications"),
    ("10", "Corporate landlord implications"),
    ("11", "Schedule of background papers"),
    ("A", "Progress of the plan by service area"),
    ("B", "Scorecard"),
    ("C", "Indicator pages"),
    ("D", "Inspection judgements, and what came of them"),
]
PRIORITIES = (
    "Workforce retention",
    "Quality of practice",
    "Embedding practice weeks",
    "A single child's record system",
    "The new safeguarding partnership",
    "Contextual safeguarding governance",
    "House Project for care leavers",
    "Placement stability",
    "Regional adoption agency",
    "Restorative practice",
)
STATEMENTS = {
    "children in need": ("Children in need fell from 1,037 in 2017-18 to 821 in 2018-19.",),
    "child protection plans": ("Child protection plans fell from 379 in 2017-18 to 330 in 2018-19.",),
    "children in care": ("Children in care fell from 648 in 2017-18 to 624 in 2018-19.",),
    "files good or outstanding": ("Files judged good or outstanding", "rose from 35% in 2017-18 to 52% in 2018-19."),
    "suitable education": ("Children in care in suitable education", "2018-19", "“over 99%”"),
    "agency spend": ("Agency spend in 2018-19 was £140,000 less than a year before",),
    "section 17 and NRPF": (
        "Section 17 and no-recourse-to-public-funds spend in 2018-19 was £140,000 less than a year before",
    ),
    "budgets": ("budget in 2019-20 was £2.2m more than a year before (£51.8m against £49.6m).",),
    "turnover": ("halved", "November 2018 to March 2019", "June to October 2018"),
    "five GCSEs": ("Children in care reaching five GCSEs", "19%, 2014-15"),
    "assessment team": ("Average caseload by team (Assessment team)", "target of at most 25 cases"),
    "children in care team": ("Average caseload by team (Children in care team)", "“currently in the low 20s”"),
    "about 18": ("children in care team aims at about 18 cases a worker",),
    "care-experienced team": (
        "Average caseload by team (Care-experienced team)",
        "over its target of at most 25 cases",
    ),
    "staff shortage": ("care-experienced team is over its target of 25 cases through staff shortage",),
    "PMQA 2.1": ("PMQA 2.1", "one social care system", "Not progressed", "Moved into 2019-20", "implementation"),
    "SSS 2.1": ("SSS 2.1", "contract to pregnant women at risk", "Needs more time"),
    "YOT 2.2": ("YOT 2.2", "Mentoring into education, training and employment", "Needs more time"),
    "blue": ("Blue, completed: The action is completed.",),
    "green": ("Green", "needs more time to evidence impact, or further development"),
    "help and protection": ("Known only after 19 June 2019.", "Help and protection Good (was Requires improvement)"),
    "care and care leavers": ("Known only after", "Children in care and care leavers Good (unchanged)"),
    "leaders": ("Known only after", "Impact of leaders Outstanding (was Good)"),
    "overall": ("Known only after", "March and April 2022", "Overall effectiveness Good (unchanged)"),
    "when": ("21 March to 1 April 2022", "28 March 2022"),
    "one area named": ("Area for improvement", "tracking children who are missing education"),
}


def texts(sections: tuple[Section, ...]) -> Iterator[str]:
    """Give every piece of text that a reader reads in one go."""
    for section in sections:
        for block in section.blocks:
            match block:
                case Paragraph(text=text) | Subheading(text=text) | Callout(text=text):
                    yield text
                case Bullets(items=items):
                    yield from items
                case Table(rows=rows):
                    yield from (" ".join(cell.text for cell in row) for row in rows)
                case KeyFigures(figures=figures):
                    yield from (figure.sentence for figure in figures)


@pytest.fixture(scope="module")
def report(records: Records) -> Report:
    return Papers(records.place).report("committee", "2018-19 Q4")


def test_it_goes_to_the_meeting_of_19_june_in_the_order_of_the_council(report: Report) -> None:
    assert (report.meeting_day, report.deadline) == (date(2019, 6, 19), date(2019, 6, 11))
    assert [(one.number, one.title) for one in report.sections] == ORDER
    assert next(label for label, _ in report.fields) == "Cabinet member with lead responsibility"
    assert all(text for _, text in report.fields)


def test_it_is_no_draft_and_quotes_nothing_wrongly(report: Report) -> None:
    assert (report.gaps, report.mismatches, report.is_draft) == ((), (), False)
    assert report.illustrative.startswith("Illustrative, made up to demonstrate and not to be quoted: ")


@pytest.mark.parametrize("name", STATEMENTS)
def test_every_published_statement_is_said_in_one_piece(report: Report, name: str) -> None:
    said = [text for text in texts(report.sections) if all(part in text for part in STATEMENTS[name])]
    assert said, STATEMENTS[name]


def test_the_ten_key_priorities_stand_in_their_order(report: Report) -> None:
    [section] = [one for one in report.sections if one.id == "priorities"]
    assert Paragraph("The ten key priorities for 2019-20:", "4.1") in section.blocks
    assert Bullets(PRIORITIES, ordered=True) in section.blocks


def test_what_was_published_later_stands_under_a_warning(report: Report) -> None:
    [section] = [one for one in report.sections if one.id == "judgement_trace"]
    [warning] = [place for place, block in enumerate(section.blocks) if isinstance(block, Callout)]
    later = [place for place, block in enumerate(section.blocks) if "2022" in repr(block)]
    assert min(later) > warning


def test_clearances_and_numbered_paragraphs_stand_where_the_template_has_them(report: Report) -> None:
    cleared = {one.title: one.clearance for one in report.sections if one.clearance}
    assert cleared == {
        "Financial implications": "FIN/0607/A, 7 June 2019",
        "Legal implications": "LEG/0607/B, 7 June 2019",
    }
    numbers = [one.number for one in report.sections[2].blocks if isinstance(one, Paragraph)]
    assert numbers == [f"3.{place}" for place in range(1, len(numbers) + 1)]


def test_its_sentences_are_those_of_the_screen(records: Records, report: Report) -> None:
    card, plan = records.place.scorecard("2018-19 Q4"), records.plan("2018-19", "2018-19 Q4")
    said = set(texts(report.sections))
    assert set(plan.headlines) <= said
    for name in ("cin_number", "cp_number", "cla_number"):
        [row] = [row for row in card.rows if row.indicator == name]
        assert row.year_statement in said
        assert f"{row.sentence} {row.mark}".strip() in said


def test_no_figure_stands_in_it_that_was_not_known_to_the_meeting(report: Report) -> None:
    for picture in report.pictures():
        assert not [label for label in picture.chart.periods if "2019-20" in label or "202" in label]


@pytest.mark.parametrize("paper", ["update", "leadership", "corporate_parenting"])
def test_the_other_papers_are_made_from_the_same_record(records: Records, paper: str) -> None:
    made = Papers(records.place).report(paper, "2018-19 Q4")
    said = list(texts(made.sections))
    assert "Children in care fell from 648 in 2017-18 to 624 in 2018-19." in said or made.audience == "leadership"
    assert any("Initial health assessments" in text and "56.7%" in text for text in said)


def test_a_quarter_that_fits_no_meeting_goes_out_in_writing(records: Records) -> None:
    made = Papers(records.place).report("update", "2018-19 Q4")
    assert (made.meeting, made.meeting_day, made.deadline) == ("", None, None)


@pytest.mark.parametrize("quarter", ["2017-18 Q2", "2018-19 Q1", "2018-19 Q3", "2018-19 Q4"])
def test_a_written_update_has_two_to_four_sides(records: Records, quarter: str) -> None:
    made = pdf(Papers(records.place).report("update", quarter))
    assert 2 <= len(PdfReader(BytesIO(made)).pages) <= 4


def test_a_plan_that_had_not_begun_is_not_told_of(records: Records) -> None:
    made = Papers(records.place).report("update", "2017-18 Q2")
    assert "plan" not in [section.id for section in made.sections]
    assert not [text for text in texts(made.sections) if "actions" in text]
