"""Lists of schools in a programme, as they are passed on: each a reader's own list of flags, never shipped."""

import pyarrow as pa

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import Field, field
from hubdata.intake.rows.values import urns
from hubdata.intake.sheet import Sheet
from hubdata.provenance import Status
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.own.repeats import settle_repeats


def _format(name: str, title: str, flag: str, *fields: Field) -> Format:
    def read(sheet: Sheet, account: Account, context: Context) -> Tables:
        urn = urns(sheet.text("urn"), account)
        settle_repeats([urn], [], account, "FLAG-01")
        columns = {
            "urn": urn,
            "flag": pa.array([flag] * len(urn), pa.string()),
            "as_at": pa.array([context.as_at] * len(urn), pa.date32()),
        }
        return {"flags": pa.table(columns).filter(pa.array(account.kept))}

    return Format(
        name, f"{title} (a reader's own file)", "The reader", fields, read,
        status=Status.UNPUBLISHED, several=True, alike=1.0,
    )  # fmt: skip


FORMATS = (
    _format(
        "rise_schools", "Schools in RISE", "RISE",
        field("urn", "School URN", required=True), field("name", "School Name"), field("region", "Region"),
        field("la", "Local Authority"), field("phase", "Phase of Education"), field("kind", "School Type"),
    ),
    _format(
        "npq_funded_schools", "Schools whose qualifications are funded", "NPQ funded",
        field("urn", "URN", required=True), field("la", "Local Authority"), field("name", "School name"),
        field("kind", "School type"), field("district", "Administrative district"),
    ),
)  # fmt: skip
