"""What a school is: its religious character and whom it admits, in one wording however a release prints them."""

import pyarrow as pa
import pyarrow.compute as pc

NONE = "None"
# Schools that are of no religion, as one release or another says it.
WITHOUT = ("none", "does not apply", "no religious character", "not applicable")
UNKNOWN = ("", "unknown", "not recorded", "not collected", "not known", "-")
SEXES = {"mixed": "Mixed", "girls": "Girls", "boys": "Boys"}


def characters(printed: pa.Array) -> pa.Array:
    """Column ``religion``: as printed; None for a school of no religion, empty where nobody says."""
    low = pc.utf8_lower(printed)
    said = pc.if_else(pc.is_in(low, value_set=pa.array(WITHOUT)), NONE, printed)
    return pc.if_else(pc.is_in(low, value_set=pa.array(UNKNOWN)), "", said)


def sexes(printed: pa.Array) -> pa.Array:
    """Column ``sex``: Mixed, Girls or Boys; empty where nobody says."""
    found = pc.index_in(pc.utf8_lower(printed), value_set=pa.array(list(SEXES)))
    return pc.fill_null(pa.array(list(SEXES.values())).take(found), "")
