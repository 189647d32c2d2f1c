"""Rural-urban classes of both vintages: the class as published, its vintage, and whether it is rural."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.values import filled, true_where

BLANK = "Not classified"
VINTAGE = {
    **dict.fromkeys(("A1", "B1", "C1", "C2", "D1", "D2", "E1", "E2", "F1", "F2"), "RUC2011"),
    **dict.fromkeys(("UN1", "UF1", "RLN1", "RLF1", "RSN1", "RSF1"), "RUC2021"),
}
PREFIX = r"^\((England/Wales|England and Wales|Scotland|England)\)\s*"


def classified(code: pa.Array, name: pa.Array, account: Account) -> dict[str, pa.Array]:
    """Columns ``ruc``, ``ruc_vintage`` and ``rural``. Blank stays in as Not classified; the two vintages never mix."""
    said = pc.replace_substring_regex(name, PREFIX, "")
    vintage = _looked_up(code, VINTAGE, said)
    blank = ~filled(said)
    known = pc.unique(vintage.filter(pc.not_equal(vintage, ""))).to_pylist()
    if len(known) > 1:
        message = "the file mixes rural-urban classes of 2011 and 2021: never compare one with the other"
        account.flag("RUC-01", message, len(known), "UrbanRural")
    rural = pc.if_else(pc.match_substring_regex(said, r"(?i)^rural|^larger rural|^smaller rural"), "Rural", "Urban")
    return {
        "ruc": pc.if_else(pa.array(blank), BLANK, said),
        "ruc_vintage": pc.if_else(pa.array(blank), "", vintage),
        "rural": pc.if_else(pa.array(blank), BLANK, rural),
    }


def _looked_up(code: pa.Array, of: dict[str, str], name: pa.Array) -> pa.Array:
    """The vintage by code; by the 2021 wording (nearer to or further from a major town) where the code is absent."""
    found = pc.index_in(code, value_set=pa.array(list(of)))
    by_code = pa.array(list(of.values()), pa.string()).take(found)
    worded = pc.if_else(pc.match_substring_regex(name, r"(?i)(nearer to|further from) a major"), "RUC2021", "RUC2011")
    return pc.if_else(true_where_arrow(by_code), by_code, worded)


def true_where_arrow(values: pa.Array) -> pa.Array:
    """Where a column has a value."""
    return pa.array(true_where(pc.is_valid(values)))
