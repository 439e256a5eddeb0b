"""A new ledger is filled from the pack: figures, then each quarter's updates with its sign-offs, and only once."""

from datetime import date
from pathlib import Path

import pytest

from kpi import seed
from kpi.definitions.pack import Pack
from kpi.definitions.read import read_pack
from kpi.ledger import Ledger, Revision, open_ledger, read, write
from kpi.period import parse
from kpi.plan import assemble
from kpi.problem import Problem
from kpi.settings import ROOT
from tests.support.pack import copy_of_demonstration

TODAY = date(2026, 1, 5)
FIGURES = [
    ("benchmark" if path.parent.name == "published" else "load", path.name) for path in seed.files(ROOT / "data")
]
"""The revisions of the pack's figures: its own, then those of others."""
QUARTERS = ["2018-19 Q1", "2018-19 Q2", "2018-19 Q3", "2018-19 Q4"]
TEXTS = [("paper", "2018-19 Q4.yaml")]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return copy_of_demonstration(tmp_path)


def pack_in(folder: Path) -> Pack:
    pack, _ = read_pack(folder)
    assert pack is not None
    return pack


@pytest.fixture
def ledger(folder: Path, tmp_path: Path) -> Ledger:
    return open_ledger(f"sqlite:///{tmp_path / 'seeded.sqlite'}", pack_in(folder).council.id)


def fill(ledger: Ledger, folder: Path) -> tuple[Problem, ...]:
    return seed.fill(ledger, folder, pack_in(folder), TODAY)


def told(revisions: tuple[Revision, ...]) -> list[tuple[str, str]]:
    """What each revision did, by kind and file; sign-offs by their note."""
    return [(one.kind, one.note if one.kind == "sign-off" else str(one.file)) for one in revisions]


def expected() -> list[tuple[str, str]]:
    """The revisions of the whole pack, in order."""
    found = list(FIGURES)
    for quarter in QUARTERS:
        signed = f"Sign-off of {parse(quarter).short_label} that came with the pack"
        found += [("update", f"{quarter}.csv"), ("sign-off", signed)]
    return [*found, *TEXTS]


def test_figures_come_first_then_each_quarter_with_its_sign_off(ledger_url: str, folder: Path) -> None:
    ledger = open_ledger(ledger_url, pack_in(folder).council.id)
    assert fill(ledger, folder) == ()
    assert told(read.history(ledger)) == expected()
    assert {one.who for one in read.history(ledger)} == {seed.SEEDER}


def test_nothing_of_the_packs_updates_is_questioned(ledger: Ledger, folder: Path) -> None:
    desk = seed.Desk(ledger, pack_in(folder), TODAY)
    for path in seed.update_files(folder):
        candidate = desk.candidate(path)
        assert [str(one) for one in candidate.problems] == []
        desk.update(candidate)


def test_filling_again_adds_nothing(ledger: Ledger, folder: Path) -> None:
    fill(ledger, folder)
    head = read.head(ledger)
    assert fill(ledger, folder) == ()
    assert read.head(ledger) == head


def hold_back(folder: Path, updates: int, sign_offs: int) -> dict[Path, str]:
    """Leave the updates and sign-offs of the first quarters only; give what was taken away."""
    paths = [*seed.update_files(folder)[updates:], *seed.text_files(folder), folder / "updates" / seed.SIGN_OFFS]
    taken = {path: path.read_text(encoding="utf-8") for path in paths}
    header, *rows = taken[paths[-1]].splitlines(keepends=True)
    kept = [row for row in rows if row.split(",")[1] in QUARTERS[:sign_offs]]
    for path in paths[:-1]:
        path.unlink()
    paths[-1].write_text("".join([header, *kept]), encoding="utf-8")
    return taken


@pytest.mark.parametrize(("updates", "sign_offs"), [(1, 0), (2, 2), (4, 3)])
def test_a_start_that_was_cut_short_goes_on_where_it_stopped(
    ledger: Ledger, folder: Path, updates: int, sign_offs: int
) -> None:
    taken = hold_back(folder, updates, sign_offs)
    fill(ledger, folder)
    assert read.head(ledger) == len(FIGURES) + updates + sign_offs
    for path, text in taken.items():
        path.write_text(text, encoding="utf-8")
    fill(ledger, folder)
    assert told(read.history(ledger)) == expected()


def test_a_ledger_that_someone_worked_in_is_left_alone(ledger: Ledger, folder: Path) -> None:
    late = folder / "updates" / "2018-19 Q4.csv"
    aside = late.rename(folder / "later.csv")
    fill(ledger, folder)
    write.record_definitions(ledger, "{}", who="Analyst", note="")
    head = read.head(ledger)
    aside.rename(late)
    fill(ledger, folder)
    assert read.head(ledger) == head


def test_a_file_with_errors_stops_there_and_later_quarters_wait_for_it(ledger: Ledger, folder: Path) -> None:
    second = folder / "updates" / "2018-19 Q2.csv"
    sound = second.read_text(encoding="utf-8")
    second.write_text(f"{sound}2018-19,2018-19 Q2,NONE 9.9,complete,,,,,,,\n", encoding="utf-8")
    [problem] = fill(ledger, folder)
    assert (problem.code, problem.where.file) == ("unknown-ref", second.name)
    assert told(read.history(ledger)) == expected()[: len(FIGURES) + 1]
    second.write_text(sound, encoding="utf-8")
    assert fill(ledger, folder) == ()
    assert told(read.history(ledger)) == expected()


def test_a_bad_file_of_sign_offs_is_told_and_the_updates_wait(ledger: Ledger, folder: Path) -> None:
    path = folder / "updates" / seed.SIGN_OFFS
    path.write_text(f"{path.read_text(encoding='utf-8')}2018-19,2018-19 Q4,nobody,Head,\n", encoding="utf-8")
    [problem] = fill(ledger, folder)
    assert problem.code == "unknown-service-area"
    assert {kind for kind, _ in told(read.history(ledger))} == {"load", "benchmark"}


def test_a_pack_without_updates_is_filled_with_its_figures(ledger: Ledger, folder: Path) -> None:
    for path in (folder / "updates").iterdir():
        path.unlink()
    assert fill(ledger, folder) == ()
    assert told(read.history(ledger)) == [*FIGURES, *TEXTS]


def test_a_quarter_is_signed_off_after_its_updates_so_that_nothing_shows_as_changed_since(
    ledger: Ledger, folder: Path
) -> None:
    fill(ledger, folder)
    entries = read.entries(ledger, every=True)
    for quarter in QUARTERS:
        view = assemble(pack_in(folder), "2018-19", parse(quarter), entries, None, None, TODAY, read.head(ledger))
        assert not [action.ref for action in view.actions if action.changed_since]
        assert any(area.signed_off for area in view.areas)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("period: 2018-19 Q4\ntexts: [{paper: committe, section: legal, text: None.}]\n", "unknown-paper"),
        ("period: 2018-19 Q4\ntexts: [{paper: committee, section: scorecard, text: None.}]\n", "unknown-section"),
        (
            "period: 2018-19 Q4\ntexts: [{paper: committee, section: legal, text: None., clearance: A}]\n",
            "half-a-clearance",
        ),
        ("period: Q4 2019\ntexts: []\n", "period-unreadable"),
        ("period: 2018-19 Q4\ntexts: [{paper: committee, section: legal}]\n", "missing-key"),
    ],
)
def test_a_bad_file_of_texts_is_refused_whole_with_its_line(ledger: Ledger, folder: Path, text: str, code: str) -> None:
    [path] = seed.text_files(folder)
    path.write_text(text, encoding="utf-8")
    [problem] = fill(ledger, folder)
    assert (problem.code, problem.where.file) == (code, path.name)
    assert problem.where.line
    assert "paper" not in {kind for kind, _ in told(read.history(ledger))}
