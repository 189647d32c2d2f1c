"""Money for each school and each pupil of an area."""

import pandas as pd


def ledger(population: pd.DataFrame, pounds: pd.Series, by: list[str]) -> pd.DataFrame:
    """Pounds of each area with its schools and pupils.

    Args:
        population: la, pupils and the columns of ``by``, one row a school.
        pounds: the sum of each authority, by its code; an authority without an entry was awarded nothing.
        by: columns to group authorities by; none gives one row.

    Returns:
        The columns of ``by``, pounds, schools, per_school, pupils and per_pupil. Missing headcounts count as no pupils;
        a rate over nothing is missing.
    """
    columns = list(dict.fromkeys([*by, "la"]))
    counts = {"schools": ("urn", "size"), "pupils": ("pupils", "sum")}
    areas = population.groupby(columns, observed=True).agg(**counts).reset_index()
    areas = areas.assign(pounds=areas["la"].astype("str").map(pounds).fillna(0.0).astype(float))
    sums = ["pounds", "schools", "pupils"]
    whole = areas[sums].sum().to_frame().T
    table = areas.groupby(by, observed=True)[sums].sum().reset_index() if by else whole
    return table.assign(
        per_school=table["pounds"] / table["schools"].where(table["schools"] > 0),
        per_pupil=table["pounds"] / table["pupils"].astype(float).where(table["pupils"] > 0),
        schools=table["schools"].astype("int64"),
        pupils=table["pupils"].astype("int64"),
    )
