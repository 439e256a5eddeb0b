"""A terminal for the command line: run a command on a copy of the demonstration and keep what it printed."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kpi.cli import main


@dataclass(frozen=True)
class Printed:
    """What a command printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Run = Callable[..., Printed]


@pytest.fixture
def run(pack: Path, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command on the copy."""

    def command(*arguments: object) -> Printed:
        capfd.readouterr()
        try:
            code = main([*map(str, arguments), "--data", str(pack)])
        except SystemExit as stop:
            code = int(stop.code or 0)
        out, err = capfd.readouterr()
        return Printed(code, out, err)

    return command
