"""The global test of likeness: the formula by hand, on maps with and without a pattern, the same again."""

import numpy as np
import pandas as pd
import pytest
import shapely

from hubdata.measures.outlines.touching import touching
from hubdata.measures.spread.cold_spots import bordered
from hubdata.measures.spread.together import together

GRID = {f"{row}{column}": shapely.box(column, row, column + 1, row + 1) for row in range(6) for column in range(6)}
NEAR = touching(GRID)


def areas(reached: list[int]) -> pd.DataFrame:
    return pd.DataFrame({"code": list(GRID), "schools": 100, "reached": reached})


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_is_morans_formula_and_its_chance_that_of_shuffling_one_by_one(seed):
    rng = np.random.default_rng(seed)
    used, near = bordered(areas(rng.binomial(100, 0.5 + 0.03 * (np.arange(36) // 6), 36).tolist()), NEAR)
    found = together(used, near)
    z = (used["reached"] - used["reached"].mean()).to_numpy(float)  # areas of one size: smoothing changes no order
    place = {code: number for number, code in enumerate(used["code"])}
    others = [[place[one] for one in near[code]] for code in used["code"]]

    def moran(values: np.ndarray) -> float:
        return sum(values[i] * values[near_by].mean() for i, near_by in enumerate(others)) / (values**2).sum()

    assert found.moran == pytest.approx(moran(z))
    drawn = np.array([moran(rng.permutation(z)) for _ in range(1500)])
    more = (drawn >= moran(z)).mean()
    assert found.p == pytest.approx(min(1, 2 * min(more, 1 - more)), abs=0.04)


def test_a_slope_is_found_and_the_same_again():
    used, near = bordered(areas([10 + 2 * number for number in range(36)]), NEAR)
    found = together(used, near)
    assert found.moran > 0.7
    assert found.p < 0.001
    assert found == together(used, near)


def test_nothing_is_tested_where_no_area_differs():
    assert np.isnan(together(*bordered(areas([50] * 36), NEAR)).moran)
