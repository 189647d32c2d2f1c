"""The limits of a funnel: between which shares areas lie by chance, and by how far areas differ anyway."""

import numpy as np
import pandas as pd

from hubdata.measures.statistics.overdispersion import NORMAL, errors

RIGHT_ANGLE = np.pi / 2


def limits(size: pd.Series, target: float, between: float, tail: float) -> tuple[pd.Series, pd.Series]:
    """Between which shares an area of that size lies, but for ``tail`` of the areas on either side.

    Args:
        size: the denominator of each area; where it is 0 the limits are missing.
        target: the share (0 to 1) that the limits lie about.
        between: the variance between areas (``tau_squared``), 0 for chance alone.
        tail: 0.025 for 95% limits.

    Returns:
        Two shares from 0 to 1: the angles are turned back, so that no limit can leave that range.
    """
    arm = NORMAL.inv_cdf(1 - tail) * np.sqrt(errors(size) ** 2 + between)
    middle = np.arcsin(np.sqrt(target))
    ends = ((middle + side * arm).clip(0, RIGHT_ANGLE) for side in (-1, 1))
    return tuple(np.sin(end) ** 2 for end in ends)
