"""The menu, the pages folder, the theme and the settings say the same thing as the code."""

import tomllib

import pytest
from conftest import ROOT
from reading_code import PAGES

from hubdata import palette
from hubdata.app.headers import HEADERS
from hubdata.app.site import DATA
from hubdata.app.site import PAGES as MENU

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
SAFE = {
    "server": {
        "address": "127.0.0.1",
        "maxUploadSize": 50,
        "maxMessageSize": 50,
        "enableStaticServing": False,
        "enableXsrfProtection": True,
        "enableCORS": True,
        "allowedHosts": ["localhost", "127.0.0.1"],
        "disconnectedSessionTTL": 60,
        "headless": True,
        "fileWatcherType": "none",
        "showEmailPrompt": False,
    },
    "client": {
        "showErrorDetails": "none",
        "showErrorLinks": False,
        "toolbarMode": "viewer",
        "disableDataExport": True,
    },
    "browser": {"gatherUsageStats": False},
    "runner": {"magicEnabled": False, "postScriptGC": False},
}
THEME = {
    "primaryColor": palette.FOCUS,
    "backgroundColor": palette.SEA,
    "secondaryBackgroundColor": palette.LAND,
    "textColor": palette.INK,
    "linkColor": palette.FOCUS,
    "borderColor": palette.BOUNDARY,
}
SETTINGS = [(section, key, value) for section, held in SAFE.items() for key, value in held.items()]


def test_every_page_stands_in_the_menu_once():
    assert sorted(page.path for page in MENU) == PAGES


def test_pages_have_names_of_their_own():
    assert len({page.title for page in MENU}) == len({page.stem for page in MENU}) == len(MENU)
    assert all(page.title and (page.section or page is DATA) for page in MENU)


def test_sections_stand_together():
    """The menu is drawn section by section: one that came twice would be drawn twice."""
    order = [page.section for page in MENU]
    runs = [section for place, section in enumerate(order) if place == 0 or order[place - 1] != section]
    assert len(runs) == len(set(runs))


@pytest.mark.parametrize(("section", "key", "value"), SETTINGS, ids=[f"{s}.{k}" for s, k, _ in SETTINGS])
def test_the_server_is_set_safe(section, key, value):
    assert CONFIG[section][key] == value


@pytest.mark.parametrize("key", THEME)
def test_the_theme_has_the_palette(key):
    assert CONFIG["theme"][key] == THEME[key]


def test_no_colour_of_the_theme_is_a_stranger():
    ours = {value for key, value in vars(palette).items() if key.isupper() and isinstance(value, str)}
    named = {value for key, value in CONFIG["theme"].items() if isinstance(value, str) and value.startswith("#")}
    assert named <= ours


@pytest.mark.parametrize(
    "rule",
    [
        "frame-ancestors 'none'",
        "connect-src 'self' ws: wss: data: blob:",
        "img-src 'self' data: blob:",
        "object-src 'none'",
    ],
)
def test_the_policy_lets_nothing_in_from_elsewhere(rule):
    policy = HEADERS["Content-Security-Policy"].split("; ")
    assert rule in policy
    assert not [part for part in policy if "http" in part or "*" in part]


def test_the_other_headers_are_there():
    assert HEADERS["X-Content-Type-Options"] == "nosniff"
    assert HEADERS["Referrer-Policy"] == "no-referrer"
    assert HEADERS["X-Frame-Options"] == "DENY"
    assert "geolocation=()" in HEADERS["Permissions-Policy"]
