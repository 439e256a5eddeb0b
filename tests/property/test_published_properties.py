"""Whatever happens to the cells of a published file, its figures come out right or it says that something is wrong.

In: a good file whose rows are dropped, doubled and swapped and whose cells are dirtied. Out: right figures or Problems.
"""

import csv
import io

from hypothesis import given
from hypothesis import strategies as st

from kpi import series
from kpi.intake.benchmarks import preview_published
from tests.support import published

PACK = published.demonstration()
ROWS = list(csv.reader(io.StringIO(published.WORKFORCE)))
MEASURES = ("turnover_rate_fte", "caseload_fte", "vacancy_rate_fte", "agency_rate_fte")
FIRST = ROWS[0].index(MEASURES[0])
CLEAN = {
    (f"dfe_workforce/{measure}", row[7] or row[5] or row[3], row[0]): row[FIRST + place]
    for row in ROWS[1:]
    for place, measure in enumerate(MEASURES)
}
DIRT = st.sampled_from(["", "c", "x", "z", "low", "u", "..", "n/a", "[c]", "about 12", "12 or so", "#REF!", "low 20s"])

rows = st.integers(1, len(ROWS) - 1)
cells = st.integers(FIRST, FIRST + len(MEASURES) - 1)
mutations = st.lists(
    st.one_of(
        st.tuples(st.just("drop"), rows, rows),
        st.tuples(st.just("double"), rows, rows),
        st.tuples(st.just("swap"), rows, rows),
        st.tuples(st.just("dirty"), rows, st.tuples(cells, DIRT)),
    ),
    min_size=1,
    max_size=4,
)


def mutated(changes):
    """Apply changes to the rows of the file; later ones see what earlier ones left."""
    table = [list(row) for row in ROWS]
    for kind, row, other in changes:
        place = min(row, len(table) - 1)
        if place < 1:
            continue
        if kind == "drop":
            del table[place]
        elif kind == "double":
            table.append(list(table[place]))
        elif kind == "swap":
            beside = min(other, len(table) - 1)
            table[place], table[beside] = table[beside], table[place]
        else:
            column, text = other
            table[place][column] = text
    return table


def read(table):
    out = io.StringIO()
    csv.writer(out).writerows(table)
    found = preview_published("file.csv", out.getvalue().encode(), PACK, series.empty, 0)
    assert found is not None
    return found


@given(mutations)
def test_a_figure_is_right_or_the_file_says_what_is_wrong(changes):
    preview = read(mutated(changes))
    for row in preview.frame.to_dict("records"):
        key = (str(row["indicator"]), str(row["area"]), str(row["period"]))
        if key in CLEAN and row["value"] == row["value"]:
            assert row["value"] == float(CLEAN[key])
    assert preview.can_publish or len(preview.frame) == 0


@given(st.permutations(range(len(ROWS[0]))))
def test_the_order_of_columns_changes_no_figure(order):
    table = [[row[place] for place in order] for row in ROWS]
    told = {
        (str(row["indicator"]), str(row["area"]), str(row["period"])): row["value"]
        for row in read(table).frame.to_dict("records")
    }
    assert {key: value for key, value in told.items() if value == value} == {
        key: float(text) for key, text in CLEAN.items() if text.replace(".", "").isdigit()
    }
