"""Every page on both kinds of data, at three sizes of screen, and for people who hear it or use no mouse.

A page is opened once by its own address, as a link would, and then shown on each screen.
"""

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from watching import CHART, FINDING, MAP, coloured, colours, picture, visit

from hubdata.app.site import PAGES

pytestmark = pytest.mark.browser
SCREENS = {"laptop": (1366, 768), "projector": (1920, 1080), "telephone": (390, 844)}
TITLES = {page.stem: page.title for page in PAGES}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
CHOICE = '[data-testid="stSelectbox"], [data-testid="stButtonGroup"], [data-testid="stFileUploader"]'


@pytest.fixture(scope="module", params=list(TITLES))
def page_name(request):
    return request.param


@pytest.fixture(scope="module")
def opened(browser, served, page_name):
    """The page as a link opens it, on a laptop."""
    here = visit(browser, *SCREENS["laptop"]).open(f"{served}/{page_name}")
    yield here
    here.page.context.close()


@pytest.fixture(scope="module", params=list(SCREENS))
def screen(request):
    return SCREENS[request.param]


@pytest.fixture(scope="module")
def here(opened, screen):
    """The page on one of the screens."""
    opened.page.set_viewport_size({"width": screen[0], "height": screen[1]})
    return opened.settle()


def test_the_tab_says_where_one_is(opened, page_name):
    assert opened.page.title().startswith(TITLES[page_name])


def test_headings_skip_no_level(opened):
    tags = opened.page.locator("h1, h2, h3, h4").evaluate_all("nodes => nodes.map(node => node.tagName)")
    levels = [int(tag[1]) for tag in tags]
    assert levels.count(1) == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_every_picture_says_what_it_shows(opened):
    """Charts and maps are one picture each to somebody who hears the page: their words hold its numbers."""
    for place in opened.page.locator(f"{MAP}, {CHART}").all():
        words = place.evaluate(
            "node => [node, ...node.querySelectorAll('[aria-label]')].map(one => one.getAttribute('aria-label') || '')"
        )
        assert any(any(character.isdigit() for character in text) for text in words)


def test_the_first_choice_is_few_steps_away_from_the_keyboard(opened):
    assert opened.page.locator(CHOICE).count(), "every page has a choice or takes a file"
    for _ in range(40):
        opened.page.keyboard.press("Tab")
        if opened.page.evaluate(f"document.activeElement.closest('{CHOICE}') !== null"):
            return
    pytest.fail("more than 40 steps to the first choice")


def test_the_finding_is_read_first(here, screen):
    here.page.locator(FINDING).scroll_into_view_if_needed()
    box = here.page.locator(FINDING).bounding_box()
    assert 0 <= box["y"] < box["y"] + box["height"] < screen[1], "below the fold"
    assert here.page.locator(FINDING).evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 28


def test_the_page_is_not_wider_than_the_screen(here, screen):
    assert here.page.evaluate("document.documentElement.scrollWidth") <= screen[0]
    assert here.page.locator('[data-testid="stMain"]').evaluate("node => node.scrollWidth - node.clientWidth") <= 0


def test_maps_are_painted_and_charts_are_drawn(here):
    """A map has the colours of its classes and marks, not one blank background."""
    for chart in here.page.locator(CHART).all():
        expect(chart.locator(".main-svg").first).to_be_visible(timeout=15_000)
    for place in here.page.locator(MAP).all():
        place.scroll_into_view_if_needed()
        for _ in range(40):
            painted = picture(place)
            if colours(painted) > 30 and coloured(painted) > 0.03:
                break
            here.page.wait_for_timeout(250)
        assert colours(painted) > 30
        assert coloured(painted) > 0.03


def test_nothing_went_wrong_and_nothing_was_asked_of_another_machine(here):
    assert here.errors == []
    assert here.page.locator('[data-testid="stException"]').count() == 0
    assert here.asked
    assert here.strangers() == []


@pytest.fixture
def tabled(opened):
    """The page on a laptop with every table open: tests that ask for it come last."""
    opened.page.set_viewport_size({"width": SCREENS["laptop"][0], "height": SCREENS["laptop"][1]})
    return opened.settle().open_tables()


def test_no_rule_of_access_is_broken(tabled):
    """WCAG 2.2 AA, as far as a machine can check it."""
    found = Axe().run(tabled.page, options={"runOnly": {"type": "tag", "values": RULES}})
    broken = {rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found.response["violations"]}
    assert broken == {}
