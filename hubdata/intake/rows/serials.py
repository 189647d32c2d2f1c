"""Days that a spreadsheet left as the count since 1900."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import Account
from hubdata.intake.rows.masks import true_where

NUMBER = r"^[1-9]\d{0,4}(\.0+)?$"
LAST = 60_000  # a day of 2064: no list of ours looks further ahead
YEARS = (1900, 2100)
# Excel counts from 1 January 1900 and has a 29 February in that year: days before it stand one further from today.
BEFORE_LEAP = 60
SERIAL_OF_1970 = 25_569


def serial_days(text: pa.Array, account: Account, column: str) -> pa.Array:
    """Days of the cells that hold a day number, the others missing.

    A number that may as well be a year is a day number only beside one that is not.
    """
    whole = pc.replace_substring_regex(text, r"\.0+$", "")
    looks = pc.match_substring_regex(text, NUMBER)
    number = pc.fill_null(pc.if_else(looks, whole, pa.scalar(None, pa.string())).cast(pa.int64()), 0).to_numpy()
    serial = true_where(looks) & (number < LAST)
    if not (serial & ((number < YEARS[0]) | (number > YEARS[1]))).any():
        serial[:] = False
    account.fix("DATE-04", "spreadsheet day numbers were read as dates", int(serial.sum()), column)
    since = number - SERIAL_OF_1970 + (number < BEFORE_LEAP)
    return pa.array(since.astype(np.int32), mask=~serial).cast(pa.date32())
