"""The grid is turned into degrees as pyproj turns it, in every thread at once."""

import numpy as np
import pandas as pd
from pyproj import Transformer

from hubdata.places import degrees


def test_the_named_steps_are_those_that_pyproj_finds_without_a_grid_file():
    easting, northing = pd.Series([180_000.0, 361_000.0, 651_000.0]), pd.Series([12_000.0, 388_000.0, 313_000.0])
    longitude, latitude = Transformer.from_crs("EPSG:27700", "EPSG:4326", always_xy=True).transform(easting, northing)
    # 2 m: what a machine that has the survey's own grid file may differ by.
    assert np.abs(degrees(easting, northing) - np.column_stack([longitude, latitude])).max() < 0.0001
