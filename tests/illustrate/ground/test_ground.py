"""Cells and ground on a small made-up coast: land, sea, borders, towns and hamlets."""

import numpy as np
import pandas as pd

from hubdata.illustrate.ground.cells import SIDE, SOUTH, WEST, cells
from hubdata.illustrate.ground.ground import ground
from hubdata.illustrate.ground.outlines import outlines
from hubdata.illustrate.ground.territory import borders, links


def town(east, north, spread, count, district, seed=1) -> pd.DataFrame:
    place = np.random.default_rng(seed).normal((east, north), spread, (count, 2)).astype(int)
    return pd.DataFrame({"easting": place[:, 0], "northing": place[:, 1], "district": district})


def country() -> pd.DataFrame:
    """Two English districts side by side with a Welsh one west of them, and open water all round."""
    x, y = np.meshgrid(np.arange(300_000, 330_000, 700), np.arange(300_000, 315_000, 700))
    spread = pd.DataFrame({"easting": x.ravel(), "northing": y.ravel()})
    spread["district"] = np.where(spread["easting"] < 310_000, "W06000001", "E06000001")
    spread.loc[spread["easting"] >= 320_000, "district"] = "E06000002"
    every = pd.concat([spread, town(325_000, 307_000, 700, 4_000, "E06000002")], ignore_index=True)
    return every.assign(postcode=[f"ZZ{number}" for number in range(len(every))])


PLACES = pd.DataFrame(
    {
        "district": ["E06000001", "E06000002"],
        "district_name": ["One", "Two"],
        "la": ["E06000001", "E06000002"],
        "region": ["West Midlands", "West Midlands"],
        "conurbation": ["", ""],
    }
)


def test_land_is_what_lies_near_a_postcode_and_in_england():
    squares = cells(country())
    east, north = WEST + SIDE * squares.column, SOUTH + SIDE * squares.row
    assert set(squares.district) == {"E06000001", "E06000002"}
    assert 308_500 <= east.min() <= 310_000
    assert 329_000 <= east.max() <= 332_000
    assert 298_500 <= north.min() <= north.max() <= 316_500
    assert len(set(zip(squares.column, squares.row, strict=True))) == len(squares.row)


def test_a_lake_without_postcodes_is_land_but_open_water_is_not():
    points = country()
    lake = (points["easting"] - 318_000).abs().lt(2_500) & (points["northing"] - 307_000).abs().lt(2_500)
    squares = cells(points[~lake])
    middle = (squares.column == (318_000 - WEST) // SIDE) & (squares.row == (307_000 - SOUTH) // SIDE)
    assert middle.sum() == 1


def test_neighbours_border_each_other_and_islands_get_the_nearest():
    beside = borders(cells(country()))
    assert beside == {("E06000001", "E06000002"), ("E06000002", "E06000001")}
    units = pd.DataFrame(
        {"district": ["A", "B", "C"], "easting": [0.0, 10.0, 100.0], "northing": [0.0, 0.0, 0.0]},
    )
    assert links(units, {("A", "B"), ("B", "A")}) == {0: {1}, 1: {0, 2}, 2: {1}}


def test_shapes_at_each_level_share_their_border():
    found = outlines(cells(country()), PLACES)
    assert found.groupby("level").size().to_dict() == {"country": 1, "district": 2, "la": 2, "region": 1}


def test_ground_is_urban_where_postcodes_crowd():
    land = ground(country(), PLACES)
    assert set(land["district"]) == {"E06000001", "E06000002"}
    assert not land.duplicated(["easting", "northing"]).any()
    urban = land["ruc"].str.startswith("Urban")
    assert land.loc[urban, "town"].min() > land.loc[~urban, "town"].max()
    assert land["worth"].between(0, 1).all()
    assert land.loc[land["near"] > 80, "worth"].max() < 1
    steps = np.hypot(land["easting"].diff(), land["northing"].diff())
    assert steps.median() < 800
