"""Whether everybody can use every page: the rules of WCAG 2.2 AA that a machine can check."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from watching import visit

from hubdata.app.site import PAGES

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("name", [page.stem for page in PAGES])
def test_no_rule_is_broken(browser, served, name):
    here = visit(browser, 1366, 768).open(f"{served}/{name}")
    here.open_tables()
    found = Axe().run(here.page, options={"runOnly": {"type": "tag", "values": RULES}})
    broken = {rule["id"]: [node["html"][:200] for node in rule["nodes"]] for rule in found.response["violations"]}
    here.page.context.close()
    assert broken == {}


@pytest.mark.parametrize("name", [page.stem for page in PAGES])
def test_every_picture_says_what_it_shows(browser, illustrative, name):
    """Charts and maps are one picture each to somebody who hears the page: their words hold numbers."""
    here = visit(browser, 1366, 768).open(f"{illustrative}/{name}")
    pictures = here.page.locator('[data-testid="stDeckGlJsonChart"], [data-testid="stPlotlyChart"]')
    assert pictures.count() > 0 or name == "data"
    for place in pictures.all():
        words = place.evaluate(
            "node => [node, ...node.querySelectorAll('[aria-label]')].map(x => x.getAttribute('aria-label') || '')"
        )
        assert any(any(character.isdigit() for character in text) for text in words)
    here.page.context.close()


@pytest.mark.parametrize("name", [page.stem for page in PAGES])
def test_the_first_choice_is_few_steps_away_from_the_keyboard(browser, illustrative, name):
    here = visit(browser, 1366, 768).open(f"{illustrative}/{name}")
    inside = 'node => node.closest(\'[data-testid="stSelectbox"], [data-testid="stFileUploader"]\') !== null'
    steps = 0
    while steps < 40:
        here.page.keyboard.press("Tab")
        steps += 1
        if here.page.evaluate(f"({inside})(document.activeElement)"):
            break
    here.page.context.close()
    assert steps < 40
