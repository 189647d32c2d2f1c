"""Roles and days are asked only of data that have them, and both live in the address."""

import pytest
from visiting import address, arrive, finding

from hubdata.schema import AREAS_OF_WORK

ROLE = AREAS_OF_WORK[5]
PAGES = ["reach", "rural_urban", "equity"]


def keys(app) -> set[str]:
    return {box.key for box in app.selectbox}


@pytest.mark.parametrize("stem", PAGES)
def test_a_role_narrows_the_page_and_stays_in_the_link(illustrative, stem):
    plain, narrowed = arrive(stem), arrive(stem, role=ROLE)
    assert not narrowed.exception
    assert address(narrowed) == {"role": ROLE}
    assert finding(narrowed) != finding(plain)
    assert "research and development" in finding(narrowed) + " ".join(head.value for head in narrowed.header)


@pytest.mark.parametrize("stem", PAGES[:2])
def test_a_day_turns_the_page_back(illustrative, stem):
    early, late = arrive(stem, as_at="2012-09-01"), arrive(stem)
    assert address(early) == {"as_at": "2012-09-01"}
    assert finding(early) != finding(late)
    assert any("1 Sep 2012" in caption.value for caption in early.caption)


@pytest.mark.parametrize("stem", PAGES)
def test_hubs_have_one_day_and_ask_for_none(illustrative, stem):
    app = arrive(stem, kind="teaching_school_hub", as_at="2012-09-01")
    assert not app.exception
    assert "as_at" not in keys(app)


@pytest.mark.parametrize("stem", PAGES)
def test_a_day_and_a_role_that_nobody_knows_fall_back(illustrative, stem):
    app = arrive(stem, role="Juggling", as_at="1066-10-14")
    assert not app.exception
    assert finding(app) == finding(arrive(stem))


@pytest.mark.parametrize("stem", PAGES)
def test_official_lists_have_neither(monkeypatch, stem):
    monkeypatch.setenv("HUBDATA", "england")
    app = arrive(stem, role=ROLE, as_at="2015-09-01")
    assert not app.exception
    assert not {"role", "as_at"} & keys(app)
    assert finding(app) == finding(arrive(stem))
