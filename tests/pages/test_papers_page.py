"""Papers: what a paper lacks, writing a text, its documents, publishing, and what went out."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kpi.definitions.paper import Written
from kpi.workspace import Workspace
from kpi.workspace.publications import Publications
from kpi.workspace.word_template import PLACE
from tests.pages.conftest import Open, markup, words
from tests.support.pack import NEXT, SECOND, SEEDED
from tests.support.screens import press, write
from tests.support.word import template_file

Q4 = "2018-19 Q4"


def labels(app: AppTest) -> list[str]:
    """Name the downloads of a screen."""
    return [one.proto.label for one in app.get("download_button")]


def correct(place: Workspace, figure: str) -> None:
    """Load a correction of one figure of the quarter, as another analyst does."""
    content = f"indicator_id,period,value\nrereferral,{Q4},{figure}\n".encode()
    place.publish(place.preview("more.csv", content), who="Analyst")


def record(app: AppTest, text: str) -> AppTest:
    """Write the text of the form that is open, and record it."""
    [field] = [one for one in app.text_area if one.label.startswith("The text")]
    field.set_value(text)
    write(app, "Your name or role", "Solicitor")
    return press(app, "Record this text")


def test_the_first_sentence_says_that_a_complete_paper_can_be_published(show: Open) -> None:
    app = show("papers", paper="update")
    assert "Papers: Written update on the improvement plan, Q4 2018-19 (January to March 2019)" in words(app)
    assert "This paper can be published: every text it needs is there." in words(app)
    assert labels(app)[:2] == ["Paper as PDF", "Paper as Word"]
    assert "Page 1 of" in words(app)


def test_a_draft_says_how_much_is_missing_and_is_not_published(show: Open) -> None:
    app = show("papers", paper="corporate_parenting")
    assert "This paper is a draft:" in words(app)
    assert "A draft is not published: what is missing stands above." in words(app)
    assert not [button for button in app.button if button.label == "Publish this paper"]


def test_writing_a_text_tells_how_hard_it_reads_and_which_figures_differ(show: Open, folder: Path) -> None:
    app = record(show("papers", folder, paper="update", record="summary"), "Re-referrals were 99.9% in the quarter.")
    assert f"In short is recorded as revision {NEXT}; one figure differs from the record. Reading age " in words(app)
    assert "One figure in the texts differs from the record." in words(app)
    assert "record" not in app.query_params


def test_a_person_whom_somebody_was_quicker_than_sees_what_the_other_wrote(
    show: Open, folder: Path, place: Workspace
) -> None:
    app = show("papers", folder, paper="update", record="summary")
    Publications(place).write("update", "summary", Written(text="Theirs."), period=Q4, who="B. Other")
    app = record(app, "Mine.")
    assert "Nothing was recorded." in words(app)
    assert "B. Other wrote meanwhile: “Theirs.” Recording yours again replaces it." in words(app)
    assert f"In short is recorded as revision {SECOND}" in words(press(app, "Record this text"))


def test_publishing_is_told_listed_and_shown_as_published(show: Open, folder: Path, place: Workspace) -> None:
    app = show("papers", folder, paper="update")
    write(app, "Who publishes it", "A. Clerk")
    write(app, "To whom it goes", "All councillors")
    app = press(app, "Publish this paper")
    assert f"is published as revision {NEXT}; its figures are as at revision {SEEDED}." in words(app)
    assert "Scrutiny panel: All councillors" in words(app)
    correct(place, "21.0")
    assert "One figure has changed since." in words(show("papers", folder, paper="update"))
    then = show("papers", folder, paper="update", as_at=str(SEEDED))
    assert "This is the paper as it was published" in words(then)
    assert "Write it" not in words(then)


def test_what_changed_after_a_person_looked_stops_the_publication(show: Open, folder: Path, place: Workspace) -> None:
    app = show("papers", folder, paper="update")
    correct(place, "21.0")
    write(app, "Who publishes it", "A. Clerk")
    app = press(app, "Publish this paper")
    assert f"You looked at revision {SEEDED}, and revision {NEXT} is the newest now." in words(app)
    assert Publications(place).publications() == ()
    assert f"is published as revision {SECOND}" in words(press(app, "Publish this paper"))


def test_publishing_asks_for_a_name(show: Open, folder: Path) -> None:
    app = press(show("papers", folder, paper="update"), "Publish this paper")
    assert "Nothing was published." in words(app)
    assert "Write who publishes it." in words(app)


def test_what_is_not_for_publication_gives_two_copies_named_apart(show: Open, folder: Path, place: Workspace) -> None:
    Publications(place).write("leadership", "risks", Written(text="Two posts are at risk."), period=Q4, who="Director")
    assert labels(show("papers", folder, paper="leadership"))[:4] == [
        "Paper as PDF, for members only",
        "Paper as Word, for members only",
        "Paper as PDF, copy for the public",
        "Paper as Word, copy for the public",
    ]


@pytest.mark.parametrize(
    ("paragraph", "said"),
    [
        ("{{ body }}", "Word documents are laid out in the council's own template."),
        ("No place", "It has no paragraph {{ body }}"),
    ],
)
def test_the_councils_own_template_is_used_or_refused_in_words(
    show: Open, folder: Path, paragraph: str, said: str
) -> None:
    (folder / PLACE).write_bytes(template_file(paragraph))
    app = show("papers", folder, paper="update")
    assert said in words(app)
    assert ("Paper as Word" in labels(app)) is (paragraph == "{{ body }}")


def test_another_template_gives_a_document_once_or_says_what_is_wrong(show: Open) -> None:
    app = show("papers", paper="update")
    app.file_uploader(key="own_template").upload("ours.docx", template_file("Agenda item 7", "{{ body }}")).run()
    assert "Paper in this template" in labels(app)
    app.file_uploader(key="own_template").upload("ours.docx", b"no document").run()
    assert "The template cannot be used." in words(app)
    assert "Paper in this template" not in labels(app)


def test_a_file_that_is_no_pack_is_refused_in_words(show: Open) -> None:
    app = show("papers", paper="update")
    app.file_uploader(key="pack_to_verify").upload("pack.zip", b"no pack").run()
    assert "The file is no quarter pack, or is damaged." in words(app)


def test_the_scorecard_names_what_was_published_and_shows_it(show: Open, folder: Path, place: Workspace) -> None:
    Publications(place).publish("update", Q4, who="A. Clerk")
    correct(place, "21.0")
    now, then = show(folder=folder), show(folder=folder, as_at=str(SEEDED))
    assert "Written update on the improvement plan, Q4 2018-19. One figure has changed since." in words(now)
    assert f"as_at={SEEDED}" in markup(now)
    assert "As published on" in words(then)
    [box] = [box for box in then.selectbox if box.label == "As known at"]
    assert [option for option in box.options if option.endswith("as published")] == [
        option for option in box.options if option.startswith(f"Revision {SEEDED},")
    ]
