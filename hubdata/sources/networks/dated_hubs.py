"""The list of hub areas as published in 2023: code and districts in one cell, other codes than later lists have."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import true_where
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.networks import hub_areas

# ``EENEL1 - Braintree, Chelmsford``: the code, and its districts with commas (some names have one themselves).
CELL = r"^\s*(?P<code>[A-Z]+\d+)\s+[-–]\s+(?P<areas>.+?)\s*$"
FIELDS = (
    field("area", "Teaching School Hub area", required=True),
    field("name", "Teaching School Hub name", required=True),
    field("urn", "URN", required=True),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """As ``hub_areas.read``: ``networks``, ``members`` and ``listed_areas``."""
    parts = pc.extract_regex(sheet.text("area"), CELL)
    unread = true_where(pc.is_null(parts))
    account.set_aside(unread, "HUB-07", "an area is not a code, a dash and its districts", "Teaching School Hub area")
    code, areas = (pc.fill_null(pc.struct_field(parts, part), "") for part in ("code", "areas"))
    columns = {"network": code, "areas": pc.replace_substring(areas, ",", ";"), "register": areas}
    named = {"name": pc.utf8_trim_whitespace(sheet.text("name")), "urn": sheet.text("urn")}
    listed = Sheet(pa.table(columns | named), sheet.rows)
    return hub_areas.read(listed, account, context)


FORMAT = Format(
    name="dated_hub_areas",
    title="Teaching school hub areas (list of 2023)",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address=hub_areas.FORMAT.address,
    alike=1.0,
)
