"""Who is counted, and the bands that schools fall in."""

import pandas as pd
import pytest
from small_england import tables

from hubdata import schema
from hubdata.measures.population import is_counted, population, size, trust_size
from hubdata.measures.reach.governance import governance, mix

COUNTED = {"status": "Open", "type_group": "Academies", "phase": "Primary", "la": "E06000001"}


@pytest.mark.parametrize(
    ("change", "counted"),
    [
        ({}, True),
        ({"status": "Open, but proposed to close"}, True),
        ({"status": "Closed"}, False),
        ({"status": "Proposed to open"}, False),
        ({"type_group": "Independent schools"}, False),
        ({"type_group": "Special schools"}, False),
        ({"phase": "Nursery"}, False),
        ({"phase": "Not applicable"}, False),
        ({"phase": "All-through"}, True),
        ({"la": "W06000001"}, False),
        ({"la": None}, False),
    ],
)
def test_the_population_is_open_state_funded_mainstream_and_english(change, counted):
    row = pd.DataFrame([COUNTED | change]).astype({"la": "str"})
    assert is_counted(row).tolist() == [counted]


def test_sizes_band_at_their_edges_and_missing_is_a_band():
    bands = size(pd.Series([0, 109, 110, 209, 210, 419, 420, 5000, None], dtype="Int64"))
    assert bands.astype("str").tolist() == [
        "under 110", "under 110", "110-209", "110-209", "210-419", "210-419", "420 and over", "420 and over",
        "Not known",
    ]  # fmt: skip


def test_trusts_are_counted_over_academies_alone():
    table = pd.DataFrame(
        {
            "type_group": ["Academies"] * 3 + ["Local authority maintained schools"] * 2 + ["Free Schools"],
            "trust": ["t", "t", "u", "t", None, None],
        }
    )
    assert trust_size(table).astype("str").tolist() == ["2-5", "2-5", "1", "None", "None", "Not known"]


def test_governance_names_every_school():
    group = pd.Series(["Academies", "Academies", "Free Schools", "Local authority maintained schools"] * 2)
    trust = pd.Series(["1", "6-10", "Not known", "None"] * 2)
    federation = pd.Series([None] * 7 + ["F"])
    found = governance(group, trust, federation).astype("str").tolist()
    assert found[:4] == ["Single-academy trust", "Trust of 6-10", "Not known", "Maintained, on its own"]
    assert found[7] == "Maintained, in a federation"


def test_a_mix_adds_up_to_its_group():
    table = pd.DataFrame({"kind": ["a", "a", "b", None], "phase": ["x", "x", "x", "y"]})
    found = mix(table, ["phase"], "kind")
    assert found[["phase", "count", "schools"]].to_numpy().tolist() == [["x", 2, 3], ["x", 1, 3], ["y", 1, 1]]
    assert mix(table, [], "kind")["schools"].tolist() == [4, 4, 4]


def test_every_school_keeps_its_row_with_a_region_from_either_code():
    small = tables()
    renamed = small["districts"].astype({"la": "str"})
    renamed["la"] = renamed["la"].where(renamed["la"] != "E06000003", "E06000099")
    before, after = (population(small["schools"], districts) for districts in (small["districts"], renamed))
    assert before["region"].notna().all()
    assert after["region"].astype("str").tolist() == before["region"].astype("str").tolist()
    assert before["urn"].is_monotonic_increasing
    assert len(before) == is_counted(small["schools"]).sum()


def test_a_region_nobody_knows_stays_missing_and_counted():
    small = tables()
    unknown = small["districts"].loc[small["districts"]["la_code"] != "201"]
    found = population(small["schools"], unknown)
    assert found["region"].isna().sum() == (found["la"] == "E06000000").sum() > 0


def test_located_needs_both_coordinates():
    small = tables()
    small["schools"].loc[0:40, "northing"] = None
    found = population(small["schools"], small["districts"])
    assert not found.loc[found["northing"].isna(), "located"].any()


def test_no_schools_no_rows():
    small = tables()
    assert population(small["schools"].head(0), small["districts"]).empty


def test_orders_are_those_of_the_vocabulary():
    found = population(*(tables()[name] for name in ("schools", "districts")))
    assert tuple(found["phase"].cat.categories) == schema.PHASES
    assert tuple(found["region"].cat.categories) == schema.REGIONS
