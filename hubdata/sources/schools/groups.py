"""GIAS groups and their links to schools: which trust or federation each school belongs to."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import dates, first_of_each, true_where, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables, empty_to_null

TRUSTS = ["Multi-academy trust", "Single-academy trust"]
FEDERATIONS = ["Federation"]

LINK_FIELDS = (
    field("urn", "URN", required=True),
    field("uid", "Group UID", required=True),
    field("name", "Group Name", required=True),
    field("kind", "Group Type", required=True),
    field("status", "Group Status"),
    field("closed", "Closed Date"),
    field("joined", "Joined date"),
)
GROUP_FIELDS = (
    field("uid", "Group UID", required=True),
    field("name", "Group Name", required=True),
    field("kind", "Group Type", required=True),
    field("status", "Group Status"),
    field("closed", "Closed Date"),
    field("companies_house", "Companies House Number"),
    field("postcode", "Group Postcode"),
)


def read_links(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``school_groups``: urn, trust, trust_name, federation, one row a school.

    An academy has a trust row and a sponsor row: only trusts and federations that are open are kept. Of several trusts
    the one joined last counts.
    """
    del context
    urn = urns(sheet.text("urn"), account)
    joined = dates(sheet.text("joined"), account, "Joined date")
    dates(sheet.text("closed"), account, "Closed Date")
    open_now = true_where(pc.not_equal(pc.utf8_lower(sheet.text("status")), "closed"))
    wanted = true_where(pc.is_in(sheet.text("kind"), value_set=pa.array(TRUSTS + FEDERATIONS)))
    left_out = "sponsors, children's centres, other groups and closed ones are read and left out"
    account.leave_out("GROUP-01", left_out, int((account.kept & ~(wanted & open_now)).sum()))
    rows = pa.table({"urn": urn, "joined": joined} | {n: sheet.text(n) for n in ("uid", "name", "kind")})
    rows = rows.filter(pa.array(account.kept & wanted & open_now))
    trusts = _last(rows.filter(pc.is_in(rows["kind"], value_set=pa.array(TRUSTS))), account)
    federations = _last(rows.filter(pc.is_in(rows["kind"], value_set=pa.array(FEDERATIONS))), account)
    named = trusts.select(["urn", "uid", "name"]).rename_columns(["urn", "trust", "trust_name"])
    federated = federations.select(["urn", "name"]).rename_columns(["urn", "federation"])
    return {"school_groups": named.join(federated, keys="urn", join_type="full outer").sort_by("urn")}


def _last(rows: pa.Table, account: Account) -> pa.Table:
    """One row a school: the group it joined last."""
    ordered = rows.sort_by([("urn", "ascending"), ("joined", "descending"), ("uid", "ascending")])
    first = first_of_each(ordered["urn"])
    account.flag("GROUP-02", "schools in two groups of one kind: the one joined last counts", int((~first).sum()))
    return ordered.filter(pa.array(first))


def read_groups(sheet: Sheet, account: Account, context: Context) -> Tables:
    """Nothing that a table keeps: the links name every group that a school is in."""
    del context
    dates(sheet.text("closed"), account, "Closed Date")
    account.leave_out("GROUP-03", "groups are recognised and left out: their links to schools say all that is used")
    return {"groups": empty_to_null({"uid": sheet.text("uid")})}


LINKS = Format(
    name="group_links",
    title="Trusts and federations of schools (GIAS)",
    publisher="Department for Education",
    fields=LINK_FIELDS,
    read=read_links,
    address="https://get-information-schools.service.gov.uk/Downloads",
    known_by=("urn", "uid", "name", "kind", "joined"),
)
GROUPS = Format(
    name="groups",
    title="Groups (GIAS)",
    publisher="Department for Education",
    fields=GROUP_FIELDS,
    read=read_groups,
    address="https://get-information-schools.service.gov.uk/Downloads",
    known_by=("uid", "name", "kind", "companies_house", "postcode"),
)
