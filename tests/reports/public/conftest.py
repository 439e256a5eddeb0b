"""The public edition of the demonstration, its files, and a chart drawer that tells everything it is given."""

import pytest

from kpi.charts.ink import Ink
from kpi.charts.model import Chart
from kpi.charts.sheet import Size
from kpi.reports.public.edition import PublicEdition
from kpi.reports.public.site import site
from kpi.workspace import Workspace
from kpi.workspace.public import Public
from tests.support.pack import demonstration

PERIOD = "2018-19 Q4"


def told(chart: Chart, size: Size, ink: Ink) -> bytes:
    """Draw nothing, and tell all that a chart holds: what is not here cannot be seen in any drawing of it."""
    return f'<svg xmlns="http://www.w3.org/2000/svg"><desc>{chart!r} {size!r} {ink.paper}</desc></svg>'.encode()


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return demonstration(tmp_path_factory.mktemp("public"))


@pytest.fixture(scope="session")
def edition(place: Workspace) -> PublicEdition:
    return Public(place).edition(PERIOD)


@pytest.fixture(scope="session")
def files(edition: PublicEdition) -> dict[str, bytes]:
    return site(edition, told)
