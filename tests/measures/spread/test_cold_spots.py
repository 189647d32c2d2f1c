"""Cold spots: found where they are, absent from noise, and equal to Moran's formula."""

import numpy as np
import pandas as pd
import pytest
import shapely
from esda import fdr
from hypothesis import given
from hypothesis import strategies as st

from hubdata.measures.outlines.touching import touching
from hubdata.measures.spread.cold_spots import cold_spots
from hubdata.measures.statistics.false_finds import threshold

GRID = {f"{row}{column}": shapely.box(column, row, column + 1, row + 1) for row in range(6) for column in range(6)}


def squares(cold: set[str], low: int = 10) -> pd.DataFrame:
    return pd.DataFrame({"code": list(GRID), "schools": 100, "reached": [low if code in cold else 90 for code in GRID]})


def test_a_cold_corner_is_found_and_the_same_again():
    corner = {"00", "01", "02", "10", "11", "12", "20", "21", "22"}
    near = touching(GRID)
    found = cold_spots(squares(corner), near)
    assert {"00", "01", "10", "11"} <= set(found.loc[found["spot"] == "cold", "code"]) <= corner
    pd.testing.assert_frame_equal(found, cold_spots(squares(corner).sample(frac=1, random_state=1), near))


def test_noise_has_no_cold_spots():
    rng = np.random.default_rng(4)
    areas = pd.DataFrame({"code": list(GRID), "schools": 100, "reached": rng.binomial(100, 0.5, len(GRID))})
    assert (cold_spots(areas, touching(GRID), permutations=999)["spot"] == "none").all()


def test_areas_without_schools_or_without_a_difference_say_nothing():
    areas = squares(set())
    assert (cold_spots(areas, touching(GRID))["spot"] == "none").all()
    areas = squares({"00"}).assign(schools=[0 if code == "55" else 100 for code in GRID])
    assert "55" not in set(cold_spots(areas, touching(GRID), permutations=99)["code"])


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_the_false_find_threshold_equals_esda(values):
    p = np.array(values)
    ours, theirs = threshold(p), fdr(p, 0.05)
    assert ((p <= ours) & (ours > 0)).sum() == ((p <= theirs) & (ours > 0)).sum()
    assert ours <= 0.05


def test_equals_morans_formula_and_a_brute_force_permutation():
    rng = np.random.default_rng(9)
    near, codes = touching(GRID), list(GRID)
    schools = rng.integers(20, 200, len(GRID))
    areas = pd.DataFrame(
        {"code": codes, "schools": schools, "reached": rng.binomial(schools, rng.beta(2, 2, len(GRID)))}
    )
    found = cold_spots(areas, near, permutations=4999).set_index("code")
    mean = areas["reached"].sum() / schools.sum()
    rate = areas["reached"] / schools
    spread = (schools * (rate - mean) ** 2).sum() / schools.sum()
    variance = np.maximum(spread - mean / schools.mean(), 0) + mean / schools
    z = ((rate - mean) / np.sqrt(variance)).to_numpy()
    z = z - z.mean()
    place = {code: number for number, code in enumerate(codes)}
    for code in ("00", "14", "33", "52"):
        here, others = place[code], [place[one] for one in near[code]]
        moran = z[here] * z[others].mean() / (z**2).mean()
        assert found.loc[code, "local_moran"] == pytest.approx(moran * (len(z) - 1) / len(z), rel=1e-9)
        rest = np.delete(z, here)
        drawn = np.array([z[here] * rng.permutation(rest)[: len(others)].mean() for _ in range(3000)])
        more = (drawn >= z[here] * z[others].mean()).mean()
        assert found.loc[code, "p"] == pytest.approx(min(1, 2 * min(more, 1 - more)), abs=0.05)
