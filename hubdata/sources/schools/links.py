"""Predecessors and successors: the GIAS file of links between establishments."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import REPEATED, Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import dates, first_of_each, true_where, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables

FIELDS = (
    field("urn", "URN", required=True),
    field("link_urn", "LinkURN", required=True),
    field("relation", "LinkType", required=True),
    field("since", "LinkEstablishedDate"),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """The ``links`` table. Links that say neither before nor after (a shared sixth form) are left out, counted."""
    del context
    urn = urns(sheet.text("urn"), account)
    link_urn = urns(sheet.text("link_urn"), account, "LinkURN")
    since = dates(sheet.text("since"), account, "LinkEstablishedDate")
    account.set_aside(true_where(pc.equal(urn, link_urn)), "LINK-01", "a school is linked to itself", "LinkURN")
    relation = _relation(sheet.text("relation"))
    drop_repeated_keys([urn, link_urn, sheet.text("relation")], account, "LINK-02")
    told = true_where(pc.not_equal(relation, ""))
    account.leave_out(
        "LINK-03", "links that say neither before nor after are read and left out", (~told & account.kept).sum()
    )
    table = pa.table({"urn": urn, "link_urn": link_urn, "relation": relation, "since": since})
    table = table.filter(pa.array(told & account.kept))
    return {"links": table.filter(pa.array(first_of_each(table["urn"], table["link_urn"], table["relation"])))}


def _relation(said: pa.Array) -> pa.Array:
    """Any kind of predecessor (merged, split, amalgamated) is one; the result of an amalgamation came after."""
    after = pc.match_substring_regex(said, r"(?i)^(successor|result of amalgamation)")
    before = pc.match_substring_regex(said, r"(?i)^predecessor")
    return pc.if_else(after, "successor", pc.if_else(before, "predecessor", ""))


def drop_repeated_keys(columns: list[pa.Array], account: Account, code: str) -> None:
    """Drop rows whose columns all repeat those of an earlier row."""
    again = ~first_of_each(*columns)
    account.set_aside(again, code, "rows that repeat another exactly were dropped", fate=REPEATED)


FORMAT = Format(
    name="establishment_links",
    title="Establishment links (GIAS)",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://get-information-schools.service.gov.uk/Downloads",
)
