"""A map stretched until every area is as large as every other, so that where they end up can be drawn as tiles."""

from typing import Any

import numpy as np

ROUNDS = 30


def equal_areas(shapes: dict[str, Any], rounds: int = ROUNDS) -> dict[str, tuple[float, float]]:
    """Where the middle of each area comes to lie when all areas are stretched to one size.

    The rubber-sheet method of Dougenik, Chrisman and Niemeyer (1985): every area pushes or pulls every corner of
    every outline, in proportion to what its radius lacks, so that neighbours stay neighbours.

    Args:
        shapes: code to shapely polygon or multipolygon on a grid in metres.
        rounds: how often the areas push.

    Returns:
        Code to x and y, in widths of an average area.
    """
    import shapely

    codes = sorted(shapes)
    largest = np.array([_largest(shapes[code]) for code in codes], dtype=object)
    points, area = shapely.get_coordinates(shapely.get_exterior_ring(largest), return_index=True)
    for _ in range(rounds if len(codes) > 1 else 0):
        sizes, middles = _measured(points, area, len(codes))
        points = points + _pushes(points, sizes, middles)
    sizes, middles = _measured(points, area, len(codes))
    width = np.sqrt(sizes.mean()) or 1.0
    return {code: (float(x / width), float(y / width)) for code, (x, y) in zip(codes, middles, strict=True)}


def _largest(shape: Any) -> Any:
    return max(getattr(shape, "geoms", [shape]), key=lambda part: part.area)


def _measured(points: np.ndarray, area: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The size and the centroid of each area from the corners of its outline (the last repeats the first)."""
    same = area[1:] == area[:-1]
    which, (x0, y0), (x1, y1) = area[:-1][same], points[:-1][same].T, points[1:][same].T
    # About the first corner, so that large coordinates do not eat the digits.
    first = points[np.r_[0, np.flatnonzero(~same) + 1]][which]
    x0, x1, y0, y1 = x0 - first[:, 0], x1 - first[:, 0], y0 - first[:, 1], y1 - first[:, 1]
    cross = x0 * y1 - x1 * y0
    doubled = np.bincount(which, cross, count)
    middle = [np.bincount(which, (a + b) * cross, count) / (3 * doubled) for a, b in ((x0, x1), (y0, y1))]
    return np.abs(doubled) / 2, np.column_stack(middle) + points[np.r_[0, np.flatnonzero(~same) + 1]]


def _pushes(points: np.ndarray, sizes: np.ndarray, middles: np.ndarray) -> np.ndarray:
    """How far each corner moves in one round."""
    wanted = sizes.mean()
    radius, lacks = np.sqrt(sizes / np.pi), np.sqrt(wanted / np.pi) - np.sqrt(sizes / np.pi)
    calm = 1 / (1 + np.mean(np.maximum(sizes, wanted) / np.minimum(sizes, wanted)))
    moved = np.zeros_like(points)
    for size, lack, middle in zip(radius, lacks, middles, strict=True):
        away = points - middle
        far = np.hypot(away[:, 0], away[:, 1])
        ratio = far / size
        inside = ratio**2 * (4 - 3 * ratio)
        force = lack * np.where(ratio > 1, 1 / np.maximum(ratio, 1), inside)
        moved += (force / np.maximum(far, 1e-9))[:, None] * away
    return moved * calm
