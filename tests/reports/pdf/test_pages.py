"""What stands on the pages of a paper: footers, marks, drafts, tables over several pages, words of any kind."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from struct import unpack

import pytest
from matplotlib.image import imread

from kpi.problem import Problem
from kpi.reports.model import Cell, Gap, Paragraph, Picture, Section
from kpi.reports.pdf import pages, pdf
from tests.support import office, tagged

GAPS = (Gap("equalities", "Equalities implications: nothing is written.", "Write them, or that there are none."),)


def test_the_same_report_gives_the_same_bytes() -> None:
    assert pdf(office.report()) == pdf(office.report())


def test_its_dates_are_those_of_the_revision() -> None:
    made = pdf(office.report(made=datetime(2019, 6, 5, 9, 30, 1, 250_000, tzinfo=UTC)))
    told = tagged.read(made).metadata
    assert (told.creation_date, told.modification_date) == (datetime(2019, 6, 5, 9, 30, 1, tzinfo=UTC),) * 2


def test_every_page_says_whose_it_is_at_which_revision_and_which_page() -> None:
    told = tagged.texts(pdf(office.report()))
    assert len(told) in range(3, 6)
    for number, page in enumerate(told, 1):
        assert "City of Wolverhampton Council · Figures as at revision 12, sealed 3fa23fa23fa2 " in page
        assert f"page {number} of {len(told)}" in page


def test_every_page_says_that_figures_are_illustrative() -> None:
    assert all(office.report().illustrative in page for page in tagged.texts(pdf(office.report())))


def test_a_paper_without_illustrative_figures_says_nothing_of_them() -> None:
    told = tagged.texts(pdf(office.report(Paragraph("Plain."), illustrative="")))
    assert not [page for page in told if "llustrative" in page]


def test_a_draft_says_so_on_every_page_and_in_its_name_and_lists_what_is_missing() -> None:
    made = pdf(office.report(gaps=GAPS))
    told = tagged.texts(made)
    assert all("DRAFT" in page and "Draft, not for publication" in page for page in told)
    assert tagged.read(made).metadata.title == f"Draft: {office.report().title}"
    assert "nothing is written. Write them, or that there are none." in told[0]


def test_a_finished_paper_is_no_draft() -> None:
    assert not [page for page in tagged.texts(pdf(office.report())) if "draft" in page.lower()]


def test_figures_that_the_ledger_does_not_hold_are_listed_first() -> None:
    problem = Problem("figure-differs", "53% is written; the ledger holds 52%.", "Write 52%.")
    assert "53% is written; the ledger holds 52%." in tagged.texts(pdf(office.report(mismatches=(problem,))))[0]


def test_a_private_copy_says_why_on_its_first_page() -> None:
    told = tagged.texts(pdf(office.report(exempt_reason="Exempt under paragraph 3.")))
    assert "Exempt under paragraph 3." in told[0]


def test_a_public_copy_does_not_hold_an_exempt_section() -> None:
    report = office.report()
    secret = Section("secret", "Contract of X", "9", (Paragraph("The price is £9m."),), exempt=True)
    made = pdf(replace(report, sections=(*report.sections, secret)).public_copy())
    assert made == pdf(report.public_copy())


def test_a_long_table_says_its_headings_on_every_page() -> None:
    told = tagged.texts(pdf(office.report(office.scorecard(60), contents=False)))
    holding = [page for page in told if "Indicator 3" in page or "Indicator 59" in page]
    assert len(holding) >= 2
    assert all("Indicator Figure Target Status" in page for page in holding)
    assert all(any(f"Indicator {row} " in page for page in told) for row in range(1, 61))


@pytest.mark.parametrize("text", [office.HOSTILE, '#image("/etc/passwd") \\n *b* _i_ `c` @x <y> // z', "= No heading"])
def test_words_that_look_like_markup_are_shown_as_they_are(text: str) -> None:
    table = replace(office.scorecard(1), rows=((Cell(text), *office.scorecard(1).rows[0][1:]),), caption=text)
    told = tagged.texts(pdf(office.report(Paragraph(text), table, title=text, fields=((text, text),))))
    shown = " ".join(text.replace("\x07", "[symbol for bell]").replace("\u202e", "[U+202E]").split())
    shown = shown.replace("\u202c", "[U+202C]")
    assert "".join(shown.split()) in "".join(" ".join(told).replace("\u200b", "").split())


def test_what_the_letters_cannot_show_has_its_name_in_brackets() -> None:
    told = tagged.texts(pdf(office.report(Paragraph("Party 🎉 and 中 and ✓"))))
    assert any("Party [party popper] and [U+4E2D] and ✓" in page for page in told)


def test_an_empty_chart_says_so_in_its_alternative_text() -> None:
    empty = office.chart(periods=(), lines=(), targets=(), alt="Empty chart of turnover: there are no figures.")
    assert tagged.tree(pdf(office.report(Picture(empty)))).all("Figure")[0].alt == empty.alt


def test_a_paragraph_of_five_thousand_letters_is_whole() -> None:
    told = "".join("".join(tagged.texts(pdf(office.report(Paragraph("Practice " * 555 + "ends."))))).split())
    assert told.count("Practice") == 555
    assert "Practiceends." in told


def test_a_word_of_a_thousand_letters_stays_between_the_margins() -> None:
    table = replace(office.scorecard(1), rows=((Cell("y" * 300),) * 4,))
    for drawn in pages(office.report(Paragraph("x" * 1000), table, title="Z" * 200)):
        page = imread(BytesIO(drawn))[:, :, :3]
        assert page[:, :50].min() == 1.0
        assert page[:, -50:].min() == 1.0


def test_pages_are_pictures_of_their_size() -> None:
    drawn = pages(office.report(), scale=0.5)
    assert len(drawn) == len(tagged.texts(pdf(office.report())))
    assert all(each.startswith(b"\x89PNG") for each in drawn)
    assert unpack(">II", drawn[0][16:24]) == (298, 421)


def test_its_letters_come_with_it_and_never_from_the_machine() -> None:
    fonts = tagged.fonts(pdf(office.report(Paragraph("A smile 😀 and more"))))
    assert {name.split("+")[1].split("-")[0] for name in fonts} == {"SourceSansPro", "DejaVuSans"}
    assert all("+" in name for name in fonts)


def test_two_papers_at_once_are_as_one_after_the_other() -> None:
    reports = [office.report(title=f"Paper {number}") for number in range(4)]
    with ThreadPoolExecutor(4) as people:
        assert list(people.map(pdf, reports)) == [pdf(report) for report in reports]
