"""Areas against chance: one verdict for all that are shown, by lots or by the binomial."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import norm

from hubdata.measures.spread.funnel import against_events, against_lots
from hubdata.measures.statistics.fitted import of_lots


def areas(reached: list[int], schools: list[int]) -> pd.DataFrame:
    table = pd.DataFrame({"la": [f"E{i}" for i in range(len(reached))], "reached": reached, "schools": schools})
    return table.assign(rate=table["reached"] / table["schools"])


@pytest.fixture(scope="module")
def lots() -> np.ndarray:
    random = np.random.default_rng(2)
    return np.vstack([random.binomial(n, 0.5, 999) / n for n in (100, 100, 100, 8)])


def test_only_what_lots_hardly_give_is_called_different(lots):
    table = areas([50, 88, 12, 0], [100, 100, 100, 8])
    found = against_lots(table, of_lots(lots, table["schools"]), pd.Series(0.5, index=table.index))
    assert found["verdict"].tolist() == ["within", "above", "below", "too few"]
    assert found.columns[-5:].tolist() == ["low95", "high95", "low998", "high998", "verdict"]


def test_a_rate_just_outside_its_own_band_is_no_find_among_many(lots):
    """One of forty lies beyond each limit by chance: among a hundred areas that alone says nothing."""
    table = areas([60, *[50] * 99], [100] * 100)
    values = np.vstack([lots[:1]] * 100)
    found = against_lots(table, of_lots(values, table["schools"]), pd.Series(0.5, index=table.index))
    assert found["rate"].iloc[0] > found["high95"].iloc[0] - 0.01
    assert set(found["verdict"]) == {"within"}


def test_events_have_limits_about_the_overall_rate_for_their_size():
    """Three areas are too few to tell how far areas differ anyway: chance alone, on the scale of angles."""
    table = areas([20, 45, 70], [100, 100, 100]).assign(trials=100.0)
    found = against_events(table, 0.45)
    expected = np.sin(np.arcsin(np.sqrt(0.45)) - norm.isf(0.025) * 0.05) ** 2
    assert found["low95"].iloc[0] == pytest.approx(expected)
    assert found["verdict"].tolist() == ["below", "within", "above"]
    assert "trials" not in found


def test_where_areas_differ_anyway_limits_are_wider_and_stay_shares():
    reached = [5, 15, 25, 35, 45, 55, 65, 75, 85, 95, 50, 50]
    table = areas(reached, [100] * 12).assign(trials=100.0)
    found = against_events(table, 0.5)
    assert set(found["verdict"]) == {"within"}
    assert found["low998"].between(0, 0.2).all()
    assert found["high998"].between(0.8, 1).all()
