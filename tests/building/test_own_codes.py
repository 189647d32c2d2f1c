"""Areas that stay beside a reader's register: an authority that changed its code keeps its schools and its hub."""

import pandas as pd
from official_layouts import gias, schools
from small_england import tables, typed

from hubdata import snapshot
from hubdata.building import load
from hubdata.building.own.beside import beside
from hubdata.provenance import Source, Status
from hubdata.store import Store


def test_hub_areas_that_stay_speak_the_codes_of_a_register_that_comes(tmp_path):
    """Sheffield changed its code in 2025: without the change every one of its schools would lose its hub."""
    districts = pd.DataFrame([("E08000019", "Sheffield", "E08000019", "Sheffield", "373", "Yorkshire and The Humber")])
    areas = pd.DataFrame([("X9", "E08000019", False, "")])
    found = {
        "districts": typed("districts", districts.set_axis(typed_names("districts"), axis=1)),
        "network_areas": typed("network_areas", areas.set_axis(typed_names("network_areas"), axis=1)),
        "outlines": tables()["outlines"].head(1),
    }
    sources = {name: (Source(name, "Somebody", Status.OFFICIAL),) for name in found}
    snapshot.write(found, sources, tmp_path, Status.OFFICIAL)
    sheffield = {"GSSLACode (name)": "E08000039", "LA (code)": "373", "LA (name)": "Sheffield"}
    district = {"DistrictAdministrative (code)": "E08000039", "Easting": "435000", "Northing": "387000"}
    rows = [row | sheffield | district for row in schools(60)]
    base = Store.open(tmp_path)
    mine = beside(base, load([("edubasealldata20260101.csv", gias(rows))], base))
    assert mine.table("network_areas")["district"].astype("str").tolist() == ["E08000039"]
    assert mine.table("districts")["la"].astype("str").tolist() == ["E08000039"]


def typed_names(table: str) -> list[str]:
    return list(tables()[table].columns)
