"""A table as text, the same for every file and for the command line."""

import pandas as pd

ZERO = "-0.000000"


def written(table: pd.DataFrame) -> pd.DataFrame:
    """The table as text: whole numbers whole, other numbers to 6 decimals, dates ISO, unknown empty.

    Line ends inside a cell become spaces, so that one row of a file is one line.
    """
    return pd.DataFrame({name: _text(table[name]) for name in table.columns}, columns=table.columns)


def _text(values: pd.Series) -> pd.Series:
    if pd.api.types.is_bool_dtype(values):
        return values.astype("object").map(lambda value: "" if pd.isna(value) else str(bool(value)).lower())
    if pd.api.types.is_float_dtype(values):
        return values.map(lambda value: "" if pd.isna(value) else f"{value:.6f}".replace(ZERO, ZERO[1:]))
    if pd.api.types.is_datetime64_any_dtype(values):
        return values.dt.strftime("%Y-%m-%d").fillna("")
    return values.astype("object").map(lambda value: "" if pd.isna(value) else " ".join(str(value).splitlines()))
