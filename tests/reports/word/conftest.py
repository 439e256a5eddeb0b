"""A paper in Word, opened again."""

import pytest

from tests.support.word import Opened, opened


@pytest.fixture(scope="session")
def paper() -> Opened:
    return opened()
