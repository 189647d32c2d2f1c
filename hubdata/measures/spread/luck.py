"""How uneven provision would be by luck alone: few lead schools over many areas are never even."""

import numpy as np
import pandas as pd

DRAWS, SEED = 999, 2011
MIDDLE = (2.5, 97.5)


def lots(schools: pd.Series, leads: int, draws: int = DRAWS, seed: int = SEED) -> np.ndarray:
    """Lead schools of each area that has a school, a row a draw; no row where no lots can be drawn."""
    n = schools.loc[schools > 0].to_numpy(np.int64)
    if not len(n) or not 0 < leads <= n.sum():
        return np.empty((0, len(n)))
    return np.random.default_rng(seed).multivariate_hypergeometric(n, leads, size=draws, method="marginals")


def between_of_lots(schools: pd.Series, region: pd.Series, drawn: np.ndarray) -> np.ndarray:
    """The part of Theil's index between regions that each draw gives, in nats.

    Args:
        schools: how many schools each area has; areas without one are left out.
        region: the region of each area; a missing one is a region.
        drawn: lead schools of each area that has a school, a row a draw, whoever drew the lots.
    """
    counted = schools > 0
    number = pd.factorize(region[counted].astype("str").fillna(""))[0]
    member = (number[:, None] == np.arange(number.max(initial=-1) + 1)).astype(float)
    n = schools[counted].to_numpy(float) @ member
    s = drawn @ member / drawn.sum(axis=1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(s > 0, s * np.log(s / (n / n.sum())), 0.0).sum(axis=1)


def between_by_luck(schools: pd.Series, region: pd.Series, leads: int) -> tuple[float, float]:
    """The middle 95% of the parts between regions that lots would give; missing where no lots can be drawn."""
    drawn = lots(schools, leads)
    if not len(drawn):
        return float("nan"), float("nan")
    low, high = np.percentile(between_of_lots(schools, region, drawn), MIDDLE)
    return float(low), float(high)


def curves(schools: pd.Series, leads: int, draws: int = DRAWS, seed: int = SEED) -> tuple[np.ndarray, np.ndarray]:
    """Lorenz curves of drawn lots: every set of so many schools is as likely as any other to be the lead schools.

    Args:
        schools: how many schools each area has; areas without one are left out.
        leads: how many of all the schools lead, at most all of them.
        draws: how often lots are drawn.
        seed: the same seed gives the same lots.

    Returns:
        Cumulative shares of schools and of leads, a row a draw, from (0, 0) to (1, 1), from the area with the lowest
        rate of the draw up. Both without a row where there is no school or no lead.
    """
    n = schools.loc[schools > 0].to_numpy(np.int64)
    drawn = lots(schools, leads, draws, seed)
    if not len(drawn):
        return np.empty((0, len(n) + 1)), np.empty((0, len(n) + 1))
    order = np.argsort(drawn / n, axis=1, kind="stable")
    start = np.zeros((len(drawn), 1))
    across = np.hstack([start, n[order].cumsum(axis=1) / n.sum()])
    return across, np.hstack([start, np.take_along_axis(drawn, order, axis=1).cumsum(axis=1) / leads])


def gini_by_luck(schools: pd.Series, leads: int) -> tuple[float, float]:
    """The middle 95% of the Gini coefficients that lots would give; missing where no lots can be drawn.

    A coefficient within it shows no more than that there are few leads for so many areas.
    """
    across, up = curves(schools, leads)
    if not len(up):
        return float("nan"), float("nan")
    found = 1 - np.sum(np.diff(across, axis=1) * (up[:, 1:] + up[:, :-1]), axis=1)
    low, high = np.percentile(found, MIDDLE)
    return float(low), float(high)


def lorenz_by_luck(schools: pd.Series, leads: int, at: pd.Series) -> np.ndarray:
    """The mean Lorenz curve of the lots at the shares of schools in ``at``; missing where no lots can be drawn."""
    across, up = curves(schools, leads)
    if not len(up):
        return np.full(len(at), np.nan)
    shares = at.to_numpy(float)
    return np.mean([np.interp(shares, x, y) for x, y in zip(across, up, strict=True)], axis=0)
