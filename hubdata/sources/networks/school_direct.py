"""Schools that lead School Direct training: each a training partnership of its own."""

from datetime import date

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import true_where, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.networks.leads import leads
from hubdata.sources.own.repeats import settle_repeats

KIND = "training_partnership"
# School Direct began with the training year 2012/13.
BEGAN = date(2012, 9, 1)
FIELDS = (
    field("urn", required=True),
    field("name", required=True),
    field("lead_school", required=True),
    field("town"),
    field("postcode"),
    field("open_date"),
    field("close_date"),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``networks`` and ``members``: each school that leads School Direct training is a partnership of its own."""
    urn = urns(sheet.text("urn"), account)
    leading = true_where(pc.is_in(pc.utf8_lower(sheet.text("lead_school")), value_set=pa.array(["true", "yes", "1"])))
    settle_repeats([urn], [sheet.text("name"), sheet.text("lead_school")], account, "SD-01")
    left_out = int((account.kept & ~leading).sum())
    account.leave_out("SD-02", "schools that lead no training are read and left out", left_out)
    chosen = pa.array(account.kept & leading)
    schools, names = urn.filter(chosen).to_pylist(), sheet.text("name").filter(chosen).to_pylist()
    ids = [f"school-direct-{school}" for school in schools]
    since, count = context.as_at or BEGAN, len(ids)
    networks = {
        "network": pa.array(ids, pa.string()),
        "kind": pa.array([KIND] * count, pa.string()),
        "name": pa.array([f"School Direct: {name}" for name in names], pa.string()),
        "since": pa.array([since] * count, pa.date32()),
        "until": pa.nulls(count, pa.date32()),
        "listed": pa.array([context.as_at] * count, pa.date32()),
    }
    return {"networks": pa.table(networks).sort_by("network"), "members": leads(ids, schools, since, None)}


FORMAT = Format(
    name="school_direct_leads",
    title="School Direct lead schools",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://www.gov.uk/government/organisations/department-for-education",
)
