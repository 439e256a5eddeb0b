"""Whatever figures the program holds, an export of them loads again and changes nothing."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kpi.intake.export import export, guarded
from kpi.intake.preview import compare
from kpi.problem import has_errors
from tests.intake.conftest import INDICATORS, Intake, pack_of

PACK = pack_of(INDICATORS)
KEYS = [
    *(("caseload", area, f"2018-19 Q{quarter}") for area in ("all", "north", "south") for quarter in (1, 2, 3, 4)),
    ("budget_variance", "all", "2018-19 Q4"),
    ("missing_episodes", "all", "June 2005"),
    ("population", "all", "2018"),
    ("visits", "all", "2018 Q1"),
    ("gcse_results", "all", "2017-18"),
]
COLUMNS = ("indicator", "area", "period", "value", "symbol", "state", "note")
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"], exclude_characters="@") | st.sampled_from("\n\t'=+-")
NOTES = st.text(LETTERS, max_size=20).map(lambda text: text.replace("\u00a0", " ").strip())
NUMBERS = st.floats(0, 100, allow_subnormal=False).map(lambda value: float(f"{value:.15g}"))
STATES = st.sampled_from(["final", "provisional"])
FIGURES = st.tuples(
    NUMBERS | st.none(),
    st.sampled_from(["", "c", "x", ":", "<5", "90-99"]),
    NOTES,
    st.sampled_from(["final", "provisional"]),
)
FRAMES = st.dictionaries(st.sampled_from(KEYS), FIGURES, min_size=1)


def held(figures) -> Intake:
    """An intake on top of figures; a symbol stands only where there is no number, and something stands everywhere."""
    rows = [
        dict(zip(COLUMNS, (*key, value, "" if value is not None else symbol or "x", state, note), strict=True))
        for key, (value, symbol, note, state) in figures.items()
    ]
    intake = Intake(PACK)
    intake.take(rows)
    return intake


def unchanged(figures, form: str) -> None:
    """Export, load and compare: everything is as it was."""
    intake = held(figures)
    candidate = intake.read(export(intake.current, form), f"export.{form}")
    preview = compare(candidate, intake.current, PACK, replace=True)
    assert preview.counts == {"new": 0, "changed": 0, "unchanged": len(figures), "withdrawn": 0}


@settings(deadline=None)
@given(FRAMES)
def test_exported_text_loads_and_changes_nothing(figures):
    unchanged(figures, "csv")


@settings(deadline=None, max_examples=10)
@given(FRAMES)
def test_an_exported_workbook_loads_and_changes_nothing(figures):
    unchanged(figures, "xlsx")


@given(st.text(st.sampled_from("'=+-@ax \t"), max_size=8))
def test_no_two_texts_are_guarded_alike_and_none_can_run(text):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t"))
    assert guarded(text) in (text, f"'{text}")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_refused_in_words(content):
    candidate = Intake(PACK).read(content)
    assert all(problem.message for problem in candidate.problems)
    assert has_errors(candidate.problems)


@settings(deadline=None)
@given(st.lists(st.lists(st.text("ab1,;\"'\n \u00a3", max_size=6), min_size=1, max_size=4), min_size=1, max_size=6))
def test_any_table_of_text_never_stops_the_program(rows):
    text = "\n".join(",".join(row) for row in rows)
    candidate = Intake(PACK).read(f"indicator_id,period,value\n{text}\n")
    assert candidate.problems
