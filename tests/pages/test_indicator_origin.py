"""Where a figure of the Indicator screen stood: file, row, column and hash, opened on request."""

from hashlib import sha256
from pathlib import Path

from kpi.workspace import Workspace
from tests.support.pack import RETURN
from tests.support.screens import screen, source, words


def test_a_figure_of_the_pack_names_its_file_row_and_column(folder: Path) -> None:
    app = screen("indicator", indicator="caseload", period="2018-19 Q4")
    path = folder / "observations" / "03_illustrative_quarters.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    row = next(number for number, line in enumerate(lines, start=1) if line.startswith("caseload,all,2018-19 Q4,"))
    shown = f"03_illustrative_quarters.csv {row} value, numerator, denominator {sha256(path.read_bytes()).hexdigest()}"
    assert shown in words(app)
    assert "<summary>Show the file, row and column it stood in</summary>" in source(app)


def test_a_figure_that_was_uploaded_names_its_file_and_says_what_is_not_kept(place: Workspace) -> None:
    place.publish(place.preview("return.csv", RETURN.encode()), who="tests")
    shown = words(screen("indicator", indicator="caseload", period="2019-20 Q1"))
    assert f"return.csv not at hand not at hand {sha256(RETURN.encode()).hexdigest()}" in shown
    assert "Of a file that was uploaded the record keeps the name and the hash" in shown
