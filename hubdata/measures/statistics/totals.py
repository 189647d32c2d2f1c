"""Sums and quantiles for each group of a table, or for the whole of it."""

import pandas as pd


def totals(rows: pd.DataFrame, by: list[str], columns: list[str], least: int = 0) -> pd.DataFrame:
    """The sum of each column for each group.

    Args:
        rows: the columns of ``by`` and the ``columns`` to add up; missing values are left out of a sum.
        by: what to group by; none makes one group of all the rows.
        columns: the columns to add up.
        least: how many known values a sum needs; with fewer it is missing.

    Returns:
        The columns of ``by`` and the sums, one row a group that has a row, in the order of the groups; a missing
        group is a group. Without rows there are no groups.
    """
    if by:
        grouped = rows.groupby(by, observed=True, dropna=False)[columns]
        return grouped.sum(min_count=least).reset_index()
    whole = rows[columns].sum(min_count=least)
    return (
        pd.DataFrame({name: [whole[name]] for name in columns}).astype(rows[columns].dtypes).iloc[: min(len(rows), 1)]
    )


def quantiles(rows: pd.DataFrame, by: list[str], column: str, shares: dict[str, float]) -> pd.DataFrame:
    """How many rows each group has, as ``schools``, and the quantiles of a column, one a name of ``shares``.

    Quantiles interpolate linearly between known values and are missing where a group has none. Groups as ``totals``.
    """
    if by:
        grouped = rows.groupby(by, observed=True, dropna=False)[column]
        found = {name: grouped.quantile(share) for name, share in shares.items()}
        return pd.DataFrame({"schools": grouped.size(), **found}).reset_index()
    row = {"schools": [len(rows)]} | {name: [rows[column].quantile(share)] for name, share in shares.items()}
    return pd.DataFrame(row).iloc[: min(len(rows), 1)]


def numbers(rows: pd.DataFrame, by: list[str], column: str) -> pd.DataFrame:
    """How many of something schools have, for each group.

    Args:
        rows: a row a school, with the columns of ``by`` and ``column``, a whole number; where it is missing the school
            is left out.
        by: what to group by; none makes one group.
        column: what is counted.

    Returns:
        The columns of ``by``, schools, mean, median and none (schools whose number is 0). A group without a school
        whose number is known has no row.
    """
    known = rows.loc[rows[column].notna()]
    known = known.assign(schools=1, none=(known[column] == 0).astype(int), **{column: known[column].astype(float)})
    sums = totals(known, by, ["schools", column, "none"])
    middle = quantiles(known, by, column, {"median": 0.5})["median"]
    return sums[[*by, "schools"]].assign(mean=sums[column] / sums["schools"], median=middle, none=sums["none"])
