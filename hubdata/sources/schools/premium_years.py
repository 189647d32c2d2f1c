"""Allocations of the pupil premium by school, a file a financial year, in the layouts of 2019/20 to 2021/22."""

import re

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import numbers, true_where, urns
from hubdata.intake.sheet import Sheet
from hubdata.intake.verdicts import Refused
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.own.repeats import settle_repeats

YEAR = re.compile(r"(?<!\d)(20\d\d)[-_/ ]?(?:to[-_ ])?(?:20)?(\d\d)(?!\d)")
APRIL = 4
PRINTED = {
    "pupils": "Number of pupils on roll (7)",
    "eligible": "Total number of pupils eligible for the Deprivation Pupil Premium",
    "pounds": "Total allocation for the Deprivation Pupil Premium",
}
FIELDS = (
    field("urn", "URN", required=True),
    *(field(name, printed, re.sub(r" \(\d+\)$", "", printed), required=True) for name, printed in PRINTED.items()),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``premium``: urn, year, pupils, eligible and pounds. The year stands in the file's name, nowhere in its rows."""
    year = _year(context)
    urn = urns(sheet.text("urn"), account)
    # The pound sign of one year's file was lost where it was saved as other text.
    clean = {name: pc.replace_substring(sheet.text(name), "\ufffd", "") for name in PRINTED}
    counts = {name: numbers(text, account, PRINTED[name]) for name, text in clean.items()}
    below = [true_where(pc.less(values, 0)) for values in counts.values()]
    account.set_aside(below[0] | below[1] | below[2], "PREMIUM-02", "a number is below 0", "")
    settle_repeats([urn], list(clean.values()), account, "PREMIUM-03")
    table = pa.table({"urn": urn, "year": pa.array([year] * len(urn), pa.string())} | counts)
    return {"premium": table.filter(pa.array(account.kept))}


def _year(context: Context) -> str:
    """The financial year, from the file's name or the day that somebody gave for it."""
    for begun, ended in YEAR.findall(context.name):
        if int(ended) == (int(begun) + 1) % 100:
            return f"{begun}/{ended}"
    if context.as_at is None:
        raise Refused("PREMIUM-01", "which financial year is it? Put it in the file's name, as 2019-20", "")
    begun_in = context.as_at.year - (context.as_at.month < APRIL)
    return f"{begun_in}/{(begun_in + 1) % 100:02d}"


FORMAT = Format(
    name="premium_years",
    title="Pupil premium allocations by school",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://www.gov.uk/government/publications/pupil-premium",
    known_by=("urn", "pupils", "eligible", "pounds"),
    several=True,
    alike=0.75,
)
