"""Publishing papers of the demonstration: what is frozen, what is refused, and what has changed since."""

import io
from hashlib import sha256
from pathlib import Path

import docx
import pytest

from kpi.definitions.paper import Written
from kpi.problem import ProblemError
from kpi.reports.render import documents
from kpi.settings import Settings
from kpi.workspace import open_workspace
from kpi.workspace.publications import Publications
from kpi.workspace.word_template import PLACE
from tests.support.word import template_file

Q4 = "2018-19 Q4"
PAPER = "update"


@pytest.fixture
def releases(pack: Path) -> Publications:
    return Publications(open_workspace(Settings(data=pack, user="tests")))


def correct(releases: Publications, figure: str) -> None:
    """Load a correction of one figure of the quarter."""
    preview = releases.place.preview("more.csv", f"indicator_id,period,value\nrereferral,{Q4},{figure}\n".encode())
    releases.place.publish(preview, who="tests")


def test_publishing_freezes_revision_statuses_documents_and_audience(releases: Publications) -> None:
    head = releases.place.head()
    done = releases.publish(PAPER, Q4, who="A. Clerk", recipients="All councillors")
    frozen = done.frozen
    assert (done.revision, frozen.revision, frozen.recipients) == (head + 1, head, "All councillors")
    assert frozen.statuses["icpc_15/all"] == "red"
    assert {one.name: one.sha256 for one in frozen.documents} == {
        name: sha256(content).hexdigest() for name, content in done.files.items()
    }
    [found] = releases.publications(Q4)
    assert (found.paper, found.frozen, found.who, found.in_force) == (PAPER, frozen, "A. Clerk", True)


def test_what_has_changed_since_is_told_and_what_was_published_stays(releases: Publications) -> None:
    releases.publish(PAPER, Q4, who="A. Clerk")
    [found] = releases.publications(Q4)
    assert releases.changed_since(found) == ()
    before = releases.as_published(found)
    correct(releases, "21.0")
    [changed] = [one for one in releases.changed_since(found) if one.row.indicator == "rereferral"]
    assert changed.sentence.startswith(
        "Re-referrals within 12 months: 23.8% as published, 21.0% now; close as published, on target now"
    )
    assert releases.as_published(found).rows == before.rows


def test_a_paper_published_again_leaves_the_first_on_record(releases: Publications) -> None:
    first = releases.publish(PAPER, Q4, who="A. Clerk")
    correct(releases, "21.0")
    second = releases.publish(PAPER, Q4, who="A. Clerk")
    found = releases.publications(Q4)
    assert [(one.recorded, one.in_force) for one in found] == [(second.revision, True), (first.revision, False)]
    releases.place.undo(second.revision, who="A. Clerk")
    assert [one.in_force for one in releases.publications(Q4)] == [False, True]


def test_a_draft_is_refused_with_everything_that_is_missing(releases: Publications) -> None:
    head = releases.place.head()
    with pytest.raises(ProblemError) as refused:
        releases.publish("committee", "2018-19 Q3", who="A. Clerk")
    problems = refused.value.problems
    assert {one.code for one in problems} == {"paper-draft"}
    assert any("Equalities" in one.message for one in problems)
    assert releases.place.head() == head


def test_of_two_who_publish_at_once_the_second_is_told(releases: Publications) -> None:
    seen = releases.place.head()
    releases.publish(PAPER, Q4, who="A", base=seen)
    with pytest.raises(ProblemError) as refused:
        releases.publish(PAPER, Q4, who="B", base=seen)
    assert refused.value.problems[0].code == "changed-beneath"
    assert [one.who for one in releases.publications(Q4)] == ["A"]


def test_a_text_written_after_the_preview_stops_the_publication(releases: Publications) -> None:
    seen = releases.place.head()
    releases.write(PAPER, "summary", Written(text="Nothing to add."), period=Q4, who="B")
    with pytest.raises(ProblemError) as refused:
        releases.publish(PAPER, Q4, who="A", base=seen)
    assert refused.value.problems[0].code == "changed-beneath"


def test_a_publication_is_made_in_the_councils_own_template_and_says_which(releases: Publications) -> None:
    ours = template_file("Agenda item 7", "{{ body }}")
    (releases.place.folder / PLACE).write_bytes(ours)
    done = releases.publish(PAPER, Q4, who="A. Clerk")
    assert done.frozen.template == sha256(ours).hexdigest()
    word = docx.Document(io.BytesIO(done.files["update-2018-19-q4.docx"]))
    assert word.paragraphs[0].text == "Agenda item 7"


def test_a_template_that_cannot_serve_stops_the_publication(releases: Publications) -> None:
    (releases.place.folder / PLACE).write_bytes(template_file("No place"))
    with pytest.raises(ProblemError) as refused:
        releases.publish(PAPER, Q4, who="A. Clerk")
    assert refused.value.problems[0].code == "template-without-body"
    assert releases.publications() == ()


def test_the_documents_that_went_out_come_again_from_the_revision_on_record(releases: Publications) -> None:
    done = releases.publish(PAPER, Q4, who="A. Clerk")
    again = releases.report(PAPER, Q4, as_at=done.frozen.revision)
    assert documents(again, Q4) == dict(done.files)
