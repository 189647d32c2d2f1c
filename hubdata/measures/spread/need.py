"""Need over time: for how many pupils the schools of a group receive the pupil premium, year by year."""

import pandas as pd

from hubdata.measures.statistics.totals import totals


def need(schools: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """Pupils who bring the premium for deprivation, and their share of all on roll, by year and group.

    Args:
        schools: a row a school and year, with year, pupils, eligible, pounds and the columns of ``by``.
        by: columns to group by; none gives a row a year.

    Returns:
        year, the columns of ``by``, schools, pupils, eligible, share (eligible over pupils, 0 to 1; missing where there
        are no pupils), pounds.
    """
    sums = totals(schools.assign(schools=1), ["year", *by], ["schools", "pupils", "eligible", "pounds"])
    shares = sums["eligible"] / sums["pupils"].where(sums["pupils"] > 0)
    return sums.assign(share=shares)[["year", *by, "schools", "pupils", "eligible", "share", "pounds"]]
