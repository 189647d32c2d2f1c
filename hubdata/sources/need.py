"""What is published about a school's need beside the register: free meals, premiums, deprivation around it."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.headers import field
from hubdata.intake.ledger import Ledger
from hubdata.intake.sheet import Sheet
from hubdata.intake.values import percent, true_where, urns, whole
from hubdata.sources.formats import Context, Format, Tables
from hubdata.sources.repeats import settle_repeats

MEALS_FIELDS = (
    field("urn", required=True),
    field("fsm", "fsm_prop", required=True),
    field("name", "school_name"),
    field("la_name"),
)
PREMIUM_FIELDS = (
    field("urn", "URN", required=True),
    field("pupil_premium", "Pupil Premium Incentive", required=True),
    field("sparse", "Sparsity Incentive", required=True),
)
RANK = "Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)"
DECILE = "Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)"
DEPRIVATION_FIELDS = (
    field("lsoa", "LSOA code (2021)", "LSOA code (2011)", "lsoa_code", "LSOA code", required=True),
    field("imd_rank", RANK, "Index of Multiple Deprivation (IMD) Rank", "imd_rank", required=True),
    field("imd_decile", DECILE, "Index of Multiple Deprivation (IMD) Decile", "imd_decile", required=True),
)


def read_meals(sheet: Sheet, ledger: Ledger, context: Context) -> Tables:
    """``need_meals``: urn and per cent eligible; a published symbol is missing, counted, never 0."""
    del context
    urn = urns(sheet.text("urn"), ledger)
    fsm = percent(sheet.text("fsm"), ledger, "fsm_prop")
    settle_repeats([urn], [sheet.text("fsm")], ledger, "NEED-01")
    return {"need_meals": pa.table({"urn": urn, "fsm": fsm}).filter(pa.array(ledger.kept))}


def read_premium(sheet: Sheet, ledger: Ledger, context: Context) -> Tables:
    """``need_premium``: urn and two flags."""
    del context
    urn = urns(sheet.text("urn"), ledger)
    flags = {name: _flag(sheet.text(name), ledger, name) for name in ("pupil_premium", "sparse")}
    settle_repeats([urn], [sheet.text("pupil_premium"), sheet.text("sparse")], ledger, "NEED-02")
    return {"need_premium": pa.table({"urn": urn} | flags).filter(pa.array(ledger.kept))}


def _flag(text: pa.Array, ledger: Ledger, column: str) -> pa.Array:
    yes, no = (pc.is_in(text, value_set=pa.array(marks)) for marks in (["1", "1.0"], ["0", "0.0"]))
    ledger.set_aside(~true_where(pc.or_(yes, no)), "NEED-03", "neither 1 nor 0", column)
    return yes


def read_deprivation(sheet: Sheet, ledger: Ledger, context: Context) -> Tables:
    """``need_deprivation``: neighbourhood (LSOA), rank and decile, to be joined by the register's own LSOA."""
    del context
    lsoa = sheet.text("lsoa")
    sound = true_where(pc.match_substring_regex(lsoa, r"^E01\d{6}$"))
    ledger.set_aside_keyless(~sound, "NEED-04", "not the code of an English neighbourhood", "LSOA code")
    columns = {name: whole(sheet.text(name), ledger, name) for name in ("imd_rank", "imd_decile")}
    settle_repeats([lsoa], [sheet.text("imd_rank")], ledger, "NEED-05")
    return {"need_deprivation": pa.table({"lsoa": lsoa} | columns).filter(pa.array(ledger.kept))}


FORMATS = (
    Format(
        name="free_meals",
        title="Free school meals by school",
        publisher="Department for Education",
        fields=MEALS_FIELDS,
        read=read_meals,
    ),
    Format(
        name="premium_and_sparsity",
        title="Pupil premium and sparsity by school",
        publisher="Department for Education",
        fields=PREMIUM_FIELDS,
        read=read_premium,
    ),
    Format(
        name="deprivation",
        title="Index of multiple deprivation",
        publisher="Ministry of Housing, Communities and Local Government",
        fields=DEPRIVATION_FIELDS,
        read=read_deprivation,
    ),
)
