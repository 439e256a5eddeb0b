"""Choices live in the address."""

import pytest
from streamlit.testing.v1 import AppTest

from kpi.ui import address


def boxed() -> None:
    """A screen with one choice between two indicators of the same title."""
    import streamlit as st

    from kpi.ui import address

    options = {"": "All", "cin": "Children in need", "cin_dfe": "Children in need"}
    st.text(address.choose("Indicator", "indicator", options))
    st.text(address.here("scorecard", period="2018-19 Q4"))


def shown(**choices: str) -> AppTest:
    app = AppTest.from_function(boxed)
    for name, value in choices.items():
        app.query_params[name] = value
    return app.run()


def test_the_address_is_made_of_ids_and_leaves_out_what_is_not_chosen() -> None:
    assert address.link("indicator", indicator="cin", area=None, period="2018-19 Q4", as_at=3) == (
        "./indicator?indicator=cin&period=2018-19+Q4&as_at=3"
    )


def test_the_scorecard_is_the_front_door() -> None:
    assert address.link("scorecard") == "./"


def test_words_in_an_address_cannot_add_to_it() -> None:
    assert address.link("history", q="a&b=c#d") == "./history?q=a%26b%3Dc%23d"


def test_a_known_choice_is_taken_from_the_address() -> None:
    assert shown(indicator="cin_dfe").text[0].value == "cin_dfe"


def test_an_unknown_choice_falls_back_and_leaves_the_address() -> None:
    app = shown(indicator="nothing")
    assert app.text[0].value == ""
    assert "indicator" not in app.query_params


def test_options_of_the_same_title_are_told_apart() -> None:
    options = shown().selectbox(key="choose_indicator").options
    assert options == ["All", "Children in need (cin)", "Children in need (cin_dfe)"]


def test_the_box_writes_into_the_address_and_takes_out_the_default() -> None:
    app = shown()
    app.selectbox(key="choose_indicator").select("cin_dfe").run()
    assert app.query_params["indicator"] == "cin_dfe"
    assert app.text[0].value == "cin_dfe"
    app.selectbox(key="choose_indicator").select("").run()
    assert "indicator" not in app.query_params


def test_a_link_to_this_screen_keeps_the_other_choices() -> None:
    assert shown(indicator="cin").text[1].value == "./?indicator=cin&period=2018-19+Q4"


@pytest.mark.parametrize(
    ("asked", "given"), [("2", 2), ("3", 3), ("4", None), ("0", None), ("-1", None), ("٢", None), ("9" * 5000, None)]
)
def test_a_revision_is_one_that_exists(monkeypatch: pytest.MonkeyPatch, asked: str, given: int | None) -> None:
    monkeypatch.setattr(address.st, "query_params", {"as_at": asked})
    assert address.revision(3) == given
