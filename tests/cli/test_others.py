"""How others do, from a terminal."""

from tests.support import published
from tests.support.pack import NEXT


def test_a_published_file_is_loaded_and_answers_how_others_do(run, tmp_path):
    [file] = published.write(tmp_path, workforce=published.WORKFORCE).values()
    loaded = run("load", file, "--format", "json").json
    assert (loaded["revision"], loaded["new"], loaded["problems"]) == (NEXT, 34, [])
    told = run("compare-others", "dfe_turnover", "--period", "2019")
    assert (
        "In 2019 Wolverhampton had 11.2%. Published for wider areas: England 15.0% and West Midlands 15.7%." in told.out
    )
    own, nation, *_ = run("compare-others", "dfe_turnover", "--period", "2019", "--format", "json").json
    assert (own["file"], own["row"], own["column"]) == ("workforce.csv", 4, "turnover_rate_fte")
    assert (nation["name"], nation["row"], len(nation["sha256"])) == ("England", 2, 64)


def test_a_published_file_is_checked_without_loading_it(run, tmp_path):
    paths = published.write(tmp_path, good=published.WORKFORCE, bad=published.WORKFORCE.replace(",28,", ",many,"))
    assert run("check", paths["good"]).code == 0
    refused = run("check", paths["bad"])
    assert refused.code == 1
    assert "bad.csv, row 8" in refused.err


def test_a_published_file_with_a_fault_loads_nothing(run, tmp_path):
    [file] = published.write(tmp_path, bad=published.WORKFORCE.replace(",28,", ",many,")).values()
    refused = run("load", file, "--format", "json")
    assert (refused.code, refused.json["revision"], refused.json["new"]) == (1, None, 0)


def test_notes_do_not_stop_a_strict_load(run, tmp_path):
    [file] = published.write(tmp_path, tool=published.TOOL).values()
    assert run("load", file, "--strict").code == 0


def test_an_indicator_that_nobody_publishes_says_what_to_do(run):
    refused = run("compare-others", "caseload")
    assert refused.code == 1
    assert "docs/benchmarks.md" in refused.err


def test_history_names_the_load_of_others(run, tmp_path):
    [file] = published.write(tmp_path, workforce=published.WORKFORCE).values()
    run("load", file)
    assert run("history", "--format", "json").json[-1]["kind"] == "benchmark"
