"""Start the dashboard on a free port of the loopback address and stop it by its own process.

In: a pack and a ledger. Out: the address of a running dashboard.
"""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SECONDS_TO_START = 90


def free_port() -> int:
    """Ask the system for a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(address: str) -> bool:
    """Tell whether a server answers there."""
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def until_answering(address: str, process: "subprocess.Popen[bytes]") -> None:
    """Wait until the server answers; raise when it ends or takes too long."""
    deadline = time.monotonic() + SECONDS_TO_START
    while not answers(address):
        if time.monotonic() > deadline:
            raise RuntimeError(f"The server did not answer within {SECONDS_TO_START} s.")
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.1)
            raise RuntimeError(f"The server ended with {process.returncode} before it answered.")


@contextmanager
def dashboard(data: Path, log: Path, database: str | None = None, port: int | None = None) -> Iterator[str]:
    """Run the dashboard on a pack; what it prints goes to `log`."""
    port = port or free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port)]
    command += ["--server.address", "127.0.0.1", "--server.headless", "true"]
    environment = {**os.environ, "KPI_DATA": str(data)}
    if database:
        environment["KPI_DATABASE_URL"] = database
    with (
        log.open("wb") as output,
        subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=output) as process,
    ):
        try:
            until_answering(f"http://127.0.0.1:{port}/healthz", process)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
