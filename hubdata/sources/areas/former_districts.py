"""Every district code and name since 2011, and the district each is today."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import true_where
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables

FIELDS = (
    field("code", "LADCD", required=True),
    field("name", "LADNM", required=True),
    field("district", "LADCD_ACTIVE", required=True),
    field("district_name", "LADNM_ACTIVE", required=True),
    field("country", "CTRYCD"),
    field("current", "Current"),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``district_names``: each name and code since 2011 and the district it is today, England only."""
    del context
    english = true_where(pc.starts_with(sheet.text("district"), "E"))
    account.leave_out("AREA-04", "districts outside England are read and left out", int((~english).sum()))
    names = ("code", "name", "district", "district_name")
    return {"district_names": pa.table({n: sheet.text(n) for n in names}).filter(pa.array(english & account.kept))}


FORMAT = Format(
    name="district_vintages",
    title="District codes and names since 2011",
    publisher="Office for National Statistics",
    fields=FIELDS,
    read=read,
    address="https://geoportal.statistics.gov.uk",
    dated=False,
)
