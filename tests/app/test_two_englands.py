"""The real and the made-up England: one switch, and never anything of both for one reader."""

import shutil

import pytest
from conftest import ROOT
from visiting import address, arrive, enter, finding, said, turn_to, unescaped

from hubdata.app.site import PAGES
from hubdata.store import Store

REAL, MADE_UP = "Real England: published data, our own analysis", "Illustrative data: a made-up England."
STEMS = [page.stem for page in PAGES]


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch):
    monkeypatch.delenv("HUBDATA", raising=False)


def banner(app) -> str:
    return " ".join(unescaped(element.value) for element in (*app.info, *app.warning))


def test_two_readers_at_once_each_see_their_own_england_on_every_page():
    mine, yours = enter(), enter()
    yours.button_group(key="data").set_value("illustrative").run()
    for stem in STEMS:
        turn_to(mine, stem)
        turn_to(yours, stem)
        assert not mine.exception, stem
        assert not yours.exception, stem
        assert REAL in banner(mine), stem
        assert MADE_UP not in " ".join(said(mine)), stem
        assert MADE_UP in banner(yours), stem
        assert "Real England" not in banner(yours), stem
        assert not [text for text in said(yours) if "Experimental analysis of published" in text], stem
        assert "data" not in address(mine)
        assert address(yours)["data"] == "illustrative"


def test_the_command_under_a_table_names_the_made_up_england():
    def command(app) -> str:
        next(toggle for toggle in app.toggle if toggle.label == "Table").set_value(True).run()
        return next(caption.value for caption in app.caption if "hubdata table" in caption.value)

    assert "--data" not in command(arrive("reach"))
    assert command(arrive("reach", data="illustrative")).endswith("--data illustrative`")


def test_choices_that_exist_in_both_come_along():
    app = arrive("reach", la="E08000035", km="5")
    real = finding(app)
    app.button_group(key="data").set_value("illustrative").run()
    assert address(app) == {"la": "E08000035", "km": "5", "data": "illustrative"}
    assert finding(app).startswith("In Leeds")
    assert finding(app) != real
    app.button_group(key="data").set_value("england").run()
    assert finding(app) == real


def test_reset_stays_in_the_same_england():
    app = arrive("reach", data="illustrative", km="5")
    next(button for button in app.button if button.label == "Reset").click().run()
    assert address(app) == {"data": "illustrative"}


@pytest.mark.parametrize("word", ["england", "illustrative"])
def test_each_england_has_a_word(word):
    assert Store.open(word).hash == Store.open(ROOT / "data" / word).hash


def test_a_snapshot_that_was_replaced_is_said_and_opens_whole_on_the_next_visit(tmp_path, monkeypatch):
    at = tmp_path / "snapshot"
    shutil.copytree(ROOT / "data" / "england", at)
    monkeypatch.setenv("HUBDATA", str(at))
    app = arrive("reach")
    before = finding(app)
    assert "Newer data" not in banner(app)
    shutil.copytree(ROOT / "data" / "illustrative", at, dirs_exist_ok=True)
    app.run()
    assert "Newer data are here" in banner(app)
    assert finding(app) == before
    assert MADE_UP in banner(arrive("reach"))
    next(button for button in app.button if button.label == "Open the new data").click().run()
    assert MADE_UP in banner(app)
    assert finding(app) != before


def test_a_snapshot_that_went_leaves_the_last_good_one(tmp_path, monkeypatch):
    at = tmp_path / "snapshot"
    shutil.copytree(ROOT / "data" / "england", at)
    monkeypatch.setenv("HUBDATA", str(at))
    before = finding(arrive("reach"))
    shutil.rmtree(at)
    assert finding(arrive("reach")) == before
