"""What holds on every screen: no accessibility violation, nothing cut off, nothing asked from outside."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import SCREENS, Open, Service

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

WCAG = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
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
@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_no_violation(service: Service, tab: Open, screen: str, scheme: str) -> None:
    page = tab(scheme=scheme).open(service.url(screen))
    found = Axe().run(page, options=WCAG).response["violations"]
    assert [(rule["id"], [node["html"][:160] for node in rule["nodes"][:3]]) for rule in found] == []


@pytest.mark.parametrize(("width", "height"), WIDTHS)
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_reaches_beyond_the_window(service: Service, tab: Open, screen: str, width: int, height: int) -> None:
    page = tab(width, height).open(service.url(screen))
    assert page.evaluate(TOO_WIDE) == []


@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_asked_from_outside_this_machine(service: Service, tab: Open, screen: str) -> None:
    opened = tab()
    opened.open(service.url(screen))
    assert opened.asked
    assert opened.outside == []


def test_every_screen_has_a_title_of_its_own(service: Service, tab: Open) -> None:
    opened = tab()
    titles = [opened.open(service.url(screen)).title() for screen in SCREENS]
    assert len(set(titles)) == len(SCREENS)


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_says_that_figures_are_illustrative(service: Service, tab: Open, screen: str) -> None:
    page = tab().open(service.url(screen))
    assert "Illustrative" in page.locator("body").inner_text()
