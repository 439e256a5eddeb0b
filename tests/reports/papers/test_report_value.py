"""What is exempt reaches no public copy, whether as words, title, number or fault."""

from dataclasses import replace
from datetime import UTC, date, datetime

from kpi.problem import Problem, Where
from kpi.reports.as_dict import as_dict
from kpi.reports.model import Gap, Paragraph, Report, Section, Subheading, numbered

SECRET = "Contracts under negotiation"


def section(name: str, *texts: str, exempt: bool = False, appendix: bool = False) -> Section:
    return Section(name, name, "", tuple(map(Paragraph, texts)), exempt=exempt, appendix=appendix)


def report() -> Report:
    sections = (
        section("Purpose", "One.", "Two."),
        section(SECRET, "A secret price.", exempt=True),
        section("Legal", "None."),
    )
    return Report(
        id="committee",
        title="Report",
        kind="committee",
        audience="scrutiny",
        council="Council",
        service="Service",
        period="Q4 2018-19",
        meeting="",
        meeting_day=date(2019, 6, 19),
        deadline=None,
        revision=1,
        made=datetime(2019, 6, 1, tzinfo=UTC),
        seal="",
        fields=(),
        recommendations=(),
        sections=numbered(sections),
        gaps=(
            Gap(SECRET, f"{SECRET}: not cleared.", ""),
            Gap("Legal", "Legal: not cleared.", ""),
            Gap("", "A figure.", ""),
        ),
        mismatches=(
            Problem("figure-differs", "Secret 5.", "", Where(column=SECRET)),
            Problem("figure-differs", "Open."),
        ),
        exempt_reason="Paragraph 3",
    )


def test_nothing_of_an_exempt_section_is_left_in_the_public_copy() -> None:
    copy = report().public_copy()
    assert "ecret" not in repr(as_dict(copy))
    assert "Contracts" not in repr(as_dict(copy))
    assert [gap.section for gap in copy.gaps] == ["Legal", ""]
    assert [problem.message for problem in copy.mismatches] == ["Open."]
    assert copy.exempt_reason == ""


def test_no_number_is_missing_where_an_exempt_section_stood() -> None:
    assert [one.number for one in report().sections] == ["1", "2", "3"]
    copy = report().public_copy()
    assert [one.number for one in copy.sections] == ["1", "2"]
    assert copy.sections[1].blocks == (Paragraph("None.", "2.1"),)


def test_paragraphs_are_numbered_within_their_section_and_other_blocks_are_not() -> None:
    mixed = replace(section("Progress"), blocks=(Paragraph("One."), Subheading("More"), Paragraph("Two.")))
    [made] = numbered([mixed])
    assert made.blocks == (Paragraph("One.", "1.1"), Subheading("More"), Paragraph("Two.", "1.2"))


def test_appendices_come_last_with_letters_however_many() -> None:
    many = [section(str(place), appendix=True) for place in range(28)]
    made = numbered([many[0], section("Purpose"), *many[1:]])
    assert [one.number for one in made][:3] == ["1", "A", "B"]
    assert [one.number for one in made][-3:] == ["Z", "AA", "AB"]
