"""Small files in the layouts in which the Department publishes, with made-up schools, written by the tests."""

import csv
import io

GIAS_HEADER = (
    "URN|LA (code)|LA (name)|EstablishmentNumber|EstablishmentName|TypeOfEstablishment (code)|"
    "TypeOfEstablishment (name)|EstablishmentTypeGroup (code)|EstablishmentTypeGroup (name)|"
    "EstablishmentStatus (code)|EstablishmentStatus (name)|ReasonEstablishmentOpened (code)|"
    "ReasonEstablishmentOpened (name)|OpenDate|ReasonEstablishmentClosed (code)|ReasonEstablishmentClosed (name)|"
    "CloseDate|PhaseOfEducation (code)|PhaseOfEducation (name)|StatutoryLowAge|StatutoryHighAge|Boarders (code)|"
    "Boarders (name)|NurseryProvision (name)|OfficialSixthForm (code)|OfficialSixthForm (name)|Gender (code)|"
    "Gender (name)|ReligiousCharacter (code)|ReligiousCharacter (name)|ReligiousEthos (name)|Diocese (code)|"
    "Diocese (name)|AdmissionsPolicy (code)|AdmissionsPolicy (name)|SchoolCapacity|SpecialClasses (code)|"
    "SpecialClasses (name)|CensusDate|NumberOfPupils|NumberOfBoys|NumberOfGirls|PercentageFSM|TrustSchoolFlag (code)|"
    "TrustSchoolFlag (name)|Trusts (code)|Trusts (name)|SchoolSponsorFlag (name)|SchoolSponsors (name)|"
    "FederationFlag (name)|Federations (code)|Federations (name)|UKPRN|FEHEIdentifier|FurtherEducationType (name)|"
    "OfstedLastInsp|OfstedSpecialMeasures (code)|OfstedSpecialMeasures (name)|LastChangedDate|Street|Locality|"
    "Address3|Town|County (name)|Postcode|SchoolWebsite|TelephoneNum|HeadTitle (name)|HeadFirstName|HeadLastName|"
    "HeadPreferredJobTitle|BSOInspectorateName (name)|InspectorateReport|DateOfLastInspectionVisit|"
    "NextInspectionVisit|TeenMoth (name)|TeenMothPlaces|CCF (name)|SENPRU (name)|EBD (name)|PlacesPRU|FTProv (name)|"
    "EdByOther (name)|Section41Approved (name)|SEN1 (name)|SEN2 (name)|SEN3 (name)|SEN4 (name)|SEN5 (name)|"
    "SEN6 (name)|SEN7 (name)|SEN8 (name)|SEN9 (name)|SEN10 (name)|SEN11 (name)|SEN12 (name)|SEN13 (name)|"
    "TypeOfResourcedProvision (name)|ResourcedProvisionOnRoll|ResourcedProvisionCapacity|SenUnitOnRoll|"
    "SenUnitCapacity|GOR (code)|GOR (name)|DistrictAdministrative (code)|DistrictAdministrative (name)|"
    "AdministrativeWard (code)|AdministrativeWard (name)|ParliamentaryConstituency (code)|"
    "ParliamentaryConstituency (name)|UrbanRural (code)|UrbanRural (name)|GSSLACode (name)|Easting|Northing|"
    "MSOA (name)|LSOA (name)|InspectorateName (name)|SENStat|SENNoStat|PropsName|PreviousLA (code)|PreviousLA (name)|"
    "PreviousEstablishmentNumber|OfstedRating (name)|RSCRegion (name)|Country (name)|UPRN|SiteName|QABName (code)|"
    "QABName (name)|EstablishmentAccredited (code)|EstablishmentAccredited (name)|QABReport|CHNumber|MSOA (code)|"
    "LSOA (code)|FSM|AccreditationExpiryDate"
)
GIAS_COLUMNS = GIAS_HEADER.split("|")
KENT = {"LA (code)": "886", "LA (name)": "Kent", "GSSLACode (name)": "E10000016", "GOR (name)": "South East"}
TEACHING_COLUMNS = ["Alliance Name", "Teaching School", "URN", "Region", "Local Authority", "RSC", "Type", "Phase"]
HUB_COLUMNS = ["area_code", "hub_name", "website", "areas", "lead_school_urn", "areas_register_ect"]
LA_COLUMNS = [
    "old_la_code", "new_la_code", "la_name", "lad_code", "lad_name", "region_code", "region_name",
    "first_available_year_included", "most_recent_year_included",
]  # fmt: skip
VINTAGE_COLUMNS = ["LADCD", "LADNM", "LADCD_ACTIVE", "LADNM_ACTIVE", "CTRYCD", "Current"]
LINK_COLUMNS = ["URN", "LinkURN", "LinkName", "LinkType", "LinkEstablishedDate"]


def school(number: int, **said: str) -> dict[str, str]:
    """A primary school of Kent near Maidstone, open since 2001, as a row of an extract; ``said`` replaces cells."""
    row = {
        **KENT,
        "URN": str(100000 + number),
        "EstablishmentNumber": f"{2000 + number}",
        "EstablishmentName": f"Invented School {number}",
        "TypeOfEstablishment (name)": "Community school",
        "EstablishmentTypeGroup (name)": "Local authority maintained schools",
        "EstablishmentStatus (name)": "Open",
        "OpenDate": "01-09-2001",
        "PhaseOfEducation (name)": "Primary",
        "NumberOfPupils": str(150 + number),
        "PercentageFSM": "12.5",
        "UKPRN": str(10_000_000 + number),
        "Town": "Maidstone",
        "Postcode": "ME14 1XX",
        "DistrictAdministrative (code)": "E07000110",
        "UrbanRural (code)": "C1",
        "UrbanRural (name)": "(England/Wales) Urban city and town",
        "Easting": str(575_000 + 20 * number),
        "Northing": str(155_000 + 20 * number),
        "OfstedRating (name)": "Good",
        "OfstedLastInsp": "12-03-2017",
        "HeadFirstName": "Somebody",
        "HeadLastName": "Private",
    }
    return row | said


def schools(count: int, *changed: dict[str, str]) -> list[dict[str, str]]:
    """``count`` schools; each of ``changed`` (a row number and its cells under ``at``) alters one of them."""
    rows = [school(i) for i in range(count)]
    for change in changed:
        cells = dict(change)
        rows[int(cells.pop("at"))].update(cells)
    return rows


def as_csv(columns: list[str], rows: list[dict[str, str]], encoding: str = "cp1252", end: str = "\r\n") -> bytes:
    """Rows as a CSV file in the encoding and line ends of the official ones."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", extrasaction="ignore", lineterminator=end)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode(encoding)


def gias(rows: list[dict[str, str]], columns: list[str] = GIAS_COLUMNS, **how: str) -> bytes:
    """An extract of all establishments."""
    return as_csv(columns, rows, **how)
