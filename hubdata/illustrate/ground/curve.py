"""Hilbert's curve: a line through the whole country that keeps neighbours near each other."""

import numpy as np


def along(easting: np.ndarray, northing: np.ndarray, bits: int = 14) -> np.ndarray:
    """Position along Hilbert's curve over a square of 2 to the ``bits`` cells of 50 metres."""
    x, y = (easting // 50).astype(np.int64), (northing // 50).astype(np.int64)
    place = np.zeros(len(x), np.int64)
    for bit in range(bits - 1, -1, -1):
        right, up = (x >> bit) & 1, (y >> bit) & 1
        place += ((3 * right) ^ up) << (2 * bit)
        mask = (1 << bit) - 1
        flip = (up == 0) & (right == 1)
        x, y = np.where(flip, mask - (x & mask), x & mask), np.where(flip, mask - (y & mask), y & mask)
        x, y = np.where(up == 0, y, x), np.where(up == 0, x, y)
    return place
