"""A form of the panel says what is wrong over it and at its fields, and what was recorded once it is."""

from kpi.problem import Problem
from kpi.ui import panel_form
from kpi.ui.panel_form import WHO_FIELD, Field, Form, Recorded, Values, at_field, empty, said, summary, wrong


def never(values: Values) -> Recorded:
    raise AssertionError(values)


FORM = Form("question", (Field("due", "Answer due"), WHO_FIELD), "Record it", never)


def test_what_was_recorded_leads_to_its_revision() -> None:
    told = said(Recorded("Q8 is recorded as revision 12.", 12))
    assert 'href="./history?revision=12"' in told
    assert 'role="status"' in told


def test_the_summary_names_each_field_once_and_what_no_field_can_be_blamed_for() -> None:
    faults = (wrong("due", "x", "y"), empty("due", "z"), Problem("not-open", "Q8 is answered already."))
    told = summary(FORM, faults)
    assert told.count("Answer due") == 1
    assert "Nothing was recorded." in told
    assert "<li><span>Q8 is answered already.</span></li>" in told
    assert 'role="alert"' in told


def test_a_form_without_faults_has_no_summary() -> None:
    assert summary(FORM, ()) == ""


def test_a_fault_at_a_field_says_what_to_do() -> None:
    assert "This was left empty. Write here" in at_field(empty("due", "Write here."))


def test_the_form_after_a_recorded_one_has_fresh_fields() -> None:
    assert panel_form.key("question", "due") == "panel_question_due_0"
