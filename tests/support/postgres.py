"""A PostgreSQL server of the tests' own: a temporary cluster on the loopback address, stopped by its own process.

In: the server programs of the system's package. Out: addresses of ledgers that nobody has used.
"""

import itertools
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

HASTE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "shared_buffers=64MB")
PATIENCE = 600
"""Tries, a tenth of a second each, before a server that does not answer is given up."""


class NotFoundError(RuntimeError):
    """Says that no PostgreSQL server is installed here, and how to install it."""


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    def connect(self) -> psycopg.Connection:
        """Connect as the owner, each statement on its own."""
        return psycopg.connect(f"host=127.0.0.1 port={self.port} user=kpi dbname=postgres", autocommit=True)

    def fresh_url(self) -> str:
        """Make an empty schema and give the address of a ledger in it; much cheaper than a database."""
        schema = f"ledger_{next(self.numbers)}"
        with self.connect() as connection:
            connection.execute(f"CREATE SCHEMA {schema}")
        return f"postgresql://kpi@127.0.0.1:{self.port}/postgres?options=-csearch_path%3D{schema}"


def programs() -> Path:
    """Find the folder of initdb and postgres, the newest version where there are several."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    told = shutil.which("pg_config")
    if told:
        folders.append(Path(subprocess.check_output([told, "--bindir"], text=True).strip()))
    for folder in folders:
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise NotFoundError("PostgreSQL was not found. `make test` installs it; or: sudo apt-get install postgresql")


def account() -> str | None:
    """Name an account without rights to run the server as, which refuses to be root; None when we are not root."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


@contextmanager
def server() -> Iterator[Server]:
    """Start a server in a temporary folder; stop it and clear up at the end."""
    found, user = programs(), account()
    folder = Path(tempfile.mkdtemp(prefix="kpi-postgres-"))
    try:
        if user:
            shutil.chown(folder, user)
        _initialise(found, folder, user)
        process, port = _start(found, folder, user)
        try:
            yield Server(port)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(timeout=30)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _initialise(found: Path, folder: Path, user: str | None) -> None:
    wishes = ("--auth=trust", "--username=kpi", "--encoding=UTF8", "--locale=C", "--no-sync")
    command = [found / "initdb", "-D", folder / "data", *wishes]
    done = subprocess.run(command, user=user, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stderr}")


def _start(found: Path, folder: Path, user: str | None) -> tuple["subprocess.Popen[bytes]", int]:
    """Start the server on a free port; when someone else takes the port first, take another."""
    for _ in range(5):
        port = _free_port()
        settings = [word for setting in HASTE for word in ("-c", setting)]
        command = [found / "postgres", "-D", folder / "data", "-h", "127.0.0.1", "-p", str(port), "-k", "", *settings]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(command, user=user, cwd=folder, stdout=log, stderr=log)
        if _answers(process, port):
            return process, port
    raise RuntimeError(f"PostgreSQL did not start: {(folder / 'log').read_text()[-2000:]}")


def _answers(process: "subprocess.Popen[bytes]", port: int) -> bool:
    """Wait until the server takes connections; tell whether it lives to do so."""
    for _ in range(PATIENCE):
        with suppress(psycopg.OperationalError), Server(port).connect():
            return True
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.1)
            return False
    process.kill()
    process.wait()
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
