"""The list of teaching school hub areas as published today (2025): the districts of each, and its lead school."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import filled, true_where, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.networks.leads import leads

KIND = "teaching_school_hub"
# The 87 areas began work when the teaching school programme ended (GOV.UK, March 2021).
BEGAN = date(2021, 9, 1)

FIELDS = (
    field("network", "area_code", "Area code", "Hub area code", required=True),
    field("name", "hub_name", "Hub name", "Teaching school hub", required=True),
    field("areas", "areas", "Areas", "Local authority districts", required=True),
    field("urn", "lead_school_urn", "Lead school URN", "URN", required=True),
    field("register", "areas_register_ect"),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``networks``, ``members`` (the lead of each area) and ``listed_areas`` (districts by name, to be resolved)."""
    urn = urns(sheet.text("urn"), account, "lead_school_urn", optional=True)
    account.flag_rows(~filled(urn), "HUB-06", "a hub area is listed without the URN of its lead", "lead_school_urn")
    code = sheet.text("network")
    account.set_aside(~filled(code), "HUB-01", "a hub area has no code", "area_code")
    counts = pc.value_counts(code)
    twice = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    repeated = true_where(pc.is_in(code, value_set=twice))
    account.set_aside(repeated, "HUB-02", "an area code stands twice", "area_code")
    kept = pa.array(account.kept)
    columns = {name: sheet.text(name).filter(kept) for name in ("network", "name", "areas", "register")}
    columns["urn"] = urn.filter(kept)
    since = context.as_at or BEGAN
    count = len(columns["network"])
    networks = {
        "network": columns["network"],
        "kind": pa.array([KIND] * count, pa.string()),
        "name": columns["name"],
        "since": pa.array([since] * count, pa.date32()),
        "until": pa.nulls(count, pa.date32()),
        "listed": pa.array([context.as_at] * count, pa.date32()),
    }
    members = leads(columns["network"].to_pylist(), urn.filter(kept).to_pylist(), since, None)
    return {"networks": pa.table(networks), "members": members, "listed_areas": pa.table(columns)}


FORMAT = Format(
    name="hub_areas",
    title="Teaching school hub areas",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://www.gov.uk/government/publications/access-support-from-school-hubs/teaching-school-hubs",
    known_by=("network", "name", "areas", "urn"),
)
