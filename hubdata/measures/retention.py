"""Retention as officially read: the share of a cohort in service after so many years, breaks allowed."""

from collections.abc import Sequence

import pandas as pd

from hubdata.measures.rates import wilson
from hubdata.people import MARKS, NOT_YET

COLUMNS = ["years", "at_start", "at_risk", "in_service", "rate", "low", "high", "status", "release"]
SEVERAL = "several"


def official(cohorts: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The in-service rate of each year. It can rise, because people come back: it is not a survival curve.

    Args:
        cohorts: rows of table ``cohorts``, one edition each: cohort, years, at_start, in_service, rate, mark, status,
            release and the columns of ``by``.
        by: columns to group by. Without ``cohort`` the cohorts whose size is known are pooled year by year; a cohort
            too young for a year is in neither count of that year.

    Returns:
        The columns of ``by``, then ``COLUMNS``. ``at_risk`` is everyone whose year could be seen. The interval is
        Wilson's (95%), missing where nobody prints the cohort's size. A missing rate has its reason in ``status``.
    """
    known = cohorts.assign(rate=_rate(cohorts), at_start=number(cohorts["at_start"]))
    rows = known if "cohort" in by else _pooled(known, by)
    low, high = wilson(rows["rate"] * rows["at_start"], rows["at_start"])
    seen = rows["at_start"].where(rows["rate"].notna())
    return finished(rows.assign(at_risk=seen, low=low, high=high), by)


def rises(table: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The rows of a retention table whose rate is above that of the last year known before it, in their group."""
    known = table.loc[table["rate"].notna()].sort_values([*by, "years"])
    before = known.groupby(list(by), observed=True, dropna=False)["rate"].shift() if by else known["rate"].shift()
    return known.loc[known["rate"] > before]


def finished(rows: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The rows with counts whole, each missing rate explained in ``status``, in the order of group and year."""
    counts = {name: number(rows[name]).round().astype("Int64") for name in ("at_start", "at_risk", "in_service")}
    typed = rows.assign(**counts, years=rows["years"].astype("Int64"), status=_standing(rows))
    return typed[[*by, *COLUMNS]].sort_values([*by, "years"], kind="stable", ignore_index=True)


def number(values: pd.Series) -> pd.Series:
    """Counts as plain numbers, missing as NaN."""
    return values.astype("Float64").astype(float)


def one(names: pd.Series) -> str:
    """The one name that all share, else ``several``."""
    found = names.astype("str").unique()
    return found[0] if len(found) == 1 else SEVERAL


def _rate(cohorts: pd.DataFrame) -> pd.Series:
    size = number(cohorts["at_start"])
    counted = number(cohorts["in_service"]) / size.where(size > 0)
    return counted.fillna(cohorts["rate"].astype(float))


def _pooled(known: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    seen = known["rate"].notna() & known["at_start"].notna()
    in_service = number(known["in_service"])
    counted = known.assign(
        size=known["at_start"].where(seen, 0.0),
        found=(known["rate"] * known["at_start"]).where(seen, 0.0),
        printed=in_service.where(seen, 0.0).fillna(0.0),
        uncounted=seen & in_service.isna(),
    )
    grouped = counted.groupby([*by, "years"], observed=True, dropna=False, sort=True)
    sums = grouped[["size", "found", "printed", "uncounted"]].sum()
    said = grouped.agg(mark=("mark", "last"), status=("status", "first"), release=("release", one))
    size = sums["size"].where(sums["size"] > 0)
    counts = {"at_start": size, "rate": sums["found"] / size, "in_service": sums["printed"].where(_none(sums, size))}
    return said.assign(**counts).reset_index()


def _none(sums: pd.DataFrame, size: pd.Series) -> pd.Series:
    """Whether every count behind a pooled row was printed."""
    return (sums["uncounted"] == 0) & size.notna()


def _standing(rows: pd.DataFrame) -> pd.Series:
    """A row's status where it has a rate, else why it has none."""
    marks = rows["mark"].astype("str").fillna("").replace("", NOT_YET)
    reasons = marks.map(lambda mark: mark if mark == NOT_YET else MARKS.get(mark, mark).split(":")[0])
    return rows["status"].astype("str").where(rows["rate"].notna(), reasons)
