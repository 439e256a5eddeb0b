"""The page on shapes names every other name of a column."""

from kpi.intake.header import ALIASES
from tests.support.tables import rows


def test_every_other_name_of_a_column_stands_in_the_page() -> None:
    told = {column: tuple(names.split(", ")) for column, names in rows("shapes.md", "Other names of columns")}
    assert told == dict(ALIASES)
