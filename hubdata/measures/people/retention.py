"""Retention as officially read: the share of a cohort in service after so many years, breaks allowed."""

from collections.abc import Sequence

import pandas as pd

from hubdata.measures.statistics.rates import Z95, wilson
from hubdata.schema.people import NOT_YET, REASONS

COLUMNS = ["years", "at_start", "at_risk", "in_service", "rate", "low", "high", "status", "release"]
SEVERAL = "several"


def official(cohorts: pd.DataFrame, by: Sequence[str], z: float = Z95) -> pd.DataFrame:
    """The in-service rate of each year. It can rise, because people come back: it is not a survival curve.

    Args:
        cohorts: rows of table ``cohorts``, one edition each: cohort, years, at_start, in_service, rate, mark, status,
            release and the columns of ``by``.
        by: columns to group by. Without ``cohort`` the cohorts whose size is known are pooled year by year, others are
            left out; a cohort too young for a year is in neither count of that year.
        z: the normal quantile of the interval; 1.96 for 95%.

    Returns:
        The columns of ``by``, then ``COLUMNS``. ``at_risk`` is everyone whose year could be seen. The interval is
        Wilson's, missing where nobody prints the cohort's size. A missing rate has its reason in ``status``.
    """
    known = cohorts.assign(rate=_rate(cohorts), at_start=number(cohorts["at_start"]))
    rows = known if "cohort" in by else _pooled(known, by)
    low, high = wilson(rows["rate"] * rows["at_start"], rows["at_start"], z)
    seen = rows["rate"].notna()
    return finished(rows.assign(at_risk=rows["at_start"].where(seen), low=low.where(seen), high=high.where(seen)), by)


def rises(table: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The rows of a retention table whose rate is above that of the last year known before it, in their group."""
    known = table.loc[table["rate"].notna()].sort_values([*by, "years"])
    before = known.groupby(list(by), observed=True, dropna=False)["rate"].shift() if by else known["rate"].shift()
    return known.loc[known["rate"] > before]


def with_young(cohorts: pd.DataFrame, groups: Sequence[str], upto: int = 5) -> pd.DataFrame:
    """The rows with one for each year that a cohort will reach but no census has seen yet, marked ``NOT_YET``.

    Args:
        cohorts: rows of table ``cohorts``; an edition's name begins with the year of its newest census, and so does a
            cohort's.
        groups: the columns that split.
        upto: the last year wanted.
    """
    key = ["base", "cohort", *groups]
    last = cohorts.drop_duplicates(key).assign(mark=NOT_YET, in_service=pd.NA, stayed=pd.NA, rate=float("nan"))
    born, taken = (last[name].astype("str").str.extract(r"^(\d{4})")[0].astype(float) for name in ("cohort", "release"))
    years = [last.assign(years=year).loc[born + year > taken] for year in range(1, upto + 1)]
    every = pd.concat([cohorts, *years]) if len(cohorts) else cohorts
    return every.drop_duplicates([*key, "years"]).sort_values([*key, "years"], kind="stable", ignore_index=True)


def finished(rows: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The rows with counts whole, each missing rate explained in ``status``, in the order of group and year."""
    counts = {name: number(rows[name]).round().astype("Int64") for name in ("at_start", "at_risk", "in_service")}
    typed = rows.assign(**counts, years=rows["years"].astype("Int64"), status=_standing(rows))
    return typed[[*by, *COLUMNS]].sort_values([*by, "years"], kind="stable", ignore_index=True)


def number(values: pd.Series) -> pd.Series:
    """Counts as plain numbers, missing as NaN."""
    return values.astype("Float64").astype(float)


def told(rows: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """What the rows of each group say of themselves: the last mark and status, the release or ``several``."""
    plain = rows.assign(**{name: rows[name].astype("str") for name in ("mark", "status", "release")})
    grouped = plain.groupby(list(keys), observed=True, dropna=False, sort=True)
    found = grouped[["mark", "status", "release"]].last()
    lowest = grouped["release"].first()
    return found.assign(release=found["release"].where(found["release"] == lowest, SEVERAL))


def _rate(cohorts: pd.DataFrame) -> pd.Series:
    size = number(cohorts["at_start"])
    counted = number(cohorts["in_service"]) / size.where(size > 0)
    return counted.fillna(cohorts["rate"].astype(float))


def _pooled(every: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    known = every.loc[every["at_start"].notna()]
    seen = known["rate"].notna()
    in_service = number(known["in_service"])
    counted = known.assign(
        size=known["at_start"].where(seen, 0.0),
        found=(known["rate"] * known["at_start"]).where(seen, 0.0),
        printed=in_service.where(seen, 0.0).fillna(0.0),
        uncounted=seen & in_service.isna(),
    )
    grouped = counted.groupby([*by, "years"], observed=True, dropna=False, sort=True)
    sums = grouped[["size", "found", "printed", "uncounted"]].sum()
    said = told(counted.sort_values("release", kind="stable"), [*by, "years"])
    size = sums["size"].where(sums["size"] > 0)
    counts = {"at_start": size, "rate": sums["found"] / size, "in_service": sums["printed"].where(_none(sums, size))}
    return said.assign(**counts).reset_index()


def _none(sums: pd.DataFrame, size: pd.Series) -> pd.Series:
    """Whether every count behind a pooled row was printed."""
    return (sums["uncounted"] == 0) & size.notna()


def _standing(rows: pd.DataFrame) -> pd.Series:
    """A row's status where it has a rate, else why it has none."""
    marks = rows["mark"].astype("str").fillna("").replace("", NOT_YET)
    reasons = marks.map(lambda mark: REASONS.get(mark, mark))
    return rows["status"].astype("str").where(rows["rate"].notna(), reasons)
