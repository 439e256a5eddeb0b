"""Tell a load balancer whether the screens can be served.

In: GET /healthz. Out: 200 with the newest revision, or 503 while definitions or ledger cannot be opened.
"""

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse

from kpi.problem import ProblemError
from kpi.ui import ask


async def health(_request: Request) -> JSONResponse:
    """Answer with the state of the service; no cache may keep it, and it names no figure."""
    try:
        body, status = {"status": "ok", "revision": await run_in_threadpool(ask.newest)}, 200
    except ProblemError as error:
        body, status = {"status": "unavailable", "problems": [one.code for one in error.problems]}, 503
    return JSONResponse(body, status_code=status, headers={"Cache-Control": "no-store"})
