"""The census of the performance tables: special needs, first language and free meals in six years, by school."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import FOOTER, Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import percent, true_where, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.own.repeats import settle_repeats

SHARES = {"ehc": "PSENELSE", "sen": "PSENELK", "eal": "PNUMEAL", "ever_6": "PNUMFSMEVER"}
FIELDS = (
    field("urn", "URN", required=True),
    *(field(name, printed, required=True) for name, printed in SHARES.items()),
    field("roll", "NOR"),
    field("eligible", "NUMFSMEVER"),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``census_needs``: urn, ehc, sen, eal and ever_6, per cent. Totals of England under the schools are left out."""
    del context
    totals = true_where(pc.equal(sheet.text("urn"), "NAT"))
    account.set_aside(totals, "CENSUS-03", "totals of England are left out: only schools are read", "URN", FOOTER)
    urn = urns(sheet.text("urn"), account)
    shares = {
        name: percent(pc.replace_substring_regex(sheet.text(name), r"\s*%$", ""), account, printed)
        for name, printed in SHARES.items()
    }
    settle_repeats([urn], [sheet.text(name) for name in SHARES], account, "CENSUS-04")
    return {"census_needs": pa.table({"urn": urn} | shares).filter(pa.array(account.kept))}


FORMAT = Format(
    name="performance_census",
    title="School performance tables: census",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://www.compare-school-performance.service.gov.uk/download-data",
    known_by=("urn", "ehc", "sen", "eal", "ever_6"),
    alike=0.8,
)
