"""Unevenness in every lot: the Gini and Theil coefficients, and the Lorenz curve, of what each lot gives the areas."""

import numpy as np
import pandas as pd


def curves(schools: np.ndarray, provision: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The Lorenz curve of every lot.

    Args:
        schools: how many schools each area has, at least one.
        provision: a row an area, a column a lot: how many lead schools the lot gives it.

    Returns:
        Cumulative shares of schools and of leads, a row a lot, from (0, 0) to (1, 1), from the area with the lowest
        rate of the lot up.
    """
    n, drawn = schools.astype(float), provision.T.astype(float)
    order = np.argsort(drawn / n, axis=1, kind="stable")
    start = np.zeros((len(drawn), 1))
    across = np.hstack([start, n[order].cumsum(axis=1) / n.sum()])
    up = np.take_along_axis(drawn, order, axis=1).cumsum(axis=1) / drawn.sum(axis=1, keepdims=True)
    return across, np.hstack([start, up])


def ginis(schools: np.ndarray, provision: np.ndarray) -> np.ndarray:
    """The Gini coefficient of every lot (``measures.spread.inequality.gini``); arguments as ``curves``."""
    across, up = curves(schools, provision)
    return 1 - np.sum(np.diff(across, axis=1) * (up[:, 1:] + up[:, :-1]), axis=1)


def theils(schools: np.ndarray, provision: np.ndarray, region: pd.Series) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Theil's T of every lot, between regions and within (``measures.spread.inequality.theil``)."""
    codes = pd.factorize(region.astype("str").fillna(""))[0]
    joined = (codes[None, :] == np.arange(codes.max() + 1)[:, None]).astype(float)
    whole = _entropy(schools.astype(float), provision.astype(float))
    between = _entropy(joined @ schools, joined @ provision)
    return whole, between, whole - between


def _entropy(n: np.ndarray, h: np.ndarray) -> np.ndarray:
    total = h.sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        s, n = h / np.where(total > 0, total, np.nan), (n / n.sum())[:, None]
        return np.where(s == 0, 0.0, s * np.log(s / n)).sum(axis=0)


def mean_curve(schools: np.ndarray, provision: np.ndarray, at: pd.Series) -> np.ndarray:
    """The mean Lorenz curve of the lots at the shares of schools in ``at``."""
    across, up = curves(schools, provision)
    shares = at.to_numpy(float)
    return np.mean([np.interp(shares, x, y) for x, y in zip(across, up, strict=True)], axis=0)
