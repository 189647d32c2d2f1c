"""Free school meals: a pattern on the ground, stronger in cities, with neighbours alike."""

import numpy as np
import pandas as pd
from scipy import ndimage

from hubdata.illustrate.chance import chance

SIDE, WIDE, HIGH = 2_000, 330, 330
TYPICAL = {"Rural": 12.0, "Urban": 16.5}  # per cent, of the middle school
UNKNOWN = 0.006


def eligible(schools: pd.DataFrame, seed: int) -> np.ndarray:
    """Pupils eligible for free meals, per cent with one decimal; not a number for the few nobody published.

    Args:
        schools: columns easting, northing, rural and town_density.
        seed: of the whole England.
    """
    luck = chance(seed, "meals")
    broad, local = (_pattern(width, luck) for width in (12, 1.5))
    column = (schools["easting"].to_numpy() // SIDE).astype(int)
    row = (schools["northing"].to_numpy() // SIDE).astype(int)
    dense = schools["town_density"].rank(pct=True).to_numpy() - 0.5
    latent = 0.35 * broad[row, column] + 0.4 * local[row, column] + 0.6 * dense + luck.normal(0, 0.35, len(schools))
    middle = schools["rural"].map(TYPICAL).fillna(TYPICAL["Urban"]).to_numpy(float)
    share = np.clip(middle * np.exp(latent), 0.3, 78)
    share[luck.random(len(schools)) < UNKNOWN] = np.nan
    return np.round(share, 1)


def _pattern(width: float, luck: np.random.Generator) -> np.ndarray:
    """A smooth random surface over England, mean 0 and spread 1; ``width`` in squares of two kilometres."""
    surface = ndimage.gaussian_filter(luck.normal(size=(HIGH, WIDE)), width)
    return (surface - surface.mean()) / surface.std()
