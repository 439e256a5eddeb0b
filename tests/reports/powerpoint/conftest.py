"""A briefing in PowerPoint, opened again."""

import pytest

from tests.support.slides import Show, shown


@pytest.fixture(scope="session")
def show() -> Show:
    return shown()
