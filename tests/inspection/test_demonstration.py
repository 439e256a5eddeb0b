"""What was published of the city's inspections, from the pack that ships."""

from datetime import date

from kpi.definitions.read import read_pack
from kpi.inspection import judgement_history, trace
from kpi.settings import ROOT


def test_the_inspection_of_2022_is_told_as_it_was_published() -> None:
    city, _ = read_pack(ROOT / "data")
    assert city is not None
    history = judgement_history(city, date(2026, 11, 22))
    assert history.standing is not None
    told = history.sentence(history.standing)
    assert "Help and protection Good (was Requires improvement)" in told
    assert "Children in care and care leavers Good (unchanged)" in told
    assert "Impact of leaders Outstanding (was Good)" in told
    assert "Overall effectiveness Good (unchanged)" in told
    asked = [one.text for one in trace(city, None, date(2026, 11, 22)) if one.inspection.id == "ofsted_2022"]
    assert len(asked) == 1
    assert "children who are missing education" in asked[0]
