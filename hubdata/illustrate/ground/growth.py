"""Joined-up areas grown from seeds: the first draft of a partition."""

import numpy as np

Links = dict[int, set[int]]


def grown(size: np.ndarray, place: np.ndarray, links: Links, count: int, luck: np.random.Generator) -> np.ndarray:
    """Seeds far apart, then the smallest area takes its nearest free neighbour until none is left.

    Raises:
        ValueError: when some units cannot be reached from any seed.
    """
    area = np.full(len(size), -1)
    seeds = [int(luck.integers(len(size)))]
    while len(seeds) < count:
        apart = np.min([np.hypot(*(place - place[seed]).T) for seed in seeds], axis=0) * np.sqrt(size + 1)
        apart[seeds] = 0
        seeds.append(int(luck.choice(len(size), p=apart**2 / (apart**2).sum())))
    area[seeds] = np.arange(count)
    while (area < 0).any():
        for smallest in np.argsort(np.bincount(area[area >= 0], size[area >= 0], count), kind="stable"):
            mine = np.flatnonzero(area == smallest)
            free = sorted({near for unit in mine for near in links[unit] if area[near] < 0})
            if free:
                area[min(free, key=lambda unit: np.hypot(*(place[unit] - place[mine].mean(axis=0))))] = smallest
                break
        else:
            raise ValueError("the units are not joined up")
    return area
