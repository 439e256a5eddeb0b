"""Ask an ASGI app one question without a server.

In: an app, a method, a path. Out: status, headers and text.
"""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.types import ASGIApp


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    text: str


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
    asyncio.run(app(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(sent[0]["status"], headers, b"".join(part.get("body", b"") for part in sent[1:]).decode())
