"""Schools in which training providers place trainees. A placement is not a membership."""

import pyarrow as pa

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables, empty_to_null
from hubdata.sources.own.repeats import settle_repeats

FIELDS = (
    field("provider", "provider_code", required=True),
    field("provider_name", "provider_name", required=True),
    field("site", "site_code", required=True),
    field("site_name"),
    field("urn", "establishment_urn", required=True),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``training_sites``: which schools take a provider's trainees. A placement is not a membership."""
    del context
    urn = urns(sheet.text("urn"), account, "establishment_urn")
    names = ("provider", "provider_name", "site")
    settle_repeats([sheet.text("provider"), urn, sheet.text("site")], [sheet.text("provider_name")], account, "SITE-01")
    table = empty_to_null({name: sheet.text(name) for name in names} | {"urn": urn})
    table = table.select(["provider", "provider_name", "urn", "site"])
    return {"training_sites": table.filter(pa.array(account.kept))}


FORMAT = Format(
    name="training_sites",
    title="Training providers and their placement sites",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://www.gov.uk/government/organisations/department-for-education",
)
