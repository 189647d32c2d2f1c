"""How many schools and networks there were on a day, and how that stands to a target."""

import pandas as pd


def over_time(spells: pd.DataFrame, column: str, days: pd.DatetimeIndex) -> pd.DataFrame:
    """Distinct values of ``column`` among the spells (since, until) that cover each day: as_at and value.

    A missing end goes on; an end day still counts.
    """
    since, until = spells["since"], spells["until"].fillna(pd.Timestamp.max.floor("s"))
    counts = [spells.loc[(since <= day) & (until >= day), column].nunique() for day in days]
    return pd.DataFrame({"as_at": days, "value": counts})


def against(counts: pd.DataFrame, target: float | None) -> pd.DataFrame:
    """The counts with the target and the share of it that was met; both missing where there is no target."""
    wanted = float("nan") if target is None else float(target)
    return counts.assign(target=wanted, of_target=counts["value"] / wanted)


def months_between(first: pd.Timestamp, last: pd.Timestamp) -> float:
    """Months from one day to another, a month being a twelfth of 365.25 days."""
    return (last - first).days / (365.25 / 12)


def monthly_rate(start: float, end: float, first: pd.Timestamp, last: pd.Timestamp) -> float:
    """Designations a month that lead from one count to another; missing when no time passes."""
    months = months_between(first, last)
    return (end - start) / months if months > 0 else float("nan")
