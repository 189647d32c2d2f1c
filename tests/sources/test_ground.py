"""Where schools stand: metres of the National Grid, and an authority known under any of its codes."""

import numpy as np
import pytest
import shapely
from read_here import ENGLAND

from hubdata.sources.areas.area_codes import CHANGES, both_forms, spoken_by
from hubdata.sources.schools.land import in_metres

# The water tower at Caister, the worked example of the Ordnance Survey's guide to coordinate systems.
TOWER_DEGREES, TOWER_METRES = shapely.Point(1.716073973, 52.658007833), shapely.Point(651_409.903, 313_177.270)


def test_degrees_become_metres_of_the_national_grid():
    (placed,) = in_metres(np.array([TOWER_DEGREES]))
    assert shapely.distance(placed, TOWER_METRES) < 5


def test_every_authority_has_a_code_a_name_a_region_and_land():
    current = {code: a for code, a in ENGLAND.authorities.items() if a.region}
    assert len(current) == 153
    assert len({a.region for a in current.values()}) == 9
    for authority in current.values():
        assert any(ENGLAND.land.of(code) is not None for code in authority.codes)


@pytest.mark.parametrize("code", ["E08000016", "E08000038"])
def test_land_is_found_under_either_code(code):
    barnsley = shapely.points([434_500, 434_500], [406_500, 506_500])
    assert ENGLAND.land.within(barnsley, np.array([code, code]), 2000).tolist() == [True, False]


def test_a_point_at_sea_is_not_ashore():
    assert ENGLAND.land.ashore(shapely.points([434_500, 650_000], [406_500, 100_000]), 2000).tolist() == [True, False]


@pytest.mark.parametrize(("earlier", "later"), [change[:2] for change in CHANGES])
def test_files_of_different_years_meet_in_one_code(earlier, later):
    assert both_forms(earlier) == both_forms(later) == {earlier, later}
    assert spoken_by([earlier])[later] == earlier
    assert spoken_by([later])[earlier] == later
    assert spoken_by([])[earlier] == later
    assert both_forms("E06000001") == {"E06000001"}
