"""The coast, the borders, and the tile map."""

import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.outlines.cartogram import equal_areas
from hubdata.measures.outlines.tiles import tiles
from hubdata.measures.outlines.touching import touching
from hubdata.measures.reach.coast import SCOTLAND, WALES, coast_km, coastal, coastline

SIDE = 10_000
GRID = {
    f"{row}{column}": shapely.box(
        400_000 + column * SIDE, 300_000 + row * SIDE, 400_000 + (column + 1) * SIDE, 300_000 + (row + 1) * SIDE
    )
    for row in range(6)
    for column in range(6)
}


def test_distance_to_the_coast_of_a_square():
    coast = coastline(shapely.box(400_000, 300_000, 460_000, 360_000))
    table = pd.DataFrame({"easting": [401_000.0, 430_000.0, np.nan], "northing": [330_000.0, 340_000.0, np.nan]})
    km = coast_km(table, coast)
    assert km[:2].tolist() == [1, 20]
    assert coastal(km).tolist() == ["Coastal", "Inland", "Not known"]


@given(st.lists(st.tuples(st.integers(380_000, 480_000), st.integers(280_000, 380_000)), min_size=1, max_size=10))
def test_distance_to_the_coast_is_that_of_brute_force(points):
    island = shapely.Point(430_000, 330_000).buffer(20_000, quad_segs=4)
    table = pd.DataFrame(points, columns=["easting", "northing"], dtype=float)
    wanted = [shapely.Point(*point).distance(island.exterior) / 1000 for point in points]
    assert coast_km(table, coastline(island)).tolist() == pytest.approx(wanted)


@pytest.mark.parametrize("border", [WALES, SCOTLAND])
def test_a_land_border_is_no_coast(border):
    inland = np.array(border[3:-3]) * 1000.0
    country = shapely.Polygon([*inland, (500_000, inland[-1][1]), (500_000, inland[0][1])])
    kept = coastline(country)
    assert max(shapely.distance(kept, shapely.points(inland))) >= 7_000
    assert shapely.distance(kept, shapely.Point(500_000, inland[:, 1].mean())) == pytest.approx(0)


def test_a_lake_is_no_sea():
    country = shapely.box(400_000, 300_000, 460_000, 360_000).difference(
        shapely.box(425_000, 325_000, 435_000, 335_000)
    )
    table = pd.DataFrame({"easting": [430_000.0], "northing": [324_000.0]})
    assert coast_km(table, coastline(country)).tolist() == [24]


def test_corners_touch_and_an_island_gets_the_nearest():
    shapes = {name: GRID[name] for name in ("00", "01", "11")} | {
        "sea": shapely.box(460_000, 300_000, 461_000, 301_000)
    }
    found = touching(shapes)
    assert found == {"00": ["01", "11"], "01": ["00", "11", "sea"], "11": ["00", "01"], "sea": ["01"]}
    assert touching({"00": GRID["00"]}) == {"00": []}


def test_stretched_areas_keep_their_order_and_even_out():
    thin = {
        "a": shapely.box(0, 0, 1000, 1000),
        "b": shapely.box(1000, 0, 1200, 1000),
        "c": shapely.box(1200, 0, 5000, 1000),
    }
    before = {code: shape.centroid.x for code, shape in thin.items()}
    after = equal_areas(thin)
    assert sorted(before, key=before.get) == sorted(after, key=lambda code: after[code][0])
    gaps = np.diff([after[code][0] for code in "abc"])
    assert max(gaps) / min(gaps) < (before["c"] - before["b"]) / (before["b"] - before["a"])


def test_every_area_has_a_tile_of_its_own_near_its_neighbours():
    middles = equal_areas(GRID)
    table = tiles(middles)
    assert len(set(zip(table["column"], table["row"], strict=True))) == len(GRID)
    assert table["column"].min() == 0
    place = table.set_index("code")[["x", "y"]]
    apart = [np.hypot(*(place.loc[a] - place.loc[b])) for a, near in touching(GRID).items() for b in near]
    assert np.median(apart) < 2
    backwards = dict(reversed(list(middles.items())))
    pd.testing.assert_frame_equal(tiles(backwards), table)


def test_no_areas_no_tiles_and_one_area_one_tile():
    assert tiles({}).empty
    assert len(tiles(equal_areas({"00": GRID["00"]}))) == 1
