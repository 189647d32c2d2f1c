"""A tile map: every area a hexagon of one size, near where it is, so that land area does not mislead."""

import numpy as np
import pandas as pd

ROOM = 1.12  # cells on offer for each area
HEIGHT = np.sqrt(3) / 2  # between two rows of hexagons, in hexagon widths


def tiles(middles: dict[str, tuple[float, float]]) -> pd.DataFrame:
    """A hexagon for each area, the whole chosen so that areas move as little as they can.

    The areas take the cells of a hexagonal grid around them by linear assignment (least sum of squared moves). The
    same places give the same tiles, in whatever order they come.

    Args:
        middles: code to x and y, evenly spread, in widths of an average area (see ``cartogram.equal_areas``).

    Returns:
        code, column, row (odd rows stand half a cell to the right), x and y (centre, in hexagon widths, y upwards),
        in the order of code.
    """
    from scipy.optimize import linear_sum_assignment

    codes = sorted(middles)
    if not codes:
        return pd.DataFrame(columns=["code", "column", "row", "x", "y"])
    places = np.array([middles[code] for code in codes]) * np.sqrt(HEIGHT)
    places = places - places.min(axis=0)
    cells = _grid(places)
    _, taken = linear_sum_assignment(((places[:, None, :] - _centres(cells)[None, :, :]) ** 2).sum(axis=2))
    cells = cells[taken] - [cells[taken][:, 0].min(), 0]
    centres = _centres(cells)
    return pd.DataFrame(
        {"code": codes, "column": cells[:, 0], "row": cells[:, 1], "x": centres[:, 0], "y": centres[:, 1]}
    )


def _grid(places: np.ndarray) -> np.ndarray:
    """Column and row of the grid cells nearest to the places, a few more than there are places."""
    low, high = places.min(axis=0) - 2, places.max(axis=0) + 2
    rows = np.arange(np.floor(low[1] / HEIGHT), np.ceil(high[1] / HEIGHT) + 1, dtype=int)
    columns = np.arange(np.floor(low[0]), np.ceil(high[0]) + 1, dtype=int)
    cells = np.array([(column, row) for row in rows for column in columns])
    away = np.hypot(*(_centres(cells)[:, None, :] - places[None, :, :]).transpose(2, 0, 1)).min(axis=1)
    wanted = max(len(places), int(np.ceil(len(places) * ROOM)))
    nearest = np.sort(np.argsort(np.round(away, 9), kind="stable")[:wanted])
    return cells[nearest]


def _centres(cells: np.ndarray) -> np.ndarray:
    """The centres of cells, in hexagon widths."""
    return np.column_stack([cells[:, 0] + 0.5 * (cells[:, 1] % 2), cells[:, 1] * HEIGHT])
