"""The tails of what lots give an area, fitted: a thousand lots alone cannot show one chance in ten thousand."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

ENOUGH = 10  # lots beyond what is seen: with so many the lots speak for themselves
TAIL = 0.1  # the share of the lots that a tail is fitted to
LIMITS = {"low95": 0.025, "high95": 0.975, "low998": 0.001, "high998": 0.999}


@dataclass(frozen=True)
class Lots:
    """What every lot gives each area: a row an area, a column a lot, in ascending order.

    ``step`` is by how much an area's share can move, that of one of its units. Beyond the outermost tenth of the lots
    an exponential distribution with the mean of their excess stands for the lots that were not drawn (as Knijnenburg
    and others, 2009, with the shape held at nought: a share ends at 0 and 1, so that is more than it can do, and errs
    towards finding nothing). Where that tenth does not vary there is nothing to fit and the lots alone speak.
    """

    values: np.ndarray
    step: np.ndarray

    def p(self, seen: np.ndarray) -> np.ndarray:
        """The two-sided p value of what is seen of each area: twice the smaller tail, itself included, at most 1."""
        above = _beyond(self.values, seen, self.step)
        below = _beyond(-self.values[:, ::-1], -seen, self.step)
        return np.minimum(1.0, 2 * np.minimum(above, below))

    def limits(self) -> pd.DataFrame:
        """low95, high95, low998 and high998, as shares from 0 to 1."""
        high = {name: _quantile(self.values, 1 - at) for name, at in LIMITS.items() if at > 0.5}
        low = {name: -_quantile(-self.values[:, ::-1], at) for name, at in LIMITS.items() if at < 0.5}
        return pd.DataFrame({name: (low | high)[name] for name in LIMITS}).clip(0, 1) + 0.0  # no -0


def of_lots(values: np.ndarray, units: np.ndarray) -> Lots:
    """The lots of areas with so many units each; arguments as the fields of ``Lots``, in any order of lots."""
    return Lots(np.sort(values, axis=1), 1 / units.astype(float))


def _tail(values: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """Where the upper tail of each area begins, its mean excess (0: nothing to fit), and its share of the lots."""
    count = max(round(TAIL * values.shape[1]), 1)
    begins = values[:, -count - 1]
    return begins, values[:, -count:].mean(axis=1) - begins, count / values.shape[1]


def _beyond(values: np.ndarray, seen: np.ndarray, step: np.ndarray) -> np.ndarray:
    """The chance of a value at least as high as what is seen."""
    ranks = (values >= seen[:, None] - 1e-9).sum(axis=1)
    plain = (ranks + 1) / (values.shape[1] + 1)
    begins, excess, share = _tail(values)
    over = np.maximum(seen - step / 2 - begins, 0)
    fit = share * np.exp(-over / np.where(excess > 1e-12, excess, np.inf))
    return np.where((ranks >= ENOUGH) | (excess <= 1e-12), plain, np.minimum(fit, plain))


def _quantile(values: np.ndarray, beyond: float) -> np.ndarray:
    """The value that so small a share of lots passes."""
    plain = np.quantile(values, 1 - beyond, axis=1)
    if beyond * values.shape[1] >= ENOUGH:
        return plain
    begins, excess, share = _tail(values)
    return np.where(excess > 1e-12, begins + excess * np.log(share / beyond), plain)
