"""Look-ups of the Office for National Statistics, with the year in the name of each column, as people download them."""

from datetime import date

import pytest
from official_layouts import as_csv
from read_here import codes, read_here, rows

DECEMBER = "Local_Authority_District_to_Region_(December_2023)_Lookup_in_England.csv"
KENT = {"LAD": ("E07000110", "Maidstone"), "RGN": ("E12000008", "South East"), "CTY": ("E10000016", "Kent")}
NEW = {"LAD": ("E06000099", "Newshire"), "RGN": ("E12000008", "South East"), "CTY": ("", "")}


def lookup(year: str, kinds: str, *areas: dict[str, tuple[str, str]], **more: str) -> bytes:
    """A look-up with a code and a name for each kind of area."""
    columns = [f"{kind}{year}{what}" for kind in kinds.split() for what in ("CD", "NM")]
    listed = [dict(zip(columns, (v for k in kinds.split() for v in area[k]), strict=True)) | more for area in areas]
    return as_csv([*columns, *more, "ObjectId"], listed)


@pytest.mark.parametrize("year", ["17", "23", "31"])
def test_districts_and_regions_of_any_year(year):
    parsed = read_here(DECEMBER, lookup(year, "LAD RGN", KENT, NEW))
    assert (parsed.report.verdict, parsed.report.loaded, parsed.report.as_at) == ("PASS", 2, date(2023, 12, 1))
    found = {row["district"]: row for row in rows(parsed, "districts")}
    assert found["E07000110"] == {
        "district": "E07000110", "district_name": "Maidstone", "la": "E10000016", "la_name": "Kent",
        "la_code": "886", "region": "South East",
    }  # fmt: skip
    assert found["E06000099"] == {
        "district": "E06000099", "district_name": "Newshire", "la": "E06000099", "la_name": "Newshire",
        "la_code": None, "region": "South East",
    }  # fmt: skip
    assert len(found) == 297  # the 296 districts that come with the product, and the new one


def test_wards_are_put_together_into_their_districts():
    named = ("WD LAD CTY RGN", *(KENT | {"WD": (f"E0500{i}", f"Ward {i}")} for i in range(5)))
    parsed = read_here("WD_LAD_CTY_RGN_DEC_2024.csv", lookup("24", *named))
    assert (parsed.report.loaded, parsed.report.recognised_as) == (5, "region_lookup")
    assert [row["district"] for row in rows(parsed, "districts")].count("E07000110") == 1


def test_a_new_lower_tier_district_needs_its_county_from_somebody():
    new = {**KENT, "LAD": ("E07000999", "Newtown")}
    (row,) = [
        row
        for row in rows(read_here(DECEMBER, lookup("26", "LAD CTY RGN", new)), "districts")
        if row["district"] == "E07000999"
    ]
    assert (row["la"], row["la_code"], row["region"]) == ("E10000016", "886", "South East")
    parsed = read_here(DECEMBER, lookup("26", "LAD RGN", new))
    assert (parsed.report.loaded, parsed.report.quarantined) == (0, 1)
    assert "AREA-05" in codes(parsed)


def test_upper_tiers_alone_take_regions_from_what_is_known():
    areas = [{"LTLA": a["LAD"], "UTLA": b} for a, b in ((KENT, KENT["CTY"]), ({"LAD": ("W06000015", "Cardiff")},) * 2)]
    areas[1]["UTLA"] = ("W06000015", "Cardiff")
    parsed = read_here("LTLA23_UTLA23.csv", lookup("23", "LTLA UTLA", *areas))
    assert parsed.report.recognised_as == "upper_tier_lookup"
    assert {row["region"] for row in rows(parsed, "districts") if row["district"] == "E07000110"} == {"South East"}
    assert not [row for row in rows(parsed, "districts") if row["district"].startswith("W")]


@pytest.mark.parametrize(
    "columns", [["LAD23CD", "LAD23NM", "People"], ["RGN23CD", "RGN23NM", "People"], ["LAD23CD", "RGN23NM", "People"]]
)
def test_statistics_by_area_are_no_look_up(columns):
    parsed = read_here("people_2023.csv", as_csv(columns, [dict.fromkeys(columns, "1")]))
    assert parsed.report.verdict == "UNRECOGNISED"
