"""Divide districts into joined-up areas with about as many schools each: grow from seeds, then trade at the edges."""

from collections.abc import Callable

import numpy as np

from hubdata.illustrate.ground.growth import Links, grown

FLOOR, CEILING = 200, 300
MARGIN = 4  # schools inside the band to aim for
STARTS, TRADES, HEAT = 12, 1_500, 4.0


def partition(size: np.ndarray, place: np.ndarray, links: Links, count: int, luck: np.random.Generator) -> np.ndarray:
    """The area of each unit, from 0 to ``count`` - 1; every area is joined up where the units are.

    Args:
        size: schools of each unit.
        place: eastings and northings of the units, metres.
        links: the neighbours of each unit.
        count: areas wanted, at most as many as there are units.
        luck: random numbers; the best of several starts is kept.
    """
    cost = _cost(size, place, count)
    best = None
    for _ in range(STARTS):
        area = grown(size, place, links, count, luck)
        area = _traded(area, links, cost, luck)
        if best is None or cost(area) < cost(best):
            best = area
    return best


def _cost(size: np.ndarray, place: np.ndarray, count: int) -> Callable[[np.ndarray], float]:
    """What an arrangement costs: schools outside the band first, then spread on the ground."""

    def cost(area: np.ndarray) -> float:
        schools = np.bincount(area, size, count)
        outside = np.maximum(FLOOR + MARGIN - schools, 0) + np.maximum(schools - CEILING + MARGIN, 0)
        east, north = (np.bincount(area, size * axis, count) / np.maximum(schools, 1) for axis in place.T)
        apart = np.hypot(place[:, 0] - east[area], place[:, 1] - north[area]) / 1_000
        return float((outside**2).sum() / 50 + (size * apart).sum() / size.sum())

    return cost


def _traded(
    area: np.ndarray, links: Links, cost: Callable[[np.ndarray], float], luck: np.random.Generator
) -> np.ndarray:
    """Pass units at the edge to the area beside them while it helps, and at first sometimes when it does not."""
    now = cost(area)
    best, least = area.copy(), now
    for turn in range(TRADES):
        heat = HEAT * (1 - turn / TRADES) ** 3
        unit = int(luck.integers(len(area)))
        beside = sorted({int(area[near]) for near in links[unit]} - {int(area[unit])})
        if beside and _stays_joined(area, unit, links):
            trial = area.copy()
            trial[unit] = beside[int(luck.integers(len(beside)))]
            then = cost(trial)
            if then < now or luck.random() < np.exp((now - then) / (heat + 1e-9)):
                area, now = trial, then
                if now < least:
                    best, least = area.copy(), now
    return best


def _stays_joined(area: np.ndarray, unit: int, links: Links) -> bool:
    """Whether the unit's area is still in one piece, and not empty, without it."""
    rest = {int(other) for other in np.flatnonzero(area == area[unit])} - {unit}
    if not rest:
        return False
    seen, waiting = set(), [min(rest)]
    while waiting:
        here = waiting.pop()
        if here not in seen:
            seen.add(here)
            waiting.extend(links[here] & rest - seen)
    return seen == rest
