"""What holds on every screen: no accessibility violation, nothing cut off, nothing asked from outside."""

from contextlib import suppress

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import TimeoutError as LateError

from tests.browser.conftest import SCREENS, VIEWS, Open, Service

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
WIDTHS = ((1920, 1080), (1366, 768), (1024, 768), (320, 640))
TOO_WIDE = """() => {
  const cut = [];
  for (const element of document.querySelectorAll('body *')) {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const hidden = style.position === 'fixed' || style.clip !== 'auto' || style.visibility === 'hidden';
    if (box.width > 1 && box.height > 1 && !hidden && box.right > window.innerWidth + 1 &&
        !element.closest('.js-plotly-plot, svg')) {
      cut.push(element.tagName + '.' + element.className + ' ' + Math.round(box.right));
    }
  }
  return cut.slice(0, 5);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("screen", [*SCREENS, *VIEWS])
def test_axe_finds_no_violation(service: Service, tab: Open, screen: str, scheme: str) -> None:
    page = tab(scheme=scheme).open(service.url(screen))
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(rule["id"], [node["html"][:160] for node in rule["nodes"][:3]]) for rule in found] == []


@pytest.mark.parametrize("screen", [*SCREENS, *VIEWS])
def test_nothing_reaches_beyond_the_window(service: Service, tab: Open, screen: str) -> None:
    page = tab().open(service.url(screen))
    for width, height in WIDTHS:
        page.set_viewport_size({"width": width, "height": height})
        page.wait_for_function(f"() => window.innerWidth === {width}")
        with suppress(LateError):  # what is too wide once everything has found its place is told below
            page.wait_for_function(f"() => ({TOO_WIDE})().length === 0")
        assert (width, page.evaluate(TOO_WIDE)) == (width, [])


def test_every_screen_has_its_title_marks_what_is_illustrative_and_asks_nothing_from_outside(
    service: Service, tab: Open
) -> None:
    opened, titles = tab(), set()
    for screen in SCREENS:
        page = opened.open(service.url(screen))
        titles.add(page.title())
        assert "Illustrative" in page.locator("body").inner_text()
    assert len(titles) == len(SCREENS)
    assert opened.asked
    assert opened.outside == []
