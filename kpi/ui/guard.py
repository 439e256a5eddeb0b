"""What every answer of the server carries, and what is refused before it is read.

In: ASGI requests. Out: the same requests with safe headers on their answers, or a short refusal.
"""

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        "font-src 'self' data:; connect-src 'self' ws: wss:; worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; "
        "form-action 'self'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
FORM_OVERHEAD = 64 * 1024
"""Bytes that the wrapping of a form may add to a file."""

_WITHOUT_BODY = {"GET", "HEAD", "OPTIONS", "DELETE"}


class SafeHeaders:
    """Put the content policy and its companions on every answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(HEADERS)
            await send(message)

        await self.app(scope, receive, guarded)


class BodyCap:
    """Refuse a body that is too large, or does not say how large it is, before a byte of it is read."""

    def __init__(self, app: ASGIApp, megabytes: int) -> None:
        self.app = app
        self.most = megabytes * 1024 * 1024 + FORM_OVERHEAD

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or answer 411 or 413."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        await (refusal or self.app)(scope, receive, send)

    def _refusal(self, scope: Scope) -> PlainTextResponse | None:
        if scope["method"] in _WITHOUT_BODY:
            return None
        length = Headers(scope=scope).get("content-length", "")
        if not (length.isascii() and length.isdigit()):
            return _refuse("Say how long the file is.", 411)
        return _refuse("The file is too large.", 413) if int(length[:20]) > self.most else None


def _refuse(why: str, status: int) -> PlainTextResponse:
    return PlainTextResponse(why, status_code=status, headers={"Connection": "close"})
