"""An indicator and the DfE's own figures of the same name: linked both ways, never joined."""

from tests.pages.conftest import Open, markup, words


def test_a_quarterly_figure_leads_to_the_dfes_own_and_back(show: Open) -> None:
    quarterly, yearly = show("indicator", indicator="turnover"), show("indicator", indicator="dfe_turnover")
    said = "Others are compared by the DfE's own figures, which are counted by another definition: "
    assert f"How do others do? {said}Social worker turnover (DfE, year to 30 September)" in words(quarterly)
    assert "indicator=dfe_turnover" in markup(quarterly)
    assert "The council's own figures Social worker turnover , by another definition." in words(yearly)
    assert "indicator=turnover&" in markup(yearly).replace("&amp;", "&") + "&"


def test_an_indicator_without_a_twin_says_nothing_of_one(show: Open) -> None:
    assert "by another definition" not in words(show("indicator", indicator="supervision"))
