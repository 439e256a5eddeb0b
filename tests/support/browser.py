"""A headless Chromium from the system's packages, kept from reaching anywhere but this machine.

In: a started Playwright. Out: a Browser.
"""

import shutil

from playwright.sync_api import Browser, Playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def chromium_path() -> str:
    """Find Chromium, or say how to install it."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        path = shutil.which(name)
        if path:
            return path
    raise RuntimeError("Chromium was not found. `make test` installs it; or: sudo apt-get install chromium")


def chromium(playwright: Playwright) -> Browser:
    """Start it."""
    return playwright.chromium.launch(executable_path=chromium_path(), args=ARGUMENTS)
