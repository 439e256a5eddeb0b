"""Tables that a screen reader can walk through and a phone can show."""

from kpi.ui.markup import Html
from kpi.ui.table import Column, Group, Line, Table, html, of_rows

COLUMNS = (Column("Indicator"), Column("Value", number=True))


def test_it_has_a_caption_and_headers_with_scope() -> None:
    made = of_rows("Two figures", COLUMNS, [("Audits", "52%"), ("Caseload", "16.0 cases")])
    assert "<caption>Two figures</caption>" in made
    assert made.count('scope="col"') == 2
    assert made.count('scope="row"') == 2


def test_roles_are_spelled_out_for_when_rows_become_cards() -> None:
    made = of_rows("x", COLUMNS, [("Audits", "52%")])
    for role in ("table", "rowgroup", "row", "columnheader", "rowheader", "cell"):
        assert f'role="{role}"' in made


def test_a_cell_knows_the_name_of_its_column() -> None:
    assert 'data-label="Value"' in of_rows("x", COLUMNS, [("Audits", "52%")])


def test_a_hidden_caption_is_still_read_out() -> None:
    assert '<caption><span class="kpi-hidden">x</span></caption>' in of_rows("x", COLUMNS, [], caption_seen=False)


def test_an_empty_table_says_so() -> None:
    assert "Nobody owes anything." in of_rows("x", COLUMNS, [], empty="Nobody owes anything.")


def test_groups_have_a_heading_over_all_columns() -> None:
    groups = (Group((Line(("Audits", "52%")),), "Quality"), Group((), "Finance"))
    made = html(Table("x", COLUMNS, groups))
    assert 'scope="rowgroup" role="rowheader" colspan="2"' in made
    assert "Finance" not in made


def test_cells_are_escaped_unless_they_are_html() -> None:
    made = of_rows("<x>", COLUMNS, [("<b>", Html("<b>52%</b>"))])
    assert "&lt;b&gt;" in made
    assert "<b>52%</b>" in made
    assert "<x>" not in made


def test_a_row_with_a_cell_too_many_is_refused() -> None:
    try:
        of_rows("x", COLUMNS, [("Audits", "52%", "one more")])
    except ValueError:
        return
    raise AssertionError("a row with too many cells was drawn")
