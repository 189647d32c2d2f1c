"""The Matthew test: do new resources go to areas that already have, and is it more than noise?"""

import numpy as np
import pandas as pd

DRAWS = 999
SEED = 2011


def concentration_curve(weight: pd.Series, resource: pd.Series, advantage: pd.Series) -> pd.DataFrame:
    """Cumulative shares of schools and of a resource, from the least to the most advantaged area.

    Args:
        weight: schools of each area; areas without one are left out.
        resource: how much of the resource each area got.
        advantage: what the areas are ranked by, more being more advantaged; areas where it is missing are left out.
            Areas equally advantaged make one step.

    Returns:
        schools and resource, from 0, 0 to 1, 1; the resource is missing where nobody got any.
    """
    steps = _steps(weight, resource, advantage)
    total = steps["resource"].sum() if steps["resource"].sum() > 0 else np.nan
    return pd.DataFrame(
        {
            "schools": np.r_[0, steps["weight"].cumsum() / steps["weight"].sum()],
            "resource": np.r_[0, steps["resource"].cumsum() / total],
        }
    )


def concentration_index(weight: pd.Series, resource: pd.Series, advantage: pd.Series) -> float:
    """C = 2 cov(h, rank) / mean h, from -1 to 1 (Wagstaff, Paci and van Doorslaer, 1991).

    h is the resource per school and rank the fractional rank of a school, (i - 0.5) / n, from least to most
    advantaged; schools of one area, and of areas equally advantaged, share a mean rank. Above 0 the advantaged get
    more. Missing where nobody got any or nothing can be ranked. Arguments as ``concentration_curve``.
    """
    steps = _steps(weight, resource, advantage)
    if len(steps) < 2:
        return float("nan")
    return float(_index(steps["weight"].to_numpy()[None, :], steps["resource"].to_numpy()[None, :])[0])


def band(
    weight: pd.Series, resource: pd.Series, advantage: pd.Series, draws: int = DRAWS, seed: int = SEED
) -> tuple[float, float]:
    """A 95% bootstrap band of the concentration index: areas drawn again with replacement, 2.5% to 97.5%.

    The same seed gives the same band. Missing with fewer than two areas or without any resource.
    """
    known = _known(weight, resource, advantage)
    if len(known) < 2 or not known["resource"].sum() > 0:
        return float("nan"), float("nan")
    places = np.random.default_rng(seed).integers(0, len(known), (draws, len(known)))
    times = np.zeros((draws, len(known)))
    np.add.at(times, (np.arange(draws)[:, None], places), 1)
    begins = np.flatnonzero(np.r_[True, np.diff(known["advantage"].to_numpy()) != 0])
    drawn = [np.add.reduceat(times * known[name].to_numpy(), begins, axis=1) for name in ("weight", "resource")]
    low, high = np.nanquantile(_index(*drawn), [0.025, 0.975])
    return float(low), float(high)


def _known(weight: pd.Series, resource: pd.Series, advantage: pd.Series) -> pd.DataFrame:
    """The areas that count, from least to most advantaged."""
    rows = pd.DataFrame(
        {"weight": weight.astype(float), "resource": resource.astype(float), "advantage": advantage.astype(float)}
    )
    rows = rows.loc[(rows["weight"] > 0) & rows["advantage"].notna() & rows["resource"].notna()]
    return rows.sort_values("advantage", kind="stable", ignore_index=True)


def _steps(weight: pd.Series, resource: pd.Series, advantage: pd.Series) -> pd.DataFrame:
    """The areas, those equally advantaged taken together."""
    known = _known(weight, resource, advantage)
    return known.groupby("advantage")[["weight", "resource"]].sum().reset_index(drop=True)


def _index(weight: np.ndarray, resource: np.ndarray) -> np.ndarray:
    """The index of each row of draws, whose columns stand in the order of advantage."""
    share = weight / weight.sum(axis=1, keepdims=True)
    rank = share.cumsum(axis=1) - share / 2
    total = resource.sum(axis=1)
    got = resource / np.where(total > 0, total, np.nan)[:, None]
    return 2 * (got * rank).sum(axis=1) - 1
