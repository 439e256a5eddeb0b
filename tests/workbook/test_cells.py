"""What the child process makes of a workbook's cells."""

import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from kpi.workbook.cells import percent, text
from kpi.workbook.places import RefusalError, address, check_reach, place_of
from kpi.workbook.xlsx import shown_as

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (821.0, "821"),
        (10.2, "10.2"),
        (0.1 + 0.2, "0.30000000000000004"),
        (1e20, "1e+20"),
        (True, "TRUE"),
        (date(2018, 6, 30), "2018-06-30"),
        (datetime.fromisoformat("2018-06-30 00:00"), "2018-06-30"),
        ("  as typed ", "  as typed "),
        ("", ""),
    ],
)
def test_a_cell_is_written_as_a_person_would_type_it(cell, written):
    assert text(cell) == written


@pytest.mark.parametrize(("value", "shown"), [(0.525, "52.5%"), (0.07, "7%"), (1, "100%"), (-0.005, "-0.5%")])
def test_a_percentage_has_no_noise_of_binary_arithmetic(value, shown):
    assert percent(value) == shown


@pytest.mark.parametrize(
    ("name", "place"), [("A1", (0, 0)), ("Z10", (9, 25)), ("AA1", (0, 26)), ("XFD1048576", (1048575, 16383))]
)
def test_addresses_and_places_name_each_other(name, place):
    assert place_of(name) == place
    assert address(*place) == name


def test_a_table_may_be_long_or_wide_but_not_both():
    check_reach(100_000, 10)
    check_reach(300, 300)
    with pytest.raises(RefusalError, match="columns"):
        check_reach(1, 301)
    with pytest.raises(RefusalError, match="far beyond"):
        check_reach(1_048_576, 8)


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("0.0%", "percent"),
        ('0.0"%"', ""),
        (r"0\%", ""),
        ("mmm-yy", "month"),
        ("[$-809]mmmm yyyy;@", "month"),
        ("dd/mm/yyyy", ""),
        ("#,##0", ""),
        ("yyyy-mm-dd hh:mm", ""),
    ],
)
def test_a_number_format_says_what_is_shown(code, shown):
    assert shown_as(code) == shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of this kind; the parent's clock remains")
def test_the_child_can_neither_write_files_nor_take_much_memory():
    program = (
        "import resource as r; from kpi.workbook.__main__ import limit; limit(); "
        "print([r.getrlimit(one)[0] for one in (r.RLIMIT_FSIZE, r.RLIMIT_AS, r.RLIMIT_CPU, r.RLIMIT_CORE)])"
    )
    made = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    assert made.stdout.strip() == f"[0, {512 << 20}, 10, 0]"
