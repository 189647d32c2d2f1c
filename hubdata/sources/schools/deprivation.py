"""The index of multiple deprivation, by neighbourhood: joined to schools by the register's own neighbourhood."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.headers import field
from hubdata.intake.rows.values import true_where, whole
from hubdata.intake.sheet import Sheet
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.own.repeats import settle_repeats

RANK = "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)"
DECILE = "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"
FIELDS = (
    field("lsoa", "LSOA code (2021)", "LSOA code (2011)", "lsoa_code", "LSOA code", required=True),
    field("imd_rank", RANK, "Index of Multiple Deprivation (IMD) Rank", "imd_rank", required=True),
    field("imd_decile", DECILE, "Index of Multiple Deprivation (IMD) Decile", "imd_decile", required=True),
)


def read(sheet: Sheet, account: Account, context: Context) -> Tables:
    """``need_deprivation``: neighbourhood (LSOA), rank and decile, to be joined by the register's own LSOA."""
    del context
    lsoa = sheet.text("lsoa")
    sound = true_where(pc.match_substring_regex(lsoa, r"^E01\d{6}$"))
    account.set_aside_keyless(~sound, "NEED-04", "not the code of an English neighbourhood", "LSOA code")
    columns = {name: whole(sheet.text(name), account, name) for name in ("imd_rank", "imd_decile")}
    settle_repeats([lsoa], [sheet.text("imd_rank")], account, "NEED-05")
    return {"need_deprivation": pa.table({"lsoa": lsoa} | columns).filter(pa.array(account.kept))}


FORMAT = Format(
    name="deprivation",
    title="Index of multiple deprivation",
    publisher="Ministry of Housing, Communities and Local Government",
    fields=FIELDS,
    read=read,
    address="https://www.gov.uk/government/collections/english-indices-of-deprivation",
)
