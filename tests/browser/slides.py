"""What browser tests ask of a presented slide.

In: a page that presents. Out: which slide is shown, and what is cut or too small on it.
"""

from playwright.sync_api import Locator, Page

SIZES = ((1920, 1080), (1366, 768), (1280, 720), (1024, 768))
"""Projectors."""

_CUT = """deck => {
  const slide = deck.querySelector('.slide[data-now]'), cut = [], edge = deck.getBoundingClientRect();
  const told = element => `${element.tagName}.${element.className} ${element.textContent.slice(0, 40)}`;
  const all = (box, which) => [...box.querySelectorAll(which)];
  for (const box of all(slide, '*:not(svg *, .notes, .notes *, .pick, .pick *)')) {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    if (box.clientWidth && box.scrollWidth > box.clientWidth + 1) cut.push('wide ' + told(box));
    if (left < edge.left - 1 || right > edge.right + 1 || top < edge.top - 1 || bottom > edge.bottom + 1)
      cut.push('outside ' + told(box));
  }
  for (const part of all(slide, 'header, .main, .side, footer')) {
    const outer = part.getBoundingClientRect();
    for (const box of all(part, '*:not(svg *, .kpi-nowrap)')) if (box.getBoundingClientRect().bottom > outer.bottom + 1)
      cut.push('over ' + told(box));
  }
  const parts = all(slide, 'header, .body, footer').map(part => part.getBoundingClientRect());
  parts.slice(1).forEach((part, at) => { if (part.top < parts[at].bottom - 1) cut.push('covered ' + at) });
  return cut;
}"""
_SMALL = """deck => {
  const slide = deck.querySelector('.slide[data-now]'), least = 24 * deck.clientHeight / 1080 - 0.1, small = [];
  const said = element => [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
  for (const box of [...slide.querySelectorAll('*:not(svg, svg *, .notes, .notes *, .pick, .pick *)')].filter(said)) {
    const size = parseFloat(getComputedStyle(box).fontSize);
    if (size < least) small.push(`${box.tagName}.${box.className} ${size}`);
    if (box.matches('.number') && size < 2 * least) small.push(`number ${size}`);
  }
  for (const drawn of slide.querySelectorAll('figure svg')) {
    const { width, height } = drawn.getBoundingClientRect(), { width: w, height: h } = drawn.viewBox.baseVal;
    const size = 27 * 0.95 * Math.min(width / w, height / h);
    if (size < least) small.push(`chart ${size}`);
  }
  return small;
}"""


def deck(page: Page) -> Locator:
    """Give the stage."""
    return page.locator(".deck[data-live]")


def shown(page: Page) -> int:
    """Give the number of the slide that is shown."""
    return int(page.locator(".slide[data-now] .count").inner_text().split()[0])


def faults(page: Page) -> list[str]:
    """Go through all slides; give what is cut, covered or too small on any of them."""
    page.keyboard.press("Home")
    found: list[str] = []
    for number in range(1, page.locator(".slide").count() + 1):
        found += [f"slide {number}: {fault}" for fault in deck(page).evaluate(_CUT) + deck(page).evaluate(_SMALL)]
        page.keyboard.press("PageDown")
    return found
