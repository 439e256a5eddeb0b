"""The demonstration's figures load without an error or a warning; a false zero is put in doubt by its definition."""

from datetime import date
from pathlib import Path

from kpi.definitions.read import read_pack
from kpi.intake import Options, read_figures
from kpi.intake.preview import compare
from kpi.ledger import open_ledger, read, write
from kpi.problem import Severity

DATA = Path(__file__).parent.parent / "data"


def test_every_file_loads_and_nothing_is_questioned(tmp_path: Path) -> None:
    pack, _ = read_pack(DATA)
    assert pack is not None
    ledger = open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}", pack.council.id)
    for path in sorted((DATA / "observations").glob("*.csv")):
        current = read.frame(ledger)
        candidate = read_figures(
            path.name, path.read_bytes(), pack, today=date(2026, 1, 5), current=current, options=Options()
        )
        assert not [str(problem) for problem in candidate.problems if problem.severity is not Severity.NOTE]
        preview = compare(candidate, current, pack, replace=False)
        assert preview.counts["changed"] == preview.counts["withdrawn"] == 0
        head = read.head(ledger)
        write.publish(
            ledger, preview.submission(), who="test", note=path.name, definitions=pack.text, expected_head=head
        )
