"""Free school meals by school: the share of pupils known to be eligible."""

import pyarrow as pa

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import percent, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.own.repeats import settle_repeats

FIELDS = (
    field("urn", required=True),
    field("fsm", "fsm_prop", required=True),
    field("name", "school_name"),
    field("la_name"),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``need_meals``: urn and per cent eligible; a published symbol is missing, counted, never 0."""
    del context
    urn = urns(sheet.text("urn"), account)
    fsm = percent(sheet.text("fsm"), account, "fsm_prop")
    settle_repeats([urn], [sheet.text("fsm")], account, "NEED-01")
    return {"need_meals": pa.table({"urn": urn, "fsm": fsm}).filter(pa.array(account.kept))}


FORMAT = Format(
    name="free_meals",
    title="Free school meals by school",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    known_by=("urn", "fsm"),
    address="https://explore-education-statistics.service.gov.uk/find-statistics/school-pupils-and-their-characteristics",
)
