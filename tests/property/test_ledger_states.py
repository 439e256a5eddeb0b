"""Any sequence of loads, replacements, declarations and undos leaves the ledger saying what a plain dictionary says.

The model knows nothing of SQL, arrays or hashes: it keeps each load as a dictionary and reads by laying those in force
over one another. What was read at a revision must be read at it for ever.
"""

from itertools import count

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from kpi.entry import Entry
from kpi.ledger import Ledger, open_ledger, read, write
from kpi.ledger.verify import verify
from kpi.problem import ProblemError
from tests.support.ledgers import DEFINITIONS, Key, codes, declare, figures, publish

KEYS = [(i, a, p) for i in ("caseload", "cin") for a in ("all", "team-a") for p in ("2018-19 Q3", "2018-19 Q4")]
VALUES = st.integers(0, 9).map(float)
ROWS = st.dictionaries(st.sampled_from(KEYS), VALUES, min_size=1, max_size=4)
DECLARED = [("action", ref, period) for ref in ("PMQA 2.1", "SSS 2.1") for period in ("2018-19 Q3", "2018-19 Q4")]
PERCENTS = st.dictionaries(st.tuples(st.sampled_from(DECLARED), st.booleans()), VALUES, min_size=1, max_size=4)
COUNCILS = count(1)


class Model:
    """Loads by revision, which of them count, and what was in force after each revision."""

    def __init__(self) -> None:
        self.loads: dict[int, dict[Key, float | None]] = {}
        self.words: dict[int, list[int]] = {}
        self.counting: set[int] = set()
        self.snapshots: list[dict[Key, float]] = [{}]

    def note(self) -> None:
        laid = {key: value for number in sorted(self.counting) for key, value in self.loads[number].items()}
        self.snapshots.append({key: value for key, value in laid.items() if value is not None})

    def load(self, rows: dict[Key, float | None]) -> None:
        number = len(self.snapshots)
        self.loads[number], self.words[number] = rows, [number]
        self.counting.add(number)
        self.note()

    def origin(self, number: int) -> int:
        """Give the load that a revision is about."""
        return next(load for load, words in self.words.items() if number in words)

    def undoable(self, number: int) -> bool:
        """Tell whether a load is in force, or an undo has the last word on its load."""
        return number in self.counting or (number not in self.loads and self.words[self.origin(number)][-1] == number)

    def built_on(self, number: int) -> list[int]:
        keys, found = set(self.loads[self.origin(number)]), []
        for later in sorted(self.counting):
            if later > number and keys & set(self.loads[later]):
                found.append(later)
                keys |= set(self.loads[later])
        return found

    def undo(self, number: int) -> None:
        load = self.origin(number)
        self.words[load].append(len(self.snapshots))
        self.counting ^= {load}
        self.note()


def state(ledger: Ledger, as_at: int | None = None) -> dict[Key, float]:
    """Read the figures and the percents in force as one plain dictionary."""
    return figures(ledger, as_at) | {one.key: one.content["percent"] for one in read.entries(ledger, as_at)}


class LedgerMachine(RuleBasedStateMachine):
    """Does to the ledger and to the model the same things."""

    url = ""

    @initialize()
    def begin(self) -> None:
        self.ledger: Ledger = open_ledger(self.url, f"council-{next(COUNCILS)}")
        self.model = Model()

    @rule(rows=ROWS)
    def load_or_correct(self, rows: dict[Key, float]) -> None:
        assert publish(self.ledger, rows, expected_head=read.head(self.ledger)) == len(self.model.snapshots)
        self.model.load(dict(rows))

    @rule(rows=ROWS, whole=st.sampled_from([("caseload", "2018-19 Q4"), ("cin", "2018-19 Q3")]))
    def replace(self, rows: dict[Key, float], whole: tuple[str, str]) -> None:
        gone = [key for key in self.model.snapshots[-1] if (key[0], key[2]) == whole and key not in rows]
        publish(self.ledger, rows, withdrawn=gone)
        self.model.load(dict(rows) | dict.fromkeys(gone))

    @rule(percents=PERCENTS)
    def declare(self, percents: dict[tuple[Key, bool], float]) -> None:
        entries = [Entry.of(*key, {"percent": value}, aside=aside) for (key, aside), value in percents.items()]
        declare(self.ledger, *entries, expected_head=read.head(self.ledger))
        before = self.model.snapshots[-1]
        rows = {key: value for (key, aside), value in percents.items() if not aside}
        told = read.history(self.ledger)[-1]
        assert (told.new, told.unchanged) == (
            len(rows.keys() - before),
            sum(before.get(k) == v for k, v in rows.items()),
        )
        self.model.load(dict(rows))

    @precondition(lambda self: len(self.model.snapshots) > 1)
    @rule(data=st.data(), later=st.sampled_from(["ask", "keep", "undo"]))
    def undo(self, data: st.DataObject, later: write.Later) -> None:
        number = data.draw(st.integers(1, len(self.model.snapshots) - 1))
        built_on = self.model.built_on(number) if self.model.undoable(number) else []
        refusals = ["already-undone"] if not self.model.undoable(number) else ["built-on"] if built_on else []
        told = self.attempt(number, later)
        assert told == (refusals if later == "ask" else [code for code in refusals if code != "built-on"])
        if not told:
            for taken in [*reversed(built_on), number] if later == "undo" else [number]:
                self.model.undo(taken)

    def attempt(self, number: int, later: write.Later) -> list[str]:
        """Undo a revision; give the codes of what is refused."""
        try:
            write.undo(self.ledger, number, who="Analyst", note="", later=later, definitions=DEFINITIONS)
        except ProblemError as error:
            return codes(error)
        return []

    @invariant()
    def every_revision_reads_as_it_did(self) -> None:
        assert read.head(self.ledger) == len(self.model.snapshots) - 1
        assert state(self.ledger) == self.model.snapshots[-1]

    def teardown(self) -> None:
        for number, snapshot in enumerate(self.model.snapshots):
            assert state(self.ledger, number) == snapshot
            told = [
                (one.key, one.content["percent"])
                for one in read.entries(self.ledger, number, every=True)
                if one.in_force
            ]
            assert dict(told) == {key: value for key, value in snapshot.items() if key in DECLARED}
        for key in KEYS:
            changes = read.figures_of(self.ledger, *key)
            seen = [snapshot.get(key) for snapshot in self.model.snapshots]
            moved = [at for at in range(1, len(seen)) if seen[at] != seen[at - 1]]
            assert [(change.revision, change.value) for change in changes] == [(at, seen[at]) for at in moved]
        assert verify(self.ledger) == ()
        self.ledger.close()


@pytest.mark.parametrize("steps", [10])
def test_a_ledger_says_what_a_plain_dictionary_says(ledger_url: str, steps: int) -> None:
    machine = type("Machine", (LedgerMachine,), {"url": ledger_url})
    slow_is_fine = [HealthCheck.too_slow, HealthCheck.data_too_large]
    wishes = settings(max_examples=10, stateful_step_count=steps, deadline=None, suppress_health_check=slow_is_fine)
    run_state_machine_as_test(machine, settings=wishes)
