"""What the server refuses before reading it, and what every answer carries."""

from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from kpi.ui.guard import FORM_OVERHEAD, HEADERS, BodyCap, SafeHeaders
from tests.support.asgi import ask

UPLOAD = "/_stcore/upload_file/session/file"
MEGABYTE = 1024 * 1024


async def take(request: Request) -> PlainTextResponse:
    return PlainTextResponse(str(len(await request.body())))


async def never(*_: Any) -> None:
    raise AssertionError("the request was passed on")


GUARDED = Starlette(
    routes=[Route("/{any:path}", take, methods=["GET", "PUT"])],
    middleware=[Middleware(SafeHeaders), Middleware(BodyCap, megabytes=1)],
)
CAPPED = BodyCap(never, megabytes=1)


@pytest.mark.parametrize("length", [None, str(9 * MEGABYTE)])
def test_every_answer_carries_the_headers_refusals_too(length: str | None) -> None:
    answer = ask(GUARDED, UPLOAD, "PUT", b"figures", length)
    for name, value in HEADERS.items():
        assert answer.headers[name.lower()] == value


def test_scripts_come_from_this_server_only_and_nobody_frames_a_screen() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "script-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy


def test_a_file_within_the_limit_passes() -> None:
    assert ask(GUARDED, UPLOAD, "PUT", b"x" * MEGABYTE).text == str(MEGABYTE)


def test_a_question_without_a_body_passes() -> None:
    assert ask(GUARDED, "/", length="").status == 200


@pytest.mark.parametrize("length", [str(MEGABYTE + FORM_OVERHEAD + 1), "9" * 1000])
def test_a_file_over_the_limit_is_refused_unread(length: str) -> None:
    assert ask(CAPPED, UPLOAD, "PUT", length=length).status == 413


@pytest.mark.parametrize("length", ["", "-1", "1e3", "٣", "ten", "1_000"])
def test_a_body_that_does_not_say_its_length_is_refused_unread(length: str) -> None:
    assert ask(CAPPED, UPLOAD, "PUT", length=length).status == 411
