"""Ask an ASGI app one question without a server.

In: an app, a method, a path. Out: status, headers and text.
"""

import asyncio
from collections.abc import Awaitable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str


async def _answered(answering: Awaitable[None]) -> None:
    await answering


def ask(app: ASGIApp, path: str, method: str = "GET", body: bytes = b"", length: str | None = None) -> Answer:
    """Send one request; `length` gives another content-length than the body has, '' none."""
    sent: list[dict[str, Any]] = []
    told = str(len(body)) if length is None else length

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Any) -> None:
        sent.append(dict(message))

    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(b"content-length", told.encode())] if told else [],
    }
    # In a thread of its own: a browser test on the same worker leaves its event loop running in this one.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(_answered(app(scope, receive, send)))).result()
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(part.get("body", b"") for part in sent[1:]).decode())
