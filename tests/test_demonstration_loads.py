"""The demonstration's figures load: no error, and no warning but those about the published false zero."""

from datetime import date
from pathlib import Path

from kpi.definitions.read import read_pack
from kpi.intake import Options, read_figures
from kpi.intake.preview import compare
from kpi.ledger import open_ledger, read, write
from kpi.problem import Severity

DATA = Path(__file__).parent.parent / "data"
FALSE_ZERO = {
    ("01_published_dfe_annual.csv", "zero-between"): 2,  # the year's figure and the quarter that is the same figure
    ("03_illustrative_quarters.csv", "jump"): 1,  # the quarter after it
}


def test_every_file_loads_and_only_the_false_zero_is_questioned(tmp_path: Path) -> None:
    pack, _ = read_pack(DATA)
    assert pack is not None
    ledger = open_ledger(f"sqlite:///{tmp_path / 'ledger.sqlite'}", pack.council.id)
    questioned: dict[tuple[str, str], int] = {}
    for path in sorted((DATA / "observations").glob("*.csv")):
        current = read.frame(ledger)
        candidate = read_figures(
            path.name, path.read_bytes(), pack, today=date(2026, 1, 5), current=current, options=Options()
        )
        for problem in candidate.problems:
            if problem.severity is not Severity.NOTE:
                key = (path.name, str(problem.code))
                questioned[key] = questioned.get(key, 0) + 1
        preview = compare(candidate, current, pack, replace=False)
        assert preview.counts["changed"] == preview.counts["withdrawn"] == 0
        head = read.head(ledger)
        write.publish(
            ledger, preview.submission(), who="test", note=path.name, definitions=pack.text, expected_head=head
        )
    assert questioned == FALSE_ZERO
