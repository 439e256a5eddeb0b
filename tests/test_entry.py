"""Entries: one text for one meaning, and a key that a newer version shares."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kpi.entry import Entry, canonical

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
SAID = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)
CONTENT = st.dictionaries(WORDS, SAID, max_size=5)


@given(CONTENT)
def test_what_is_said_comes_back_as_it_was_said(content: dict[str, object]) -> None:
    assert Entry.of("action", "2018-19/PMQA 2.1", "2018-19 Q4", content).content == content


@given(CONTENT)
def test_the_order_in_which_things_are_said_changes_nothing(content: dict[str, object]) -> None:
    turned = dict(reversed(list(content.items())))

    assert canonical(turned) == canonical(content) == canonical(Entry.of("claim", "Q7", "", content).content)


def test_the_text_has_its_keys_in_order_no_spaces_and_letters_as_they_are() -> None:
    said = {"stage": "complete", "commentary": "Café", "percent": 100}

    assert canonical(said) == '{"commentary":"Café","percent":100,"stage":"complete"}'


def test_a_newer_version_has_the_same_key_whatever_it_says() -> None:
    first, second = (Entry.of("action", "2018-19/PMQA 2.1", "2018-19 Q4", {"percent": n}) for n in (60, 100))

    assert first.key == second.key == ("action", "2018-19/PMQA 2.1", "2018-19 Q4")
    assert first != second


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_a_number_that_is_none_cannot_be_said(number: float) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        canonical({"percent": number})
