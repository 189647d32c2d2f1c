"""Text cells to typed columns: what can be read exactly is, what cannot sets its row aside, nothing becomes 0."""

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.days import dates as dates
from hubdata.intake.rows.masks import filled as filled
from hubdata.intake.rows.masks import first_of_each as first_of_each
from hubdata.intake.rows.masks import true_where as true_where
from hubdata.intake.rows.numbers import SYMBOLS as SYMBOLS
from hubdata.intake.rows.numbers import numbers as numbers
from hubdata.intake.rows.numbers import percent as percent
from hubdata.intake.rows.numbers import whole as whole
from hubdata.intake.verdicts import Refused


def urns(text: pa.Array, account: Account, column: str = "URN", *, optional: bool = False) -> pa.Array:
    """School numbers. One unreadable, or blank unless ``optional``, sets its row aside; lost digits refuse the file."""
    if pc.any(pc.match_substring_regex(text, r"^\d(\.\d+)?[eE]\+?\d+$")).as_py():
        raise Refused("URN-01", "URNs are in scientific notation, their digits are lost: export again as text", column)
    clean = pc.replace_substring_regex(text, r"(?i)^urn[\s:]*|\.0+$|\s", "")
    account.fix(
        "URN-02",
        "URNs were cleaned of spaces, '.0' or the word URN",
        int((true_where(pc.not_equal(text, clean)) & account.kept).sum()),
        column,
    )
    bad = ~true_where(pc.match_substring_regex(clean, r"^[1-9]\d{4,6}$"))
    if optional:
        bad &= filled(clean)
    account.set_aside_keyless(bad, "URN-03", "the URN is missing or is not a number of 5 to 7 digits", column)
    return clean


def padded(text: pa.Array, width: int, account: Account, column: str) -> pa.Array:
    """Codes with the zeros that a spreadsheet took away put back."""
    short = true_where(pc.match_substring_regex(text, rf"^\d{{1,{width - 1}}}$"))
    account.fix("CODE-01", "leading zeros were put back", int(short.sum()), column)
    return pc.if_else(pa.array(short), pc.utf8_lpad(text, width=width, padding="0"), text)
