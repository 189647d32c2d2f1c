"""Hub areas: shared districts count in each, empty areas stay, the band at its edges."""

import numpy as np
import pandas as pd

from hubdata.measures.networks.hub_areas import band, hub_areas

POPULATION = pd.DataFrame(
    {
        "urn": ["1", "2", "3"],
        "district": ["d", "d", None],
        "easting": [0.0, 3000.0, 0.0],
        "northing": [0.0, 4000.0, 0.0],
    }
)
AREAS = pd.DataFrame({"network": ["A", "B"], "district": ["d", "d"], "shared": [True, True]})
NETWORKS = pd.DataFrame({"network": ["B", "A", "C"], "name": ["Bee", "Ay", "Sea"]})
LEADS = pd.DataFrame({"network": ["A", "A", "B"], "easting": [0.0, 3000.0, np.nan], "northing": [0.0, 0.0, np.nan]})


def test_shared_districts_count_in_each_area_and_every_area_is_printed():
    table = hub_areas(POPULATION, AREAS, NETWORKS, LEADS)
    assert table["hub_area"].tolist() == ["A", "B", "C"]
    assert table["schools"].tolist() == [2, 2, 0]
    assert table["shared"].tolist() == [2, 2, 0]


def test_distances_are_to_the_nearest_lead_of_the_own_area():
    table = hub_areas(POPULATION, AREAS, NETWORKS, LEADS).set_index("hub_area")
    assert table.loc["A", ["mean_km", "max_km"]].tolist() == [2.0, 4.0]
    assert table.loc[["B", "C"], ["mean_km", "max_km"]].isna().all(axis=None)


def test_the_band_holds_its_ends():
    assert band(pd.Series([199, 200, 300, 301])).tolist() == ["below", "within", "within", "above"]
