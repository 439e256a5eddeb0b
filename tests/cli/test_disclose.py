"""disclose: counts of children as they may be published, from a terminal."""

from pathlib import Path

from tests.cli.conftest import Run
from tests.support.pack import NEXT, SEEDED

FEW = """indicator_id,period,value,numerator,denominator,state
cin_number,2019-20 Q1,805,,,final
cp_number,2019-20 Q1,4,,,final
rhi_72,2019-20 Q1,,88,91,final
"""


def load(run: Run, folder: Path, text: str) -> None:
    path = folder / "return.csv"
    path.write_text(text, encoding="utf-8")
    assert run("load", path).code == 0


def figure(run: Run, indicator: str, *options: object) -> dict[str, object]:
    rows = run("disclose", "--period", "2019-20 Q1", *options, "--format", "json").json
    return next(row for row in rows if row["indicator"] == indicator)


def test_the_published_figures_of_the_demonstration_may_be_published(run: Run) -> None:
    shown = {row["indicator"]: row["text"] for row in run("disclose", "--format", "json").json}
    assert (shown["cin_number"], shown["cp_number"], shown["cla_number"]) == ("821", "330", "624")
    assert "0 of 17 figures about children are not shown." in run("disclose").out


def test_a_small_count_is_printed_as_c_with_a_sentence(run: Run, tmp_path: Path) -> None:
    load(run, tmp_path, FEW)
    assert figure(run, "cin_number")["text"] == "805"
    small = figure(run, "cp_number")
    assert (small["text"], small["hidden"]) == ("c", True)
    assert small["reason"].startswith("Not shown, so that no child can be recognised")
    assert figure(run, "rhi_72")["text"] == "c"


def test_the_officers_reason_comes_only_when_asked_for_and_says_that_it_is_not_for_print(
    run: Run, tmp_path: Path
) -> None:
    load(run, tmp_path, FEW)
    assert "why" not in figure(run, "cp_number")
    assert figure(run, "cp_number", "--explain")["why"] == "It is a count from 1 to 5."
    assert "not for publication" in run("disclose", "--explain").out


def test_nothing_that_is_withheld_stands_anywhere_in_what_is_printed(run: Run, tmp_path: Path) -> None:
    load(run, tmp_path, FEW.replace("cp_number,2019-20 Q1,4", "cp_number,2019-20 Q1,3"))
    row = figure(run, "cp_number")
    assert "3" not in {str(value) for value in row.values()}
    assert 88 not in (figure(run, "rhi_72")["numerator"], figure(run, "rhi_72")["denominator"])


def test_what_was_withheld_at_the_last_release_stays_withheld(run: Run, tmp_path: Path) -> None:
    load(run, tmp_path, FEW)
    load(run, tmp_path, FEW.replace("cp_number,2019-20 Q1,4", "cp_number,2019-20 Q1,40"))
    assert figure(run, "cp_number")["text"] == "40"
    assert figure(run, "cp_number", "--since", NEXT)["text"] == "c"


def test_a_last_release_that_comes_later_is_refused(run: Run) -> None:
    answer = run("disclose", "--since", SEEDED, "--as-at", SEEDED - 1)
    assert answer.code == 1
    assert "Name the revision that the last release was made at." in answer.err


def test_an_area_that_no_count_of_children_has_is_refused(run: Run) -> None:
    assert run("disclose", "--area", "assessment").code == 1
    assert "There is no area" in run("disclose", "--area", "assessment").err


def test_a_year_to_date_is_protected_against_the_quarter_before(run: Run, pack: Path, tmp_path: Path) -> None:
    path = pack / "indicators" / "demand.yaml"
    before, after = path.read_text("utf-8").split("id: cp_number", 1)
    after = after.replace("basis: snapshot", "basis: year_to_date", 1)
    path.write_text(f"{before}id: cp_number{after}", encoding="utf-8")
    load(run, tmp_path, "indicator_id,period,value\ncp_number,2019-20 Q1,20\ncp_number,2019-20 Q2,22\n")
    assert figure(run, "cp_number")["text"] == "20"
    rows = run("disclose", "--period", "2019-20 Q2", "--format", "json").json
    assert next(row["text"] for row in rows if row["indicator"] == "cp_number") == "c"


def test_a_year_made_of_quarters_does_not_give_a_small_quarter_back(run: Run, pack: Path, tmp_path: Path) -> None:
    for file, name, made_of in (("demand", "cp_number", ""), ("child_protection", "dfe_cp_number", "[cp_number]")):
        path = pack / "indicators" / f"{file}.yaml"
        before, after = path.read_text("utf-8").split(f"id: {name}\n", 1)
        basis = f"basis: in_period\n    made_of: {made_of or '[]'}"
        path.write_text(f"{before}id: {name}\n{after.replace('basis: snapshot', basis, 1)}", encoding="utf-8")
    quarters = (f"cp_number,2019-20 Q{number},{count}\n" for number, count in enumerate((30, 3, 20, 25), 1))
    load(run, tmp_path, f"indicator_id,period,value\n{''.join(quarters)}dfe_cp_number,2019-20,78\n")
    for period in ("2019-20 Q4", "2019-20"):
        rows = run("disclose", "--period", period, "--format", "json").json
        texts = {row["indicator"]: row["text"] for row in rows}
        assert sorted((texts["cp_number"] == "c", texts["dfe_cp_number"] == "c")) == [False, True]
