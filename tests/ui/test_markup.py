"""What a person typed never becomes markup."""

import pytest

from kpi.ui.markup import Html, element, escape, facts, join, link, listed, prose

HOSTILE = [
    "<script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' onmouseover='alert(1)",
    "</div></td></table><h1>",
    "&lt;b&gt;",
    ":material/home: :red[x] :smile:",
    "$x$ `code`",
    "line one\n\n# a heading",
    "tab\tand\x00null\x1b[31m",
    "\u2028separated",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_stays_literal_and_on_one_line(text: str) -> None:
    for made in (element("p", text), element("p", "x", title=text), listed([text]), facts({text: text}), prose(text)):
        inside = made.removeprefix("<p>").removesuffix("</p>")
        assert text not in inside or text.isalnum()
        assert "<script" not in made
        assert "\n" not in made
        assert not set(map(chr, range(32))) & set(made)
        assert ":material" not in made


def test_an_attribute_cannot_be_left() -> None:
    assert element("a", "x", href='"><b>') == '<a href="&quot;&gt;&lt;b&gt;">x</a>'


def test_html_passes_and_text_is_escaped_where_they_meet() -> None:
    assert join([Html("<b>1</b>"), "<i>2</i>"], " ") == "<b>1</b> &lt;i&gt;2&lt;/i&gt;"


def test_attributes_that_are_none_or_false_are_left_out_and_true_stands_alone() -> None:
    assert element("details", class_=None, open=True, hidden=False, aria_label="x") == (
        '<details open aria-label="x"></details>'
    )


def test_an_empty_element_has_no_end() -> None:
    assert element("path", d="M0 0") == '<path d="M0 0">' or element("path", d="M0 0").endswith("/>")


def test_nothing_is_left_of_a_fact_without_an_answer() -> None:
    assert "Read more" not in facts({"Read more": None, "Owner": "Head of Quality"})


def test_a_link_stays_in_the_window() -> None:
    assert link("Audits", "./indicator?indicator=audits") == (
        '<a href="./indicator?indicator=audits" target="_self">Audits</a>'
    )


def test_a_period_in_a_sentence_is_never_broken_across_lines() -> None:
    assert prose("fell since Q4 2017-18, and") == 'fell since <span class="kpi-nowrap">Q4 2017-18</span>, and'


def test_escaped_text_is_not_escaped_again() -> None:
    assert join([escape("a & b")]) == "a &amp; b"
