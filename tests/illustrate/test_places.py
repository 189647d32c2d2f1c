"""The shapes: as many as there are places, whole, meeting without overlap, small to send, and where the schools are."""

import json

import numpy as np
import pytest
import shapely
from pyproj import Transformer
from shapely.strtree import STRtree

LEVELS = {"district": 296, "la": 153, "region": 9, "country": 1}
TO_GRID = Transformer.from_crs("EPSG:4326", "EPSG:27700", always_xy=True)


def shapes(tables, level) -> tuple[list[str], np.ndarray]:
    here = tables["outlines"].query("level == @level")
    return here["code"].tolist(), shapely.from_wkb(here["geometry"].to_numpy(object))


def on_the_grid(drawn) -> np.ndarray:
    return shapely.transform(drawn, lambda xy: np.column_stack(TO_GRID.transform(*xy.T)))


@pytest.mark.parametrize("level", LEVELS)
def test_every_place_has_one_whole_shape(tables, level):
    codes, drawn = shapes(tables, level)
    assert len(codes) == len(set(codes)) == LEVELS[level]
    assert shapely.is_valid(drawn).all()
    assert not shapely.is_empty(drawn).any()
    assert set(shapely.get_type_id(drawn)) <= {3, 6}
    if level != "country":
        assert set(codes) == set(tables["districts"][level])


@pytest.mark.parametrize("level", ["district", "la", "region"])
def test_neighbours_meet_and_do_not_overlap(tables, level):
    _, drawn = shapes(tables, level)
    assert shapely.area(drawn).sum() == pytest.approx(shapely.union_all(drawn).area, rel=1e-9)
    first, second = STRtree(drawn).query(drawn, predicate="overlaps")
    assert not len(first[first < second])


@pytest.mark.parametrize("level", LEVELS)
def test_shapes_lie_in_england_and_are_of_its_size(tables, level):
    _, drawn = shapes(tables, level)
    west, south, east, north = shapely.total_bounds(drawn)
    assert (west, south, east, north) == pytest.approx((-6.4, 49.9, 1.8, 55.8), abs=0.15)
    assert shapely.area(on_the_grid(drawn)).sum() / 1e6 == pytest.approx(130_300, rel=0.03)


def test_authorities_together_are_small_to_send(tables):
    codes, drawn = shapes(tables, "la")
    features = [
        {"type": "Feature", "properties": {"code": code}, "geometry": json.loads(shapely.to_geojson(shape))}
        for code, shape in zip(codes, drawn, strict=True)
    ]
    sent = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    assert len(sent) < 92_000
    assert np.array_equal(np.round(shapely.get_coordinates(drawn), 4), shapely.get_coordinates(drawn))


def test_every_school_stands_in_its_district(tables):
    codes, drawn = shapes(tables, "district")
    shape = dict(zip(codes, on_the_grid(drawn), strict=True))
    schools = tables["schools"].dropna(subset=["easting", "district"])
    points = shapely.points(schools[["easting", "northing"]].to_numpy())
    away = shapely.distance(points, np.array([shape[code] for code in schools["district"]]))
    assert away.max() <= 2_000
    assert (away > 0).mean() < 0.12


def test_the_same_places_as_the_official_ones(tables, official):
    import geopandas as gpd

    real = gpd.read_file(official / "boundaries" / "england_ltla24.geojson").to_crs(27700)
    code = next(column for column in real.columns if real[column].astype(str).str.fullmatch(r"E0\d{7}").all())
    real = real.set_index(real[code].replace({"E08000016": "E08000038", "E08000019": "E08000039"})).make_valid()
    codes, drawn = shapes(tables, "district")
    ours = on_the_grid(drawn)
    theirs = real.loc[codes].to_numpy()
    shared = shapely.area(shapely.intersection(ours, theirs)).sum()
    assert shared / shapely.area(theirs).sum() > 0.94


def test_names_and_codes_as_the_official_lookup_has_them(tables, official):
    import pandas as pd

    real = pd.read_csv(official / "lookups" / "la_district_region.csv", dtype=str)
    real = real[real["most_recent_year_included"] == real["most_recent_year_included"].max()]
    real = real.replace({"E08000016": "E08000038", "E08000019": "E08000039"})
    real = real[["lad_code", "lad_name", "new_la_code", "la_name", "old_la_code", "region_name"]]
    assert set(real.itertuples(index=False, name=None)) == set(tables["districts"].itertuples(index=False, name=None))
