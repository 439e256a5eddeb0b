"""What happens when the server starts: garbage is collected on a timer, not after every answer.

In: the app. Out: a lifespan for it. With 50 people at once, collecting after each answer makes all of them wait.
"""

import asyncio
import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

SECONDS_BETWEEN = 60.0


@asynccontextmanager
async def quiet_garbage(_app: object) -> AsyncIterator[None]:
    """Set aside what lives as long as the server, then collect the rest once a minute until it stops."""
    gc.collect()
    gc.freeze()
    timer = asyncio.create_task(_collect_now_and_then())
    try:
        yield
    finally:
        timer.cancel()


async def _collect_now_and_then() -> None:
    while True:
        await asyncio.sleep(SECONDS_BETWEEN)
        await asyncio.to_thread(gc.collect)
