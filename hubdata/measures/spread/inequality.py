"""How unevenly provision is spread over areas: Gini, Theil and the Lorenz curve."""

import numpy as np
import pandas as pd

NAMES = ["areas", "schools", "provision", "gini", "theil", "theil_between", "theil_within"]


def gini(schools: pd.Series, provision: pd.Series) -> float:
    """The Gini coefficient of provision per school over areas, each weighted by its schools.

    The sum over all pairs of areas of n(i) n(j) |x(i) - x(j)|, over twice the mean, with n the share of schools and x
    the rate. Missing without provision; areas without a school are left out.
    """
    curve = lorenz(schools, provision)
    if curve["provision"].isna().any():
        return float("nan")
    across, up = curve["schools"].to_numpy(), curve["provision"].to_numpy()
    return float(1 - np.sum(np.diff(across) * (up[1:] + up[:-1])))


def lorenz(schools: pd.Series, provision: pd.Series) -> pd.DataFrame:
    """The Lorenz curve: cumulative shares of schools and of provision, from the area with the lowest rate up.

    Starts at 0, 0 and ends at 1, 1. The shares of provision are missing where there is none at all.
    """
    counted = schools > 0
    n, h = schools[counted].to_numpy(float), provision[counted].to_numpy(float)
    order = np.argsort(h / n, kind="stable")
    total = h.sum() if h.sum() > 0 else np.nan
    return pd.DataFrame(
        {"schools": np.r_[0, n[order].cumsum() / n.sum()], "provision": np.r_[0, h[order].cumsum() / total]}
    )


def theil(schools: pd.Series, provision: pd.Series, region: pd.Series) -> tuple[float, float, float]:
    """Theil's T over areas, and its parts between and within regions (Theil, 1967), in nats.

    The sum of s ln(s / n), with s an area's share of provision and n its share of schools; an area without provision
    adds 0. The parts add up to the whole. All missing without provision; areas without a school are left out.
    """
    counted = schools > 0
    n, h = schools[counted].astype(float), provision[counted].astype(float)
    if not h.sum() > 0:
        return float("nan"), float("nan"), float("nan")
    s, n = h / h.sum(), n / n.sum()
    groups = region[counted].astype("str").fillna("")
    whole = _entropy(s, n)
    between = _entropy(s.groupby(groups).sum(), n.groupby(groups).sum())
    return whole, between, whole - between


def _entropy(s: pd.Series, n: pd.Series) -> float:
    some = s > 0
    return float((s[some] * np.log(s[some] / n[some])).sum())


def inequality(areas: pd.DataFrame) -> pd.DataFrame:
    """One row for all the areas.

    Args:
        areas: a row an area with schools, provision (lead schools among them) and region.

    Returns:
        areas, schools, provision, gini, theil, theil_between, theil_within (regions). Without provision the four are
        missing; without an area there is no row.
    """
    if areas.empty:
        return pd.DataFrame(columns=NAMES)
    whole, between, within = theil(areas["schools"], areas["provision"], areas["region"])
    row = {
        "areas": len(areas),
        "schools": int(areas["schools"].sum()),
        "provision": int(areas["provision"].sum()),
        "gini": gini(areas["schools"], areas["provision"]),
        "theil": whole,
        "theil_between": between,
        "theil_within": within,
    }
    return pd.DataFrame([row])
