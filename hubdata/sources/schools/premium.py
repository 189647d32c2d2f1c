"""Pupil premium and sparsity: which schools receive either."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import true_where, urns
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.own.repeats import settle_repeats

FIELDS = (
    field("urn", "URN", required=True),
    field("pupil_premium", "Pupil Premium Incentive", required=True),
    field("sparse", "Sparsity Incentive", required=True),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``need_premium``: urn and two flags."""
    del context
    urn = urns(sheet.text("urn"), account)
    flags = {name: _flag(sheet.text(name), account, name) for name in ("pupil_premium", "sparse")}
    settle_repeats([urn], [sheet.text("pupil_premium"), sheet.text("sparse")], account, "NEED-02")
    return {"need_premium": pa.table({"urn": urn} | flags).filter(pa.array(account.kept))}


def _flag(text: pa.Array, account: Account, column: str) -> pa.Array:
    yes, no = (pc.is_in(text, value_set=pa.array(marks)) for marks in (["1", "1.0"], ["0", "0.0"]))
    account.set_aside(~true_where(pc.or_(yes, no)), "NEED-03", "neither 1 nor 0", column)
    return yes


FORMAT = Format(
    name="premium_and_sparsity",
    title="Pupil premium and sparsity by school",
    publisher="Department for Education",
    fields=FIELDS,
    read=read,
    address="https://www.gov.uk/government/publications/pupil-premium",
)
