"""Every page at three sizes of screen: no error, nothing fetched from elsewhere, the finding first, a painted map."""

from itertools import pairwise

import pytest
from conftest import ROOT
from playwright.sync_api import expect
from watching import FINDING, MAP, coloured, colours, picture, visit

from hubdata.app.site import PAGES

pytestmark = pytest.mark.browser
SCREENS = {"projector": (1920, 1080), "laptop": (1366, 768), "telephone": (390, 844)}


@pytest.fixture(scope="module", params=[page.stem for page in PAGES])
def page_name(request):
    return request.param


@pytest.fixture(scope="module", params=list(SCREENS))
def screen(request):
    return SCREENS[request.param]


@pytest.fixture(scope="module")
def here(browser, served, page_name, screen):
    """The page, opened once by its own address as a link would."""
    opened = visit(browser, *screen).open(f"{served}/{page_name}")
    yield opened
    opened.page.context.close()


def test_nothing_went_wrong(here):
    assert here.errors == []
    assert here.page.locator('[data-testid="stException"]').count() == 0


def test_nothing_was_asked_of_another_machine(here):
    assert here.asked
    assert here.strangers() == []


def test_the_finding_is_read_first(here, screen):
    finding = here.page.locator(FINDING).first
    box = finding.bounding_box()
    assert box["y"] + box["height"] < screen[1], "below the fold"
    assert any(character.isdigit() for character in finding.inner_text())
    assert finding.evaluate("node => parseFloat(getComputedStyle(node).fontSize)") >= 28


def test_there_is_one_heading_above_the_others(here):
    levels = [int(tag[1]) for tag in here.page.locator("h1, h2, h3, h4").evaluate_all("n => n.map(x => x.tagName)")]
    assert levels
    assert all(later - earlier <= 1 for earlier, later in pairwise(levels))


def test_the_page_is_not_wider_than_the_screen(here, screen):
    assert here.page.evaluate("document.documentElement.scrollWidth") <= screen[0]
    wide = here.page.locator('[data-testid="stMain"]').evaluate("node => node.scrollWidth - node.clientWidth")
    assert wide <= 0


def test_the_map_is_painted(here):
    """At rest the picture has the colours of its classes and marks, not one blank background."""
    for place in here.page.locator(MAP).all():
        place.scroll_into_view_if_needed()
        for _ in range(40):
            painted = picture(place)
            if colours(painted) > 30 and coloured(painted) > 0.03:
                break
            here.page.wait_for_timeout(250)
        assert colours(painted) > 30
        assert coloured(painted) > 0.03


def test_charts_are_drawn(here):
    charts = here.page.locator('[data-testid="stPlotlyChart"]')
    for chart in charts.all():
        expect(chart.locator(".main-svg").first).to_be_visible(timeout=10_000)


def test_the_tab_says_where_one_is(here, page_name):
    titles = {page.stem: page.title for page in PAGES}
    assert here.page.title().startswith(titles[page_name])
    assert (ROOT / "pages" / f"{page_name}.py").is_file()
