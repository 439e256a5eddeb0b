"""`report --template` writes a paper into the council's own Word document, or says why it cannot."""

from pathlib import Path

import docx
import pytest

from tests.cli.conftest import Run

ASKED = ("report", "committee", "--period", "2018-19 Q4")


def _template(path: Path, *paragraphs: str) -> Path:
    made = docx.Document()
    for text in paragraphs:
        made.add_paragraph(text)
    made.save(str(path))
    return path


def test_the_demonstration_goes_into_a_template(run: Run, tmp_path: Path) -> None:
    given, paper = _template(tmp_path / "ours.docx", "Agenda item 7", "{{ body }}"), tmp_path / "paper.docx"
    assert run(*ASKED, "--template", given, "--output", paper).code == 0
    texts = [one.text for one in docx.Document(str(paper)).paragraphs]
    assert texts[0] == "Agenda item 7"
    assert "3.2\tChildren in need fell from 1,037 in 2017-18 to 821 in 2018-19." in texts


@pytest.mark.parametrize(
    ("paragraph", "output", "told"),
    [
        ("No place", "paper.docx", "Word template: It has no paragraph {{ body }}"),
        ("{{ body }}", "paper.pdf", "Only Word documents take a template."),
    ],
)
def test_what_cannot_serve_is_refused_and_nothing_is_written(
    run: Run, tmp_path: Path, paragraph: str, output: str, told: str
) -> None:
    answer = run(*ASKED, "--template", _template(tmp_path / "ours.docx", paragraph), "--output", tmp_path / output)
    assert answer.code == 1
    assert told in answer.err
    assert not (tmp_path / output).exists()
