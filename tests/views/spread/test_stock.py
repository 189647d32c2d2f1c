"""A list of one day is a stock: nothing in it is new, and who could lead is counted beside all schools."""

import numpy as np
import pandas as pd
import pytest

from hubdata.answers.groups import schools_of
from hubdata.answers.reach.share import reached
from hubdata.measures.asked import Reach
from hubdata.store import ENGLAND, ILLUSTRATIVE, Store
from hubdata.views.choices import ReachChoices
from hubdata.views.spread import concentration_curve, newcomers

STOCK = (newcomers.to_outstanding, newcomers.to_better_off, concentration_curve.curve)
WRONG = ("new ", "New ", "one year known", "designation", "ini", "oncentration", "orenz")


@pytest.fixture(scope="module")
def england() -> Store:
    return Store.open(ENGLAND)


@pytest.mark.parametrize("draw", STOCK)
def test_nothing_on_a_list_of_one_day_is_new(england, draw):
    view = draw(england, ReachChoices())
    assert "on the list" in view.finding
    said = (view.title + view.finding + view.definition).replace("not who was new", "").replace("Mini", "")
    assert not [word for word in WRONG if word in said]
    assert any("oncentration index" in one for one in view.method)


def test_more_led_where_more_were_outstanding_and_fewer_of_those_that_could(england):
    """Against plain counting: authorities in order of their share of Outstanding schools, halves of both."""
    schools = schools_of(england)
    flags = pd.DataFrame(
        {
            "la": schools["la"].astype("str"),
            "all": 1,
            "graded": schools["ofsted"].notna().astype(int),
            "able": (schools["ofsted"] == "Outstanding").fillna(False).astype(int),
            "lead": reached(england, Reach("lead")).astype(int),
        }
    )
    flags["both"] = flags["able"] * flags["lead"]
    areas = flags.groupby("la").sum()
    areas = areas.loc[areas["graded"] > 0].assign(share=lambda each: each["able"] / each["graded"])
    steps = areas.groupby("share")[["all", "able", "lead", "both"]].sum().cumsum()
    steps = steps / steps.iloc[-1]
    plain = 1 - np.interp(0.5, steps["all"], steps["lead"])
    among = 1 - np.interp(0.5, steps["able"], steps["both"])
    assert (round(plain, 2), round(among, 2)) == (0.56, 0.42)
    finding = newcomers.to_outstanding(england, ReachChoices()).finding
    assert f"had {plain:.0%} of the teaching schools on the list" in finding
    assert f"had {among:.0%} of those that led" in finding


def test_funding_says_that_it_follows_leads_by_construction():
    view = newcomers.funding(Store.open(ILLUSTRATIVE), ReachChoices())
    assert view.finding.startswith("Funding is shared among lead schools, so it can only go where some are")
