"""How many finds may be false: what stands of p values that are looked at together."""

import numpy as np

RATE = 0.05


def threshold(p: np.ndarray, rate: float = RATE) -> float:
    """The largest p value that Benjamini and Hochberg's rule (1995) lets stand; 0 when none does.

    Args:
        p: the p values of all that is compared at once, none missing.
        rate: the share of false finds among those that stand.
    """
    ordered = np.sort(p)
    stands = ordered <= rate * np.arange(1, len(ordered) + 1) / len(ordered)
    return float(ordered[stands].max()) if stands.any() else 0.0
