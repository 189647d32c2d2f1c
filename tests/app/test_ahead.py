"""What is drawn ahead is what the map page asks for when a reader uses its row of controls."""

import threading
from dataclasses import replace

import pytest

from hubdata.answers.groups import kind_of
from hubdata.app import ahead
from hubdata.snapshot import PLACES
from hubdata.store import ILLUSTRATIVE, Store
from hubdata.views.choices import ReachChoices
from hubdata.views.networks.listed import dated
from hubdata.views.reach import page


@pytest.fixture(scope="module")
def drawn() -> tuple[Store, list]:
    """A store with everything drawn ahead, and what was."""
    store = Store.open(ILLUSTRATIVE)
    ahead._draw(store, between=0)
    return store, list(ahead.likely(store))


def test_every_choice_of_the_row_is_drawn_ahead(drawn, monkeypatch):
    store, choices = drawn

    def asked_again(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr(page, "proved", asked_again)
    for each in choices:
        for view in (page.by_area, page.by_group, page.unreached):
            assert len(view(store, each).proof.table)
    with pytest.raises(AssertionError, match="worked out again"):
        page.by_area(store, replace(choices[0], km=7.5))


def test_the_page_opens_on_the_first_of_them(drawn):
    store, choices = drawn
    assert choices[0] == dated(store, ReachChoices(kind=kind_of(store, None)))
    assert len(choices) == len(set(choices)) == 36


def test_data_that_cannot_answer_are_left_to_the_page(caplog):
    assert ahead._draw(Store.open(PLACES), between=0) is None
    assert not caplog.records


def test_a_machine_may_have_better_things_to_do(monkeypatch):
    before = threading.active_count()
    monkeypatch.setenv("HUBDATA_AHEAD", "off")
    ahead.draw_ahead(Store.open(PLACES))
    assert threading.active_count() == before
    monkeypatch.delenv("HUBDATA_AHEAD")
    monkeypatch.setattr(ahead, "AFTER", 3600)
    ahead.draw_ahead(Store.open(PLACES))
    (waiting,) = [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
    assert waiting.daemon
    waiting.cancel()
