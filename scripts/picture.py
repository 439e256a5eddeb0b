"""Draw the README's picture of the scorecard: `python scripts/picture.py docs/scorecard.png`.

In: a path. Out: a picture of the demonstration's scorecard, from the top, at 1366 wide.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.browser import chromium  # noqa: E402
from tests.support.pack import copy_of_demonstration  # noqa: E402
from tests.support.server import dashboard  # noqa: E402

SIZE = {"width": 1366, "height": 2000}


def main(path: Path) -> None:
    """Start the dashboard on a copy of the demonstration, open its scorecard and keep the picture."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        data = copy_of_demonstration(folder)
        with dashboard(data, folder / "server.log") as address:
            page = chromium(playwright).new_page(viewport=SIZE)
            page.goto(f"{address}/scorecard")
            page.get_by_text("Figures as at revision").first.wait_for()
            page.screenshot(path=path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
