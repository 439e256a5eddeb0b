"""Start the screens: an ASGI app with a health check, guarded headers and uploads, around kpi/ui/main.py.

In: `streamlit run app.py` or `uvicorn app:app`. Out: `app`.
"""

from starlette.middleware import Middleware
from starlette.routing import Route
from streamlit.starlette import App

from kpi.settings import ROOT, Settings
from kpi.ui.faults import unexpected
from kpi.ui.guard import BodyCap, SafeHeaders
from kpi.ui.health import health
from kpi.ui.lifespan import quiet_garbage
from kpi.ui.shell import FRONT, PAGES, asset, page, to_front

app = App(
    ROOT / "kpi" / "ui" / "main.py",
    lifespan=quiet_garbage,
    on_script_error=unexpected,
    middleware=[Middleware(SafeHeaders), Middleware(BodyCap, megabytes=Settings().upload_megabytes)],
    routes=[
        Route("/healthz", health),
        Route("/assets/{name}", asset),
        Route(f"/{FRONT}", to_front),
        *(Route(path, page) for path in PAGES),
    ],
)
