"""The board view on a projector: one picture, nothing to scroll, nothing too small to be read from three metres."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from longer import LONGER
from watching import CHART, FINDING, MAP, visit

from hubdata.app.site import PAGES

pytestmark = pytest.mark.browser
SCREEN = (1920, 1080)
SMALLEST, FINDING_AT_LEAST = 24, 40
SHOWN = [(page.stem, number) for page in PAGES for number in range(1, page.pictures + 1)]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Every piece of text that can be seen, with the size in which it is drawn (a chart's letters are drawn to its scale).
LETTERS = """() => {
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode.textContent.trim(), holder = walk.currentNode.parentElement;
    if (!text || !holder.checkVisibility({opacityProperty: true, visibilityProperty: true})) continue;
    const box = holder.getBoundingClientRect();
    if (box.width < 2 || box.height < 2 || ['SCRIPT', 'STYLE'].includes(holder.tagName)) continue;
    if (holder.closest('[data-testid="stExpanderDetails"], [data-testid="stIconMaterial"], details')) continue;
    found.push([parseFloat(getComputedStyle(holder).fontSize), text.slice(0, 60)]);
  }
  return found;
}"""


@pytest.fixture(scope="module")
def projector(browser):
    """A visitor with a projector's screen."""
    visitor = visit(browser, *SCREEN)
    yield visitor
    visitor.page.context.close()


@pytest.fixture(scope="module", params=SHOWN, ids=lambda shown: f"{shown[0]}-{shown[1]}")
def here(request, projector, served):
    """One picture of a page as a board sees it: the first by its link, those after it by their buttons."""
    stem, number = request.param
    link = f"{served}/{stem}?board="
    if LONGER or not projector.page.url.startswith(link):
        return projector.open(f"{link}{number}")
    projector.page.get_by_role("button", name=f"Picture {number}").click()
    projector.page.wait_for_url(f"{link}{number}*", timeout=30_000)
    return projector.settle()


def test_nothing_has_to_be_scrolled(here):
    height = here.page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    assert height <= SCREEN[1]


def test_nothing_is_too_small_to_read(here):
    small = [(size, text) for size, text in here.page.evaluate(LETTERS) if size < SMALLEST]
    assert not small


def test_the_finding_is_the_largest_thing(here):
    sizes = here.page.locator(FINDING).evaluate_all("nodes => nodes.map(n => parseFloat(getComputedStyle(n).fontSize))")
    assert len(sizes) == 1
    assert sizes[0] >= FINDING_AT_LEAST


def test_one_picture_is_shown_at_most(here):
    seen = [place for place in here.page.locator(f"{MAP}, {CHART}").all() if place.is_visible()]
    assert len(seen) <= 1


def test_what_kind_of_data_it_is_stands_on_the_screen(here):
    assert "data" in here.page.locator('[data-testid="stAlert"]').first.inner_text()


def test_it_breaks_no_rule_of_accessibility(here):
    options = {"runOnly": {"type": "tag", "values": RULES}}
    broken = Axe().run(here.page, options=options).response["violations"]
    assert not [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in broken]


def test_a_board_goes_from_picture_to_picture_and_leaves(projector, illustrative):
    here = projector.open(f"{illustrative}/overview").settle()
    here.page.get_by_role("button", name="Board view").click()
    here.settle()
    assert "board=1" in here.page.url
    here.page.get_by_role("button", name="Picture 2").click()
    here.settle()
    assert "board=2" in here.page.url
    assert "hub areas cover England" in here.page.locator(FINDING).inner_text()
    here.page.get_by_role("link", name="Next: Reach").click()
    here.settle()
    assert "/reach" in here.page.url
    assert "board=1" in here.page.url
    here.page.get_by_role("button", name="Leave").click()
    here.settle()
    assert "board" not in here.page.url
    assert here.page.get_by_role("button", name="Board view").is_visible()
