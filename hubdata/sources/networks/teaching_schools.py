"""The published list of teaching schools (12 March 2018 and others of its layout), .xls or CSV: leads only."""

from datetime import date

import pyarrow as pa

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import filled, first_of_each, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.names import address_of
from hubdata.sources.networks.leads import leads
from hubdata.sources.schools.links import drop_repeated_keys

KIND = "teaching_school_alliance"
# Designations began in September 2011 (TES, 2017) and ended on 31 August 2021 (GOV.UK, teaching school hubs).
BEGAN = date(2011, 9, 1)
ENDED = date(2021, 8, 31)

FIELDS = (
    field("alliance", "Alliance Name", "Teaching School Alliance", required=True, literal=True),
    field("school", "Teaching School", "Teaching School Name", literal=True),
    field("urn", "URN", required=True),
    field("region", "Region"),
    field("la", "Local Authority"),
    field("phase", "Phase"),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``networks`` (one row an alliance) and ``members`` (its teaching schools, role lead).

    Nobody published designation dates: a start is the list's date, and where that is unknown the programme's first day.
    """
    alliance = sheet.text("alliance")
    urn = urns(sheet.text("urn"), account, optional=True)
    account.set_aside(~filled(alliance), "TSA-01", "a teaching school is listed without its alliance", "Alliance Name")
    drop_repeated_keys([alliance, urn], account, "TSA-02")
    account.flag_rows(~filled(urn), "TSA-03", "an alliance is listed without the URN of its lead", "URN")
    again = ~first_of_each(urn) & filled(urn)
    account.flag_rows(again, "TSA-04", "a teaching school leads two alliances: as a school it counts once", "URN")
    names, schools = (values.filter(pa.array(account.kept)).to_pylist() for values in (alliance, urn))
    since = context.as_at or BEGAN
    until = max(ENDED, since)
    network = [address_of(name) for name in names]
    named = dict(zip(reversed(network), reversed(names), strict=True))
    count = len(named)
    networks = {
        "network": list(named),
        "kind": [KIND] * count,
        "name": list(named.values()),
        "since": pa.array([since] * count, pa.date32()),
        "until": pa.array([until] * count, pa.date32()),
        "listed": pa.array([context.as_at] * count, pa.date32()),
    }
    return {"networks": pa.table(networks).sort_by("network"), "members": leads(network, schools, since, until)}


FORMAT = Format(
    name="teaching_schools",
    title="Teaching schools and alliances",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://www.gov.uk/government/organisations/department-for-education",
    known_by=("alliance", "school", "urn"),
)
