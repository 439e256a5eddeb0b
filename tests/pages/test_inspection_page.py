"""Inspection: grades over the years, the trace from what was asked to the figures, and what they contradict."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from kpi.settings import ROOT
from tests.pages.conftest import Open, markup, words


def part(shown: str, first: str, after: str) -> str:
    """Give what stands between two headings."""
    return shown[shown.index(f"<h2>{first}") : shown.index(f"<h2>{after}")]


def test_the_first_sentence_says_the_grades_that_stand(show: Open) -> None:
    said = words(show("inspection"))
    assert "Help and protection Requires improvement" in said
    assert "Known only after 19 June 2019." in said


def test_grades_stand_by_area_and_inspection_with_what_changed(show: Open) -> None:
    shown = part(markup(show("inspection")), "Grades over the years", "From recommendation")
    assert shown.index("9 February 2017") < shown.index("28 March 2022 (known only later)")
    for told in ("improved from Requires improvement", "improved from Good", "unchanged", "first judged"):
        assert told in shown
    assert "Judged until 2022, then as Children in care and Care leavers." in shown
    assert shown.count("not judged before 2023") == 4


def test_what_has_none_is_counted_first_and_said_plainly(show: Open) -> None:
    shown = part(markup(show("inspection")), "From recommendation", "Self-evaluation")
    assert shown.index("without an action yet") < shown.index("No action yet")
    assert "No indicator is named, so no figure can show whether it helped." in shown


def test_a_recommendation_leads_to_its_action_and_the_action_to_its_figure(show: Open) -> None:
    shown = part(markup(show("inspection")), "From recommendation", "Self-evaluation")
    traced = shown[shown.index("FV 18.1") : shown.index("FV 18.2")]
    assert "paragraph 12" in traced
    assert re.search(r'href="\./action\?ref=FDA\+1\.2&amp;year=2018-19&amp;period=2018-19\+Q4"', traced)
    assert "kpi-chip" in traced
    assert re.search(r'href="\./indicator\?indicator=\w+&amp;period=2018-19\+Q4"', traced)
    assert "borne out" in traced


def test_only_what_has_none_is_left_when_asked_for(show: Open) -> None:
    app = show("inspection", only="none")
    shown = part(markup(app), "From recommendation", "Self-evaluation")
    assert "PR 18.4" in shown
    assert "FV 18.1" not in shown
    assert "Only what has no action or no figure" in words(app)
    assert "No statement of the self-evaluation matches this choice." in words(app)


def test_only_what_the_figures_contradict_is_left_when_asked_for(show: Open) -> None:
    app = show("inspection", only="contradicted")
    shown = part(markup(app), "Self-evaluation", "Pledges")
    assert "SE9" in shown
    assert "SE1 " not in words(app).split("Self-evaluation of 2018-19")[-1].split("Pledges")[0]
    assert "is called a strength, but the figures contradict it." in shown


def test_one_visit_is_left_when_asked_for_and_stands_open(show: Open) -> None:
    shown = markup(show("inspection", inspection="focused_2018"))
    traced = part(shown, "From recommendation", "Self-evaluation")
    assert "FV 18.1" in traced
    assert "PR 18.1" not in traced
    assert len(re.findall(r"<details[^>]* open", shown)) == 1


def test_a_pledge_says_whether_it_is_kept(show: Open) -> None:
    said = words(show("inspection"))
    for told in ("P1", "kept", "not kept", "cannot tell"):
        assert told in said


def test_evidence_that_is_no_figure_stands_beside_the_figures(show: Open) -> None:
    assert "Practice week, February 2019" in words(show("inspection"))


def test_nonsense_in_the_address_falls_back(show: Open) -> None:
    app = show("inspection", inspection="nowhere", only="some", year="1066", period="soon", as_at="x")
    assert "From recommendation to figure" in words(app)


def test_a_revision_before_the_plan_is_shown_without_it(show: Open) -> None:
    assert "Earlier state" in words(show("inspection", as_at="3"))


def test_an_evaluation_of_another_year_can_be_read(show: Open, folder: Path) -> None:
    text = (ROOT / "data" / "inspections.yaml").read_text("utf-8")
    older = """  - ref: OLD1
    year: 2017-18
    theme: workforce
    kind: strength
    text: Caseloads are falling.
    indicators:
      - {indicator: caseload, expects: improves}
"""
    (folder / "inspections.yaml").write_text(f"{text.rstrip()}\n{older}", "utf-8")
    assert "OLD1" not in words(show("inspection", folder=folder))
    assert "Caseloads are falling." in words(show("inspection", folder=folder, year="2017-18"))


def test_markup_in_a_recommendation_stays_literal(show: Open, made: Callable[..., Path]) -> None:
    folder = made([{"id": "audits"}])
    asked = {"ref": "R1", "text": "<img src=x> :tada: $x$"}
    visit = {"id": "v", "title": "<b>Visit</b>", "kind": "monitoring_visit", "date": "2018-05-22"}
    record = {"inspections": [visit | {"recommendations": [asked]}]}
    (folder / "inspections.yaml").write_text(json.dumps(record), encoding="utf-8")
    shown = markup(show("inspection", folder=folder))
    assert "<img" not in shown
    assert "<b>Visit" not in shown
    assert "No action yet" in shown


def test_a_pack_without_inspections_says_where_to_begin(show: Open, made: Callable[..., Path]) -> None:
    said = words(show("inspection", folder=made([{"id": "audits"}])))
    assert "There is no record of inspections yet." in said


def test_the_record_can_be_taken_away(show: Open) -> None:
    labels = [button.label for button in show("inspection").get("download_button")]
    assert labels == ["Download this record (CSV)"]
