"""The official files, where somebody has them: every row accounted for, and the figures that are known of them."""

import json
import re

import pytest
import shapely

from hubdata.building import Built, check

MAILBOX = re.compile(r"[^\s@]+@[^\s@]+\.[a-z]{2,}")
pytestmark = pytest.mark.official


@pytest.fixture(scope="module")
def built(official) -> Built:
    return check([official])


def rows(built: Built, table: str) -> list[dict]:
    return built.tables[table].to_pylist()


def report(built: Built, ending: str):
    return next(r for r in built.reports if r.file.endswith(ending))


def test_nothing_is_refused_and_every_row_is_accounted_for(built):
    assert built.passed
    assert all(r.balanced for r in built.reports)
    assert report(built, "extract.zip").rows_in == 50_515


def test_the_register_gives_the_population(built):
    """Counted here anew, from the columns and the words of the definition."""
    phases = {"Primary", "Middle deemed primary", "Secondary", "Middle deemed secondary", "All-through"}
    groups = {"Academies", "Free Schools", "Local authority maintained schools"}
    population = [
        s
        for s in rows(built, "schools")
        if s["status"] in ("Open", "Open, but proposed to close")
        and s["type_group"] in groups
        and s["published_phase"] in phases
        and s["la"].startswith("E")
    ]
    assert len(population) == 20_184
    assert len({s["la"] for s in population}) == 153
    assert {s["la"] for s in population} == {d["la"] for d in rows(built, "districts")}
    assert sum(s["easting"] is None for s in population) == 29


def test_the_lists_give_their_networks(built):
    kinds = [n["kind"] for n in rows(built, "networks")]
    assert (kinds.count("teaching_school_alliance"), kinds.count("teaching_school_hub")) == (640, 87)
    alliances = {n["network"] for n in rows(built, "networks") if n["kind"] == "teaching_school_alliance"}
    leads = [m for m in rows(built, "members") if m["network"] in alliances]
    assert (len(leads), len({m["urn"] for m in leads})) == (808, 808)
    assert {m["urn"] for m in leads} <= {s["urn"] for s in rows(built, "schools")}


def test_the_two_forms_of_one_list_count_once(built):
    (same,) = [f for f in built.between if f.code == "SAME-01"]
    assert same.count == 808
    assert [s.file for s in built.sources["network_areas"]] == [report(built, "hubs_2025-10.csv").file]


def test_every_hub_area_serves_districts_of_today(built):
    areas = rows(built, "network_areas")
    assert len({a["network"] for a in areas}) == 87
    assert {a["district"] for a in areas} == {d["district"] for d in rows(built, "districts")}
    shared = {a["part"] for a in areas if a["shared"]}
    assert shared == {
        "Birmingham North", "Birmingham South", "Cornwall East", "Cornwall West", "East Suffolk North",
        "East Suffolk South", "North Yorkshire East", "North Yorkshire South", "North Yorkshire West",
    }  # fmt: skip
    assert sum(a["network"] == "SW1" for a in areas) == 2


@pytest.mark.parametrize(
    ("level", "shapes", "bytes_at_most"), [("district", 296, 500_000), ("la", 153, 100_000), ("region", 9, 40_000)]
)
def test_outlines_are_whole_valid_and_light(built, level, shapes, bytes_at_most):
    drawn = [r for r in rows(built, "outlines") if r["level"] == level]
    assert len(drawn) == shapes
    outlines = shapely.from_wkb([r["geometry"] for r in drawn])
    assert shapely.is_valid(outlines).all()
    assert shapely.coverage_is_valid(outlines)
    features = [
        {"type": "Feature", "properties": {"code": r["code"]}, "geometry": json.loads(shapely.to_geojson(shape))}
        for r, shape in zip(drawn, outlines, strict=True)
    ]
    written = json.dumps({"type": "FeatureCollection", "features": features}, separators=(",", ":"))
    assert len(written) <= bytes_at_most


def test_no_name_of_a_person_and_no_mailbox_is_in_any_table(built):
    for name, table in built.tables.items():
        for column in table.column_names:
            assert not any(word in column.lower() for word in ("head", "mail", "phone", "website")), (name, column)
        texts = [c for c in table.column_names if str(table[c].type) == "string"]
        mailboxes = [v for c in texts for v in table[c].unique().to_pylist() if MAILBOX.search(v or "")]
        assert not mailboxes, name


def test_links_carry_a_closed_lead_to_its_successor(built):
    after = {r["urn"] for r in rows(built, "links") if r["relation"] == "successor"}
    closed = {s["urn"] for s in rows(built, "schools") if s["status"] == "Closed"}
    leads = {m["urn"] for m in rows(built, "members")} & closed
    assert len(leads & after) / len(leads) > 0.9
