"""Changes to a briefing: each does one thing, keeps every slide, and survives being kept and read again."""

from hypothesis import given
from hypothesis import strategies as st

from kpi.reports.briefing import BLANK, arranged, edit
from kpi.reports.slides import Slide

SLIDES = tuple(
    Slide(f"off_target:{n}:all", f"Figure {n} is off target.", "off_target", notes="As judged.") for n in range(4)
)
PLACED = arranged(SLIDES, BLANK)


def order(placed: edit.Placed) -> list[str]:
    """Give the ids in their order."""
    return [one.slide.id for one in placed]


def test_a_slide_moves_to_the_place_asked_for() -> None:
    assert order(edit.moved(PLACED, "off_target:3:all", 0))[0] == "off_target:3:all"
    assert order(edit.moved(PLACED, "off_target:0:all", 99))[-1] == "off_target:0:all"


def test_a_slide_left_out_can_be_put_back() -> None:
    out = edit.showing(PLACED, "off_target:1:all", shown=False)
    assert [one.shown for one in out] == [True, False, True, True]
    assert edit.showing(out, "off_target:1:all", shown=True) == PLACED


def test_emptied_words_go_back_to_those_proposed() -> None:
    other = edit.worded(PLACED, "off_target:1:all", title="Why is this late?", points=["Ask Health."], notes="")
    assert other[1].worded
    assert edit.worded(other, "off_target:1:all", title="", points=[], notes="") == PLACED


def test_a_written_slide_gets_an_id_of_its_own_and_can_be_taken_away() -> None:
    two = edit.written(edit.written(PLACED, title="A", points=[], notes=""), title="B", points=["b"], notes="n")
    assert order(two)[-2:] == ["written:1", "written:2"]
    assert edit.without(edit.without(two, "written:1"), "written:2") == PLACED
    assert edit.without(PLACED, "off_target:1:all") == PLACED


changes = st.lists(
    st.one_of(
        st.builds(
            lambda n, to: lambda p: edit.moved(p, f"off_target:{n}:all", to), st.integers(0, 3), st.integers(-1, 6)
        ),
        st.builds(
            lambda n, s: lambda p: edit.showing(p, f"off_target:{n}:all", shown=s), st.integers(0, 3), st.booleans()
        ),
        st.builds(
            lambda n, t: lambda p: edit.worded(p, f"off_target:{n}:all", title=t, points=[], notes=t),
            st.integers(0, 3),
            st.sampled_from(["", "Other words", "<b>=1+1"]),
        ),
        st.just(lambda p: edit.written(p, title="Our own", points=["One"], notes="")),
    ),
    max_size=8,
)


@given(changes)
def test_whatever_is_changed_is_read_back_as_it_was_kept(steps: list) -> None:
    placed = PLACED
    for step in steps:
        placed = step(placed)
    assert arranged(SLIDES, edit.chosen_of(placed)) == placed
    assert {one.slide.id for one in PLACED} <= {one.slide.id for one in placed}
