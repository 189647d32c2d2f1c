"""Hub areas of 2023, registered training providers, and lists of flagged schools."""

from datetime import date

import numpy as np
import pyarrow as pa
import pytest
from official_layouts import as_csv
from read_here import read_here, rows

from hubdata.intake.sheet import Sheet
from hubdata.sources.people.explore import period_end

HUB = {
    "Teaching School Hub area": "SW1 - Bournemouth, Christchurch and Poole, Dorset",
    "Teaching School Hub name": "Coast Hub ", "TSH website, where available": "", "URN": "100001",
    "School type": "Secondary", "Trust Name": "Coast School", "Regional School Commissioner area": "South West (SW)",
}  # fmt: skip
PROVIDER = {
    "provider__operating_name": "Coast Consortium", "provider__legal_name": "A. Person", "provider__urn": "",
    "provider__code": "T92", "provider__accreditation_status": "accredited",
    "accreditation__start_date": "2024-08-01T00:00:00Z", "accreditation__end_date": "",
    "provider__provider_type": "scitt", "address__address_line_1": "1 Private Road", "address__town_or_city": "Dover",
    "address__postcode": "CT16 1AA", "address__latitude": "51.4779", "address__longitude": "-0.0015",
    "provider__academic_years_active": "2026,2025",
}  # fmt: skip


def test_a_hub_area_is_a_code_and_its_districts_in_one_cell():
    parsed = read_here("hubs_2023-07.csv", as_csv(list(HUB), [HUB], encoding="utf-8"))
    assert parsed.report.recognised_as == "dated_hub_areas"
    assert parsed.report.as_at == date(2023, 7, 1)
    (listed,) = rows(parsed, "listed_areas")
    assert listed["network"] == "SW1"
    assert listed["areas"] == "Bournemouth; Christchurch and Poole; Dorset"
    assert (listed["name"], listed["urn"]) == ("Coast Hub", "100001")
    assert [(m["network"], m["urn"], m["role"]) for m in rows(parsed, "members")] == [("SW1", "100001", "lead")]


def test_an_area_without_a_code_is_set_aside():
    made = [HUB | {"Teaching School Hub area": f"SW{i} - Dorset"} for i in range(99)]
    made.append(HUB | {"Teaching School Hub area": "Dorset"})
    parsed = read_here("hubs_2023-07.csv", as_csv(list(HUB), made, encoding="utf-8"))
    assert (parsed.report.loaded, parsed.report.quarantined) == (99, 1)


def test_a_provider_has_a_row_a_year_and_nothing_of_a_person():
    names = [*PROVIDER, "address__latitude", "address__longitude"]
    body = as_csv(list(PROVIDER), [PROVIDER], encoding="utf-8", end="\n").decode().splitlines()
    parsed = read_here("providers_2026-02.csv", f"{','.join(names)}\n{body[1]},51.5,-0.1\n".encode())
    found = rows(parsed, "training_providers")
    assert [(row["provider"], row["year"]) for row in found] == [("T92", "2025"), ("T92", "2026")]
    row = found[0]
    assert (row["accredited"], row["since"], row["until"]) == (True, date(2024, 8, 1), None)
    # The Royal Observatory, by the Ordnance Survey's own converter TQ 38883 77323, to within ten metres.
    assert row["easting"] == pytest.approx(538_883, abs=30)
    assert row["northing"] == pytest.approx(177_323, abs=30)
    said = " ".join(str(value) for value in row.values())
    assert not any(private in said for private in ("Private Road", "A. Person", "CT16"))


RISE = ["School URN", "School Name", "Region", "Local Authority", "Phase of Education", "School Type"]
FUNDED = ["URN", "Local Authority", "School name", "School type", "Administrative district"]


@pytest.mark.parametrize(
    ("name", "columns", "flag", "day"),
    [
        ("rise_schools_2025-09.csv", RISE, "RISE", date(2025, 9, 1)),
        ("npq_schools_autumn_2025.csv", FUNDED, "NPQ funded", date(2025, 9, 1)),
        ("flags.csv", ["urn", "flag", "as_at"], "In need", date(2024, 1, 31)),
    ],
)
def test_lists_of_schools_are_a_readers_own_flags(name, columns, flag, day):
    row = {columns[0]: "100001", "URN": "100001", "flag": flag, "as_at": "31-01-2024"}
    parsed = read_here(name, as_csv(columns, [row], encoding="utf-8"))
    assert rows(parsed, "flags") == [{"urn": "100001", "flag": flag, "as_at": day}]


@pytest.mark.parametrize("columns", [["URN", "School name", "Local Authority"], FUNDED[:-1], RISE[:-1]])
def test_any_other_list_of_schools_is_not_taken_for_one(columns):
    parsed = read_here("list_2025.csv", as_csv(columns, [dict.fromkeys(columns, "100001")], encoding="utf-8"))
    assert "flags" not in parsed.tables


@pytest.mark.parametrize(
    ("periods", "day"),
    [
        (["202122", "202425"], date(2025, 7, 31)),
        (["2017", "2023"], date(2023, 11, 1)),
        (["", ""], None),
    ],
)
def test_a_release_describes_the_end_of_its_newest_period(periods, day):
    sheet = Sheet(pa.table({"time_period": periods}), np.arange(len(periods)))
    assert period_end(sheet) == day
