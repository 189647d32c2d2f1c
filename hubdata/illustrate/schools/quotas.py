"""How many of each, so that both margins come out: fit a table to its margins, then make it whole."""

import numpy as np
import pandas as pd

ROUNDS = 200


def quotas(seen: pd.DataFrame, rows: pd.Series, columns: pd.Series) -> pd.DataFrame:
    """Whole numbers shaped like ``seen`` whose row sums are ``rows``; column sums come as near as whole numbers allow.

    Args:
        seen: counts or weights; a zero stays zero.
        rows: wanted row sums, whole; kept exactly.
        columns: wanted column sums; scaled to the total of ``rows``.

    Returns:
        A table with the index and columns of ``seen``. A row wanted as 0 is 0 throughout.
    """
    fitted = seen.to_numpy(float)
    wanted_rows = rows.reindex(seen.index).to_numpy(float)
    wanted_columns = columns.reindex(seen.columns).to_numpy(float)
    wanted_columns = wanted_columns * wanted_rows.sum() / wanted_columns.sum()
    for _ in range(ROUNDS):
        fitted = fitted * _ratio(wanted_columns, fitted.sum(axis=0))[None, :]
        fitted = fitted * _ratio(wanted_rows, fitted.sum(axis=1))[:, None]
    whole = np.array([shared(row, int(total)) for row, total in zip(fitted, wanted_rows, strict=True)])
    return pd.DataFrame(_settle(whole, fitted, np.rint(wanted_columns)), seen.index, seen.columns)


def shared(weights: np.ndarray, total: int) -> np.ndarray:
    """``total`` whole things shared in proportion to the weights, largest remainders first."""
    if total == 0 or weights.sum() == 0:
        return np.zeros(len(weights), int)
    exact = weights * total / weights.sum()
    whole = np.floor(exact).astype(int)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: total - whole.sum()]] += 1
    return whole


def _ratio(wanted: np.ndarray, found: np.ndarray) -> np.ndarray:
    return np.divide(wanted, found, out=np.zeros_like(wanted), where=found > 0)


def _settle(whole: np.ndarray, fitted: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Move single units along rows from columns that have too many to columns that have too few."""
    for _ in range(int(np.abs(whole.sum(axis=0) - wanted).sum())):
        excess = whole.sum(axis=0) - wanted
        if excess.max() <= 0 or excess.min() >= 0:
            break
        giver, taker = int(excess.argmax()), int(excess.argmin())
        gain = (whole - fitted)[:, giver] - (whole - fitted)[:, taker]
        gain[(whole[:, giver] == 0) | (fitted[:, taker] == 0)] = -np.inf
        row = int(gain.argmax())
        if np.isinf(gain[row]):
            break
        whole[row, [giver, taker]] += (-1, 1)
    return whole
