"""Rows that repeat one another: exact repeats are dropped, one key with two meanings loses all its rows."""

from collections.abc import Sequence

import pyarrow as pa
import pyarrow.compute as pc

from hubdata.intake.account import REPEATED, Account
from hubdata.intake.rows.values import first_of_each, true_where


def settle_repeats(key: Sequence[pa.Array], rest: Sequence[pa.Array], account: Account, code: str) -> None:
    """Drop rows whose ``key`` and ``rest`` both repeat; set aside all rows of a key whose ``rest`` differ.

    The last never wins, and neither does the first: nobody can know which is right.
    """
    texts = [pc.fill_null(column.cast(pa.string()), "") for column in (*key, *rest)]
    again = ~first_of_each(*texts)
    account.set_aside(again, code, "rows that repeat another exactly were dropped", fate=REPEATED)
    joined = pc.binary_join_element_wise(*texts[: len(key)], "\x1f")
    counts = pc.value_counts(joined.filter(pa.array(account.kept)))
    twice = counts.field("values").filter(pc.greater(counts.field("counts"), 1))
    clash = true_where(pc.is_in(joined, value_set=twice))
    account.set_aside(clash, f"{code}X", "one key stands for different things: none of its rows is used")
