"""Accredited training providers and the partners that train with them."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import dates, filled, first_of_each, true_where
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables, empty_to_null

FIELDS = (
    field("provider", "partnership__accredited_provider_provider_code", required=True),
    field("provider_name", "partnership__accredited_provider_name", required=True),
    field("partner", "partnership__training_partner_provider_code", required=True),
    field("partner_name", "partnership__training_partner_name", required=True),
    field("since", "partnership__start_date", required=True),
    field("until", "partnership__end_date"),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``training_partners``: accredited providers and their partners, with the days of the partnership."""
    del context
    days = {name: dates(sheet.text(name), account, name) for name in ("since", "until")}
    account.set_aside(true_where(pc.is_null(days["since"])), "ITT-04", "a partnership has no start", "start_date")
    backwards = true_where(pc.less(days["until"], days["since"]))
    account.set_aside(backwards, "SPELL-01", "the end is before the start", "start_date, end_date")
    for name in ("provider", "partner"):
        account.set_aside_keyless(~filled(sheet.text(name)), "ITT-05", "a provider has no code", name)
    names = ("provider", "provider_name", "partner", "partner_name")
    table = empty_to_null({name: sheet.text(name) for name in names} | days).filter(pa.array(account.kept))
    first = first_of_each(table["provider"], table["partner"], table["since"].cast(pa.string()))
    return {"training_partners": table.filter(pa.array(first))}


FORMAT = Format(
    name="training_partners",
    title="Training partnerships",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://www.gov.uk/government/organisations/department-for-education",
    dated=False,
)
