"""Programs that use one ledger at the same time, or are killed while they do.

In: what each program does, its ledger's address. Out: what each said.
"""

import multiprocessing
import os
import pwd
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.synchronize import Barrier
from typing import Any

from kpi.ledger import open_ledger, read
from kpi.problem import ProblemError
from tests.support.ledgers import Key, codes, declare, figures, publish, update, whole

PATIENCE = 60.0


def _context() -> ForkServerContext:
    """Start processes from one that has loaded the ledger already, so that each is there at once."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.support.processes"])
    return context


def _started(act: Callable[..., None], *given: object) -> tuple[Any, Connection]:
    """Start a process; `act` is given an end of a pipe last, into which it says what it did."""
    here, there = _context().Pipe()
    process = _context().Process(target=act, args=(*given, there), daemon=True)
    process.start()
    there.close()
    return process, here


def in_a_process(act: Callable[..., None], *given: object) -> Any:
    """Do something in a process of its own and give what it says."""
    return _said(*_started(act, *given))


def together(act: Callable[..., None], each: Sequence[tuple[object, ...]]) -> list[Any]:
    """Do something in several processes at the same moment, and give what each says."""
    start = _context().Barrier(len(each))
    return [_said(*begun) for begun in [_started(act, *given, start) for given in each]]


def _said(process: Any, pipe: Connection) -> Any:
    assert pipe.poll(PATIENCE), "the other process said nothing"
    said = pipe.recv()
    process.join(PATIENCE)
    return said


def kill_after(act: Callable[..., None], *given: object, seconds: float) -> list[Any]:
    """Kill a process some seconds after it first said something; give everything it had said."""
    process, pipe = _started(act, *given)
    said = [pipe.recv()]
    process.join(seconds)
    process.kill()
    process.join(PATIENCE)
    while pipe.poll():
        try:
            said.append(pipe.recv())
        except EOFError:
            break
    return said


def publish_for_ever(url: str, size: int, said: Connection) -> None:
    """Publish one revision after another, saying the number of each once it is committed, until killed."""
    ledger = open_ledger(url, "demonstration")
    while True:
        said.send(publish(ledger, whole(read.head(ledger) + 1, size)))


def declare_together(url: str, stage: str, start: Barrier, said: Connection) -> None:
    """Declare the stage of one action at the same moment as others; say the revision, or what went wrong."""
    ledger = open_ledger(url, "demonstration")
    start.wait(PATIENCE)
    try:
        said.send(declare(ledger, update(stage), expected_head=0, who=f"process {os.getpid()}"))
    except ProblemError as error:
        said.send(codes(error))


def publish_together(url: str, key: Key, start: Barrier, said: Connection) -> None:
    """Publish one figure at the same moment as others; say the revision, or the codes of what went wrong."""
    ledger = open_ledger(url, "demonstration")
    start.wait(PATIENCE)
    try:
        said.send(publish(ledger, {key: 16.0}, expected_head=0, who=f"process {os.getpid()}"))
    except ProblemError as error:
        said.send(codes(error))


def open_together(url: str, start: Barrier, said: Connection) -> None:
    """Open a ledger at the same moment as others; say its head, or the codes of what went wrong."""
    start.wait(PATIENCE)
    try:
        said.send(read.head(open_ledger(url, "demonstration")))
    except ProblemError as error:
        said.send(codes(error))


def open_and_stay(url: str, said: Connection) -> None:
    """Say that a ledger is about to be opened, open it, and stay until killed."""
    said.send("begun")
    open_ledger(url, "demonstration")
    said.poll(PATIENCE)


def read_as_nobody(url: str, said: Connection) -> None:
    """Open a ledger as an account without rights; say its figures and whether it may be written to.

    It is opened once with the rights there are, so that nothing has to be loaded from folders closed to that account.
    """
    open_ledger(f"{url}?mode=ro", "demonstration").close()
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.setgroups([])
        os.setgid(nobody.pw_gid)
        os.setuid(nobody.pw_uid)
    ledger = open_ledger(url, "demonstration")
    said.send((figures(ledger), ledger.writable, ledger.why_not))
