"""The look-up of areas: authorities, districts and regions, of its newest year."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import first_of_each, padded, true_where
from hubdata.intake.sheet import Sheet
from hubdata.sources.areas.regions import region_named
from hubdata.sources.formats import Context, Format, Tables

FIELDS = (
    field("la_code", "old_la_code", required=True),
    field("la", "new_la_code", required=True),
    field("la_name", "la_name", required=True),
    field("district", "lad_code", required=True),
    field("district_name", "lad_name", required=True),
    field("region", "region_name", required=True),
    field("newest", "most_recent_year_included", required=True),
)


def newest_year(sheet: Sheet) -> date | None:
    """1 January of the newest year that the look-up covers."""
    years = [int(y) for y in pc.unique(sheet.text("newest")).to_pylist() if y.isdigit()]
    return date(max(years), 1, 1) if years else None


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """The ``districts`` table of the newest year; rows of earlier years are read and left out."""
    del context
    newest = newest_year(sheet)
    current = true_where(pc.equal(sheet.text("newest"), str(newest.year) if newest else ""))
    region = region_named(sheet.text("region"))
    english = true_where(pc.is_valid(region))
    account.set_aside(current & ~english, "AREA-01", "the region is none of England's nine", "region_name")
    account.leave_out("AREA-02", "rows of earlier years are read and left out", int((~current).sum()))
    names = ("district", "district_name", "la", "la_name")
    columns = {name: sheet.text(name) for name in names}
    columns["la_code"] = padded(sheet.text("la_code"), 3, account, "old_la_code")
    table = pa.table(columns | {"region": region}).filter(pa.array(current & account.kept))
    repeats = len(table) - len(pc.unique(table["district"]))
    account.flag("AREA-03", "a district stands twice in the newest year: the first is used", repeats)
    first = pa.array(first_of_each(table["district"]))
    return {"districts": table.filter(first).sort_by("district")}


FORMAT = Format(
    name="la_district_region",
    title="Authorities, districts and regions",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://explore-education-statistics.service.gov.uk",
    content_date=newest_year,
)
