"""Rates and gaps in every lot are those of a plain loop over lots; distances are those of the measure itself."""

import numpy as np
import pandas as pd
import pytest

from hubdata.measures.reach.by_lot import differences, rates
from hubdata.measures.reach.distance import nearest
from hubdata.measures.reach.gap import gap
from hubdata.measures.reach.placed import placed, within
from hubdata.measures.reach.share import share

RANDOM = np.random.default_rng(5)
N, LOTS = 200, 9
FLAGS = RANDOM.random((N, LOTS)) < 0.4


@pytest.fixture(scope="module")
def rows() -> pd.DataFrame:
    table = pd.DataFrame(
        {
            "place": np.arange(N),
            "la": RANDOM.choice(["E1", "E2", None], N),
            "rural": RANDOM.choice(["Rural", "Urban", None], N),
            "pupils": pd.Series(RANDOM.choice([0, 50, 300], N), dtype="Int64").where(RANDOM.random(N) > 0.1),
            "reached": pd.Series(RANDOM.random(N) < 0.5, dtype="boolean").where(RANDOM.random(N) > 0.1),
        }
    )
    return table.sample(frac=1, random_state=1)


def in_lot(rows: pd.DataFrame, lot: int) -> pd.Series:
    return pd.Series(FLAGS[rows["place"], lot], index=rows.index, dtype="boolean").where(rows["reached"].notna())


@pytest.mark.parametrize("weight", ["schools", "pupils"])
@pytest.mark.parametrize("by", [[], ["la"], ["la", "rural"]])
def test_rates_are_those_of_each_lot(rows, by, weight):
    found = rates(FLAGS, rows, by, weight)
    for lot in (0, 4, 8):
        assert found[:, lot] == pytest.approx(share(rows, in_lot(rows, lot), by, weight)["rate"].to_numpy())


@pytest.mark.parametrize("weight", ["schools", "pupils"])
@pytest.mark.parametrize("by", [[], ["la"]])
def test_differences_are_those_of_each_lot(rows, by, weight):
    found = differences(FLAGS, rows, by, "rural", weight)
    for lot in (0, 4, 8):
        plain = gap(rows, in_lot(rows, lot), by, "rural", weight)["difference"]
        assert found[:, lot] == pytest.approx(plain.to_numpy())


def test_distances_by_lot_are_those_of_the_nearest_lead():
    points = RANDOM.integers(0, 60_000, (80, 2)).astype(float)
    drawn = np.array([[3, 9, 27], [1, 70, 44]])
    fixed = np.array([[30_000.0, 30_000.0]])
    tens = placed(points, drawn, fixed)
    schools = pd.DataFrame(points, columns=["easting", "northing"])
    for lot, places in enumerate(drawn):
        stand = pd.DataFrame(np.vstack([points[places], fixed]), columns=["easting", "northing"])
        leads = stand.assign(network=[f"n{i}" for i in range(4)], urn=[f"u{i}" for i in range(4)], name="lead")
        km = nearest(schools, leads)["km"].to_numpy()
        assert np.abs(tens[:, lot] / 100 - km).max() <= 0.01
        assert (within(tens, 10)[:, lot] <= (km <= 10)).all()


def test_a_distance_of_exactly_the_radius_is_within_it():
    tens = placed(np.array([[0.0, 0.0], [6_000.0, 8_000.0], [6_000.0, 8_001.0]]), np.array([[0]]), np.empty((0, 2)))
    assert within(tens, 10)[:, 0].tolist() == [True, True, False]
